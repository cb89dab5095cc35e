"""The feeds of the site -> the page that lists them, and the links in the head of every page."""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from ..catalogue.kinds import ANNOUNCED, PAGED
from ..releases.calendars import MEDIA_TYPE, Calendar, calendars
from ..releases.feeds import FORMATS, OPML, PROGRAMME, Feed, feeds
from .view import View

LABELS = {"everything": "Everything", "kinds": "By kind", "topics": "By topic", "countries": "By country"}
OF_SECTION = {
    **{PAGED[kind].folder: said.feed for kind, said in ANNOUNCED.items() if said.purpose},
    "approach": PROGRAMME,
    "plan": PROGRAMME,
}


def render_feed_list(view: View) -> Markup:
    """Return every feed and calendar with one line on what it is for, and its addresses."""
    everything = feeds(view.catalogue, view.language)
    groups = [
        {"id": group, "label": label, "feeds": [feed for feed in everything if feed.group == group]}
        for group, label in LABELS.items()
    ]
    return view.render(
        "feed_list",
        groups=groups,
        formats=FORMATS,
        opml=OPML,
        calendars=calendars(view.catalogue, view.language),
    )


@dataclass(frozen=True, slots=True)
class Alternate:
    """A feed or calendar that the head of a page points to: its title, media type and address."""

    title: str
    type: str
    path: str


def alternates(everything: Iterable[Feed], dates: Iterable[Calendar], path: str) -> list[Alternate]:
    """Return what the page at an address points to in its head: all updates, its own feeds and calendar."""
    names = _names(path)
    own = [
        Alternate(f"{feed.title} ({label})", type, feed.path(format))
        for feed in everything
        if feed.name in names
        for format, (label, type) in FORMATS.items()
    ]
    calendar = [
        Alternate(f"{calendar.title} (calendar)", MEDIA_TYPE, calendar.path)
        for calendar in dates
        if calendar.name in names
    ]
    return own + calendar


def _names(path: str) -> tuple[str, ...]:
    """Return the names of the feeds of a page: all updates, those of its section, those of its record."""
    return ("updates", OF_SECTION.get(path.split("/")[0], ""), path.rstrip("/"))
