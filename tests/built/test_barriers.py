"""No kind of page has a barrier that axe-core finds, in any scheme or width; none scrolls sideways."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

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
    }
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_no_barrier_is_found(served: str, browser: Browser, width: int, scheme: str) -> None:
    """Every kind of page, wide and narrow, light and dark, passes WCAG 2.2 AA as far as axe can tell."""
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme="dark" if scheme == "dark" else "light"
    )
    page = context.new_page()
    found = []
    for path in (*KINDS_OF_PAGE, *MORE):
        page.goto(served + path)
        results = Axe().run(page, options=RULES)
        for violation in results.response["violations"]:
            targets = [node["target"] for node in violation["nodes"]][:3]
            found.append((path, violation["id"], targets))
        if page.evaluate("document.documentElement.scrollWidth") > width:
            found.append((path, "scrolls sideways", []))
    context.close()
    assert found == []
