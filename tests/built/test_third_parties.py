"""No page asks anything of another site."""

import re
from pathlib import Path

from playwright.sync_api import Browser

from .reading import HtmlPage

LOADING = {"src", "srcset", "data", "poster", "action", "formaction", "background"}
ELSEWHERE = re.compile(r"^\s*(https?:)?//", re.IGNORECASE)
IN_CSS = re.compile(r"(?:url\(\s*['\"]?|@import\s+['\"])\s*((?:https?:)?//[^'\")\s]+)", re.IGNORECASE)
LOADING_LINKS = {
    "stylesheet",
    "icon",
    "preload",
    "prefetch",
    "preconnect",
    "dns-prefetch",
    "modulepreload",
    "manifest",
}
KINDS_OF_PAGE = (
    "",
    "studies/",
    "events/expert-group-meeting-2023/",
    "approach/",
    "plan/2026/",
    "countries/mn/",
    "register/",
    "register/alxa-tengger-desert-fixation/",
    "register/gaps/",
    "open-data/",
    "share/",
)


def test_no_element_loads_from_elsewhere(pages: dict[str, HtmlPage]) -> None:
    """No src, link or inline style of any page leads outside the site."""
    found = []
    for page in pages.values():
        for element in page.root.iter():
            names = LOADING | ({"href"} if _loads(element.get("rel"), element.tag) else set())
            found += [
                (page.address, element.attrib[name])
                for name in names & element.attrib.keys()
                if ELSEWHERE.match(element.attrib[name])
            ]
        found += [(page.address, url) for url in IN_CSS.findall(page.text)]
    assert found == []


def test_no_stylesheet_loads_from_elsewhere(site: Path) -> None:
    """No url() and no @import of any stylesheet leads outside the site."""
    found = [
        (file.name, url)
        for file in site.rglob("*.css")
        for url in IN_CSS.findall(file.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_the_browser_asks_only_this_site(served: str, browser: Browser) -> None:
    """Opened in Chromium, the kinds of page request nothing from anywhere else, and say no error."""
    asked: list[str] = []
    errors: list[str] = []
    page = browser.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    for path in KINDS_OF_PAGE:
        page.goto(served + path, wait_until="networkidle")
    page.close()
    assert [url for url in asked if not url.startswith((served, "data:"))] == []
    assert errors == []


def _loads(rel: str | None, tag: object) -> bool:
    return tag in ("image", "use") or bool(LOADING_LINKS & set((rel or "").split()))
