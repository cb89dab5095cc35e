"""An event of several days with hours -> an entry a day in calendars, so that none runs through a night."""

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta

from ..catalogue.catalogue import Catalogue
from ..catalogue.timing import zone_of
from ..records.event import Event
from ..records.moment import utc_words
from ..records.release import Ledger, Slot

DAY = timedelta(days=1)


def hours_of(catalogue: Catalogue, event: Event) -> tuple[str, ...]:
    """Return when each day of such an event begins and ends, in UTC ('2027-05-05T01:30:00Z/...').

    Where the programme does not give hours for every day, it is one value: when the first day begins, and
    when the last ends, as far as that is known. It is empty for any other event.
    """
    if event.date is None or event.date.single or not event.date.exact or event.starts is None:
        return ()
    days = [_hours_on(event, number) for number in range((event.date.last - event.date.first).days + 1)]
    known = [hours for hours in days if hours]
    if len(known) == len(days):
        return tuple(
            f"{_at(catalogue, event, number, starts)}/{_at(catalogue, event, number, ends)}"
            for number, (starts, ends) in enumerate(known)
        )
    ends = _at(catalogue, event, len(days) - 1, event.ends) if event.ends else ""
    return (f"{_at(catalogue, event, 0, event.starts)}/{ends}",)


def by_day(uid: str, slot: Slot, ledger: Ledger) -> Iterator[tuple[str, Slot]]:
    """Yield the entries of an event with their uids: one, or one a day, and the days that it once had.

    The first has the event's own uid, the others are numbered in the order of the days, so that they keep
    theirs when the event moves. A day that is no more stays, cancelled, for those who have it.
    """
    days = slot.hours if len(slot.hours) > 1 else ()
    yield uid, slot
    for number, hours in enumerate(days[1:], 2):
        yield day_uid(uid, number), _on(slot, hours)
    for number, hours in sorted(ledger.days_had.get(uid, {}).items()):
        if number > max(len(days), 1):
            yield day_uid(uid, number), _on(slot, hours).model_copy(update={"status": "CANCELLED"})


def day_uid(uid: str, number: int) -> str:
    """Return the uid of a later day of an event: '4f9c2b7e01d3-2@neaspec.org'."""
    token, _, host = uid.partition("@")
    return f"{token}-{number}@{host}"


def _on(slot: Slot, hours: str) -> Slot:
    starts, _, ends = hours.partition("/")
    return slot.model_copy(update={"dtstart": starts, "dtend": ends})


def _hours_on(event: Event, number: int) -> tuple[time, time] | None:
    """Return when a day begins and ends by the programme; the event's own hours go before it."""
    assert event.date is not None  # noqa: S101 - hours_of holds it
    day = event.date.first + number * DAY
    sessions = [s for s in event.programme if s.date and s.date.exact and s.date.first == s.date.last == day]
    starts = [session.starts for session in sessions if session.starts]
    ends = [session.ends for session in sessions if session.ends]
    if event.starts and number == 0:
        starts = [event.starts]
    if event.ends and day == event.date.last:
        ends = [event.ends]
    return (min(starts), max(ends)) if starts and ends and min(starts) < max(ends) else None


def _at(catalogue: Catalogue, event: Event, number: int, clock: time) -> str:
    """Return a clock of the event's zone on one of its days as a moment in UTC."""
    assert event.date is not None  # noqa: S101 - hours_of holds it
    zone = zone_of(event, catalogue.countries)
    return utc_words(datetime.combine(event.date.first + number * DAY, clock, zone).astimezone(UTC))
