"""Words that look like markup, templates, formulas or scripts are words on every page that shows them."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page

from .narrowing import choose, open_ready
from .projects import SOURCE, built, copy_project, write_record
from .serving import serving

RUN = "window.struck=1"
TEMPLATES = "{{ 7*7 }} {% raw %} {# no #} ${7*7} `x *x* [x] (javascript:window.struck=1)"
QUOTES = f"\"' onload='{RUN}' x=\" autofocus onfocus=\"{RUN}"
BREAKS = "]]> --> */ \\u003cb # next 👩🏽‍🌾"
NAME = f"=cmd|' /C calc'!A0 {TEMPLATES[:60]} {QUOTES} {BREAKS}"
TAGS = f"< /title>< script>{RUN}< /script>< img src=x onerror={RUN}> {QUOTES} {BREAKS}"
LONG = "Нэгэнхэнхэмжигдэхүүн" * 10
PLACE, FAR = f"javascript:{RUN}// {QUOTES} {BREAKS}", "x" * 200
PROJECTS = {
    "hostile": {
        "name": NAME,
        "kind": "project",
        "summary": f"{TEMPLATES} {QUOTES} {BREAKS}\n\n#{TEMPLATES}",
        "organizations": [
            {"organization": "hostile", "role": "lead"},
            {"organization": "endless", "role": "partner"},
        ],
        "countries": ["mn"],
        "places": [{"name": PLACE, "country": "mn", "point": {"lat": 47, "lon": 104}, "note": QUOTES}],
        "areas": ["awareness"],
        "topics": ["forests"],
        "seeks": [{"what": "data", "note": f"{TEMPLATES} {QUOTES}"}],
        "offers": [{"what": "funding", "note": FAR}],
        "links": [{"label": NAME, "url": "https://example.org/?q='%22%3E"}],
        "last_confirmed": "2024",
        "sources": [SOURCE],
    },
    "endless": {
        "name": LONG,
        "kind": "project",
        "summary": LONG * 2,
        "organizations": [{"organization": "endless", "role": "lead"}],
        "countries": ["mn", "cn", "ru"],
        "places": [{"name": FAR, "country": "mn", "point": {"lat": 44, "lon": 110}, "note": FAR}],
        "areas": ["awareness"],
        "seeks": [{"what": "data", "note": FAR}],
        "links": [{"label": FAR, "url": f"https://example.org/{FAR}"}],
        "last_confirmed": "2024",
        "sources": [SOURCE],
    },
}
ORGANIZATIONS = {
    "hostile": {"name": TAGS, "kind": "civil society", "summary": TAGS, "sources": [SOURCE]},
    "endless": {"name": LONG, "short": FAR[:24], "kind": "academia", "summary": LONG, "sources": [SOURCE]},
}
PAGES = {
    "register/": (NAME, PLACE, TAGS, LONG, FAR),
    "register/hostile/": (NAME, PLACE, QUOTES, TEMPLATES, TAGS, FAR),
    "register/endless/": (LONG, FAR),
    "register/by/country/mn/": (NAME, PLACE, TAGS, LONG),
    "register/by/place/45n102e/": (NAME, PLACE, TAGS),
    "register/seeking/": (NAME, TEMPLATES, TAGS, LONG, FAR),
    "organizations/": (TAGS, LONG),
    "organizations/hostile/": (NAME, TAGS),
    "organizations/endless/": (NAME, LONG, FAR[:24]),
    "countries/mn/": (NAME, LONG),
    "topics/forests/": (NAME,),
    "documents/workshop-report-2015/": (NAME, TAGS, LONG),
    "register/gaps/": (),
    "open-data/": (),
}
WRONG = """() => ({
  ran: window.struck,
  handlers: [...document.querySelectorAll("*")].flatMap(one => [...one.attributes])
    .filter(given => given.name.startsWith("on") || /^\\s*javascript:/i.test(given.value))
    .filter(given => !["aria-label", "data-label", "title", "content"].includes(given.name))
    .map(given => given.name + "=" + given.value),
  sideways: document.scrollingElement.scrollWidth > 360 && document.scrollingElement.scrollWidth,
  linked: [...document.querySelectorAll("script[type='application/ld+json']")].filter(data => {
    try { JSON.parse(data.textContent); } catch { return true; }
  }).length,
})"""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Yield the address of the real site with such projects and organizations."""
    project = copy_project(tmp_path_factory.mktemp("hostile"))
    for id, record in ORGANIZATIONS.items():
        write_record(project, "organizations", id, record)
    for id, record in PROJECTS.items():
        write_record(project, "projects", id, record)
    with serving(built(project)) as address:
        yield address


