"""No kind of page has a barrier that axe-core finds, in any scheme or width; none scrolls sideways."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from .test_third_parties import KINDS_OF_PAGE

MORE = (
    "studies/policy-paper-climate-land-water/",
    "organizations/",
    "documents/dld-review-2018/",
    "about/",
    "facts/",
    "register/seeking/",
    "embed/updates/",
    "embed/countries/kp/",
)
RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    "resultTypes": ["violations"],  # what passes is not listed, which takes half of the time
}
OF_COLOURS = {**RULES, "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
LAYOUT = """() => [...document.querySelectorAll("*")].map(one => {
  const {x, y, width, height} = one.getBoundingClientRect();
  return [one.localName, x, y, width, height, one.checkVisibility()].join();
})"""


@pytest.mark.parametrize("width", [1280, 360])
def test_no_barrier_is_found(served: str, browser: Browser, width: int) -> None:
    """Every kind of page, wide and narrow, light and dark, passes WCAG 2.2 AA as far as axe can tell.

    In the dark all stands where it stood in the light, so that only the rules for colours can tell otherwise.
    """
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    found: list[tuple[str, ...]] = []
    for path in (*KINDS_OF_PAGE, *MORE):
        page.emulate_media(color_scheme="light")
        page.goto(served + path)
        found += [(path, "light", *barrier) for barrier in barriers(page, RULES)]
        if page.evaluate("document.documentElement.scrollWidth") > width:
            found.append((path, "scrolls sideways"))
        layout = page.evaluate(LAYOUT)
        page.emulate_media(color_scheme="dark")
        if page.evaluate(LAYOUT) != layout:
            found.append((path, "is laid out otherwise in the dark"))
        found += [(path, "dark", *barrier) for barrier in barriers(page, OF_COLOURS)]
    context.close()
    assert found == []


def barriers(page: Page, options: dict[str, Any]) -> list[tuple[str, str]]:
    """Return the rules that a page breaks, each with the first elements that do."""
    violations = Axe().run(page, options=options).response["violations"]
    return [(one["id"], str([node["target"] for node in one["nodes"]][:3])) for one in violations]
