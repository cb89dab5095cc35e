"""The gap board and the board of needs: the numbers of a count by hand, and ways to what they count."""

import re
from typing import Any, get_args
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given, settings

from macros.catalogue import Catalogue
from macros.records.project import NeedKind
from macros.releases.loading import load_catalogue
from macros.settings import Folders
from macros.views.gaps import STEPS, render_gaps, render_needs
from macros.views.register import register_pages

from ..cited import words
from ..registered import (
    INSTITUTE,
    NETWORK,
    entries,
    numbered,
    project,
    read,
    registered,
    saying,
    view_of,
)
from ..taken import unchecked
from .goldens import SAMPLE

CATALOGUE = load_catalogue(SAMPLE.data)
PATH = "register/gaps/"


@given(entries)
@settings(max_examples=40)
def test_the_board_counts_as_one_does_by_hand(values: list[dict[str, Any]]) -> None:
    """Projects, and the organizations that take part in them, each once; an empty field says 'none'."""
    known = registered(CATALOGUE, *numbered(values))
    board = _board(known)
    holes = 0
    for a, area in enumerate(("planting", "teaching")):
        for c, country in enumerate(("altan", "sora")):
            here = [v for v in values if area in v["areas"] and country in v["countries"]]
            who = len({i["organization"] for v in here for i in v["organizations"]})
            assert _field(board, a, c) == ((len(here), who) if here else None)
            holes += not here
    (said,) = (p for p in board.iter("p") if "fields have no project" in _text(p))
    assert _text(said).startswith(f"{holes} of 4 fields have no project.")


def test_a_field_leads_to_the_register_narrowed_to_both() -> None:
    """There stand just as many projects as the field counts."""
    organizations = ([NETWORK], [NETWORK, INSTITUTE])
    rows = [
        {"countries": ["altan", "sora"][: n % 3], "organizations": organizations[n % 2]} for n in range(7)
    ]
    known = registered(CATALOGUE, *numbered(rows))
    pages = {page.path: read(page.html) for page in register_pages(view_of(known))}
    links = _board(known).findall(".//td/a")
    assert len(links) == 2
    for link in links:
        path = re.sub(r"^(\.\./)+", "", link.get("href", ""))
        lines = pages[path].findall(".//tbody[@data-lines]/tr")
        assert f"{len(lines)} project" in _text(link)


def test_an_empty_field_is_no_link_and_is_listed_below() -> None:
    """Empty fields are the point: each is named again, area by area."""
    board = _board(registered(CATALOGUE, project(countries=["altan"])))
    empty = [cell for cell in board.iter("td") if "none" in cell.get("class", "")]
    assert len(empty) == 3
    assert all(cell.find("a") is None for cell in empty)
    listed = {_text(row.find("dt")): _text(row.find("dd")) for row in board.findall(".//dl/div")}
    assert listed == {"Planting": "Sora", "Teaching": "Altan, Sora"}


def test_a_full_board_has_no_list_of_holes() -> None:
    """Where every field has a project there is nothing to list."""
    full = project(areas=["planting", "teaching"], countries=["altan", "sora"])
    assert _board(registered(CATALOGUE, full)).find(".//dl") is None


@pytest.mark.parametrize(
    ("organizations", "said"),
    [([], "no organizations"), ([NETWORK], "1 organization"), ([NETWORK, INSTITUTE], "2 ")],
)
def test_the_words_agree_with_the_numbers(organizations: list[Any], said: str) -> None:
    """One project, one organization; two organizations; none."""
    board = _board(registered(CATALOGUE, project(countries=["altan"], organizations=organizations)))
    (cell,) = (cell for cell in board.iter("td") if cell.find("a") is not None)
    assert _text(cell.find("a")) == "1 project"
    assert said in _text(cell)
    assert not _text(cell).endswith("1 organizations")


