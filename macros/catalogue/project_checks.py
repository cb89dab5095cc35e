"""A project -> where what it says of places, organizations, needs and dates does not fit together."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import datetime

from ..records.base import Record
from ..records.project import Project
from .shape import KeyPath

Records = Mapping[str, Mapping[str, Record]]
Found = tuple[KeyPath, str]


def check_project(record: Record, _: Records) -> Iterator[Found]:
    """Yield what is wrong with a project by itself."""
    if not isinstance(record, Project):
        return
    for number, place in enumerate(record.places):
        if place.country and place.country not in record.countries:
            wrong = f"'{place.country}' is not among the project's countries; add it there, or correct it"
            yield ("places", number, "country"), wrong
    yield from _twice(("organizations",), [(i.organization, i.role) for i in record.organizations])
    yield from _twice(("seeks",), [need.what for need in record.seeks])
    yield from _twice(("offers",), [need.what for need in record.offers])
    told = record.questionnaire
    if told and record.last_confirmed.last < told.received.first:
        wrong = (
            f"{record.last_confirmed} is before the questionnaire ({told.received}); give its day or later"
        )
        yield ("last_confirmed",), wrong


def check_confirmed(project: Project, now: datetime) -> Iterator[Found]:
    """Yield where a project is said to be confirmed on a day that is still to come."""
    if project.last_confirmed.first > now.date():
        wrong = f"{project.last_confirmed} is still to come; give the day on which it was last confirmed"
        yield ("last_confirmed",), wrong


def _twice(keys: KeyPath, values: list[object]) -> Iterator[Found]:
    """Yield each value that a list has again."""
    seen: Counter[object] = Counter()
    for number, value in enumerate(values):
        if seen[value]:
            said = " as ".join(str(part) for part in value) if isinstance(value, tuple) else value
            yield (*keys, number), f"'{said}' stands twice in this list; keep one of them"
        seen[value] += 1
