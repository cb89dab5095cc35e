"""Announcements -> their pages, the list by year, what is new, and the words that feeds carry."""

from collections.abc import Mapping
from itertools import groupby
from typing import Any

from markupsafe import Markup

from ..catalogue.downloads import files_told
from ..catalogue.kinds import KINDS
from ..catalogue.renditions import Rendition, renditions
from ..catalogue.shown_pictures import preview_picture
from ..records.announcement import Announcement
from ..records.event import Event
from ..records.project import Project
from ..records.study import Study
from ..releases.feeds import countries_of, feeds, topics_of, window
from ..releases.releasing import corrections_of
from ..releases.when_where import when_and_where
from .clean import clean
from .downloads import described, render_files
from .pictures import render_figure, render_gallery
from .view import View

PAGES = {"approach": ("approach/", "The NEASPEC approach")}
PROSE_FOLLOWS = "<!-- update ends -->"


def render_update(view: View, announcement: Announcement, related: str = "") -> Markup:
    """Return the page of an announcement; longer words follow it where there are any."""
    return view.render(
        "update",
        announcement=announcement,
        told=view.told(announcement),
        about=about(view, announcement),
        corrections=corrections_of(view.catalogue, announcement),
        corrected=view.catalogue.announcements.get(announcement.corrects or ""),
        picture=render_figure(view, announcement.picture, eager=True) if announcement.picture else "",
        gallery=render_gallery(view, announcement.gallery),
        topics=[view.catalogue.topics[id] for id in topics_of(view.catalogue, announcement)],
        countries=[view.catalogue.countries[id] for id in countries_of(view.catalogue, announcement)],
        files=render_files(view, files_told(view.catalogue, announcement)),
        related=related,
    )


def render_updates(view: View) -> Markup:
    """Return every announcement by year, newest first."""
    everything: list[Any] = view.records("announcements")
    years = groupby(everything, key=lambda announcement: announcement.date.last.year)
    return view.render("updates", years=[(year, list(found)) for year, found in years])


def render_latest(view: View, most: int = 3) -> Markup:
    """Return the newest announcements, old news aside."""
    everything: list[Any] = view.records("announcements")
    found = [a for a in everything if not a.archive]
    return view.render("latest", announcements=found[:most])


def render_gone(view: View) -> Markup:
    """Return the page that stands where an announcement was withdrawn."""
    return view.render("update_gone")


def render_moved(view: View, noun: str, to: str, title: str) -> Markup:
    """Return the page that leads from an address that was public to a new one, under the site's."""
    return view.render("moved", noun=noun, href=view.to(to), title=title)


def feed_contents(view: View, prose: Mapping[str, str], site_url: str) -> dict[str, str]:
    """Return what feeds carry of each announcement in their windows, by id: clean HTML with absolute links.

    view is one whose root is the site's address; prose holds the HTML of longer words, by id.
    """
    windows = (window(view.catalogue, feed) for feed in feeds(view.catalogue))
    syndicated = {release.guid for releases in windows for release in releases}
    contents = {}
    for id, announcement in view.catalogue.announcements.items():
        if announcement.guid not in syndicated:
            continue
        html = view.render(
            "update_feed",
            announcement=announcement,
            told=view.told(announcement),
            about=about(view, announcement),
            corrections=corrections_of(view.catalogue, announcement),
            picture=_feed_picture(view, announcement),
            files=list(described(view, files_told(view.catalogue, announcement))),
            prose=Markup(prose.get(id, "")),  # noqa: S704 - from our own pages; cleaned below
        )
        contents[id] = clean(html, view, f"{site_url}updates/{id}/")
    return contents


def about(view: View, announcement: Announcement) -> dict[str, Any]:
    """Return what an announcement is about: noun, title, address, and the facts to show beside it."""
    kind, id = announcement.about.node
    if kind == "pages":
        path, title = PAGES[id]
        return {"noun": "Page", "title": title, "href": view.to(path), "facts": []}
    record: Any = view.catalogue.record(kind, id)
    return {
        "noun": getattr(record, "kind", KINDS[kind].noun).capitalize(),
        "title": view.text(record.title),
        "href": view.link(kind, id),
        "facts": [(label, words) for label, words in _facts(view, record) if words],
    }


def _facts(view: View, record: Any) -> list[tuple[str, str]]:
    when, where = when_and_where(view.catalogue, record, view.language)
    if isinstance(record, Event):
        when = when or view.text(record.date_note)
        when = f"{when} ({record.standing})" if record.called_off else when
        return [("When", when), ("Where", where)]
    if isinstance(record, Study):
        return [
            ("Stage", record.stage),
            ("Planned to be final", view.date(record.due)),
            ("Final", view.date(record.published)),
        ]
    if isinstance(record, Project):
        return [("Where", where), ("When", when)]
    return []


def _feed_picture(view: View, announcement: Announcement) -> Rendition | None:
    """Return the copy of its picture that readers of feeds see: that of previews, else an older format."""
    if announcement.picture is None:
        return None
    file = view.catalogue.pictures[announcement.picture.file]
    return preview_picture(view.catalogue, announcement) or renditions(file)[-1]
