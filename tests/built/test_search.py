"""The search finds records by their own words and by what they are linked with, from this site alone."""

import pytest
from playwright.sync_api import Browser, Page


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("Mongolia", "countries/mn/"),
        ("logical framework", "approach/"),
        ("stock-taking", "studies/dld-climate-stocktaking-2021/"),
        ("Ordos", "documents/ordos-declaration-2017/"),
    ],
)
def test_the_right_page_is_among_the_first(served: str, browser: Browser, words: str, first: str) -> None:
    """Typing a country, a heading, or a word of a title brings its page near the top."""
    page = browser.new_page()
    assert any(first in link for link in _found(page, served, words)[:4])
    page.close()


def test_what_is_typed_never_becomes_markup(served: str, browser: Browser) -> None:
    """Tags typed into the search run nothing and are told as not found."""
    page = browser.new_page()
    assert _found(page, served, "<img src=x onerror=alert(1)>") == []
    assert page.locator(".ne-search img").count() == 0
    page.close()


def test_without_javascript_the_menu_is_readable_at_360_pixels(served: str, browser: Browser) -> None:
    """The sections can be reached on a narrow screen without a script."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 800})
    page = context.new_page()
    page.goto(served)
    assert page.locator("header a:visible", has_text="Countries").count() == 1
    context.close()


def _found(page: Page, served: str, words: str) -> list[str]:
    page.goto(served + "about/")
    with page.expect_response("**/search_index.json"):
        page.keyboard.press("/")
    page.locator("#ne-search-words").fill(words)
    page.locator(".ne-search__said", has_text="found").or_(
        page.locator(".ne-search__said", has_text="page")
    ).wait_for()
    return [str(link.get_attribute("href")) for link in page.locator(".ne-search__found a").all()]
