"""Studies and events -> lists with filters that are plain links, and pages for each choice."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from markupsafe import Markup

from ..records.event import Event
from .entries import words_of
from .filters import Counts, count_values, filter_of
from .page import Page
from .paging import STEP, Head, Part, Shelf, list_pages
from .states import as_of_build
from .view import View


@dataclass(frozen=True, slots=True)
class Listed:
    """A kind that has a list with filters: what its states are called, and its groups in order."""

    kind: str
    title: str
    state: str
    state_label: str
    groups: tuple[tuple[str, str], ...]


NEAREST_FIRST = ("under-way", "coming")
LISTED = {
    "studies": Listed(
        "studies",
        "Studies",
        "stage",
        "Stage",
        (
            ("in-preparation", "In preparation"),
            ("final", "Final"),
            ("proposed", "Proposed"),
            ("overtaken", "Overtaken"),
        ),
    ),
    "events": Listed(
        "events",
        "Events",
        "standing",
        "Standing",
        (
            ("under-way", "Under way"),
            ("coming", "Coming"),
            ("postponed", "Postponed"),
            ("past", "Past"),
            ("cancelled", "Cancelled"),
        ),
    ),
}
GROUPS = tuple(id for id, _ in LISTED["events"].groups)
LARGE = "organization"  # a filter for organizations whose own pages cannot show all that they take part in
MOVING = ("under-way", "coming", "past")
NOTES = {
    "past": (
        "Held, as a document reports, or planned for a date that has passed; of these the outcome is not yet "
        "reported here."
    ),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A record in a list: the group it stands in, and the values that filters look at."""

    record: Any
    group: str
    values: dict[str, list[str]]


Drawn = Callable[[View, Entry], Markup]


def render_list(view: View, kind: str) -> Markup:
    """Return the list of a kind with its filters; of a long one, its first page."""
    shelf = shelf_of(view, LISTED[kind])
    return _draw(shelf, entry_drawer(shelf), view, shelf.whole(), 1)


def filter_pages(view: View) -> Iterator[Page]:
    """Yield the further pages of each list, and those of each choice (no JavaScript needed)."""
    for listed in LISTED.values():
        shelf = shelf_of(view, listed)
        draw = partial(_draw, shelf, entry_drawer(shelf))
        about = f"{listed.title} of NEASPEC's work on land"
        yield from list_pages(view, shelf.whole(), Head(listed.title, listed.title, (about, ".")), draw)
        for name, labels in shelf.labels.items():
            for value, label in labels.items():
                if shelf.counts[name][value]:
                    described = (f"{about}, narrowed to: {label}", ".")
                    head = Head(listed.title, f"{listed.title}: {label}", described)
                    yield from list_pages(view, shelf.part({name: value}), head, draw)


def shelf_of(view: View, listed: Listed) -> Shelf[Entry]:
    """Return the entries of a list in order, with what they are filed under."""
    large = _large(view, listed.kind)
    found = [_entry(view, listed, record, large) for record in view.records(listed.kind)]
    entries = tuple(_in_order(listed, found))
    counts = count_values(entry.values for entry in entries)
    return Shelf(listed.kind, entries, _labels(view, counts), counts)


def entry_drawer(shelf: Shelf[Entry]) -> Drawn:
    """Return what draws entries as seen from a page; each is drawn once for all pages of one depth.

    Values stand in those of a list of one page alone: of a longer one the index knows them.
    """
    known: dict[tuple[str, str], Markup] = {}

    def drawn(view: View, entry: Entry) -> Markup:
        key = (view.root, entry.record.id)
        if key not in known:
            record, kind = entry.record, shelf.home
            known[key] = view.render(
                "entry",
                kind=kind,
                record=record,
                words=words_of(view, record),
                values={} if shelf.several else entry.values,
                topics=[view.catalogue.topics[topic] for topic in record.topics],
            )
        return known[key]

    return drawn


