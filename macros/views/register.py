"""The register of projects -> its map and its lines with filters, whole or narrowed, a page at a time."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup

from ..catalogue.addresses import address_of
from ..catalogue.cells import cells
from ..catalogue.entries import Line, line_of
from ..catalogue.register import UNKNOWN, Facets, choices, facets, is_stale
from ..records.project import Project
from .filters import Chosen, Counts, Filter, count_values, filter_of, fits, path_of
from .map import Mark, in_view, render_map
from .page import Page
from .view import View

HOME = "register"
INDEX = "register/index.json"
STEP = 50
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


@dataclass(frozen=True, slots=True)
class Shelf:
    """All entries in order, with the labels of the filters' values and how often each occurs."""

    entries: tuple[Entry, ...]
    labels: Mapping[str, Mapping[str, str]]
    counts: Counts


@dataclass(frozen=True, slots=True)
class Part:
    """The register or a part of it, which may fill several pages."""

    path: str
    numbered: str
    entries: tuple[Entry, ...]
    chosen: Chosen = field(default_factory=dict)


def render_register(view: View) -> Markup:
    """Return the whole register: its map, its filters, its first lines."""
    shelf = shelf_of(view)
    return _render(view, shelf, _whole(shelf), 1)


def register_pages(view: View) -> Iterator[Page]:
    """Yield the further pages of the register, and those of its parts (no JavaScript needed)."""
    shelf = shelf_of(view)
    yield from _pages(view, shelf, _whole(shelf), "Register of projects", "")
    for name, labels in shelf.labels.items():
        for value, label in labels.items():
            if shelf.counts[name][value] or (name in ALWAYS and value != UNKNOWN):
                yield from _part_pages(view, shelf, {name: value}, label)
    areas, countries = shelf.labels["area"], shelf.labels["country"]
    for area, country in ((a, c) for a in areas for c in countries):
        chosen = {"area": area, "country": country}
        if any(fits(entry.values, chosen) for entry in shelf.entries):
            yield from _part_pages(view, shelf, chosen, f"{areas[area]}, {countries[country]}")


def part_path(chosen: Chosen) -> str:
    """Return the address of a part: 'register/by/area/capacity/', 'register/by/area/capacity/mn/'."""
    (name, first), *more = chosen.items()
    return path_of(HOME, name, first) + "".join(f"{value}/" for _, value in more)


def shelf_of(view: View) -> Shelf:
    """Return the entries of the register by name, with what they are filed under."""
    entries = tuple(
        Entry(project, line_of(view.catalogue, project, view.language), facets(view.catalogue, project))
        for project in view.records("projects")
        if isinstance(project, Project)
    )
    labels = choices(view.catalogue, view.language)
    counts = count_values([dict.fromkeys(labels, ()), *(entry.values for entry in entries)])
    return Shelf(entries, labels, counts)


def _whole(shelf: Shelf) -> Part:
    return Part(f"{HOME}/", f"{HOME}/by/page/", shelf.entries)


def _part_pages(view: View, shelf: Shelf, chosen: Chosen, label: str) -> Iterator[Page]:
    path = part_path(chosen)
    found = tuple(entry for entry in shelf.entries if fits(entry.values, chosen))
    part = Part(path, path, found, chosen)
    area = view.catalogue.areas.get(chosen.get("area", ""))
    intro = view.text(area.summary) if area and len(chosen) == 1 else ""
    yield _page(view, shelf, part, 1, f"Register: {label}", intro)
    yield from _pages(view, shelf, part, f"Register: {label}", intro)


def _pages(view: View, shelf: Shelf, part: Part, title: str, intro: str) -> Iterator[Page]:
    """Yield the pages of a part after its first."""
    for number in range(2, -(-len(part.entries) // STEP) + 1):
        yield _page(view, shelf, part, number, f"{title}, page {number}", intro)


def _page(view: View, shelf: Shelf, part: Part, number: int, title: str, intro: str) -> Page:
    path = part.path if number == 1 else f"{part.numbered}{number}/"
    here = view.at(path)
    head = here.render("list_page", title=title, kind=HOME, name="Register", intro=intro)
    html = head + _render(here, shelf, part, number)
    return Page(path, title, f"{title}. Projects on the land in North-East Asia.", html, canonical=f"{HOME}/")


def _render(view: View, shelf: Shelf, part: Part, number: int) -> Markup:
    first = (number - 1) * STEP
    last = -(-len(part.entries) // STEP)
    front = number == 1 and not part.chosen
    lines = part.entries[first : first + STEP]
    return view.render(
        "register",
        map=_map(view, shelf) if front else "",
        filters=_filters(shelf, part, front),
        lines=[_line(view, entry) for entry in lines],
        span=(first + 1, first + len(lines)),
        shown=len(part.entries),
        total=len(shelf.entries),
        chosen=part.chosen,
        step=STEP,
        index=INDEX,
        before=_numbered(part, number - 1) if number > 1 else "",
        after=_numbered(part, number + 1) if number < last else "",
    )


def _line(view: View, entry: Entry) -> dict[str, Any]:
    stale = is_stale(entry.project, view.catalogue.today)
    return {"line": entry.line, "path": address_of("projects", entry.project.id), "stale": stale}


def _filters(shelf: Shelf, part: Part, front: bool) -> list[Filter]:
    """Return the filters; places, which may be hundreds, are all listed only beside the map."""
    labels = dict(shelf.labels)
    if not front:
        place = part.chosen.get("place", "")
        labels["place"] = {place: labels["place"][place]} if place else {}
    return [
        filter_of(HOME, name, LABELS[name], found, shelf.counts, part.chosen)
        for name, found in labels.items()
    ]


def _numbered(part: Part, number: int) -> str:
    return part.path if number == 1 else f"{part.numbered}{number}/"


def _map(view: View, shelf: Shelf) -> Markup:
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
