"""The words of pages: what is not published, told in one line on its own line, and what is in order."""

import pytest

from macros.catalogue import Catalogue
from macros.catalogue.written import WrittenPage
from macros.press.pages import check_prose, prose_of
from macros.press.places import Places
from tests.agreement.pieces import SOUND

EXTENSIONS: dict[str, dict[str, object]] = {"attr_list": {}, "md_in_html": {}, "tables": {}}
MARK = "WRONG"


def told(text: str, catalogue: Catalogue, path: str = "x/") -> list[tuple[int, str]]:
    """Return line and message of what is wrong with a page at docs/x.md, beside docs/index.md."""
    page = WrittenPage("docs/x.md", path, text)
    places = Places(
        {"x.md": "x/", "index.md": ""},
        ["pictures/hedge.png", "pictures/Herd two.jpg", "pictures/wide.png"],
        catalogue,
        {"open-data/register.csv"},
        lambda file: {"own", "dunes"},
        {"wide.png": "docs/pictures/wide.png is too wide"},
    )
    found = check_prose([prose_of(page, ("home.html",))], catalogue, EXTENSIONS, places)
    return [(problem.line, problem.message) for problem in found]


@pytest.mark.parametrize("piece", [piece for piece in SOUND if not piece.startswith("<img")])
def test_sound_words_pass(piece: str, catalogue: Catalogue) -> None:
    """What an editor writes by the guide is in order."""
    assert told(f"# A page\n\n{piece}\n\n## Own {{ #own }}\n", catalogue) in (
        [],
        TWICE if "own" in piece else [],
    )


TWICE = [(5, "the id 'own' stands twice on this page; give one of them another")]

WRONG = {
    "[a](nope.md)": "the link to 'nope.md' leads to no page; correct it, or write that page",
    "[a](indx.md)": "did you mean 'index.md'?",
    "[a](index.md#nowhere)": "leads to no such place on that page",
    "[a](index.md#onw)": "did you mean 'own'?",
    "[a](#nowhere)": "give a heading this id: ## Heading { #id }",
    "[a](/index/)": "begins at the top of the server",
    "[a](events/dune-forum-2024/)": 'write {{ event_link("dune-forum-2024") }}',
    "[a](../events/dune-forum-2024/)": 'write {{ event_link("dune-forum-2024") }}',
    "[a](events/dune-forum-2024.md)": 'write {{ event_link("dune-forum-2024") }}',
    "[a](open-data/register.csv)": 'write <a href="...">words</a>',
    "[a](../../x.md)": "names no file of docs/; correct it",
    "[a]()": "a link has no address",
    "![](pictures/hedge.png)": "has no words for those who cannot see it",
    "![a](pictures/hedges.png)": "did you mean 'pictures/hedge.png'?",
    "![a](https://example.org/x.png)": "lies on another site",
    "<img alt='a' src='pictures/hedge.png'>": "is written in Markdown, which makes it fit screens: ![wor",
    "[a](pictures/hedge.png)": "goes out in sizes for screens, not as it is; show it: ![words](pictures",
    "![a](pictures/Herd%20two.jpg)": "'pictures/Herd%20two.jpg' cannot be a picture's name; write lower-case",
    "![a](pictures/wide.png)": "docs/pictures/wide.png is too wide",
    "<a href='index.md'>a</a>": "is a file of docs/; write it in Markdown",
    "<a href='nowhere/'>a</a>": "leads to no page; write it in Markdown",
    "[a](jAvAscript:alert(1))": "is not a link we publish",
    "<a href='&#106;ava&#9;script:1'>a</a>": "is not a link we publish",
    "[a](//evil.example/)": "write the address in full",
    "[a](https://un.org@evil.example/)": "hides where it leads",
    "[a](http://[bad)": "cannot be read as an address",
    "<b onclick='x'>a</b>": "'onclick' in '<b>' has no place in pages; delete it",
    "*a*{ onclick=x }": "'onclick' in '<em>' has no place in pages; delete it",
    "<p style='color:red'>a</p>": "'style' in '<p>' has no place",
    "<script>alert(1)</script>": "scripts have no place in pages; delete it",
    "<iframe src='https://example.org/'></iframe>": "frames show other sites; write a link instead",
    "<svg><script>1</script></svg>": "'<svg>': it is no element that pages use",
    "<link rel=stylesheet href=https://example.org>": "nothing is loaded from pages",
    "<ne-ref source='x'></ne-ref>": 'references come from {{ cite("document", "place") }}',
    "<div>": "<div> is opened and never closed",
    "</main>": "</main> closes nothing",
    "<b><i>x</b></i>": "<i> is opened and not closed before </b>",
    "<p id=own>a</p>": "the id 'own' stands twice on this page",
    "`{{ fact('altan-sand-2010') }}`": "put {% raw %} before and {% endraw %} after them",
    "[a]({{ fact('altan-sand-2010') }})": "stands inside an address or a tag",
    "{ fact('altan-sand-2010') }": "write two braces on each side",
    "{ { fact('altan-sand-2010') } }": "write two braces on each side",
    "{{ key_figures() }}": "lacks its ids",
    "{{ update('hedge-study-begun') }}": "belongs on that update's own page",
    "> " * 60 + "a": "nested too deep",
    "[" * 600: "stands here hundreds of times in a row",
    "x" * 30_000: "has 30,000 characters; break it into paragraphs",
}


