"""Records -> the blocks of the home page: what is announced, what is in hand, the member States."""

from markupsafe import Markup

from ..catalogue.register import board
from .lists import GROUPS, event_group
from .states import as_of_build
from .view import View, in_order


def render_coming_events(view: View, most: int = 4, past: int = 2) -> Markup:
    """Return the programme's own events: those under way and coming, the nearest first, then the last."""
    own = [e for e in in_order("events", view.catalogue.events.values()) if e.scope == "neaspec"]
    by_group = {group: [e for e in own if event_group(view, e) == group] for group in GROUPS}
    ahead = [*reversed(by_group["under-way"]), *reversed(by_group["coming"])]
    ahead.sort(key=lambda event: event.date is None)
    return view.render(
        "coming_events",
        coming=ahead[:most],
        past=by_group["past"][:past],
        complete=len(ahead) <= most,
        as_of=as_of_build(view.catalogue, view.language),
    )


def render_studies_in_hand(view: View, most: int = 4) -> Markup:
    """Return the studies that are in preparation."""
    studies = in_order("studies", view.catalogue.studies.values())
    own = [s for s in studies if s.stage == "in preparation" and s.scope == "neaspec"]
    return view.render("tiles", kind="studies", records=own[:most], group="")


def render_country_strip(view: View) -> Markup:
    """Return the six member States as links."""
    return view.render("country_strip", countries=view.records("countries"))


def render_register_figures(view: View) -> Markup:
    """Return what the register holds, in three figures: projects, organizations, empty fields."""
    fields = board(view.catalogue)
    projects = view.catalogue.projects.values()
    return view.render(
        "register_figures",
        projects=len(projects),
        organizations=len({id for project in projects for id in project.taking_part()}),
        fields=len(fields),
        empty=sum(not gap.projects for gap in fields.values()),
    )
