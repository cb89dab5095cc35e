"""An event -> where its dates, times, standing and changes contradict each other, all at once."""

from collections.abc import Iterator, Mapping
from datetime import datetime, time

from ..records.base import Record
from ..records.event import Event, uid_of
from ..records.programme import Session
from .shape import KeyPath
from .timing import span

Records = Mapping[str, Mapping[str, Record]]
Found = tuple[KeyPath, str]
EITHER = "; correct one of them"
ENDING = ("moved", "cancelled", "postponed")


def check_event(record: Record, records: Records) -> Iterator[Found]:
    """Yield what is wrong with an event by itself."""
    if not isinstance(record, Event):
        return
    yield from _uid(record)
    yield from _times(record)
    for number, session in enumerate(record.programme):
        for keys, message in _session(record, session):
            yield ("programme", number, *keys), message
    yield from _registration(record)
    yield from _standing(record)
    yield from _changes(record)


def check_over(event: Event, records: Records, now: datetime) -> Iterator[Found]:
    """Yield where an event that is not yet over at a moment is called held."""
    _, ends = span(event, records["countries"])
    if event.standing == "held" and ends and ends > now:
        yield (
            ("standing",),
            f"'standing' cannot be 'held' before the event is over ({event.date}); say planned or confirmed",
        )
        if event.outcome:
            yield ("outcome",), f"has no place before the event is over ({event.date}); delete it until then"


def _uid(event: Event) -> Iterator[Found]:
    if event.uid is None and event.date and event.date.exact:
        yield (), f"has days and no uid, by which calendars know it; add a line 'uid: {uid_of(event.id)}'"


def _times(event: Event) -> Iterator[Found]:
    starts, ends, date = event.starts, event.ends, event.date
    if starts is None and ends is None:
        return
    first = "starts" if starts else "ends"
    if event.zone is None:
        yield (first,), "'starts' and 'ends' need a time zone; add a line such as 'zone: Asia/Ulaanbaatar'"
    if date is None or not date.exact:
        yield (first,), "a time needs a day; give the days in 'date', or delete the time"
    if starts is None:
        yield ("ends",), "'ends' stands without 'starts'; add when it begins"
    elif ends and date and date.exact and date.single and ends <= starts:
        yield ("ends",), f"ends at {said(ends)}, before it starts at {said(starts)}{EITHER}"


def _session(event: Event, session: Session) -> Iterator[Found]:
    if session.starts and session.ends and session.ends <= session.starts:
        yield ("ends",), f"ends at {said(session.ends)}, before it starts at {said(session.starts)}{EITHER}"
    if (session.starts or session.ends) and event.zone is None:
        yield ("starts" if session.starts else "ends",), "a time needs the event's zone; add it to the event"
    if event.date is None:
        return
    when = session.date or event.date
    if when.first < event.date.first or when.last > event.date.last:
        yield ("date",), f"{when} is outside the event, which is on {event.date}{EITHER}"
        return
    opens = event.starts if when.first == event.date.first else None
    closes = event.ends if when.last == event.date.last else None
    if opens and session.starts and session.starts < opens:
        yield ("starts",), f"{said(session.starts)} is before the event starts, {said(opens)}{EITHER}"
    final = session.ends or session.starts
    if closes and final and final > closes:
        key = "ends" if session.ends else "starts"
        yield (key,), f"{said(final)} is after the event ends, {said(closes)}{EITHER}"


def _registration(event: Event) -> Iterator[Found]:
    closes = event.registration.closes if event.registration else None
    if closes and event.date and closes.last > event.date.last:
        yield (
            ("registration", "closes"),
            f"{closes} is after the event ends ({event.date}); give an earlier day",
        )


def _standing(event: Event) -> Iterator[Found]:
    last = next((c.what for c in reversed(event.changes) if c.what in ENDING), None)
    if last in ("cancelled", "postponed") and event.standing != last:
        yield ("standing",), f"cannot be '{event.standing}' when its changes end with '{last}'{EITHER}"
    elif event.called_off and last != event.standing:
        line = f"changes: [{{what: {event.standing}, on: 1 March 2027, why: ...}}]"
        yield ("standing",), f"'{event.standing}' needs its day and reason; add a line '{line}'"
    if event.outcome and event.standing != "held":
        mend = "delete it or correct the standing"
        yield ("outcome",), f"'outcome' cannot be given while the event is {event.standing}; {mend}"


def _changes(event: Event) -> Iterator[Found]:
    for number, change in enumerate(event.changes):
        before = event.changes[number - 1].on if number else None
        if before and change.on < before:
            yield ("changes", number, "on"), f"{change.on} is before {before} above; put the oldest first"
        if change.was_on and change.was_on == event.date and change.what == "moved":
            yield (
                ("changes", number, "was_on"),
                f"{change.was_on} is the date it has now; give the former one",
            )


def said(clock: time) -> str:
    """Return a time of day in words: '09:30'."""
    return clock.strftime("%H:%M")
