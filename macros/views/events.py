"""An event -> the body of its page."""

from datetime import date
from itertools import groupby
from typing import Any

from markupsafe import Markup

from ..catalogue.downloads import files_of
from ..catalogue.names import named
from ..catalogue.timing import closing, is_open
from ..records.change import Change
from ..records.event import Event
from ..records.fact import Fact
from ..records.language import language_names
from ..records.moment import utc_words
from ..records.programme import Session
from ..releases.calendars import Calendar, calendars, dated_event, place_name
from ..releases.when_where import hours_words, span_words, zone_words
from .codes import paper_code
from .downloads import described, render_files
from .facts import render_fact
from .people import render_contacts
from .pictures import render_gallery
from .relations import plan_activities
from .taken import presented_in, recording_shown
from .view import View

FIRST = (date.min, date.min)


def render_event(view: View, event: Event, related: str = "") -> Markup:
    """Return everything that the record says of an event, and what it is linked with."""
    organizations = view.catalogue.organizations
    return view.render(
        "event",
        event=event,
        place=place_words(view, event),
        hours=hours_words(event, view.language),
        organizers=[organizations[id] for id in event.organizers],
        co_organizers=[organizations[id] for id in event.co_organizers],
        attended_by=[organizations[id] for id in event.attended_by],
        languages=[language_names(view.language)[code] for code in event.languages],
        countries=view.related("events", event, "countries"),
        topics=view.related("events", event, "topics"),
        framework=view.related("events", event, "framework-items"),
        activities=plan_activities(view, "events", event),
        programme=_programme(view, event),
        zone="" if event.starts else zone_words(event, view.language),
        figures=[(fact, render_fact(view, fact)) for fact in _figures(view, event)],
        registration=_registration(view, event),
        changes=[(change, change_words(view, change)) for change in reversed(event.changes)],
        gallery=render_gallery(view, event.gallery),
        dated=dated_event(view.catalogue, event),
        subscriptions=_subscriptions(view, event),
        files=render_files(view, files_of(view.catalogue, event)),
        contacts=render_contacts(view, event.contacts),
        recording=recording_shown(view, event.recording),
        presented=presented_in(view, event),
        code=paper_code(view, "events", event.id),
        related=related,
    )


def place_words(view: View, event: Event) -> str:
    """Return building, city and country, as far as they are known: 'Beijing, China'."""
    return place_name(view.catalogue, event, view.language)


def change_words(view: View, change: Change) -> str:
    """Return what changed, as a sentence."""
    was_on, was = view.date(change.was_on), view.text(change.was)
    sentences = {
        "moved": f"Moved from {was_on}.",
        "postponed": f"Postponed; it was to be on {was_on}.",
        "cancelled": "Cancelled.",
        "reinstated": "Takes place after all.",
        "renamed": f"Renamed; it was called “{was}”.",
        "place": f"Moved to another place; it was to be at {was}.",
        "corrected": "Corrected here; the event itself is the same.",
    }
    return sentences[change.what]


def _programme(view: View, event: Event) -> list[dict[str, Any]]:
    """Return the sessions by day; those of a day in the order in which they are written."""
    whole = event.date if event.date and event.date.single else None
    dates = [(session, session.date or whole) for session in event.programme]
    ordered = [s for s, when in sorted(dates, key=lambda d: (d[1].first, d[1].last) if d[1] else FIRST)]
    days = groupby(ordered, key=lambda session: session.date or event.date)
    return [
        {"day": view.date(day), "sessions": [_session(view, event, s) for s in found]} for day, found in days
    ]


def _session(view: View, event: Event, session: Session) -> dict[str, Any]:
    speakers = named(view.catalogue, session.speakers)
    documents = [view.catalogue.documents[id] for id in session.documents]
    return {
        "session": session,
        "hours": span_words(session),
        "speakers": speakers,
        "documents": documents,
        "files": list(described(view, files_of(view.catalogue, session))),
        "recording": recording_shown(view, session.recording),
        "presented": presented_in(view, event, session),
    }


def _figures(view: View, event: Event) -> list[Fact]:
    return [view.catalogue.facts[id] for id in event.outcome.figures] if event.outcome else []


def _registration(view: View, event: Event) -> dict[str, Any] | None:
    """Return where to register and until when, while the event is still to come."""
    ahead = event.announced and view.catalogue.timing(event).state != "over"
    if event.registration is None or not ahead:
        return None
    closes = closing(event, view.catalogue.countries, view.catalogue.events)
    return {
        "told": event.registration,
        "closes": view.date(event.registration.closes),
        "moment": utc_words(closes) if closes else "",
        "closed": not is_open(event, view.catalogue.countries, view.catalogue.now, view.catalogue.events),
    }


def _subscriptions(view: View, event: Event) -> list[Calendar]:
    """Return the calendars that carry the event: all events, its topics, its countries."""
    own = {f"topics/{topic.id}" for topic in view.related("events", event, "topics")}
    own |= {f"countries/{country.id}" for country in view.related("events", event, "countries")}
    return [c for c in calendars(view.catalogue, view.language) if c.name == "events" or c.name in own]
