"""An event and a moment -> whether it is coming, under way or over, in the event's own time zone."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Literal

from ..records.base import Record
from ..records.country import Country
from ..records.event import Event

State = Literal["coming", "under way", "over", "date to be confirmed", "cancelled", "postponed"]
Countries = Mapping[str, Record]
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Timing:
    """The state of an event at a moment, and the moments (UTC) at which its dates begin and are past.

    starts is None where no day is known: such an event is never under way. ends is the first moment
    after it, or after the month, quarter or year in which it was to be; None where no date is given.
    """

    state: State
    starts: datetime | None
    ends: datetime | None

    @property
    def since(self) -> datetime | None:
        """Return the moment since which the state holds by date, or None where it holds by its record."""
        return {"over": self.ends, "under way": self.starts}.get(self.state)


def timing(event: Event, countries: Countries, now: datetime) -> Timing:
    """Return how an event stands at a moment."""
    starts, ends = span(event, countries)
    return Timing(_state(event, starts, ends, now), starts, ends)


def span(event: Event, countries: Countries) -> tuple[datetime | None, datetime | None]:
    """Return when an event starts and the first moment after it, in UTC, as far as its date says."""
    if event.date is None:
        return None, None
    zone = zone_of(event, countries)
    first, last = event.date.first, event.date.last
    ends = _at(last, event.ends, zone) if event.ends else _at(last + DAY, time(), zone)
    return (_at(first, event.starts or time(), zone) if event.date.exact else None), ends


def closing(event: Event, countries: Countries) -> datetime | None:
    """Return the first moment (UTC) at which one can no longer register: never later than the event's end."""
    closes = event.registration.closes if event.registration else None
    last = _at(closes.last + DAY, time(), zone_of(event, countries)) if closes else None
    return min((moment for moment in (last, span(event, countries)[1]) if moment), default=None)


def is_open(event: Event, countries: Countries, now: datetime) -> bool:
    """Return whether one can still register for an event that is to come or under way."""
    until = closing(event, countries)
    return event.announced and event.registration is not None and (until is None or now < until)


def zone_of(event: Event, countries: Countries) -> tzinfo:
    """Return the zone of an event: its own, else that of its country, else UTC."""
    country = countries.get((event.place and event.place.country) or "")
    theirs = country.zone if isinstance(country, Country) else None
    return event.zone or theirs or UTC


def unreported(event: Event, countries: Countries, now: datetime) -> bool:
    """Return whether its date has passed and nothing says that it took place."""
    return event.announced and timing(event, countries, now).state == "over"


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
