"""Where a record is taken -> what schema.org says: events that feature a study, pages on partners' sites."""

from ...catalogue.downloads import presentations
from ...records.event import Event
from ...records.study import Study
from ...records.taken import AlsoAt
from .describing import Describer, Thing


def featured(by: Describer, event: Event) -> list[Thing]:
    """Return the studies that an event features, each once; one that is called off features none."""
    if event.called_off:
        return []
    studies = {one.study.id: one.study for one in presentations(by.catalogue, event)}
    return [by.record("studies", study, "CreativeWork", {}) for study in studies.values()]


def featuring(by: Describer, study: Study) -> list[Thing]:
    """Return the events that feature a study, each once; of those called off none."""
    events = {one.event: by.catalogue.events[one.event] for one in study.presented}
    return [by.reference("events", event.id) for event in events.values() if not event.called_off]


def elsewhere(pages: tuple[AlsoAt, ...], *others: str | None) -> list[str] | str | None:
    """Return the addresses at which the same thing stands elsewhere: others, and partners' pages."""
    links = [*filter(None, others), *(page.link for page in pages)]
    return links if len(links) > 1 else next(iter(links), None)
