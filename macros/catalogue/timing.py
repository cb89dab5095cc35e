"""An event and a moment -> whether it is coming, under way or over, in the event's own time zone."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Literal

from ..records.base import Record
from ..records.country import Country
from ..records.event import Event

State = Literal["coming", "under way", "over", "date to be confirmed", "cancelled", "postponed"]
Records = Mapping[str, Record]
Countries = Records
NO_EVENTS: Records = {}
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Timing:
    """The state of an event at a moment, and the moments (UTC) at which its dates begin and are past.

    starts is None where no day is known: such an event is never under way. ends is the first moment
    after it, or after the month, quarter or year in which it was to be, and never later than the end of
    the event that it is part of; None where no date is given.
    """

    state: State
    starts: datetime | None
    ends: datetime | None


def timing(event: Event, countries: Countries, now: datetime, events: Records = NO_EVENTS) -> Timing:
    """Return how an event stands at a moment; events hold the one that it is part of."""
    starts, _ = span(event, countries)
    ends = end_of(event, countries, events)
    return Timing(_state(event, starts, ends, now), starts, ends)


def span(event: Event, countries: Countries) -> tuple[datetime | None, datetime | None]:
    """Return when an event starts and the first moment after it, in UTC, as far as its date says."""
    if event.date is None:
        return None, None
    zone = zone_of(event, countries)
    first, last = event.date.first, event.date.last
    ends = _at(last, event.ends, zone) if event.ends else _at(last + DAY, time(), zone)
    return (_at(first, event.starts or time(), zone) if event.date.exact else None), ends


def end_of(event: Event, countries: Countries, events: Records = NO_EVENTS) -> datetime | None:
    """Return the first moment (UTC) after an event: what is part of another is over when that is over.

    The dates of one that is called off say nothing of its parts.
    """
    ends = [span(event, countries)[1], *(span(whole, countries)[1] for whole in _wholes(event, events))]
    return min((moment for moment in ends if moment), default=None)


def closing(event: Event, countries: Countries, events: Records = NO_EVENTS) -> datetime | None:
    """Return the first moment (UTC) at which one can no longer register: never later than the event's end."""
    closes = event.registration.closes if event.registration else None
    last = _at(closes.last + DAY, time(), zone_of(event, countries)) if closes else None
    return min((moment for moment in (last, end_of(event, countries, events)) if moment), default=None)


def is_open(event: Event, countries: Countries, now: datetime, events: Records = NO_EVENTS) -> bool:
    """Return whether one can still register for an event that is to come or under way."""
    until = closing(event, countries, events)
    return event.announced and event.registration is not None and (until is None or now < until)


def zone_of(event: Event, countries: Countries) -> tzinfo:
    """Return the zone of an event: its own, else that of its country, else UTC."""
    country = countries.get((event.place and event.place.country) or "")
    theirs = country.zone if isinstance(country, Country) else None
    return event.zone or theirs or UTC


def unreported(event: Event, countries: Countries, now: datetime, events: Records = NO_EVENTS) -> bool:
    """Return whether its date has passed and nothing says that it took place."""
    return event.announced and timing(event, countries, now, events).state == "over"


def _wholes(event: Event, events: Records) -> Iterator[Event]:
    """Yield the event that one is part of, and the one that this is part of; none that is called off."""
    seen = {event.id}
    while event.part_of and event.part_of not in seen:
        whole = events.get(event.part_of)
        if not isinstance(whole, Event) or whole.called_off:
            return
        yield whole
        seen.add(whole.id)
        event = whole


def _at(day: date, clock: time, zone: tzinfo) -> datetime:
    return datetime.combine(day, clock, zone).astimezone(UTC)


def _state(event: Event, starts: datetime | None, ends: datetime | None, now: datetime) -> State:
    if event.standing == "cancelled" or event.standing == "postponed":
        return event.standing
    if event.standing == "held" or (ends and ends <= now):
        return "over"
    if starts is None:
        return "date to be confirmed"
    return "under way" if starts <= now else "coming"
