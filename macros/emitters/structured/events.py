"""An event -> an Event of schema.org: state, dates, place, organizers, sessions."""

from collections.abc import Iterator
from datetime import date, datetime, time

from ...catalogue import Catalogue
from ...catalogue.addresses import address_of
from ...catalogue.timing import is_open, zone_of
from ...records.event import Event
from ...records.programme import Session
from ...settings import Site
from . import schema_org as so
from .naming import organization, plain, span_words, thing_id, topic_names

SCHEMA = "https://schema.org/"


def event_thing(catalogue: Catalogue, site: Site, event: Event) -> so.Event | so.Thing:
    """Return an event with what the record knows; what it does not know is left out.

    Search engines refuse an Event without a start and a place: it is then a thing that its page is about.
    """
    if _has_start_and_place(catalogue, site, event):
        return _event(catalogue, site, event)
    return {
        "@type": "Thing",
        "@id": thing_id(site, "events", event.id),
        "name": event.title.to(site.language),
        "url": site.url + address_of("events", event.id),
        "description": plain(event.summary.to(site.language)),
    }


def _has_start_and_place(catalogue: Catalogue, site: Site, event: Event) -> bool:
    found = so.Event()
    _put_dates(found, catalogue, event)
    _put_place(found, catalogue, site, event)
    return "startDate" in found and "location" in found


def _event(catalogue: Catalogue, site: Site, event: Event) -> so.Event:
    thing = so.Event(
        {
            "@type": "EducationEvent" if event.kind == "training workshop" else "Event",
            "@id": thing_id(site, "events", event.id),
            "name": event.title.to(site.language),
            "url": site.url + address_of("events", event.id),
            "description": plain(event.summary.to(site.language)),
            "eventStatus": SCHEMA + _status(event),
            "keywords": topic_names(catalogue, site, event.topics),
        }
    )
    _put_dates(thing, catalogue, event)
    _put_place(thing, catalogue, site, event)
    _put_people(thing, catalogue, site, event)
    _put_works(thing, catalogue, site, event)
    return thing


def _status(event: Event) -> str:
    """Return the member of EventStatusType: an event that was moved is rescheduled until it is held."""
    if event.called_off:
        return "EventCancelled" if event.standing == "cancelled" else "EventPostponed"
    return "EventRescheduled" if event.announced and event.moved_from() else "EventScheduled"


def _put_dates(thing: so.Event, catalogue: Catalogue, event: Event) -> None:
    if event.date:
        starts = _moment(catalogue, event, event.date.first, event.starts) or span_words(event.date.start)
        ends = _moment(catalogue, event, event.date.last, event.ends) or span_words(event.date.end)
        if starts:
            thing["startDate"] = starts
        open_end = event.starts and not event.ends and event.date.single
        if ends and not open_end:
            thing["endDate"] = ends
    former = [words for when in event.moved_from() if (words := span_words(when.start))]
    if former:
        thing["previousStartDate"] = former


def _moment(catalogue: Catalogue, event: Event, day: date, clock: time | None) -> str:
    """Return a day and time in the event's zone (ISO 8601 with its offset), or '' without a time."""
    if clock is None:
        return ""
    return datetime.combine(day, clock, zone_of(event, catalogue.countries)).isoformat()


def _put_place(thing: so.Event, catalogue: Catalogue, site: Site, event: Event) -> None:
    locations: list[so.Place | so.VirtualLocation] = [*_on_site(catalogue, site, event), *_online(event)]
    if not locations or event.place is None:
        return
    thing["location"] = locations
    mode = "Mixed" if len(locations) > 1 else "Offline" if event.place.on_site else "Online"
    thing["eventAttendanceMode"] = f"{SCHEMA}{mode}EventAttendanceMode"


def _on_site(catalogue: Catalogue, site: Site, event: Event) -> Iterator[so.Place]:
    place = event.place
    if place is None or not place.on_site:
        return
    country = catalogue.countries.get(place.country or "")
    name = place.name or place.city or (country and country.name)
    found = so.Place({"@type": "Place"})
    if name:
        found["name"] = name.to(site.language)
    if place.city or country:
        found["address"] = so.PostalAddress({"@type": "PostalAddress"})
        if place.city:
            found["address"]["addressLocality"] = place.city.to(site.language)
        if country:
            found["address"]["addressCountry"] = country.id.upper()
    if place.point and not place.point.approximate:
        lat, lon = float(place.point.lat), float(place.point.lon)
        found["geo"] = {"@type": "GeoCoordinates", "latitude": lat, "longitude": lon}
    yield found


def _online(event: Event) -> Iterator[so.VirtualLocation]:
    if event.place and event.place.online:
        yield {"@type": "VirtualLocation", "url": event.place.online}


def _put_people(thing: so.Event, catalogue: Catalogue, site: Site, event: Event) -> None:
    organizers = [organization(catalogue, site, id) for id in event.organizers]
    others = [organization(catalogue, site, id) for id in event.co_organizers]
    if organizers:
        thing["organizer"] = organizers
    if others:
        thing["contributor"] = others
    if event.languages:
        thing["inLanguage"] = list(event.languages)
    if event.registration and is_open(event, catalogue.countries, catalogue.now, catalogue.events):
        thing["potentialAction"] = {"@type": "RegisterAction", "target": event.registration.link}


def _put_works(thing: so.Event, catalogue: Catalogue, site: Site, event: Event) -> None:
    if event.programme:
        sessions = [_session(catalogue, site, event, session) for session in event.programme]
        dated = [session for session in sessions if "startDate" in session]
        if dated:
            thing["subEvent"] = [{**session, "location": thing["location"]} for session in dated]
    if event.part_of and _has_start_and_place(catalogue, site, catalogue.events[event.part_of]):
        thing["superEvent"] = {"@id": thing_id(site, "events", event.part_of)}
    if event.documents:
        thing["subjectOf"] = [_document(catalogue, site, id) for id in event.documents]


def _document(catalogue: Catalogue, site: Site, id: str) -> so.Work:
    name = catalogue.documents[id].title.to(site.language)
    return {"@type": "CreativeWork", "name": name, "url": site.url + address_of("documents", id)}


def _session(catalogue: Catalogue, site: Site, event: Event, session: Session) -> so.Event:
    """Return a session; it takes place where the event does, and is called off with it."""
    found = so.Event({"@type": "Event", "name": session.title.to(site.language)})
    if event.called_off:
        found["eventStatus"] = SCHEMA + _status(event)
    when = session.date or event.date
    if when and when.exact:
        found["startDate"] = _moment(catalogue, event, when.first, session.starts) or when.first.isoformat()
        if session.ends or not session.starts or not when.single:
            found["endDate"] = _moment(catalogue, event, when.last, session.ends) or when.last.isoformat()
    return found
