"""Studies and events -> lists with filters that are plain links, and a page for each choice."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from markupsafe import Markup

from ..records.event import Event
from .filters import NONE, Chosen, Counts, count_values, filter_of, fits, path_of
from .page import Page, root_of
from .states import as_of_build
from .view import View


@dataclass(frozen=True, slots=True)
class Listed:
    """A kind that has a list with filters: what its states are called, and how it is grouped."""

    kind: str
    title: str
    state: str
    state_label: str
    groups: tuple[tuple[str, str, tuple[str, ...]], ...]


NEAREST_FIRST = ("under-way", "coming")
LISTED = {
    "studies": Listed(
        "studies",
        "Studies",
        "stage",
        "Stage",
        (
            ("in-preparation", "In preparation", ("in preparation",)),
            ("final", "Final", ("final",)),
            ("proposed", "Proposed", ("proposed",)),
            ("overtaken", "Overtaken", ("overtaken",)),
        ),
    ),
    "events": Listed(
        "events",
        "Events",
        "standing",
        "Standing",
        (
            ("under-way", "Under way", ("under-way",)),
            ("coming", "Coming", ("coming",)),
            ("postponed", "Postponed", ("postponed",)),
            ("past", "Past", ("past",)),
            ("cancelled", "Cancelled", ("cancelled",)),
        ),
    ),
}
GROUPS = tuple(id for id, _, _ in LISTED["events"].groups)
MOVING = ("under-way", "coming", "past")
NOTES = {
    "past": (
        "Held, as a document reports, or planned for a date that has passed; of these the outcome is not yet "
        "reported here."
    ),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A record in a list: its HTML, the group it stands in, and the values that filters look at."""

    html: Markup
    group: str
    values: dict[str, list[str]]


def render_list(view: View, kind: str) -> Markup:
    """Return the whole list of a kind, with its filters."""
    listed = LISTED[kind]
    return _render(view, listed, _entries(view, listed))


def filter_pages(view: View) -> Iterator[Page]:
    """Yield a page for each choice of each filter, so that lists narrow without JavaScript."""
    for kind, listed in LISTED.items():
        there = replace(view, root=root_of(path_of(kind, "name", "value")))
        entries = _entries(there, listed)
        counts = count_values(entry.values for entry in entries)
        for name, labels in _labels(there, listed, counts).items():
            for value, label in labels.items():
                if counts[name][value]:
                    yield _choice_page(there, listed, entries, label, {name: value})


def _choice_page(view: View, listed: Listed, entries: list[Entry], label: str, chosen: Chosen) -> Page:
    title = f"{listed.title}: {label}"
    head = view.render("list_page", title=title, kind=listed.kind, name=listed.title, intro="")
    (path,) = (path_of(listed.kind, name, value) for name, value in chosen.items())
    return Page(
        path=path,
        title=title,
        description=f"{listed.title} of NEASPEC's work on land, narrowed to: {label}.",
        html=head + _render(view, listed, entries, chosen),
        canonical=f"{listed.kind}/",
    )


def _render(view: View, listed: Listed, entries: list[Entry], chosen: Chosen = NONE) -> Markup:
    shown = [entry for entry in entries if fits(entry.values, chosen)]
    counts = count_values(entry.values for entry in entries)
    labels = _labels(view, listed, counts)
    return view.render(
        "listing",
        kind=listed.kind,
        noun=listed.kind,
        filters=[
            filter_of(listed.kind, name, _filter_label(listed, name), labels[name], counts, chosen)
            for name in labels
        ],
        total=len(entries),
        shown=len(shown),
        chosen=chosen,
        groups=_groups(listed, shown),
        as_of=as_of_build(view.catalogue, view.language) if listed.kind == "events" else "",
    )


def _filter_label(listed: Listed, name: str) -> str:
    return listed.state_label if name == listed.state else name.capitalize()


def _entries(view: View, listed: Listed) -> list[Entry]:
    return [_entry(view, listed, record) for record in view.records(listed.kind)]


def _entry(view: View, listed: Listed, record: Any) -> Entry:
    state = getattr(record, listed.state)
    values = {
        "topic": list(record.topics),
        "country": [country.id for country in view.related(listed.kind, record, "countries")],
        "year": [str(year) for year in record.date.years()] if record.date else [],
        listed.state: [state.replace(" ", "-")],
    }
    topics = [view.catalogue.topics[topic] for topic in record.topics]
    html = view.render("entry", kind=listed.kind, record=record, state=state, values=values, topics=topics)
    group = event_group(view, record) if isinstance(record, Event) else state
    return Entry(html, group, values)


def event_group(view: View, event: Event) -> str:
    """Return the group that an event stands in at the build."""
    state = view.catalogue.timing(event).state
    return {"over": "past", "date to be confirmed": "coming"}.get(state, state.replace(" ", "-"))


def _labels(view: View, listed: Listed, counts: Counts) -> dict[str, dict[str, str]]:
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
    return value.replace("-", " ").capitalize()


def _groups(listed: Listed, entries: list[Entry]) -> list[dict[str, Any]]:
    groups = []
    for id, label, states in listed.groups:
        found = [entry for entry in entries if entry.group in states]
        if id in NEAREST_FIRST:
            found.reverse()
            found.sort(key=lambda entry: not entry.values["year"])
        if found or (entries and id in MOVING):
            groups.append({"id": id, "label": label, "note": NOTES.get(id, ""), "entries": found})
    return groups
