"""Made-up projects -> a catalogue whose register they are, and how its pages read, for tests of any room."""

from collections import defaultdict
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
from hypothesis import strategies as st

from macros.catalogue import Catalogue
from macros.catalogue.kinds import KINDS, PARTS
from macros.catalogue.links import Links
from macros.records.base import Record
from macros.records.project import Project
from macros.views.page import root_of
from macros.views.view import View

from .taken import unchecked
from .views.goldens import sample_view

NOW = datetime(2027, 1, 1, tzinfo=UTC)
SOURCE = {"document": "forum-report-2024", "paragraph": "1"}
SOUND: dict[str, Any] = {
    "id": "belt",
    "name": "A belt of trees",
    "kind": "project",
    "summary": "Rows of trees hold the sand.",
    "areas": ["planting"],
    "last_confirmed": "2026",
    "sources": [SOURCE],
}
WEST = {"name": "West dune", "country": "altan", "point": {"lat": "44.5", "lon": "104.25"}}
NETWORK = {"organization": "dune-network", "role": "lead"}
INSTITUTE = {"organization": "pasture-institute", "role": "partner"}
UNION = {"organization": "school-union", "role": "funding"}

subsets = {
    "areas": st.lists(st.sampled_from(("planting", "teaching")), min_size=1, unique=True),
    "countries": st.lists(st.sampled_from(("altan", "sora")), unique=True),
    "topics": st.lists(st.sampled_from(("sand", "pasture")), unique=True),
    "organizations": st.lists(st.sampled_from((NETWORK, INSTITUTE, UNION)), max_size=3),
    "seeks": st.lists(st.sampled_from(("data", "funding")), unique=True),
    "places": st.sampled_from(([], [WEST], [{"name": "Somewhere"}])),
    "period": st.none() | st.sampled_from(("2003", "2014-2021", {"starts": "2008"}, {"ends": "2030"})),
    "status": st.none() | st.sampled_from(("planned", "under way", "completed")),
    "last_confirmed": st.sampled_from(("2019", "March 2024", "1 June 2026")),
}
entries = st.lists(st.fixed_dictionaries(subsets), max_size=8)


def project(**values: Any) -> Project:
    """Return a project with some values of its own."""
    return Project.model_validate({**SOUND, **values})


def registered(catalogue: Catalogue, *projects: Project, calling: str = "") -> Catalogue:
    """Return a catalogue whose register holds these projects alone, at a fixed moment, without links.

    Where there are words for it, every organization is called by them.
    """
    records: defaultdict[str, dict[str, Record]] = defaultdict(dict)
    for kind, record in catalogue.everything():
        records[kind][record.id] = record
    records["projects"] = {one.id: one for one in projects}
    if calling:
        names = {"name": unchecked(calling), "short": None}
        called = {id: one.model_copy(update=names) for id, one in records["organizations"].items()}
        records["organizations"] = called
    return Catalogue({kind: records[kind] for kind in (*KINDS, *PARTS)}, Links(()), now=NOW)


def saying(one: Project, words: str) -> Project:
    """Return a project each of whose texts is these words, even where a check would refuse them."""
    text = unchecked(words)
    texts: dict[str, Any] = {"name": text, "summary": text}
    for name, keys in (
        ("places", ("name", "note")),
        ("seeks", ("note",)),
        ("offers", ("note",)),
        ("links", ("label",)),
    ):
        parts = getattr(one, name)
        texts[name] = tuple(part.model_copy(update=dict.fromkeys(keys, text)) for part in parts)
    return one.model_copy(update=texts)


def numbered(values: list[dict[str, Any]]) -> list[Project]:
    """Return a project for each group of values, each with an id of its own."""
    return [project(**one, id=f"belt-{number}") for number, one in enumerate(values)]


def view_of(catalogue: Catalogue, path: str = "register/") -> View:
    """Return a view of these records from the page at an address."""
    return replace(sample_view(root_of(path)), catalogue=catalogue)


def read(html: str) -> Element:
    """Return HTML as a browser reads it."""
    tree: Element = html5lib.parseFragment(html, namespaceHTMLElements=False)
    return tree
