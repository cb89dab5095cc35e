"""The register is plain links without JavaScript; with it, filters, map and lines follow at once."""

from datetime import UTC, datetime, time, timedelta
from io import BytesIO
from itertools import product
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urljoin

import pytest
from axe_playwright_python.sync_playwright import Axe
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from macros.catalogue.register import is_stale, stale_from
from macros.releases.loading import load_catalogue

from .building import ROOT
from .narrowing import EVERY_CHOICE, LINES, LISTED, READY, STATE, Index, choose, fits, open_ready, shows
from .reading import HtmlPage
from .test_barriers import RULES

PROJECT = "register/alxa-tengger-desert-fixation/"
PART = "register/by/area/capacity/"
LAND = {"light": (0xFA, 0xF6, 0xEA), "dark": (0x22, 0x30, 0x2A)}
Scheme = Literal["light", "dark"]
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def index(site: Path) -> Index:
    """Return the index of the register."""
    return Index(site)


def test_each_choice_is_a_page_with_just_its_projects(pages: dict[str, HtmlPage], index: Index) -> None:
    """Each choice and each mark links to a page that lists the projects it counts, and no others."""
    register = pages["/register/"]
    filters = [d for d in register.all("details") if d.get("data-filter")]
    links = [(d.get("data-filter", ""), a) for d in filters for a in d.iter("a")]
    marks = [("place", mark) for mark in register.all(f"{SVG}a")]
    assert len(marks) == len(index.counts({})["place"])
    for name, link in (*links, *marks):
        narrowed = pages[urljoin(register.address, link.get("href"))]
        ids = index.ids({name: link.get("data-value", "")})
        assert _listed(narrowed) == ids, narrowed.address
        told = link.get("aria-label") or "".join(link.itertext())
        assert told.split()[-1] == str(len(ids)), narrowed.address