@pytest.mark.parametrize("scripts", [True, False])
def test_words_stand_on_each_page_word_for_word(hostile: str, browser: Browser, scripts: bool) -> None:
    """Nothing of theirs runs, every word is shown, and nothing scrolls sideways at 360 pixels."""
    context = browser.new_context(java_script_enabled=scripts, viewport={"width": 360, "height": 800})
    page, struck = _watched(context)
    found: list[tuple[str, ...]] = []
    for path, words in PAGES.items():
        page.goto(hostile + path)
        shown = _plain(page.evaluate("document.body.textContent"))
        found += [(path, "not shown", each[:40]) for each in words if _plain(each) not in shown]
        found += _wrong(page, path)
    context.close()
    assert found == []
    assert struck == []


def test_lines_drawn_by_the_browser_show_the_same_words(hostile: str, browser: Browser) -> None:
    """After a choice, lines, marks and the choice itself show the words and run nothing."""
    context = browser.new_context(viewport={"width": 360, "height": 800})
    page, struck = _watched(context)
    for query in ("?area=awareness", "?place=45n102e", "?organization=academia"):
        open_ready(page, hostile + "register/" + query)
        page.locator("details[data-filter=place] summary").click()
        lines = page.locator("[data-lines]").evaluate("lines => lines.textContent")
        assert [each[:40] for each in (NAME, PLACE, TAGS) if each not in lines] == []
        assert _wrong(page, query) == []
    open_ready(page, hostile + "register/")
    choose(page, "place", "45n102e")
    mark = page.locator("a.ne-mark[data-value='45n102e']")
    summary = page.locator("details[data-filter=place] summary")
    told = [_plain(str(mark.get_attribute("aria-label"))), *map(_words, (mark.locator("title"), summary))]
    assert told == [f"{_plain(PLACE)}: 1", f"{_plain(PLACE)}: 1", f"Place: {_plain(PLACE)}"]
    assert _wrong(page, "register/") == []
    context.close()
    assert struck == []


@pytest.mark.parametrize(("words", "name"), [("calc", NAME), ("onerror", "Organizations"), (LONG[:30], LONG)])
def test_the_search_finds_and_shows_them(hostile: str, browser: Browser, words: str, name: str) -> None:
    """What the search finds is shown as words, too."""
    context = browser.new_context(viewport={"width": 360, "height": 800})
    page, struck = _watched(context)
    page.goto(hostile + "about/")
    with page.expect_response("**/search_index.json"):
        page.keyboard.press("/")
    page.locator("#ne-search-words").fill(words)
    page.locator(".ne-search__found a").first.wait_for()
    found = page.locator(".ne-search__found a").evaluate_all("all => all.map(one => one.textContent)")
    assert _plain(name) in found
    assert page.locator("dialog").evaluate("one => one.scrollWidth <= one.clientWidth")
    assert _wrong(page, "about/") == []
    context.close()
    assert struck == []


def _watched(context: BrowserContext) -> tuple[Page, list[str]]:
    """Return a page, and what it does that it should not: dialogs and errors."""
    struck: list[str] = []
    page = context.new_page()
    page.on("dialog", lambda dialog: struck.append(dialog.message))
    context.on("weberror", lambda error: struck.append(str(error.error)))
    return page, struck


def _wrong(page: Page, where: str) -> list[tuple[str, ...]]:
    """Return what runs, what could, and what scrolls sideways in a page."""
    found = page.evaluate(WRONG)
    return [(where, what, str(value)[:200]) for what, value in found.items() if value]


def _plain(words: str) -> str:
    """Return words with a space for each break: the separators of lines (U+2028) are breaks, too."""
    return " ".join(words.split())


def _words(part: Locator) -> str:
    return _plain(part.evaluate("one => one.textContent"))
