"""What the search index knows of a record: its own words and the names it is linked with, nothing else."""

from typing import Any

import pytest

from macros.records.text import text_from
from macros.views.page import Indexed
from macros.views.search import NAMED, indexed, search_words, texts_in

from .goldens import sample_view


@pytest.mark.parametrize(
    ("kind", "id", "names"),
    [
        ("events", "dune-forum-2024", {"Republic of Altan", "Dune Network", "Moving sand"}),
        ("projects", "hedge-belt", {"Republic of Altan", "Dune Network"}),
    ],
)
def test_a_record_is_found_by_the_names_it_is_linked_with(kind: str, id: str, names: set[str]) -> None:
    """Who looks for a country, an organization or a topic finds what is done there, by whom and on what."""
    view = sample_view()
    record: Any = view.catalogue.record(kind, id)
    (found,) = search_words(view, kind, record, str(record.title))
    assert found.title == str(record.title)
    assert " ".join(str(record.summary).split()) in found.text
    assert all(name in found.text for name in names)


def test_names_stand_once_each() -> None:
    """Two links to one record name it once."""
    view = sample_view()
    for kind in ("events", "studies", "projects"):
        for id in view.catalogue.ids(kind):
            record: Any = view.catalogue.record(kind, id)
            (found,) = search_words(view, kind, record, "")
            linked: list[Any] = [one for to in NAMED for one in view.related(kind, record, to)]
            named = ", ".join(dict.fromkeys(view.text(one.name) for one in linked))
            assert named in found.text, id


def test_every_text_of_a_record_is_found_in_groups_and_lists() -> None:
    """A text in a list, in a group of keys, or in a list of such groups is a text of the record."""
    one, two = text_from("one"), text_from("two")
    assert list(texts_in(({"a": one, "b": (two, 3)}, None, "no text"))) == [one, two]


@pytest.mark.parametrize(
    ("html", "left"),
    [
        ("<p>a</p><div data-search-exclude><div>b</div>c</div><p>d</p>", "a d"),
        ("a<span data-search-exclude>b</span> c", "a c"),
        ("<ul><li data-search-exclude>b</li><li>c</li></ul>", "c"),
        ("<p>a</p>", "a"),
    ],
)
def test_what_search_is_not_to_know_is_gone_whole(html: str, left: str) -> None:
    """An element goes with all that stands in it, and the words behind it stay."""
    assert indexed(html) == (Indexed("", "", left),)
