"""The index by which the browser narrows the register says what the pages say."""

import json
from dataclasses import asdict
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from macros.catalogue import Catalogue
from macros.catalogue.entries import line_of
from macros.catalogue.register import choices, facets
from macros.emitters.register_index import PATH, TEXTS, encode_register_index
from macros.releases.loading import load_catalogue
from macros.settings import Folders
from macros.views.filters import count_values
from macros.views.register import shelf_of

from ..cited import words
from ..registered import entries, numbered, registered, saying, view_of
from ..taken import unchecked
from ..views.goldens import sample_view


@given(words)
def test_words_come_back_as_they_went_in(catalogue: Catalogue, said: str) -> None:
    """Names of projects, places and organizations of any script."""
    one = saying(catalogue.projects["hedge-belt"], said)
    index = _index(registered(catalogue, one, calling=said))
    text = str(unchecked(said))
    line = _texts(index)[0]
    assert (line["name"], line["who"]) == (text, f"{text}, Sora")
    assert line["where"] == f"{text}; Altan"


@given(entries)
def test_the_index_holds_each_line_and_its_values(catalogue: Catalogue, values: list[dict[str, Any]]) -> None:
    """What the browser counts is what the pages count."""
    known = registered(catalogue, *numbered(values))
    index = _index(known)
    assert {line["id"] for line in _texts(index)} == set(known.projects)
    for line, filed in zip(_texts(index), _filed(index), strict=True):
        one = known.projects[line["id"]]
        assert filed == {name: list(found) for name, found in facets(known, one).items()}
        said = asdict(line_of(known, one))
        assert {**said, "stale_from": said["stale_from"].isoformat()} == {
            name: words for name, words in line.items() if name != "id"
        }
    counts = count_values(facets(known, one) for one in known.projects.values())
    assert count_values(_filed(index)) == counts


def test_the_lines_stand_in_the_order_of_the_pages() -> None:
    """A register that narrows keeps its order."""
    view = sample_view()
    ids = [line["id"] for line in _texts(_index(view.catalogue))]
    assert ids == [entry.project.id for entry in shelf_of(view).entries]


@given(st.permutations(range(6)))
def test_the_order_of_reading_changes_nothing(catalogue: Catalogue, order: list[int]) -> None:
    """Projects of one name stand by their ids."""
    belts = numbered([{"countries": ["altan"]}] * 6)
    expected = encode_register_index(registered(catalogue, *belts))
    assert encode_register_index(registered(catalogue, *(belts[n] for n in order))) == expected


def test_the_index_stands_where_the_pages_look_for_it(catalogue: Catalogue) -> None:
    """One file, with the filters in their order and every value that they know."""
    assert list(encode_register_index(catalogue)) == [PATH] == [shelf_of(view_of(catalogue)).index]
    index = _index(catalogue)
    assert index["texts"] == list(TEXTS)
    assert index["values"] == {name: list(found) for name, found in choices(catalogue).items()}


def test_every_project_of_the_real_register_is_in_the_index(real: Folders) -> None:
    """Once, with an area, and a country or 'not named'."""
    catalogue = load_catalogue(real.data)
    index = _index(catalogue)
    assert sorted(line["id"] for line in _texts(index)) == sorted(catalogue.projects)
    assert all(filed["area"] and filed["country"] for filed in _filed(index))


def _index(catalogue: Catalogue) -> dict[str, Any]:
    index: dict[str, Any] = json.loads(encode_register_index(catalogue)[PATH])
    return index


def _texts(index: dict[str, Any]) -> list[dict[str, str]]:
    """Return the words of each line by their names."""
    return [dict(zip(index["texts"], line, strict=False)) for line in index["lines"]]


def _filed(index: dict[str, Any]) -> list[dict[str, list[str]]]:
    """Return the values of each line by filter."""
    values, first = index["values"], len(index["texts"])
    return [
        {
            name: [values[name][number] for number in found]
            for name, found in zip(values, line[first:], strict=True)
        }
        for line in index["lines"]
    ]
