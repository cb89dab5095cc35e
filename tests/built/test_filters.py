"""Lists narrow as plain links without JavaScript, and at once with it."""

from playwright.sync_api import Browser, Page

from macros.releases.loading import load_catalogue

from .building import ROOT

VISIBLE = ".ne-entry:visible"


def test_without_javascript_a_choice_is_a_page_with_just_its_entries(served: str, browser: Browser) -> None:
    """Following a topic without JavaScript leads to a list of that topic alone."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served + "studies/")
    page.locator("details[data-filter=topic] summary").click()
    page.locator("details[data-filter=topic] a[data-value=land-degradation-neutrality]").click()
    assert page.url == served + "studies/by/topic/land-degradation-neutrality/"
    assert page.locator(VISIBLE).count() == _studies("land-degradation-neutrality")
    context.close()


def test_with_javascript_choices_narrow_in_place_and_combine(served: str, browser: Browser) -> None:
    """A topic and then a country narrow the list at once, and the address keeps both."""
    page = browser.new_page()
    page.goto(served + "events/")
    everything = page.locator(VISIBLE).count()
    _choose(page, "topic", "capacity-building")
    topic = page.locator(VISIBLE).count()
    _choose(page, "country", "mn")
    both = page.locator(VISIBLE).count()
    assert everything > topic > both > 0
    assert "topic=capacity-building" in page.url
    assert "country=mn" in page.url
    assert page.locator("[data-shown]").inner_text() == str(both)
    page.close()


def test_an_address_with_choices_restores_them(served: str, browser: Browser) -> None:
    """A narrowed list can be linked to, gone back from, and shown whole again."""
    page = browser.new_page()
    page.goto(served + "studies/?topic=land-degradation-neutrality")
    assert page.locator(VISIBLE).count() == _studies("land-degradation-neutrality")
    page.locator("[data-reset]:visible").click()
    assert page.locator(VISIBLE).count() == len(load_catalogue(ROOT / "data").studies)
    page.go_back()
    assert page.locator(VISIBLE).count() == _studies("land-degradation-neutrality")
    page.close()


def _choose(page: Page, name: str, value: str) -> None:
    page.locator(f"details[data-filter={name}] summary").click()
    page.locator(f"details[data-filter={name}] a[data-value={value}]").click()


def _studies(topic: str) -> int:
    return sum(topic in study.topics for study in load_catalogue(ROOT / "data").studies.values())