def test_without_javascript_a_choice_and_a_mark_lead_to_their_projects(
    served: str, browser: Browser, index: Index
) -> None:
    """Clicking a choice, a mark and 'Show all' works without a script."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served + "register/")
    page.locator("a.ne-mark .ne-mark__in circle").last.click()
    value = page.url.split("/")[-2]
    assert page.url == f"{served}register/by/place/{value}/"
    assert page.evaluate(STATE)["ids"] == index.ids({"place": value})
    page.locator("[data-reset]").click()
    page.locator("details[data-filter=country] summary").click()
    page.locator("details[data-filter=country] a[data-value=mn]").click()
    assert page.url == f"{served}register/by/country/mn/"
    assert page.evaluate(STATE)["ids"] == index.ids({"country": "mn"})
    context.close()


def test_every_choice_leaves_what_its_count_says(served: str, page: Page, index: Index) -> None:
    """For each choice, lines, marks and the counts beside all other choices are those of the index."""
    open_ready(page, served + "register/")
    told = page.evaluate(STATE)["counts"]
    found = page.evaluate(EVERY_CHOICE)
    assert len(found) == sum(map(len, told.values())) > 0
    for name, value, state in found:
        chosen = {name: value}
        assert state["ids"] == index.ids(chosen), chosen
        assert state["shown"] == len(state["ids"]) == told[name][value], chosen
        fits(state, index, chosen)


def test_choices_combine_and_the_address_keeps_them(served: str, page: Page, index: Index) -> None:
    """Choices narrow together; back, forward, reset and a link to the state show what they should."""
    one = {"area": "capacity"}
    both = {**one, "country": "mn"}
    open_ready(page, served + "register/")
    choose(page, "area", "capacity")
    choose(page, "country", "mn")
    shows(page, index, both)
    assert page.url == f"{served}register/?area=capacity&country=mn"
    page.go_back()
    shows(page, index, one)
    page.go_forward()
    shows(page, index, both)
    page.reload()
    shows(page, index, both)
    page.locator("[data-reset]").click()
    assert page.url == f"{served}register/"
    assert page.evaluate("document.activeElement.textContent") == "Activity area"
    shows(page, index, {})
    page.go_back()
    shows(page, index, both)
    choose(page, "area", "")
    shows(page, index, {"country": "mn"})


def test_what_the_address_asks_in_vain_is_passed_over(served: str, page: Page, index: Index) -> None:
    """Values and filters that nobody knows, and words that are no values, change nothing."""
    open_ready(page, served + 'register/?area=none&country=mn&kind="]*&topic=%22%5D&__proto__=x&area=')
    shows(page, index, {"country": "mn"})


def test_an_empty_result_says_so(served: str, page: Page, index: Index) -> None:
    """Choices that no project has show a sentence in place of the table, and a way back."""
    values = index.counts({})
    nobody = next(
        {"area": a, "country": c}
        for a, c in product(values["area"], values["country"])
        if not index.ids({"area": a, "country": c})
    )
    open_ready(page, served + "register/?area={area}&country={country}".format(**nobody))
    expect(page.locator("[data-nothing]")).to_be_visible()
    expect(page.locator("[data-table]")).to_be_hidden()
    fits(page.evaluate(STATE), index, nobody)
    page.locator("[data-reset]").click()
    expect(page.locator("[data-nothing]")).to_be_hidden()
    shows(page, index, {})


def test_marks_narrow_by_mouse_and_by_key(served: str, page: Page, index: Index) -> None:
    """A click on a mark shows its projects, Enter on it takes the choice back."""
    open_ready(page, served + "register/")
    mark = page.locator("a.ne-mark").last
    place = {"place": str(mark.get_attribute("data-value"))}
    mark.locator(".ne-mark__in circle").click()
    shows(page, index, place)
    assert f"place={place['place']}" in page.url
    mark.focus()
    page.keyboard.press("Enter")
    shows(page, index, {})


def test_filters_work_by_keyboard(served: str, page: Page, index: Index) -> None:
    """Reaching a filter fetches the index; Enter opens and chooses, and Escape closes and keeps the place."""
    page.goto(served + "register/")
    area = page.locator("details[data-filter=area]")
    with page.expect_response(f"**/{LISTED}"):
        area.locator("summary").focus()
    page.locator(READY).first.wait_for(state="attached")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    shows(page, index, {"area": next(iter(page.evaluate(STATE)["counts"]["area"]))})
    assert page.evaluate("document.activeElement.parentElement.dataset.filter") == "area"
    page.keyboard.press("Enter")
    expect(area).to_have_attribute("open", "")
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(area).not_to_have_attribute("open", "")
    assert page.evaluate("document.activeElement.parentElement.dataset.filter") == "area"


def test_a_page_of_a_part_keeps_its_lines_and_leads_to_the_whole(
    served: str, page: Page, index: Index
) -> None:
    """The page of an area has its lines at once and counts that fit; a choice there narrows the whole."""
    page.goto(served + PART)
    before = page.evaluate(LINES)
    open_ready(page, served + PART)
    assert page.evaluate(LINES) == before
    shows(page, index, {"area": "capacity"})
    choose(page, "country", "mn")
    page.wait_for_url(f"{served}register/?area=capacity&country=mn")
    shows(page, index, {"area": "capacity", "country": "mn"})


@pytest.mark.parametrize("answer", [None, {"status": 404}, {"body": "<p>Please sign in</p>"}])
def test_without_the_index_filters_stay_plain_links(
    served: str, browser: Browser, answer: dict[str, Any] | None
) -> None:
    """Where the index cannot be had, a choice leads to its page."""
    page = browser.new_page()
    page.route(f"**/{LISTED}", lambda route: route.fulfill(**answer) if answer else route.abort())
    page.goto(served + "register/")
    with page.expect_request(f"**/{LISTED}"):
        page.locator("details[data-filter=country] summary").click()
    page.locator("details[data-filter=country] a[data-value=mn]").click()
    page.wait_for_url(f"{served}register/by/country/mn/")
    page.close()


def test_the_index_is_asked_for_again_after_a_failure(served: str, page: Page) -> None:
    """Who reaches for the filters when the connection is back narrows at once."""
    page.route(f"**/{LISTED}", lambda route: route.abort(), times=1)
    page.goto(served + "register/")
    with page.expect_event("requestfailed"):
        page.locator("details[data-filter=country] summary").focus()
    page.locator("details[data-filter=area] summary").focus()
    page.locator(READY).first.wait_for(state="attached")


def test_the_browser_draws_the_lines_that_the_site_has(served: str, page: Page) -> None:
    """After a choice and back, each line has the link, the cells and the mark of age that it had."""
    page.goto(served + "register/")
    before = page.evaluate(LINES)
    open_ready(page, served + "register/")
    choose(page, "country", "mn")
    page.locator("[data-reset]").click()
    assert page.evaluate("document.querySelector('[data-pages]').hidden")
    assert page.evaluate(LINES) == before


@pytest.mark.parametrize(
    ("days", "zone"),
    [(0, "Asia/Tokyo"), (1, "America/Los_Angeles"), (4000, "UTC")],
)
def test_what_is_confirmed_long_ago_is_marked_on_the_day_it_is_read(
    served: str, browser: Browser, days: int, zone: str
) -> None:
    """Lines and a project's page are marked from the day on which a build would mark them."""
    projects = load_catalogue(ROOT / "data").projects
    today = min(map(stale_from, projects.values())) + timedelta(days=days)
    context = browser.new_context(timezone_id=zone)
    context.clock.set_fixed_time(datetime.combine(today, time(2), UTC))
    page = context.new_page()
    open_ready(page, served + "register/")
    expected = {id: is_stale(project, today) for id, project in projects.items()}
    assert _marked(page) == expected
    choose(page, "country", "mn")
    page.locator("[data-reset]").click()
    assert _marked(page) == expected
    page.goto(served + PROJECT)
    assert page.locator("[data-stale]").is_visible() == expected[PROJECT.split("/")[1]]
    context.close()


