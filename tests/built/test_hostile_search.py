"""Titles that look like HTML, patterns or parts of JavaScript are words to the search, whatever is typed."""

import json
import unicodedata
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any

import pytest
import regex
import yaml
from playwright.sync_api import Browser, Page, Route

from .projects import SOURCE, built, copy_project, write_record
from .serving import serving

RUN = "window.struck=1"
LONG = "Нэгэнхэнхэмжигдэхүүн" * 10
IN_RECORDS = (
    "A < B & C > D; x<3 && y>2",
    "\"Quotes\" 'single' \\ \\\\ back\\slash \\u003cb $& $1",
    "(.*)+$ [a-z]* ^x? {2,} (a+)+b",
    f"{LONG} {LONG[::-1]}",
    "a\u200bb zero\u2060width soft\u00adhyphen",
    "👩🏽‍🌾 🏳️‍🌈 e\u0301 a\u0323\u0308 ﬁne İstanbul ΣΑΣ ß Ａｂ 𝐁𝐨𝐥𝐝",
    "שלום עולם مرحبا بالعالم",
    "防治荒漠化和土地退化 砂漠化ガギグ 사막화 방지",
    "constructor toString hasOwnProperty",
    "javascript:window.struck=1// %00%20 null undefined NaN -1",
)
IN_THE_INDEX = (
    *IN_RECORDS,
    "__proto__ `tick`",
    "<TBD>",
    "<p>",
    "</li><li>",
    "A < B & C <TBD>",
    "&lt;b&gt; &amp; &amp;amp; &#60; R&D; Q&A",
    f"<img src=x onerror={RUN}>",
    f"</title><script>{RUN}</script><!-- ",
    "<" * 500,
    "\u202e turned \u202c .,; …",
)
PROSE = (
    f"# {escape('A < B & C <TBD>', quote=False)}\n\n{escape('It says <TBD>, <b> and &amp;.', quote=False)}\n"
)
NO_HEADING = "---\ntitle: 'No < heading & [TBD]'\n---\nOnly words.\n"
SEARCHED = """words => { window.answers = []; (async () => {
  const input = document.getElementById("ne-search-words"), dialog = document.getElementById("ne-search");
  for (const word of words) {
    input.value = word;
    input.dispatchEvent(new Event("input"));
    await new Promise(done => setTimeout(done));
    const made = [...dialog.querySelectorAll(".ne-search__found *")];
    window.answers.push({
      word,
      said: dialog.querySelector(".ne-search__said").textContent,
      titles: made.filter(one => one.localName === "a").map(one => one.textContent),
      marks: made.filter(one => one.localName === "mark").map(one => one.textContent),
      made: [...new Set(made.map(one => [one.localName, ...one.getAttributeNames()].join(" ")))].sort(),
      away: made.filter(one => one.href && !one.href.startsWith(location.origin)).map(one => one.href),
    });
  }
  window.finished = true;
})(); }"""
AT_ONCE = "const wait = setTimeout; window.setTimeout = (act, _, ...more) => wait(act, 0, ...more);"
MADE = {"a href", "li", "mark", "p", "span class"}
PART = 3  # of so many real entries one is searched for; what it costs grows with its square
LIMIT = 120_000  # milliseconds, for all words


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site of the real project with such titles, a topic and a project called 'constructor'."""
    project = copy_project(tmp_path_factory.mktemp("hostile"))
    pattern = yaml.safe_load((project / "data/studies/ldn-sustainable-development.yml").read_text("utf-8"))
    for number, words in enumerate(IN_RECORDS):
        write_record(project, "studies", f"hostile-{number}", {**pattern, "title": words, "summary": words})
    topics = project / "data" / "topics.yml"
    topic = {"constructor": {"name": "constructor", "summary": "toString", "order": 99, "sources": [SOURCE]}}
    topics.write_text(topics.read_text("utf-8") + yaml.safe_dump(topic), encoding="utf-8")
    first = project / "data" / "studies" / "hostile-0.yml"
    first.write_text(first.read_text("utf-8").replace("topics:\n", "topics:\n- constructor\n"), "utf-8")
    (project / "docs" / "odd.md").write_text(PROSE, encoding="utf-8")
    (project / "docs" / "bare.md").write_text(NO_HEADING, encoding="utf-8")
    return built(project)


@pytest.fixture(scope="module")
def hostile(project: Path) -> Iterator[str]:
    """Yield the address of that site."""
    with serving(project) as address:
        yield address


def test_every_word_is_answered_and_nothing_comes_of_text(
    project: Path, hostile: str, browser: Browser
) -> None:
    """In one page, each word of an index is found, marked alone, and makes no element or link of its own."""
    docs = _docs(project)[::PART] + _added()
    words = sorted({word for one in docs for word in f"{one['title']} {one['text']}".split()})
    answers = _answers(browser, hostile, docs, words)
    assert [one["word"] for one in answers] == words
    assert [one["word"] for one in answers if not one["titles"] and _parts(one["word"])] == []
    assert [one for one in answers if not set(one["made"]) <= MADE or one["away"]] == []
    assert [(one["word"], mark) for one in answers for mark in one["marks"] if not _is_found(one, mark)] == []
    assert len(words) > 1_000


def test_each_title_is_found_by_its_words_and_reads_as_it_was_written(
    project: Path, hostile: str, browser: Browser
) -> None:
    """Titles of records, of pages and of the index itself are shown word for word."""
    docs = _docs(project) + _added()
    titles = [" ".join(words.split()) for words in (*IN_THE_INDEX, "No < heading & [TBD]")]
    answers = _answers(browser, hostile, docs, titles)
    assert [one["word"] for one in answers if one["word"] not in one["titles"]] == []


def test_a_topic_of_any_name_is_counted(hostile: str, browser: Browser) -> None:
    """A topic called 'constructor' has one study, beside and after the choice."""
    page = browser.new_page()
    page.goto(hostile + "studies/")
    choice = page.locator("details[data-filter=topic] a[data-value=constructor]")
    assert choice.locator(".ne-count").text_content() == "1"
    page.locator("details[data-filter=topic] summary").click()
    choice.click()
    assert page.locator(".ne-entry:visible").count() == 1
    assert page.locator("[data-shown]").text_content() == "1"
    page.close()


def test_titles_of_pages_are_words_in_their_heading(hostile: str, browser: Browser) -> None:
    """A page that has no heading of its own is given its title as words."""
    page = browser.new_page()
    page.goto(hostile + "bare/")
    assert page.locator("h1").text_content() == "No < heading & [TBD]"
    page.close()


def _answers(
    browser: Browser, address: str, docs: list[dict[str, str]], words: list[str]
) -> list[dict[str, Any]]:
    """Return what the search says to each word, all in one page; it waits for no one's typing."""
    page = browser.new_page()
    page.add_init_script(AT_ONCE)
    page.route("**/search_index.json", lambda route: _index(route, docs))
    page.goto(address + "about/")
    with page.expect_response("**/search_index.json"):
        page.keyboard.press("/")
    _ready(page)
    page.evaluate(SEARCHED, words)
    page.wait_for_function("window.finished", timeout=LIMIT)
    answers: list[dict[str, Any]] = page.evaluate("window.answers")
    assert page.evaluate("window.struck") is None
    page.close()
    return answers


