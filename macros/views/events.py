"""An event -> the body of its page."""

from markupsafe import Markup

from ..records.event import Event
from .relations import plan_activities
from .view import View


def render_event(view: View, event: Event, related: str = "") -> Markup:
    """Return everything that the record says of an event, and what it is linked with."""
    organizations = view.catalogue.organizations
    return view.render(
        "event",
        event=event,
        place=place_words(view, event),
        organizers=[organizations[id] for id in event.organizers],
        partners=[organizations[id] for id in event.partners],
        attended_by=[organizations[id] for id in event.attended_by],
        countries=view.related("events", event, "countries"),
        topics=view.related("events", event, "topics"),
        framework=view.related("events", event, "framework-items"),
        activities=plan_activities(view, "events", event),
        related=related,
    )


def place_words(view: View, event: Event) -> str:
    """Return city and country, as far as they are known: 'Beijing, China'."""
    if event.place is None:
        return ""
    country = view.catalogue.countries.get(event.place.country or "")
    names = (event.place.city, country.name if country else None)
    return ", ".join(view.text(name) for name in names if name)
