"""Lists of more entries than a page holds: every entry once, the whole and each choice over several pages."""

import json
import re
from collections import Counter
from dataclasses import replace
from functools import cache
from itertools import chain, cycle, islice

import pytest
from markupsafe import escape

from macros.catalogue.links import Link
from macros.views.list_index import list_indexes
from macros.views.lists import LISTED, Entry, filter_pages, render_list, shelf_of
from macros.views.page import Page, root_of
from macros.views.paging import STEP, Shelf
from macros.views.relations import render_related
from macros.views.view import View

from ..emitters.dated import only
from .goldens import sample_view

COUNT = 120
NETWORK = "dune-network"
LINK = re.compile(r'<h3><a href="(?:\.\./)+\w+/([^"/]+)/"')
CHOICE = re.compile(r'<a href="(?:\.\./)+([^"]+)" data-value="[^"]+"[^>]*>[^<]*<span class="ne-count">(\d+)<')
NEXT = re.compile(r'<a href="(?:\.\./)+([^"]+)" rel="next">')
kinds = pytest.mark.parametrize("kind", list(LISTED))


@cache
def long_view(kind: str, path: str = "") -> View:
    """Return the sample's view with many records of a kind, each like one of the sample's."""
    view = sample_view(root_of(path))
    rows = islice(cycle(view.records(kind)), COUNT)
    made = [row.model_copy(update={"id": f"copy-{number:03}"}) for number, row in enumerate(rows)]
    links = [
        Link((kind, one.id), to, ("linked",), cites=False)
        for one in made
        for to in (*(("topics", topic) for topic in getattr(one, "topics", ())), ("organizations", NETWORK))
    ]
    return replace(view, catalogue=only(view.catalogue, *made, kind=kind, links=links))


@cache
def shelf(kind: str) -> Shelf[Entry]:
    """Return that list."""
    return shelf_of(long_view(kind), LISTED[kind])


@cache
def pages(kind: str) -> dict[str, str]:
    """Return the HTML of every page of that list by its address."""
    made = [page for page in filter_pages(long_view(kind)) if page.path.startswith(f"{kind}/")]
    assert len({page.path for page in made}) == len(made)
    first = render_list(long_view(kind, f"{kind}/"), kind)
    return {f"{kind}/": str(first), **{page.path: str(page.html) for page in made}}


def through(kind: str, path: str) -> list[list[str]]:
    """Return the ids on a page and on each of those after it."""
    found = []
    while path:
        html = pages(kind)[path]
        found.append(LINK.findall(html))
        path = "".join(NEXT.findall(html))
    return found


@kinds
def test_the_pages_of_a_list_hold_every_entry_once(kind: str) -> None:
    """Fifty a page, in one order from the first page to the last."""
    found = through(kind, f"{kind}/")
    assert [len(ids) for ids in found] == [STEP, STEP, COUNT - 2 * STEP]
    ids = list(chain(*found))
    assert ids == [entry.record.id for entry in shelf(kind).entries]
    assert len(set(ids)) == COUNT


@kinds
def test_every_choice_leads_to_as_many_entries_as_it_counts(kind: str) -> None:
    """Whichever page one comes from, over all pages of the choice."""
    several = 0
    for path, html in pages(kind).items():
        for to, count in CHOICE.findall(html):
            name, value = to.split("/")[2:4]
            ids = list(chain(*through(kind, to)))
            expected = [e.record.id for e in shelf(kind).entries if value in e.values[name]]
            assert ids == expected, (path, to)
            assert len(ids) == int(count)
            several += int(count) > STEP
    assert several, "no choice fills several pages"


@kinds
def test_further_pages_belong_to_the_whole_list_and_say_which_they_are(kind: str) -> None:
    """A search engine finds no two pages of one title or description, and is sent to the whole list."""
    made: list[Page] = [page for page in filter_pages(long_view(kind)) if page.path.startswith(f"{kind}/")]
    assert {page.canonical for page in made} == {f"{kind}/"}
    for words in ([page.title for page in made], [page.description for page in made]):
        assert [word for word, times in Counter(words).items() if times > 1] == []
    second = next(page for page in made if page.path == f"{kind}/by/page/2/")
    title = LISTED[kind].title
    assert (second.title, second.description) == (
        f"{title}, page 2",
        f"{title} of NEASPEC's work on land, page 2.",
    )


@kinds
def test_the_index_of_a_list_says_what_its_pages_say(kind: str) -> None:
    """Entries in their order with the group, the HTML and the values that the whole list has."""
    ((path, content),) = list_indexes(long_view(kind)).items()
    index = json.loads(content)
    assert path == f"{kind}/index.json"
    assert f'data-index="../{path}" data-step="{STEP}"' in pages(kind)[f"{kind}/"]
    assert len(index["lines"]) == COUNT
    for line, entry in zip(index["lines"], shelf(kind).entries, strict=True):
        said = dict(zip(index["texts"], line, strict=False))
        assert (said["group"], said["id"]) == (entry.group, entry.record.id)
        known, numbers = index["values"].items(), line[len(index["texts"]) :]
        found = {name: [of[n] for n in own] for (name, of), own in zip(known, numbers, strict=True)}
        assert found == entry.values
    for line in index["lines"][:STEP]:
        for words in line[2:6]:
            assert str(escape(words)) in pages(kind)[f"{kind}/"]


@kinds
def test_the_first_page_has_every_group_that_some_entry_stands_in(kind: str) -> None:
    """The browser draws what is chosen there, in whichever group it stands."""
    groups = re.findall(r'data-group="([^"]+)"', pages(kind)[f"{kind}/"])
    assert {entry.group for entry in shelf(kind).entries} <= set(groups)
    assert groups == [id for id, _ in LISTED[kind].groups if id in groups]


@pytest.mark.parametrize("owner", ["topics", "organizations"])
@kinds
def test_a_record_shows_some_of_many_and_leads_to_the_rest(kind: str, owner: str) -> None:
    """A topic, or an organization that takes part in many, leads to the pages that hold all of them."""
    name = {"topics": "topic", "organizations": "organization"}[owner]
    ids = Counter(chain(*(entry.values[name] for entry in shelf(kind).entries)))
    id, count = ids.most_common(1)[0]
    view = long_view(kind, f"{owner}/x/")
    html = render_related(view, owner, view.catalogue.record(owner, id))
    to = f"{kind}/by/{name}/{id}/"
    assert html.count('<div class="ne-row">') == STEP < count
    assert f'<a class="ne-more" href="../../{to}">All {count} in the list</a>' in html
    assert len(list(chain(*through(kind, to)))) == count


def test_a_list_of_one_page_needs_no_index() -> None:
    """Its entries stand in the page with their values."""
    view = sample_view("../")
    assert list_indexes(view) == {}
    for kind in LISTED:
        assert "data-index" not in render_list(view, kind)
        assert " data-topic=" in render_list(view, kind)
