"""Events -> which calendars there are, what each carries, and what the ledger learns of them."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import Literal

from ..catalogue.catalogue import Catalogue
from ..catalogue.sources import written_on
from ..catalogue.timing import span
from ..records.event import Event, open_ended
from ..records.moment import utc_words
from ..records.release import FIRST_DAY, CalendarStatus, Entered, Ledger, Slot
from ..records.text import DEFAULT_LANGUAGE
from .calendar_days import by_day, hours_of
from .feeds import subjects

MEDIA_TYPE = "text/calendar"
STATUS: dict[str, CalendarStatus] = {"planned": "TENTATIVE", "confirmed": "CONFIRMED", "held": "CONFIRMED"}
Group = Literal["everything", "topics", "countries"]


@dataclass(frozen=True, slots=True)
class Calendar:
    """A calendar: its permanent name ('topics/forests'), what it is called, and what it is for."""

    name: str
    group: Group
    title: str
    purpose: str

    @property
    def path(self) -> str:
        """Return its address under the site's: 'calendar/topics/forests.ics'."""
        return f"calendar/{self.name}.ics"


@dataclass(frozen=True, slots=True)
class Dated:
    """An event with its place in a calendar; stamp is when that last changed, sequence how often."""

    event: Event
    slot: Slot
    sequence: int
    stamp: datetime

    def entries(self, ledger: Ledger) -> tuple[tuple[str, Slot], ...]:
        """Return what stands in a calendar, each with its uid: one entry, or one for each day with hours."""
        return tuple(by_day(str(self.event.uid), self.slot, ledger))


def calendars(catalogue: Catalogue, language: str = DEFAULT_LANGUAGE) -> tuple[Calendar, ...]:
    """Return every calendar of the site; each is there even while no event is in it."""
    topics, countries = subjects(catalogue, language)
    return (
        Calendar("events", "everything", "All events", "Every event whose days are known."),
        *(Calendar(f"topics/{id}", "topics", name, f"Events on: {name}.") for id, name in topics),
        *(Calendar(f"countries/{id}", "countries", n, f"Events that concern {n}.") for id, n in countries),
    )


def dated_in(catalogue: Catalogue, calendar: Calendar, everything: tuple[Dated, ...]) -> tuple[Dated, ...]:
    """Return those of all dated events that a calendar carries, the earliest first."""
    if calendar.group == "everything":
        return everything
    id = calendar.name.partition("/")[2]
    own = {event.id for event in catalogue.related(calendar.group, id, "events")}
    return tuple(dated for dated in everything if dated.event.id in own)


def all_dated(catalogue: Catalogue) -> tuple[Dated, ...]:
    """Return every event that a calendar carries, the earliest first."""
    found = (dated_event(catalogue, event) for event in catalogue.events.values())
    return tuple(sorted((d for d in found if d), key=lambda d: (d.slot.dtstart, d.event.id)))


def dated_event(catalogue: Catalogue, event: Event) -> Dated | None:
    """Return an event with its place in a calendar, or None where its days are not known.

    The sequence (RFC 5545, section 3.8.7.4) is that of the ledger, one higher where the slot differs from
    what the ledger has. An event whose days are no longer known stays, cancelled on those that it had.
    """
    known = catalogue.ledger.entered.get(event.uid or "")
    slot = _slot(catalogue, event)
    if slot is None:
        if known is None:
            return None
        words = {"summary": str(event.title), "location": location(catalogue, event)}
        hours = known.slot.hours if len(known.slot.hours) > 1 else ()  # one is told in words, and no more
        slot = known.slot.model_copy(update={"status": "CANCELLED", "hours": hours, **words})
    if known is None:
        return Dated(event, slot, 0, _written(catalogue, event))
    if slot == known.slot:
        return Dated(event, slot, known.sequence, known.entered)
    return Dated(event, slot, known.sequence + 1, max(known.entered, _written(catalogue, event)))


def entering(catalogue: Catalogue, now: datetime) -> tuple[Entered, ...]:
    """Return what calendars carry and the ledger does not have yet, as entries of a moment."""
    known = catalogue.ledger.entered
    return tuple(
        Entered(
            uid=dated.event.uid,
            entered=max(now, dated.stamp),
            event=dated.event.id,
            sequence=dated.sequence,
            changes=len(dated.event.changes),
            slot=dated.slot,
            days=dated.event.days,
        )
        for dated in all_dated(catalogue)
        if dated.event.uid and (dated.event.uid not in known or known[dated.event.uid].slot != dated.slot)
    )


def ids_in_ledger(catalogue: Catalogue, event: Event) -> tuple[str, ...]:
    """Return the ids that an event had in the ledger and no event has now: redirects lead from them."""
    ledger = catalogue.ledger
    had = ledger.event_ids.get(event.uid or "", ())
    return tuple(sorted(id for id in had if id not in catalogue.events and ledger.uid_at[id] == event.uid))


def place_name(catalogue: Catalogue, event: Event, language: str = DEFAULT_LANGUAGE) -> str:
    """Return building, city and country, as far as they are known: 'Beijing, China'."""
    if event.place is None:
        return ""
    country = catalogue.countries.get(event.place.country or "")
    names = (event.place.name, event.place.city, country and country.name)
    return ", ".join(name.to(language) for name in names if name)


def location(catalogue: Catalogue, event: Event) -> str:
    """Return where one goes, and where one takes part from afar: a change of either moves people."""
    online = str(event.place.online) if event.place and event.place.online else ""
    return "; ".join(words for words in (place_name(catalogue, event), online) if words)


def _slot(catalogue: Catalogue, event: Event) -> Slot | None:
    if event.date is None or not event.date.exact or event.uid is None:
        return None
    starts, ends = span(event, catalogue.countries)
    dtstart, dtend = event.date.first.isoformat(), (event.date.last + timedelta(days=1)).isoformat()
    hours = hours_of(catalogue, event)
    if len(hours) > 1:
        dtstart, _, dtend = hours[0].partition("/")
    elif event.starts and starts and ends and not hours:
        dtstart, dtend = utc_words(starts), "" if open_ended(event, event.date) else utc_words(ends)
    return Slot(
        dtstart=dtstart,
        dtend=dtend,
        status="CANCELLED" if event.called_off else STATUS[event.standing],
        summary=str(event.title),
        location=location(catalogue, event),
        hours=hours,
    )


def _written(catalogue: Catalogue, event: Event) -> datetime:
    """Return when what we know of an event was written: its last change, else its newest dated source."""
    days = [change.on.first for change in event.changes]
    for source in event.sources:
        written = written_on(source, catalogue.documents)
        if written:
            days.append(written.first)
    return datetime.combine(max(days), time(), UTC) if days else FIRST_DAY
