"""The register of projects -> its map and its lines with filters, whole or narrowed, a page at a time."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import product
from typing import Any

from markupsafe import Markup

from ..catalogue.addresses import address_of
from ..catalogue.cells import cells
from ..catalogue.entries import Line, line_of
from ..catalogue.register import UNKNOWN, Facets, choices, facets, is_stale
from ..records.project import Project
from .filters import Filter, count_values, filter_of, path_of
from .map import Mark, in_view, render_map
from .page import Page
from .paging import STEP, Head, Part, Shelf, list_pages
from .view import View

HOME = "register"
LABELS = {
    "area": "Activity area",
    "country": "Country",
    "topic": "Topic",
    "organization": "Kind of organization",
    "period": "Period",
    "seeking": "Seeking",
    "place": "Place",
}
ALWAYS = ("area", "country")


@dataclass(frozen=True, slots=True)
class Entry:
    """A project in the register: the words of its line, and the values that filters look at."""

    project: Project
    line: Line
    values: Facets = field(repr=False)


def render_register(view: View) -> Markup:
    """Return the whole register: its map, its filters, its first lines."""
    shelf = shelf_of(view)
    return _draw(shelf, view, shelf.whole(), 1)


def register_pages(view: View) -> Iterator[Page]:
    """Yield the further pages of the register, and those of its parts (no JavaScript needed)."""
    shelf = shelf_of(view)
    draw = partial(_draw, shelf)
    yield from list_pages(view, shelf.whole(), _head("Register of projects"), draw)
    for name, labels in shelf.labels.items():
        for value, label in labels.items():
            if shelf.counts[name][value] or (name in ALWAYS and value != UNKNOWN):
                part = shelf.part({name: value})
                yield from list_pages(view, part, _head(f"Register: {label}", _intro(view, part)), draw)
    areas, countries = shelf.labels["area"], shelf.labels["country"]
    for area, country in product(areas, countries):
        part = shelf.part({"area": area, "country": country})
        if part.entries:
            head = _head(f"Register: {areas[area]}, {countries[country]}")
            yield from list_pages(view, part, head, draw)


def shelf_of(view: View) -> Shelf[Entry]:
    """Return the entries of the register by name, with what they are filed under."""
    entries = tuple(
        Entry(project, line_of(view.catalogue, project, view.language), facets(view.catalogue, project))
        for project in view.records("projects")
        if isinstance(project, Project)
    )
    labels = choices(view.catalogue, view.language)
    counts = count_values([dict.fromkeys(labels, ()), *(entry.values for entry in entries)])
    return Shelf(HOME, entries, labels, counts)


def _intro(view: View, part: Part[Entry]) -> str:
    area = view.catalogue.areas.get(part.chosen.get("area", ""))
    return view.text(area.summary) if area else ""


def _head(title: str, intro: str = "") -> Head:
    return Head("Register", title, (title, ". Projects on the land in North-East Asia."), intro)


def _draw(shelf: Shelf[Entry], view: View, part: Part[Entry], number: int) -> Markup:
    front = number == 1 and not part.chosen
    return view.render(
        "register",
        map=_map(view, shelf) if front else "",
        filters=_filters(shelf, part, front),
        lines=[_line(view, entry) for entry in part.on(number)],
        paging=part.paging(number),
        total=len(shelf.entries),
        chosen=part.chosen,
        step=STEP,
        index=shelf.index,
    )


def _line(view: View, entry: Entry) -> dict[str, Any]:
    stale = is_stale(entry.project, view.catalogue.today)
    return {"line": entry.line, "path": address_of("projects", entry.project.id), "stale": stale}


def _filters(shelf: Shelf[Entry], part: Part[Entry], front: bool) -> list[Filter]:
    """Return the filters; places, which may be hundreds, are all listed only beside the map."""
    labels = dict(shelf.labels)
    if not front:
        place = part.chosen.get("place", "")
        labels["place"] = {place: labels["place"][place]} if place else {}
    return [
        filter_of(HOME, name, LABELS[name], found, shelf.counts, part.chosen)
        for name, found in labels.items()
    ]


def _map(view: View, shelf: Shelf[Entry]) -> Markup:
    """Return the map of all that is in the register, and how much of it has no place there."""
    counts = shelf.counts["place"]
    marks = [
        Mark(c.id, c.label, c.lat, c.lon, counts[c.id], path_of(HOME, "place", c.id), c.approximate, c.whole)
        for c in cells(view.catalogue, view.language).values()
        if in_view(c.lat, c.lon)
    ]
    there = {mark.value for mark in marks}
    missing = sum(there.isdisjoint(entry.values["place"]) for entry in shelf.entries)
    return render_map(view, marks, "Map of the projects in the register", missing=missing)
