"""Records -> the blocks of the home page: what is announced, what is in hand, the member States."""

from markupsafe import Markup

from .view import View

ANNOUNCED = ("planned", "confirmed")


def render_announced_events(view: View, most: int = 4) -> Markup:
    """Return the programme's own events that are planned or confirmed, newest first."""
    events = [
        event
        for event in view.records("events")
        if view.catalogue.events[event.id].standing in ANNOUNCED
        and view.catalogue.events[event.id].scope == "neaspec"
    ]
    return view.render("tiles", kind="events", records=events[:most])


def render_studies_in_hand(view: View, most: int = 4) -> Markup:
    """Return the studies that are in preparation."""
    studies = [s for s in view.records("studies") if view.catalogue.studies[s.id].stage == "in preparation"]
    own = [study for study in studies if view.catalogue.studies[study.id].scope == "neaspec"]
    return view.render("tiles", kind="studies", records=own[:most])


def render_country_strip(view: View) -> Markup:
    """Return the six member States as links."""
    return view.render("country_strip", countries=view.records("countries"))
