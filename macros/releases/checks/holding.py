"""An announcement that is still to go out -> where its record changed since its words were looked at."""

from collections.abc import Iterator

from ...catalogue.catalogue import Catalogue
from ...catalogue.shape import KeyPath
from ...records.announcement import Announcement, WrittenFor
from ...records.event import Event
from ..holding import OF_CHANGES, OFF, as_written, difference, event_now

Found = tuple[KeyPath, str]
BECAME = {
    "moved": "has another date or place",
    "postponed": "was postponed",
    "cancelled": "was cancelled",
    "superseded": "takes place after all",
}


def check_still_true(catalogue: Catalogue, announcement: Announcement) -> Iterator[Found]:
    """Yield why an announcement that waits for its moment must not go out as it is.

    The catalogue may be one with problems: a record that is faulty is not asked.
    """
    kind, id = announcement.about.node
    yield from _fits_its_record(announcement)
    waits = announcement.standing == "ready" and not announcement.archive
    if not waits or announcement.guid in catalogue.ledger.releases or announcement.kind == "correction":
        return
    if kind == "events" and id in catalogue.events:
        yield from _event_is_as_written(catalogue, announcement, catalogue.events[id])
    elif kind == "studies" and id in catalogue.studies:
        study = catalogue.studies[id]
        written = announcement.written_for.stage if announcement.written_for else None
        if study.overtaken_by and written not in (None, "overtaken"):
            wrong = f"the study '{id}' was overtaken by '{study.overtaken_by}'"
            yield _place(announcement), f"{wrong}; {_mend('{stage: overtaken}')}"


def said(state: WrittenFor) -> str:
    """Return a state as an editor writes it: '{standing: confirmed, date: 3 May 2027, place: "Ulsan"}'."""
    parts = [
        f"standing: {state.standing}" if state.standing else "",
        f"date: {state.date}" if state.date else "",
        f'place: "{state.place}"' if state.place else "",
        f"stage: {state.stage}" if state.stage else "",
    ]
    return f"{{{', '.join(part for part in parts if part)}}}"


def _event_is_as_written(catalogue: Catalogue, announcement: Announcement, event: Event) -> Iterator[Found]:
    now = event_now(catalogue, event)
    if announcement.kind in OFF and event.standing != announcement.kind:
        wrong = f"'kind' is '{announcement.kind}', and the event '{event.id}' is {event.standing}"
        yield ("kind",), f"{wrong}; say first in its record what changed, or write another kind"
        return
    state = difference(as_written(catalogue, announcement, event), now)
    if state != "holds":
        wrong = f"the event '{event.id}' {BECAME[state]} since these words were looked at"
        yield _place(announcement), f"{wrong}; {_mend(said(now))}"


def _fits_its_record(announcement: Announcement) -> Iterator[Found]:
    """Yield a kind or a state that does not belong to what the announcement is about."""
    kind = announcement.about.node[0]
    written = announcement.written_for
    if announcement.kind in OF_CHANGES and kind != "events":
        yield (
            ("kind",),
            f"'{announcement.kind}' is said of an event alone; name one in 'about', or write 'news'",
        )
    if written and not (written.standing if kind == "events" else kind == "studies" and written.stage):
        needed = {"events": "'standing', 'date' and 'place'", "studies": "'stage'"}.get(kind)
        mend = (
            f"write {needed} of the record there" if needed else "it belongs to events and studies; delete it"
        )
        yield ("written_for",), f"says nothing of this record; {mend}"


def _mend(line: str) -> str:
    return f"write headline and summary anew or say 'standing: draft', then add 'written_for: {line}'"


def _place(announcement: Announcement) -> KeyPath:
    return ("written_for",) if announcement.written_for else ()