def _draw(shelf: Shelf[Entry], drawn: Drawn, view: View, part: Part[Entry], number: int) -> Markup:
    listed = LISTED[shelf.home]
    front = number == 1 and not part.chosen
    return view.render(
        "listing",
        kind=listed.kind,
        noun=listed.kind,
        filters=[
            filter_of(listed.kind, name, _filter_label(listed, name), labels, shelf.counts, part.chosen)
            for name, labels in shelf.labels.items()
        ],
        total=len(shelf.entries),
        paging=part.paging(number),
        chosen=part.chosen,
        groups=_groups(view, listed, part.on(number), shelf.entries if front else (), drawn),
        as_of=as_of_build(view.catalogue, view.language) if listed.kind == "events" else "",
        index=shelf.index if shelf.several else "",
        step=STEP,
    )


def _filter_label(listed: Listed, name: str) -> str:
    return listed.state_label if name == listed.state else name.capitalize()


def _large(view: View, kind: str) -> set[str]:
    """Return the organizations that take part in more records of a kind than a page holds."""
    numbers = {
        id: len(view.catalogue.related("organizations", id, kind)) for id in view.catalogue.organizations
    }
    return {id for id, number in numbers.items() if number > STEP}


def _entry(view: View, listed: Listed, record: Any, large: set[str]) -> Entry:
    state = getattr(record, listed.state).replace(" ", "-")
    values = {
        "topic": list(record.topics),
        "country": [country.id for country in view.related(listed.kind, record, "countries")],
        "year": [str(year) for year in record.date.years()] if record.date else [],
        listed.state: [state],
    }
    if large:
        found = view.related(listed.kind, record, "organizations")
        values[LARGE] = [organization.id for organization in found if organization.id in large]
    return Entry(record, event_group(view, record) if isinstance(record, Event) else state, values)


def event_group(view: View, event: Event) -> str:
    """Return the group that an event stands in at the build."""
    state = view.catalogue.timing(event).state
    return {"over": "past", "date to be confirmed": "coming"}.get(state, state.replace(" ", "-"))


def _labels(view: View, counts: Counts) -> dict[str, dict[str, str]]:
    """Return the values of each filter with their labels, in order: years newest first."""
    found = {}
    for name in counts:
        if name == "topic":
            values = [topic.id for topic in view.records("topics")]
        else:
            values = sorted(counts[name], reverse=name == "year")
        found[name] = {value: _label(view, name, value) for value in values}
    return found


def _label(view: View, name: str, value: str) -> str:
    if name == "topic":
        return view.text(view.catalogue.topics[value].name)
    if name == "country":
        return view.text(view.catalogue.countries[value].short)
    if name == LARGE:
        return view.name(view.catalogue.organizations[value])
    return value.replace("-", " ").capitalize()


def _in_order(listed: Listed, entries: list[Entry]) -> Iterator[Entry]:
    """Yield entries by group; of what is to come the nearest first, and last what has no date."""
    for id, _ in listed.groups:
        found = [entry for entry in entries if entry.group == id]
        if id in NEAREST_FIRST:
            found.reverse()
            found.sort(key=lambda entry: not entry.values["year"])
        yield from found


def _groups(
    view: View, listed: Listed, entries: tuple[Entry, ...], more: Iterable[Entry], drawn: Drawn
) -> list[dict[str, Any]]:
    """Return the groups of a page with its entries, and empty ones for what may come there.

    That is what time brings, and more: what the browser can draw there.
    """
    there = [*(MOVING if entries else ()), *(entry.group for entry in more)]
    held: dict[str, list[Markup]] = {id: [] for id in there}
    for entry in entries:
        held.setdefault(entry.group, []).append(drawn(view, entry))
    return [
        {"id": id, "label": label, "note": NOTES.get(id, ""), "entries": held[id]}
        for id, label in listed.groups
        if id in held
    ]
