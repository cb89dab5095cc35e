"""An event -> where its dates, times, standing and changes contradict each other, all at once."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta

from ...records.base import Record
from ...records.event import Event
from ...records.moment import day_of
from ..timing import span
from .sessions import EITHER, ZONE, Found, check_sessions, said

Records = Mapping[str, Mapping[str, Record]]
ENDING = ("moved", "reinstated", "cancelled", "postponed")
EARLIEST = timedelta(hours=14)  # where a day begins first


def check_event(record: Record, records: Records) -> Iterator[Found]:
    """Yield what is wrong with an event by itself."""
    if not isinstance(record, Event):
        return
    yield from _times(record, records)
    yield from check_sessions(record)
    yield from _registration(record)
    yield from _standing(record)
    yield from _changes(record)
    if len(set(record.languages)) < len(record.languages):
        yield ("languages",), "a language stands twice in this list; keep one of them"


def check_over(event: Event, records: Records, now: datetime) -> Iterator[Found]:
    """Yield where an event that is not yet over at a moment is called held, or a change lies ahead."""
    _, ends = span(event, records.get("countries", {}))
    if event.standing == "held" and ends and ends > now:
        days = "" if event.date and event.date.exact else ", or give its days"
        wrong = f"'standing' cannot be 'held' before the event is over ({event.date})"
        yield ("standing",), f"{wrong}; say planned or confirmed{days}"
        if event.outcome:
            wrong = f"'outcome' cannot be given before the event is over ({event.date})"
            yield ("outcome",), f"{wrong}; delete it until then"
    for number, change in enumerate(event.changes):
        if change.on.first > day_of(now + EARLIEST):
            wrong = f"{change.on} is still to come; give the day on which the change was made known"
            yield ("changes", number, "on"), wrong


def _times(event: Event, records: Records) -> Iterator[Found]:
    starts, ends, date = event.starts, event.ends, event.date
    if starts is None and ends is None:
        return
    first = "starts" if starts else "ends"
    if event.zone is None:
        yield (first,), f"'starts' and 'ends' need a time zone; {ZONE}"
    if date is None or not date.exact:
        yield (first,), "a time needs a day; give the days in 'date', or delete the time"
    elif starts is None:
        yield ("ends",), "'ends' stands without 'starts'; add when it begins"
    elif ends:
        begin, end = span(event, records.get("countries", {}))
        if begin and end and end <= begin:
            yield ("ends",), f"ends at {said(ends)}, before it starts at {said(starts)}{EITHER}"


def _registration(event: Event) -> Iterator[Found]:
    closes = event.registration.closes if event.registration else None
    if closes and event.date and closes.first > event.date.last:
        yield (
            ("registration", "closes"),
            f"{closes} is after the event ends ({event.date}); give an earlier day",
        )


def _standing(event: Event) -> Iterator[Found]:
    last = next((c.what for c in reversed(event.changes) if c.what in ENDING), None)
    if last in ("cancelled", "postponed") and event.standing != last:
        again = (
            "add under 'changes' a line '- {what: reinstated, on: ..., why: ...}', or correct the standing"
        )
        yield (
            ("standing",),
            f"'standing' cannot be '{event.standing}' when its changes end with '{last}'; {again}",
        )
    elif event.called_off and last in ("moved", "reinstated"):
        yield (
            ("standing",),
            f"'standing' cannot be '{event.standing}' after '{last}'; say planned or confirmed",
        )
    elif event.called_off and last is None:
        key = "why" if event.standing == "cancelled" else "was_on"
        line = f"- {{what: {event.standing}, on: ..., {key}: ...}}"
        yield ("standing",), f"'{event.standing}' needs its day; add under 'changes' a line such as '{line}'"
    off = event.changes[-1] if event.changes and event.changes[-1].what == "postponed" else None
    if event.standing == "postponed" and off and off.was_on != event.date:
        mend = "with a new one it is planned or confirmed, and has a line 'moved' in changes"
        yield ("date",), f"a postponed event keeps the date that it had, {off.was_on}; {mend}"
    if event.outcome and event.standing != "held":
        mend = "delete it or correct the standing"
        yield ("outcome",), f"'outcome' cannot be given while the event is {event.standing}; {mend}"


def _changes(event: Event) -> Iterator[Found]:
    for number, change in enumerate(event.changes):
        before = event.changes[number - 1].on if number else None
        if before and change.on.last < before.first:
            yield ("changes", number, "on"), f"{change.on} is before {before} above; put the oldest first"
        if change.what == "renamed" and change.was == event.title:
            yield ("changes", number, "was"), f"'{change.was}' is the title it has now; give the former one"
    moves = [(n, c) for n, c in enumerate(event.changes) if c.what == "moved"]
    if moves and moves[-1][1].was_on == event.date:
        number, change = moves[-1]
        yield ("changes", number, "was_on"), f"{change.was_on} is the date it has now; give the former one"
