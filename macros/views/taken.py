"""Where studies are taken, and what is recorded of events -> how pages say it, by how an event stands."""

from typing import Any

from ..catalogue.downloads import files_of, presentations
from ..catalogue.names import named
from ..records.event import Event
from ..records.language import language_names
from ..records.programme import Session
from ..records.recording import Recording
from ..records.study import Study
from ..records.taken import Presented
from ..releases.calendars import place_name
from .downloads import described
from .view import View, in_order

LEADS = {
    "held": "Presented",
    "coming": "To be presented",
    "to-confirm": "To be presented",
    "under-way": "Being presented",
    "over": "Was to be presented",
    "cancelled": "Was to be presented",
    "postponed": "To be presented",
}


def presented_at(view: View, study: Study) -> list[dict[str, Any]]:
    """Return where a study was or will be presented, in the order in which events are listed."""
    by_event: dict[str, list[Presented]] = {}
    for one in study.presented:
        by_event.setdefault(one.event, []).append(one)
    events = in_order("events", (view.catalogue.events[id] for id in by_event))
    return [
        {
            "study": study,
            "event": event,
            "place": place_name(view.catalogue, event, view.language),
            "session": view.text(one.session),
            **_shown(view, event, one),
        }
        for event in events
        for one in by_event[event.id]
    ]


def presented_in(view: View, event: Event, session: Session | None = None) -> list[dict[str, Any]]:
    """Return the studies that are presented in a session of an event; without one, those of none."""
    return [
        {"study": one.study, **_shown(view, event, one.presented)}
        for one in presentations(view.catalogue, event)
        if event.session(one.presented.session) is session
    ]


def recording_shown(view: View, recording: Recording | None) -> dict[str, Any] | None:
    """Return a recording as fragments show it: its address, its title, and what it is in words."""
    if recording is None:
        return None
    words = (recording.length_words, language_names(view.language)[recording.language], "on another site")
    return {
        "href": recording.link,
        "language": recording.language,
        "title": ": ".join(filter(None, ("Recording", view.text(recording.title)))),
        "what": ", ".join(filter(None, words)),
    }


def _shown(view: View, event: Event, presented: Presented) -> dict[str, Any]:
    return {
        "states": view.states(event),
        "leads": LEADS,
        "speakers": named(view.catalogue, presented.speakers),
        "files": list(described(view, files_of(view.catalogue, presented))),
    }
