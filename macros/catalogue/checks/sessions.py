"""The programme of an event -> where its sessions do not lie within the event, all at once."""

from collections.abc import Iterator
from datetime import time

from ...records.event import Event
from ...records.programme import Session
from ...records.when import PartialDate
from ..shape import KeyPath

Found = tuple[KeyPath, str]
EITHER = "; correct one of them"
ZONE = "add a line such as 'zone: Asia/Ulaanbaatar'"


def check_sessions(event: Event) -> Iterator[Found]:
    """Yield what is wrong with the sessions; a zone that is missing is told once."""
    zoneless = event.zone is None and event.starts is None and event.ends is None
    for number, session in enumerate(event.programme):
        at = ("programme", number)
        if zoneless and (session.starts or session.ends):
            zoneless = False
            yield (*at, "starts" if session.starts else "ends"), f"a time needs the event's time zone; {ZONE}"
        for keys, message in _session(event, session):
            yield (*at, *keys), message


def said(clock: time) -> str:
    """Return a time of day in words: '09:30'."""
    return clock.strftime("%H:%M")


def _session(event: Event, session: Session) -> Iterator[Found]:
    if session.ends and session.starts is None:
        yield ("ends",), "'ends' stands without 'starts'; add when the session begins"
    elif session.starts and session.ends and session.ends <= session.starts:
        yield ("ends",), f"ends at {said(session.ends)}, before it starts at {said(session.starts)}{EITHER}"
    if event.date is None:
        return
    when = session.date or event.date
    if when.first < event.date.first or when.last > event.date.last:
        yield ("date",), f"{when} is outside the event, which is on {event.date}{EITHER}"
    elif session.date is None and session.starts and not event.date.single:
        yield ("starts",), "the event has several days; add 'date' to this session"
    else:
        yield from _hours(event, event.date, session, when)


def _hours(event: Event, date: PartialDate, session: Session, when: PartialDate) -> Iterator[Found]:
    opens = event.starts if when.first == date.first else None
    closes = event.ends if when.last == date.last else None
    if opens and session.starts and session.starts < opens:
        yield ("starts",), f"{said(session.starts)} is before the event starts, {said(opens)}{EITHER}"
    final = session.ends or session.starts
    if closes and final and final > closes:
        key = "ends" if session.ends else "starts"
        yield (key,), f"{said(final)} is after the event ends, {said(closes)}{EITHER}"