def _ready(page: Page) -> None:
    page.locator(".ne-search__said", has_text="Loading").wait_for(state="detached", timeout=30_000)


def _index(route: Route, docs: list[dict[str, str]]) -> None:
    route.fulfill(json={"docs": docs})


def _docs(project: Path) -> list[dict[str, str]]:
    docs: list[dict[str, str]] = json.loads((project / "search/search_index.json").read_text("utf-8"))["docs"]
    return docs


def _added() -> list[dict[str, str]]:
    """Return entries as the index would hold them for every hostile text, and some that it never should."""
    found = [
        {
            "location": f"added/{number}/{anchor}",
            "title": title,
            "text": f"{words} {words}",
        }
        for number, words in enumerate(" ".join(text.split()) for text in IN_THE_INDEX)
        for anchor, title in (("", words), ("#part", words))
    ]
    odd = ("__proto__", "constructor", "javascript:window.struck=1", "<b>", "")
    return [*found, *({"location": f"{at}/", "title": "", "text": f"{at} <p>"} for at in odd)]


def _is_found(answer: dict[str, Any], mark: str) -> bool:
    return any(_folded(mark).startswith(part) for part in _parts(answer["word"]))


def _parts(word: str) -> list[str]:
    return list(filter(None, regex.split(r"[\s,;.]+", _folded(word))))


def _folded(words: str) -> str:
    plain = unicodedata.normalize("NFKD", words).lower().replace("ς", "σ")
    return regex.sub(r"[\u0300-\u036f\ufe00-\ufe0f\p{Cf}]", "", plain)
