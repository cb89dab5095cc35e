"""Records -> the blocks of the home page: what is announced, what is in hand, the member States."""

from markupsafe import Markup

from .view import View, in_order


def render_announced_events(view: View, most: int = 4) -> Markup:
    """Return the programme's own events that are planned or confirmed, the nearest first."""
    catalogue = view.catalogue
    announced = [
        event
        for event in reversed(in_order("events", catalogue.events.values()))
        if event.announced and event.scope == "neaspec" and not catalogue.announced_earlier(event)
    ]
    return view.render("tiles", kind="events", records=announced[:most])


def render_studies_in_hand(view: View, most: int = 4) -> Markup:
    """Return the studies that are in preparation."""
    studies = in_order("studies", view.catalogue.studies.values())
    own = [s for s in studies if s.stage == "in preparation" and s.scope == "neaspec"]
    return view.render("tiles", kind="studies", records=own[:most])


def render_country_strip(view: View) -> Markup:
    """Return the six member States as links."""
    return view.render("country_strip", countries=view.records("countries"))
