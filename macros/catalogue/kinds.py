"""Which kinds of record there are: what each record's own module says of its kind, by name."""

from ..records import (
    announcement,
    area,
    contact,
    country,
    document,
    event,
    fact,
    framework,
    organization,
    person,
    plan,
    project,
    step,
    study,
    topic,
)
from ..records.kind import Kind, OwnPage, PartKind, Said

KINDS: dict[str, Kind] = {
    module.KIND.name: module.KIND
    for module in (
        document,
        topic,
        country,
        organization,
        person,
        fact,
        study,
        event,
        area,
        project,
        framework,
        step,
        plan,
        announcement,
        contact,
    )
}
PARTS: dict[str, PartKind] = {part.name: part for kind in KINDS.values() for part in kind.parts}
PAGED: dict[str, OwnPage] = {kind.name: kind.page for kind in KINDS.values() if kind.page}
ANNOUNCED: dict[str, Said] = {kind.name: kind.said for kind in KINDS.values() if kind.said}
