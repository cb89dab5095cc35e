"""An event -> an Event of schema.org: state, dates, place, organizers, sessions."""

from datetime import date, datetime, time

from ...catalogue.timing import is_open, zone_of
from ...records.event import Event, open_ended
from ...records.programme import Session
from .describing import Describer, Thing, filled, span_words
from .media import recordings
from .taken import elsewhere, featured

SCHEMA = "https://schema.org/"


def event_thing(by: Describer, event: Event) -> Thing:
    """Return an event with what the record knows.

    Search engines refuse an Event without a start and a place: it is then a thing that its page is about.
    """
    description = by.line(event.summary)
    if not _has_start_and_place(by, event):
        return by.record("events", event, "Thing", {"description": description})
    catalogue = by.catalogue
    place = _place(by, event)
    programme = [_session(by, event, session) for session in event.programme]
    opened = event.registration and is_open(event, catalogue.countries, catalogue.now, catalogue.events)
    whole = catalogue.events[event.part_of] if event.part_of else None
    properties = {
        "description": description,
        "eventStatus": SCHEMA + _status(event),
        "keywords": by.topics(event.topics),
        **_dates(by, event),
        **place,
        "organizer": by.organizations(event.organizers),
        "contributor": by.organizations(event.co_organizers),
        "inLanguage": list(event.languages),
        "potentialAction": {"@type": "RegisterAction", "target": event.registration.link}
        if event.registration and opened
        else None,
        "subEvent": [{**one, "location": place["location"]} for one in programme if "startDate" in one],
        "superEvent": by.reference("events", whole.id) if whole and _has_start_and_place(by, whole) else None,
        "recordedIn": recordings(by, event),
        "workFeatured": featured(by, event),
        "sameAs": elsewhere(event.also_at),
        "subjectOf": [_document(by, id) for id in event.documents],
    }
    type = "EducationEvent" if event.kind == "training workshop" else "Event"
    return by.record("events", event, type, properties)


def _has_start_and_place(by: Describer, event: Event) -> bool:
    return bool(_dates(by, event).get("startDate")) and "location" in _place(by, event)


def _status(event: Event) -> str:
    """Return the member of EventStatusType: an event that was moved is rescheduled until it is held."""
    if event.called_off:
        return "EventCancelled" if event.standing == "cancelled" else "EventPostponed"
    return "EventRescheduled" if event.announced and event.moved_from() else "EventScheduled"


def _dates(by: Describer, event: Event) -> Thing:
    starts = ends = ""
    if event.date:
        starts = _moment(by, event, event.date.first, event.starts) or span_words(event.date.start)
        ends = _moment(by, event, event.date.last, event.ends) or span_words(event.date.end)
        if open_ended(event, event.date):
            ends = ""
    former = [words for when in event.moved_from() if (words := span_words(when.start))]
    return {"startDate": starts, "endDate": ends, "previousStartDate": former}


def _moment(by: Describer, event: Event, day: date, clock: time | None) -> str:
    """Return a day and time in the event's zone (ISO 8601 with its offset), or '' without a time."""
    if clock is None:
        return ""
    return datetime.combine(day, clock, zone_of(event, by.catalogue.countries)).isoformat()


def _place(by: Describer, event: Event) -> Thing:
    """Return where it takes place: on site, online, or both; nothing where that is not known."""
    place = event.place
    if not place or not (place.on_site or place.online):
        return {}
    locations = []
    if place.on_site:
        country = by.catalogue.countries.get(place.country or "")
        name = place.name or place.city or (country.name if country else None)
        locations.append(by.place(name, country.id if country else None, place.point, place.city))
    if place.online:
        locations.append({"@type": "VirtualLocation", "url": place.online})
    mode = "Mixed" if len(locations) > 1 else "Offline" if place.on_site else "Online"
    return {"location": locations, "eventAttendanceMode": f"{SCHEMA}{mode}EventAttendanceMode"}


def _document(by: Describer, id: str) -> Thing:
    name = by.text(by.catalogue.documents[id].title)
    return {"@type": "CreativeWork", "name": name, "url": by.url("documents", id)}


def _session(by: Describer, event: Event, session: Session) -> Thing:
    """Return a session; it takes place where the event does, and is called off with it."""
    starts = ends = ""
    when = session.date or event.date
    if when and when.exact:
        starts = _moment(by, event, when.first, session.starts) or when.first.isoformat()
        if not open_ended(session, when):
            ends = _moment(by, event, when.last, session.ends) or when.last.isoformat()
    return filled(
        {
            "@type": "Event",
            "name": by.text(session.title),
            "eventStatus": SCHEMA + _status(event) if event.called_off else None,
            "startDate": starts,
            "endDate": ends,
        }
    )