def test_the_more_there_is_the_darker_is_the_field() -> None:
    """The tone grows with the number of projects and never runs out."""
    tones = []
    for count in (*STEPS[1:], 200):
        board = _board(registered(CATALOGUE, *numbered([{"countries": ["altan"]}] * count)))
        (cell,) = (cell for cell in board.iter("td") if cell.find("a") is not None)
        tones.append(int(cell.get("class", "").rpartition("--")[2]))
    assert tones == [1, 2, 3, 4, 4]


def test_the_board_of_the_real_register_adds_up(real: Folders) -> None:
    """Every area is a row, every country a column, and its fields agree with the records."""
    catalogue = load_catalogue(real.data)
    board = _board(catalogue)
    areas = sorted(catalogue.areas.values(), key=lambda area: area.order)
    countries = sorted(catalogue.countries.values(), key=lambda country: str(country.name))
    for a, area in enumerate(areas):
        for c, country in enumerate(countries):
            here = [
                p for p in catalogue.projects.values() if area.id in p.areas and country.id in p.countries
            ]
            who = {id for p in here for id in p.taking_part()}
            assert _field(board, a, c) == ((len(here), len(who)) if here else None), (area.id, country.id)


def test_who_only_reviews_a_project_is_not_counted() -> None:
    """A reviewer fills no field: it does not work there."""
    people = [NETWORK, {**INSTITUTE, "role": "reviewing"}]
    known = registered(CATALOGUE, project(countries=["altan"], organizations=people))
    assert _field(_board(known), 0, 0) == (1, 1)
    people.append(INSTITUTE)
    known = registered(CATALOGUE, project(countries=["altan"], organizations=people))
    assert _field(_board(known), 0, 0) == (1, 2)


def test_each_need_stands_on_its_side() -> None:
    """Who seeks and who offers, for each kind of need, with those who lead it."""
    known = registered(
        CATALOGUE,
        project(id="one", seeks=["data"], offers=["funding"], organizations=[INSTITUTE, NETWORK]),
        project(id="two", seeks=["data", "partners"], countries=["sora"]),
    )
    needs = read(render_needs(view_of(known, "register/seeking/")))
    found = {
        head.get("id", ""): _text(head).split()[-1]
        for head in needs.iter("h3")
        if _text(head).split()[-1] != "0"
    }
    assert found == {"data-sought": "2", "partners-sought": "1", "funding-offered": "1"}
    assert {head.get("id") for head in needs.iter("h2")} == set(get_args(NeedKind))
    who = [[_text(link) for link in need.findall("p/a")] for need in needs.iter("li")]
    assert who == [[], ["DN"], ["DN"], []]


def test_where_nobody_says_what_is_needed_the_questionnaire_is_named() -> None:
    """An empty board leads to the way in which it fills."""
    needs = read(render_needs(view_of(registered(CATALOGUE, project()), "register/seeking/")))
    assert "../../register/#add" in {link.get("href") for link in needs.iter("a")}


@given(words)
@settings(max_examples=50)
def test_the_board_of_needs_shows_any_words_as_they_are(said: str) -> None:
    """Names and notes hold no element of their own."""
    belt = saying(CATALOGUE.projects["hedge-belt"], said)
    needs = read(render_needs(view_of(registered(CATALOGUE, belt, calling=said), "register/seeking/")))
    text = str(unchecked(said))
    assert [_text(found) for found in needs.findall(".//li/p[1]")] == [text] * 3
    assert {_text(found) for found in needs.findall(".//li/a")} == {text}
    assert {found.tag for found in needs.iter("li") for found in found} == {"a", "p"}


def _board(catalogue: Catalogue) -> Element:
    return read(render_gaps(view_of(catalogue, PATH)))


def _field(board: Element, row: int, column: int) -> tuple[int, int] | None:
    """Return how many projects and organizations a field of the board says, or None where it is empty."""
    cell = board.findall(".//tbody/tr")[row].findall("td")[column]
    link, who = cell.find("a/strong"), cell.find("span[@class='ne-gaps__who']")
    if link is None or who is None:
        assert _text(cell).endswith("none")
        return None
    return int(_text(link)), int(_text(who).split()[0].replace("no", "0"))


def _text(found: Element | None) -> str:
    return "".join(found.itertext()) if found is not None else ""
