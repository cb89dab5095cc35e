"""The register's pages: every project once, every choice a page, any words as they are."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Any
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given, settings

from macros.catalogue import Catalogue
from macros.catalogue.register import UNKNOWN, choices, facets
from macros.records.project import Project
from macros.releases.loading import load_catalogue
from macros.views.paging import STEP
from macros.views.projects import render_project
from macros.views.register import register_pages, render_register

from ..cited import words
from ..registered import INSTITUTE, NETWORK, UNION, WEST, project, read, registered, saying, view_of
from ..taken import unchecked
from .goldens import SAMPLE

COUNT = 120
CATALOGUE = load_catalogue(SAMPLE.data)
VARIED: dict[str, tuple[Any, ...]] = {
    "countries": (["altan"], ["altan", "sora"], [], ["altan"]),
    "areas": (["planting"], ["teaching", "planting"], ["planting"]),
    "topics": ([], ["sand"], ["sand", "pasture"]),
    "organizations": ([NETWORK], [INSTITUTE, UNION], [], [NETWORK]),
    "places": ([], [WEST], [{"name": "Somewhere"}], []),
    "seeks": ([], ["data"], [], [], ["funding", "data"]),
    "period": ("2003-2012", None, {"starts": "2008"}),
    "last_confirmed": ("2019", "June 2026"),
}


@dataclass(frozen=True)
class Read:
    """A page as a browser reads it: its lines, its choices with their counts, its neighbours."""

    tree: Element

    @property
    def ids(self) -> list[str]:
        """Return the ids of the projects in its lines."""
        links = [row.find("th/a") for row in self.tree.findall(".//tbody[@data-lines]/tr")]
        return [_way(link).split("/")[1] for link in links if link is not None and link.get("href")]

    @property
    def choices(self) -> dict[tuple[str, str], tuple[int, str]]:
        """Return the count and the address of each choice, by filter and value."""
        return {
            (part.get("data-filter", ""), link.get("data-value", "")): (
                int("".join(link.find("span[@class='ne-count']").itertext())),  # type: ignore[union-attr]
                _way(link),
            )
            for part in self.tree.iter("details")
            for link in part.iter("a")
        }

    def neighbour(self, rel: str) -> str:
        """Return the address of the page before or after, or ''."""
        return next((_way(link) for link in self.tree.iter("a") if link.get("rel") == rel), "")


@cache
def many() -> Catalogue:
    """Return a register of many projects that differ in all that filters look at."""
    rows = [
        project(**{name: found[number % len(found)] for name, found in VARIED.items()})
        for number in range(COUNT)
    ]
    return registered(
        CATALOGUE,
        *(
            row.model_copy(update={"id": f"belt-{n}", "name": unchecked(f"Belt {n}")})
            for n, row in enumerate(rows)
        ),
    )


@cache
def pages() -> dict[str, Read]:
    """Return every page of that register by its address."""
    view = view_of(many())
    found = {"register/": Read(read(render_register(view)))}
    for page in register_pages(view):
        assert page.path not in found, page.path
        found[page.path] = Read(read(page.html))
    return found


def whole(path: str) -> list[str]:
    """Return the ids on a page and on those after it."""
    ids = []
    while path:
        ids += pages()[path].ids
        path = pages()[path].neighbour("next")
    return ids


def test_the_pages_hold_every_project_once() -> None:
    """Fifty lines a page, in the order of names, and each page leads to the next and back."""
    path, before, sizes = "register/", "", []
    while path:
        assert pages()[path].neighbour("prev") == before
        sizes.append(len(pages()[path].ids))
        before, path = path, pages()[path].neighbour("next")
    assert sizes == [STEP, STEP, COUNT - 2 * STEP]
    assert before == "register/by/page/3/"
    in_order = sorted(many().projects.values(), key=lambda one: (str(one.title).casefold(), one.id))
    assert whole("register/") == [one.id for one in in_order]


def test_a_part_holds_just_the_projects_that_have_its_value() -> None:
    """For each filter and value, over all pages of the part."""
    filed = {one.id: facets(many(), one) for one in many().projects.values()}
    for name, labels in choices(many()).items():
        for value in labels:
            expected = {id for id, values in filed.items() if value in values[name]}
            path = f"register/by/{name}/{value}/"
            assert expected == set(whole(path) if path in pages() else ()), path
            if path in pages():
                assert len(whole(path)) == len(expected), path


def test_a_part_by_area_and_country_holds_what_has_both() -> None:
    """These are the pages to which the gap board leads."""
    filed = {one.id: facets(many(), one) for one in many().projects.values()}
    labels = choices(many())
    for area, country in product(labels["area"], labels["country"]):
        expected = {id for id, v in filed.items() if area in v["area"] and country in v["country"]}
        path = f"register/by/area/{area}/{country}/"
        assert sorted(whole(path) if path in pages() else ()) == sorted(expected), path


def test_every_choice_has_a_page_with_as_many_projects_as_it_counts() -> None:
    """The number beside a choice is the number of projects in that part, from whichever page one comes."""
    for path, page in pages().items():
        for chosen, (count, to) in page.choices.items():
            assert len(whole(to)) == count, (path, chosen)


def test_every_value_that_some_project_has_is_a_choice() -> None:
    """The first page has them all; areas and countries have pages even where nothing is filed."""
    filed = {(n, v) for one in many().projects.values() for n, of in facets(many(), one).items() for v in of}
    assert set(pages()["register/"].choices) == filed
    empty = {page.path for page in register_pages(view_of(registered(CATALOGUE)))}
    assert empty == {
        f"register/by/{name}/{value}/"
        for name in ("area", "country")
        for value in choices(CATALOGUE)[name]
        if value != UNKNOWN
    }


def test_a_page_says_what_is_chosen() -> None:
    """The choice in force is marked, and one is led back to the whole."""
    page = pages()["register/by/topic/sand/"]
    current = [link for link in page.tree.iter("a") if link.get("aria-current") == "true"]
    assert [link.get("data-value") for link in current] == ["sand"]
    (back,) = (link for link in page.tree.iter("a") if link.get("data-reset") is not None)
    assert (_way(back), back.get("hidden")) == ("register/", None)


def test_narrowed_and_further_pages_belong_to_the_register() -> None:
    """A search engine is sent to the whole register, and finds no two pages of one title."""
    made = list(register_pages(view_of(many())))
    assert {page.canonical for page in made} == {"register/"}
    assert not any(page.search for page in made)
    assert len({page.title for page in made}) == len(made)


def test_what_is_out_of_date_is_marked_and_the_rest_is_ready_to_be() -> None:
    """The browser looks again on the day of reading, from the date in the mark."""
    for row in pages()["register/"].tree.findall(".//tbody[@data-lines]/tr"):
        link, mark = row.find("th/a"), row.find(".//*[@data-stale]")
        assert link is not None
        assert mark is not None
        old = int(_way(link).split("-")[1].rstrip("/")) % 2 == 0
        assert mark.get("data-stale") == ("2022-12-31" if old else "2029-06-30")
        assert (mark.get("hidden") is None) == old


def test_a_project_without_a_country_stands_in_the_lines_and_not_on_the_map() -> None:
    """Nothing of it is lost, and nothing is made up."""
    view = view_of(registered(CATALOGUE, project(places=[{"name": "Somewhere"}], supported_by=["sora"])))
    page = Read(read(render_register(view)))
    assert page.ids == ["belt"]
    assert [link for link in page.tree.iter() if link.get("data-choose") == "place"] == []
    assert ("country", UNKNOWN) in page.choices


def test_an_empty_register_says_so() -> None:
    """Its one line is the pattern for the browser, and is not shown."""
    page = Read(read(render_register(view_of(registered(CATALOGUE)))))
    assert page.ids == []
    assert page.choices == {}
    table, nothing = (page.tree.find(f".//*[@data-{name}]") for name in ("table", "nothing"))
    assert table is not None
    assert nothing is not None
    assert (table.get("hidden"), nothing.get("hidden")) == ("", None)


@given(words)
@settings(max_examples=30)
def test_the_register_shows_any_words_as_they_are(said: str) -> None:
    """No name becomes an element, and no sign of it is lost."""
    tree, text = read(_register(said)), str(unchecked(said))
    assert _elements(tree) == _plain_elements(_register)
    assert _said(tree, ".//th/a") == [text]
    assert _said(tree, ".//td[@data-text='who']") == [f"{text}, Sora"]
    assert _said(tree, ".//td[@data-text='where']") == [f"{text}; Altan"]


@given(words)
@settings(max_examples=50)
def test_the_page_of_a_project_shows_any_words_as_they_are(said: str) -> None:
    """Its name, summary, places, needs and links hold no element of their own."""
    tree, text = read(_page(said)), str(unchecked(said))
    plain = Counter(_plain_elements(_page))
    plain["p"] += len([part for part in text.split("\n\n") if part.strip()]) - 1
    assert _elements(tree) == plain
    assert _said(tree, ".//h1") == [text]
    assert _said(tree, ".//section[@class='ne-places']/ul/li/strong") == [text, text]
    assert _said(tree, ".//span[@class='ne-places__note']") == [text, text]
    assert [need.partition(" ")[2] for need in _said(tree, ".//ul[@class='ne-needs']/li")] == [text] * 3
    assert _said(tree, ".//a[@rel='external nofollow']") == [text]
    (map_,) = (found for found in tree.iter() if found.get("role") == "img")
    assert map_.get("aria-label") == f"{text} on the map of North-East Asia"


@pytest.mark.parametrize("path", ["register/", "register/by/page/2/", "register/by/topic/sand/2/"])
def test_every_link_of_the_register_leads_to_a_page(path: str) -> None:
    """Lines to projects, choices and marks to parts of the register."""
    known = {*pages(), *(f"register/{id}/" for id in many().projects), ""}
    links = [found.get("href", "") for found in pages()[path].tree.iter() if found.get("href")]
    ways = {re.sub(r"^(\.\./)+|^\./|#.*$", "", link) for link in links}
    assert len(ways) > len(pages()[path].ids) > 0
    assert ways - known == set()


def _belt(said: str) -> Project:
    return saying(CATALOGUE.projects["hedge-belt"], said)


def _register(said: str) -> str:
    return str(render_register(view_of(registered(CATALOGUE, _belt(said), calling=said))))


def _page(said: str) -> str:
    belt = _belt(said)
    view = view_of(registered(CATALOGUE, belt, calling=said), "projects/hedge-belt/")
    return str(render_project(view, belt))


def _elements(tree: Element) -> Counter[str]:
    return Counter(str(found.tag) for found in tree.iter())


@cache
def _plain_elements(render: Callable[[str], str]) -> Counter[str]:
    """Return the elements that a page has where its texts are a plain word."""
    return _elements(read(render("plain")))


def _said(tree: Element, path: str) -> list[str]:
    return ["".join(found.itertext()) for found in tree.findall(path)]


def _way(link: Element) -> str:
    """Return the address under the site's to which a link leads."""
    return re.sub(r"^(\.\./)+", "", link.get("href", ""))
