"""Studies and events -> lists with filters that are plain links, and a page for each choice."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from .page import Page, root_of
from .view import View


@dataclass(frozen=True, slots=True)
class Listed:
    """A kind that has a list with filters: what its states are called, and how it is grouped."""

    kind: str
    title: str
    state: str
    state_label: str
    groups: tuple[tuple[str, str, tuple[str, ...]], ...]


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
            ("announced", "Planned and confirmed", ("planned", "confirmed")),
            ("held", "Held", ("held",)),
            ("cancelled", "Cancelled", ("cancelled",)),
        ),
    ),
}
NOTES = {
    "announced": (
        "As the documents announced them; each page names its document and the date of that document. "
        "What has happened since is not recorded in the documents."
    )
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A record in a list, with the values that filters look at."""

    record: Any
    state: str
    values: dict[str, list[str]]
    topics: list[Any]


def render_list(view: View, kind: str, name: str = "", value: str = "") -> Markup:
    """Return the list of a kind, narrowed to one choice of one filter where name and value are given."""
    listed = LISTED[kind]
    everything = [_entry(view, listed, record) for record in view.records(kind)]
    entries = [entry for entry in everything if not name or value in entry.values[name]]
    return view.render(
        "listing",
        kind=kind,
        noun=kind,
        filters=[_filter(view, listed, filter_name, everything, (name, value)) for filter_name in _names(listed)],
        total=len(everything),
        shown=len(entries),
        chosen=bool(name),
        groups=_groups(listed, entries),
    )


def filter_pages(view: View) -> Iterator[Page]:
    """Yield a page for each choice of each filter, so that lists narrow without JavaScript."""
    for kind, listed in LISTED.items():
        entries = [_entry(view, listed, record) for record in view.records(kind)]
        for name in _names(listed):
            for value in _counts(name, entries):
                yield _choice_page(view, listed, name, value)


def _choice_page(view: View, listed: Listed, name: str, value: str) -> Page:
    path = _path(listed.kind, name, value)
    there = View(view.catalogue, view.fragments, root_of(path), view.language)
    label = _label(view, name, value)
    title = f"{listed.title}: {label}"
    body = there.render("list_page", title=title, kind=listed.kind, name=listed.title, label=label)
    return Page(
        path=path,
        title=title,
        description=f"{listed.title} of NEASPEC's work on land, narrowed to: {label}.",
        html=body + "\n" + render_list(there, listed.kind, name, value),
        search=False,
        canonical=f"{listed.kind}/",
    )


def _names(listed: Listed) -> tuple[str, ...]:
    return ("topic", "country", "year", listed.state)


def _path(kind: str, name: str, value: str) -> str:
    return f"{kind}/by/{name}/{value.replace(' ', '-')}/"


def _entry(view: View, listed: Listed, record: Any) -> Entry:
    state = getattr(record, listed.state)
    when = record.date
    values = {
        "topic": list(record.topics),
        "country": [country.id for country in view.related(listed.kind, record, "countries")],
        "year": [str(year) for year in when.years()] if when else [],
        listed.state: [state.replace(" ", "-")],
    }
    topics = [view.catalogue.topics[topic] for topic in record.topics]
    return Entry(record, state, values, topics)


def _counts(name: str, entries: list[Entry]) -> dict[str, int]:
    counts = Counter(value for entry in entries for value in entry.values[name])
    ordered = sorted(counts, reverse=name == "year")
    return {value: counts[value] for value in ordered}


def _filter(view: View, listed: Listed, name: str, entries: list[Entry], chosen: tuple[str, str]) -> dict[str, Any]:
    counts = _counts(name, entries)
    values = [topic.id for topic in view.records("topics") if topic.id in counts] if name == "topic" else counts
    return {
        "name": name,
        "label": listed.state_label if name == listed.state else name.capitalize(),
        "chosen": _label(view, *chosen) if chosen[0] == name else "",
        "choices": [
            {
                "value": value,
                "label": _label(view, name, value),
                "count": counts[value],
                "path": _path(listed.kind, name, value),
                "current": (name, value) == chosen,
            }
            for value in values
        ],
    }


def _label(view: View, name: str, value: str) -> str:
    if name == "topic":
        return view.text(view.catalogue.topics[value].name)
    if name == "country":
        return view.text(view.catalogue.countries[value].short)
    return value.replace("-", " ").capitalize()


def _groups(listed: Listed, entries: list[Entry]) -> list[dict[str, Any]]:
    groups = []
    for id, label, states in listed.groups:
        found = [entry for entry in entries if entry.state in states]
        if found:
            groups.append({"id": id, "label": label, "note": NOTES.get(id, ""), "entries": found})
    return groups