@pytest.mark.parametrize(
    ("query", "width", "scheme"),
    [("?place=mn", 360, "light"), ("?area=capacity&topic=forests&country=kr", 1280, "dark")],
)
def test_no_barrier_is_found_while_narrowing(
    served: str, browser: Browser, query: str, width: int, scheme: Scheme
) -> None:
    """With a choice made and a filter open, and with nothing left, axe finds nothing."""
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    open_ready(page, served + "register/" + query)
    page.locator("details[data-filter=topic] summary").click()
    violations = Axe().run(page, options=RULES).response["violations"]
    assert [(v["id"], [node["target"] for node in v["nodes"]][:3]) for v in violations] == []
    assert page.evaluate("document.scrollingElement.scrollWidth") <= width
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_map_of_a_project_draws_land(served: str, browser: Browser, scheme: Scheme) -> None:
    """The coasts, which come from a file that the projects share, are drawn in the colours of the scheme."""
    page = browser.new_page(color_scheme=scheme)
    page.goto(served + PROJECT, wait_until="networkidle")
    picture = Image.open(BytesIO(page.locator(".ne-map--locator svg").screenshot())).convert("RGB")
    colours = picture.getcolors(picture.width * picture.height) or []
    land = next((count for count, colour in colours if colour == LAND[scheme]), 0)
    assert 0.3 < land / (picture.width * picture.height) < 0.9
    page.close()


def test_pages_print(served: str, page: Page) -> None:
    """On paper nothing is cut off at the side, the lines that are chosen stand, and a PDF can be made."""
    page.set_viewport_size({"width": 700, "height": 900})
    page.emulate_media(media="print")
    for path in (PROJECT, "register/gaps/", "register/?country=mn"):
        page.goto(served + path, wait_until="networkidle")
        assert page.evaluate("document.scrollingElement.scrollWidth") <= 700
        assert page.pdf(format="A4").startswith(b"%PDF")
    lines = page.locator("[data-lines] tr")
    expect(lines.first).to_be_visible()
    expect(lines.last).to_be_visible()


def _listed(page: HtmlPage) -> list[str]:
    bodies = [body for body in page.all("tbody") if "data-lines" in body.attrib]
    return [a.get("href", "").split("/")[-2] for body in bodies for a in body.iter("a") if a.get("href")]


def _marked(page: Page) -> dict[str, bool]:
    return {line[0].split("/")[-2]: not line[-1] for line in page.evaluate(LINES)}
