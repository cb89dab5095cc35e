"""Lists of studies and events over several pages, in the browser and without JavaScript."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urljoin

import pytest
from playwright.sync_api import Page, expect

from macros.settings import Folders

from ..bench.generated import generate_records
from .building import ROOT
from .narrowing import choose, open_ready
from .projects import built, copy_project
from .reading import HtmlPage
from .serving import serving

COUNT = 300
STEP = 50
LARGEST = 1_000_000
DRAWN = """() => [...document.querySelectorAll(".ne-entry")].filter(entry => entry.checkVisibility())
  .map(entry => [entry.closest("[data-group]").dataset.group,
    entry.querySelector("h3 a").href.split("/").at(-2)])"""
FORM = """all => all.map(entry => [
  entry.textContent.replace(/\\s+/g, ""),
  ...[entry, ...entry.querySelectorAll("*")].map(one => [one.tagName, one.href || "",
    Object.fromEntries([...one.attributes].filter(a => a.name !== "href").map(a => [a.name, a.value]))]),
])"""
Line = tuple[str, str]


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the real site with 300 more studies and events."""
    project = copy_project(tmp_path_factory.mktemp("long"))
    shutil.rmtree(project / "data")
    generate_records(Folders(ROOT), project / "data", COUNT)
    return built(project)


@pytest.fixture(scope="module")
def address(long: Path) -> Iterator[str]:
    """Yield the address of that site."""
    with serving(long) as root:
        yield root


def lines(site: Path, kind: str, **chosen: str) -> list[Line]:
    """Return group and id of each entry that has all that is chosen, as the index of a list says."""
    index: dict[str, Any] = json.loads((site / kind / "index.json").read_text(encoding="utf-8"))
    found = []
    for group, id, *more in index["lines"]:
        values = dict(zip(index["values"], more[len(index["texts"]) - 2 :], strict=True))
        if all(index["values"][name].index(value) in values[name] for name, value in chosen.items()):
            found.append((group, id))
    return found


@pytest.mark.parametrize(
    ("first", "chosen"),
    [
        ("studies/", {}),
        ("events/", {}),
        ("events/by/topic/capacity-building/", {"topic": "capacity-building"}),
    ],
)
def test_without_javascript_next_page_leads_through_all(
    long: Path, first: str, chosen: dict[str, str]
) -> None:
    """Fifty entries a page at most, each once, of the whole and of a part."""
    found: list[str] = []
    following: str | None = first
    while following:
        read = HtmlPage(long, long / following / "index.html")
        titles = [link for heading in read.all("h3") for link in heading.iter("a")]
        assert 0 < len(titles) <= STEP
        found += [link.get("href", "").split("/")[-2] for link in titles]
        ways = (a.get("href", "") for a in read.all("a") if a.get("rel") == "next")
        following = next((urljoin(read.address, way).lstrip("/") for way in ways), None)
    assert found == [id for _, id in lines(long, first.split("/")[0], **chosen)]


def test_no_page_is_large(long: Path) -> None:
    """However many records there are, the HTML of a page stays below a megabyte."""
    sizes = {file.relative_to(long).as_posix(): file.stat().st_size for file in long.rglob("*.html")}
    assert {path: size for path, size in sizes.items() if size > LARGEST} == {}


def test_choices_narrow_over_all_pages(long: Path, address: str, page: Page) -> None:
    """Each entry that has what is chosen is drawn in its group, 50 at first, the rest on request."""
    open_ready(page, f"{address}events/")
    choose(page, "topic", "capacity-building")
    expected = lines(long, "events", topic="capacity-building")
    expect(page.locator("[data-shown]")).to_have_text(str(len(expected)))
    more = page.get_by_role("button", name="Show more")
    assert len(expected) > STEP
    for shown in range(STEP, len(expected), STEP):
        assert sorted(page.evaluate(DRAWN)) == sorted(map(list, expected[:shown]))
        more.click()
        way = page.evaluate("document.activeElement.getAttribute('href')")
        assert way.split("/")[-2] == expected[shown][1]
    expect(more).to_be_hidden()
    assert page.locator("[data-pages]").is_hidden()
    choose(page, "country", "mn")
    both = lines(long, "events", topic="capacity-building", country="mn")
    expect(page.locator("[data-shown]")).to_have_text(str(len(both)))
    assert page.evaluate(DRAWN) == [list(line) for line in both[:STEP]]
    assert "topic=capacity-building" in page.url
    assert "country=mn" in page.url


@pytest.mark.parametrize("kind", ["studies", "events"])
def test_drawn_entries_are_those_of_the_page(address: str, page: Page, kind: str) -> None:
    """Taken back, what was chosen leaves the first page as it was, links and badges included."""
    page.goto(f"{address}{kind}/")
    before = page.locator(".ne-entry").evaluate_all(FORM)
    open_ready(page, f"{address}{kind}/")
    choose(page, "country", "mn")
    page.locator("[data-reset]:visible").click()
    assert page.locator(".ne-entry").evaluate_all(FORM) == before
    assert len(before) == STEP


def test_an_address_with_choices_is_restored(long: Path, address: str, page: Page) -> None:
    """A narrowed list can be linked to."""
    for chosen in ({"topic": "land-degradation-neutrality"}, {"stage": "final"}):
        page.goto(f"{address}studies/?{urlencode(chosen)}")
        expected = lines(long, "studies", **chosen)
        expect(page.locator("[data-shown]")).to_have_text(str(len(expected)))
        assert page.evaluate(DRAWN) == [list(line) for line in expected[:STEP]]
        assert expected


def test_a_further_page_leads_to_the_whole_narrowed(address: str, page: Page) -> None:
    """It stands as it is until something is chosen; then the whole list shows it."""
    open_ready(page, f"{address}events/by/page/2/")
    assert len(page.evaluate(DRAWN)) == STEP
    choose(page, "country", "mn")
    page.wait_for_url(f"{address}events/?country=mn")
