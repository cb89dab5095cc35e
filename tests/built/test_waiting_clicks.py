"""A click on the register that comes before its index waits for it, and without one goes where it leads."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from .narrowing import LISTED, STATE, Index, choose, shows

COUNTRY = "details[data-filter=country]"
TAPPED: dict[str, Any] = {"viewport": {"width": 360, "height": 640}, "has_touch": True, "is_mobile": True}


class Held:
    """The requests for the index that a page has made, which wait until they are let go."""

    def __init__(self, page: Page) -> None:
        self.routes: list[Route] = []
        page.route(f"**/{LISTED}", lambda route: self.routes.append(route))
        self._page = page

    def wait(self) -> None:
        """Wait until the index has been asked for."""
        for _ in range(100):
            if self.routes:
                return
            self._page.wait_for_timeout(20)
        raise AssertionError("nobody asked for the index")

    def let_go(self) -> None:
        """Answer with the index of the site."""
        self.wait()
        self.routes.pop().continue_()

    def fail(self) -> None:
        """Break the connection."""
        self.wait()
        self.routes.pop().abort()


@pytest.fixture(scope="module")
def index(site: Path) -> Index:
    """Return the index of the register."""
    return Index(site)


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Yield a narrow window that is tapped, in which nothing may go wrong unsaid."""
    context = browser.new_context(**TAPPED)
    errors: list[str] = []
    context.on("weberror", lambda error: errors.append(str(error.error)))
    yield context
    context.close()
    assert errors == []


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """Return a page in that window."""
    return context.new_page()


def test_a_click_before_the_index_narrows_when_it_comes(served: str, page: Page, index: Index) -> None:
    """Nothing is lost and no page is loaded anew: the choice is made as soon as it can be."""
    held = Held(page)
    page.goto(served + "register/")
    page.evaluate("window.stayed = true")
    choose(page, "country", "mn")
    held.wait()
    assert page.url == served + "register/"
    assert len(page.evaluate(STATE)["ids"]) > len(index.ids({"country": "mn"}))
    held.let_go()
    shows(page, index, {"country": "mn"})
    assert page.url == f"{served}register/?country=mn"
    assert page.evaluate("window.stayed")
    assert held.routes == []


def test_of_several_clicks_before_the_index_the_last_counts(served: str, page: Page, index: Index) -> None:
    """Who changes their mind while waiting gets what they chose last, once."""
    held = Held(page)
    page.goto(served + "register/")
    choose(page, "country", "mn")
    page.locator(f"{COUNTRY} a[data-value=cn]").click()
    held.let_go()
    shows(page, index, {"country": "cn"})
    assert page.url == f"{served}register/?country=cn"


def test_a_tap_on_a_mark_before_the_index_shows_its_lines(served: str, page: Page, index: Index) -> None:
    """The map narrows, too, and brings what is left into view below it."""
    held = Held(page)
    page.goto(served + "register/")
    mark = page.locator("a.ne-mark").last
    place = {"place": str(mark.get_attribute("data-value"))}
    mark.locator(".ne-mark__in circle").tap()
    held.let_go()
    shows(page, index, place)
    expect(page.locator(".ne-listing__said")).to_be_in_viewport()


def test_after_a_tap_on_a_mark_its_lines_are_in_view(served: str, page: Page, index: Index) -> None:
    """On a small screen the lines stand far below the map; what they say of themselves comes into view."""
    page.goto(served + "register/")
    page.locator(COUNTRY + " summary").focus()
    page.locator('.ne-filter a[data-value=""]').first.wait_for(state="attached")
    mark = page.locator("a.ne-mark").last
    mark.scroll_into_view_if_needed()
    mark.locator(".ne-mark__in circle").tap()
    shows(page, index, {"place": str(mark.get_attribute("data-value"))})
    expect(page.locator(".ne-listing__said")).to_be_in_viewport()


def test_a_mark_can_be_hit_beside_its_dot(served: str, page: Page) -> None:
    """A thumb has 24 pixels and more to hit, however small the dot is drawn (WCAG 2.2, 2.5.8)."""
    page.goto(served + "register/")
    sizes = page.locator(".ne-mark__hit").evaluate_all("all => all.map(a => a.getBoundingClientRect().width)")
    assert sizes
    assert min(sizes) >= 24


@pytest.mark.parametrize("answer", ["fail", "404", "words"])
def test_a_waiting_click_follows_its_link_when_the_index_fails(served: str, page: Page, answer: str) -> None:
    """Without an index, a choice leads to its page, as it does without a script."""
    held = Held(page)
    page.goto(served + "register/")
    choose(page, "country", "mn")
    held.wait()
    assert page.url == served + "register/"
    if answer == "fail":
        held.fail()
    else:
        held.routes.pop().fulfill(**({"status": 404} if answer == "404" else {"body": "<p>Sign in</p>"}))
    page.wait_for_url(f"{served}register/by/country/mn/")


def test_a_click_with_a_key_held_goes_its_own_way(served: str, page: Page, context: BrowserContext) -> None:
    """A new tab is a new tab: the page before stays as it is."""
    Held(page)
    page.goto(served + "register/")
    page.locator(COUNTRY + " summary").click()
    with context.expect_page() as opened:
        page.locator(f"{COUNTRY} a[data-value=mn]").click(modifiers=["ControlOrMeta"])
    assert opened.value.url == f"{served}register/by/country/mn/"
    assert page.url == served + "register/"