FACT = "{{ fact('altan-sand-2010') }}"


@pytest.mark.parametrize("piece", WRONG)
def test_what_is_not_published_is_told_once_on_its_line(piece: str, catalogue: Catalogue) -> None:
    """One mistake gives one line, whatever stands before and after it."""
    text = f"---\ntitle: A\n---\n\n## Own {{ #own }}\n\nwords\n\n{piece}\n\n{FACT} more\n"
    ((line, message),) = told(text, catalogue)
    assert (line, WRONG[piece] in message) == (9, True), message


def test_the_same_mistake_twice_is_told_on_both_lines(catalogue: Catalogue) -> None:
    """Each place is named, not the first alone."""
    text = "# A\n\n[a](nope.md)\n\nwords\n\n[b](nope.md) and [c](nope.md)\n"
    assert [line for line, _ in told(text, catalogue)] == [3, 7, 7]


def test_lines_are_those_of_the_page_where_calls_run_over_lines(catalogue: Catalogue) -> None:
    """A call of three lines does not move what stands below it."""
    text = '# A\n\n{{ fact(\n  "altan-sand-2010"\n) }} words\n\n{# a\nremark #}\n\n[a](nope.md)\n'
    assert [line for line, _ in told(text, catalogue)] == [10]


OPENING = '{{ event("dune-forum-2024") }}'


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"{OPENING}\n\nwords\n", []),
        (f"<!-- a remark -->\n{OPENING}\n\nwords\n", []),
        (f"words\n\n{OPENING}\n", [(1, f"text stands before {OPENING}; put it below that line")]),
        (
            f"---\ncontents: true\n---\n\n# H\n{OPENING}\n",
            [(5, f"text stands before {OPENING}; put it below that line")],
        ),
        ("words\n", [(1, f"begin the page with {OPENING}; heading and dates come from it")]),
        ("{{ event('dune-forum-2024' }}\n", [(1, None)]),
        (" \n", [(1, "the page is empty; write it, or delete the file")]),
        ("---\ntitle: A\n---\n", [(1, "the page is empty; write it, or delete the file")]),
    ],
)
def test_the_page_of_a_record_begins_with_its_call(
    text: str, found: list[tuple[int, str | None]], catalogue: Catalogue
) -> None:
    """Text before it is told, and broken braces are told alone."""
    messages = told(text, catalogue, "events/dune-forum-2024/")
    assert [line for line, _ in messages] == [line for line, _ in found]
    assert all(wanted in (None, message) for (_, message), (_, wanted) in zip(messages, found, strict=True))
