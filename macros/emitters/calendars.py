"""Events -> iCalendar files (RFC 5545, RFC 7986), by the icalendar package: calendars, and one an event."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from icalendar import Calendar as ICalendar
from icalendar import Component, Timezone, TimezoneStandard
from icalendar import Event as VEvent

from ..catalogue import Catalogue
from ..catalogue.addresses import address_of
from ..records.event import Event as EventRecord
from ..records.release import Slot
from ..releases.calendars import Calendar, Dated, all_dated, calendars, dated_in
from ..releases.moves import former_ids
from ..settings import Site

REFRESH = timedelta(hours=12)
END = b"END:VCALENDAR\r\n"


def encode_calendars(catalogue: Catalogue, site: Site) -> dict[str, bytes]:
    """Return every calendar of the site, and a file for each event whose days are known, by address.

    Each event is encoded once, however many calendars carry it.
    """
    everything = all_dated(catalogue)
    encoded = {dated.event.id: _encode_event(catalogue, dated, site) for dated in everything}
    files = {
        calendar.path: _encode_calendar(
            calendar, [encoded[dated.event.id] for dated in dated_in(catalogue, calendar, everything)], site
        )
        for calendar in calendars(catalogue, site.language)
    }
    for dated in everything:
        one = Calendar("", "everything", dated.event.title.to(site.language), "")
        file = _encode_calendar(one, [encoded[dated.event.id]], site)
        for id in (dated.event.id, *former_ids(catalogue, "events", dated.event)):
            files[f"{address_of('events', id).rstrip('/')}.ics"] = file
    return files


def _encode_calendar(calendar: Calendar, encoded: Sequence[bytes], site: Site) -> bytes:
    """Return a VCALENDAR (RFC 5545, section 3.4); without METHOD, since it is published and invites no one.

    encoded are its events, whole components each. A calendar without a name is the file of one event: it
    has no refresh interval, as no one subscribes. One without events keeps its address and gives its time
    zone, as it must hold a component (section 3.6).
    """
    made = ICalendar()
    made.add("prodid", "-//NEASPEC//Outreach//EN")
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    if calendar.name:
        title = f"{site.title}: {calendar.title}"
        made.add("name", title)
        made.add("x-wr-calname", title)
        made.add("description", calendar.purpose)
        made.add("x-wr-caldesc", calendar.purpose)
        made.add("url", f"{site.url}events/")
        made.add("source", site.url + calendar.path, {"VALUE": "URI"})
        made.add("refresh-interval", REFRESH, {"VALUE": "DURATION"})
        made.add("x-published-ttl", "PT12H")
    if not encoded:
        made.add_component(_utc())
    opening, end, _ = _encode(made).rpartition(END)
    return b"".join((opening, *encoded, end))


def _encode_event(catalogue: Catalogue, dated: Dated, site: Site) -> bytes:
    """Return the VEVENTs of an event: one, or one a day."""
    entries = dated.entries(catalogue.ledger)
    return b"".join(_encode(_event(catalogue, dated, uid, slot, site)) for uid, slot in entries)


def _encode(component: Component) -> bytes:
    return bytes(component.to_ical(sorted=False))


def _utc() -> Timezone:
    """Return a VTIMEZONE (RFC 5545, section 3.6.5) of the zone in which entries give their hours."""
    always = TimezoneStandard()
    always.add("dtstart", datetime(1970, 1, 1))
    always.add("tzoffsetfrom", timedelta())
    always.add("tzoffsetto", timedelta())
    always.add("tzname", "UTC")
    made = Timezone()
    made.add("tzid", "Etc/UTC")
    made.add_component(always)
    return made


def _event(catalogue: Catalogue, dated: Dated, uid: str, slot: Slot, site: Site) -> VEvent:
    """Return a VEVENT (RFC 5545, section 3.6.1); its DTSTAMP is when its place in calendars last changed."""
    event = dated.event
    made = VEvent()
    made.add("uid", uid)
    made.add("dtstamp", dated.stamp)
    made.add("last-modified", dated.stamp)
    made.add("sequence", dated.sequence)
    made.add("dtstart", _when(slot.dtstart))
    if slot.dtend:
        made.add("dtend", _when(slot.dtend))
    made.add("summary", _summary(event, slot, site))
    made.add("description", _description(event, slot, site))
    if slot.location:
        made.add("location", slot.location)
    if event.place and event.place.point and not event.place.point.approximate:
        made.add("geo", (float(event.place.point.lat), float(event.place.point.lon)))
    made.add("url", site.url + address_of("events", event.id))
    made.add("status", slot.status)
    made.add("transp", "OPAQUE" if "T" in slot.dtstart and slot.status != "CANCELLED" else "TRANSPARENT")
    topics = [catalogue.topics[id].name.to(site.language) for id in event.topics]
    made.add("categories", topics)
    return made


def _summary(event: EventRecord, slot: Slot, site: Site) -> str:
    """Return the title, after the word that it is off: Outlook and Google show no STATUS."""
    title = event.title.to(site.language)
    if slot.status != "CANCELLED":
        return title
    postponed = event.standing == "postponed" or not (event.called_off or event.days[0])
    return f"{'Postponed' if postponed else 'Cancelled'}: {title}"


def _when(words: str) -> date | datetime:
    """Return the day (VALUE=DATE) or the moment in UTC that a slot says."""
    return datetime.fromisoformat(words) if "T" in words else date.fromisoformat(words)


def _description(event: EventRecord, slot: Slot, site: Site) -> str:
    """Return what stands in an entry: its standing, the summary, why it changed, where to go on, the page."""
    told = [event.summary.to(site.language).strip()]
    if event.standing != "held":
        told.insert(0, f"{event.standing.capitalize()}.")
    if not event.days[0]:
        told.insert(
            0, f"Its days are not known any more; it is now set for: {event.date or event.date_note}."
        )
    if event.starts and event.days[0] and "T" not in slot.dtstart:
        told.append(_hours(event))
    if event.changes and event.changes[-1].why:
        told.append(event.changes[-1].why.to(site.language))
    if event.announced and event.place and event.place.online:
        told.append(f"Take part online: {event.place.online}")
    if event.announced and event.registration:
        closes = f" (until {event.registration.closes})" if event.registration.closes else ""
        told.append(f"Register: {event.registration.link}{closes}")
    return "\n\n".join([*told, f"More: {site.url}{address_of('events', event.id)}"])


def _hours(event: EventRecord) -> str:
    """Return when an event of several days begins, and when it ends where that is known."""
    zone = f" ({event.zone.key})" if event.zone else ""
    ends = f", and ends at {event.ends:%H:%M} on the last" if event.ends else ""
    return f"It begins at {event.starts:%H:%M} on the first day{ends}{zone}."
