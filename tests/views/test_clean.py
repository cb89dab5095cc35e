"""HTML of pages -> HTML for feeds: what may stay, what goes, and where links lead."""

import pytest

from macros.records.source import Source
from macros.views.clean import clean

from .goldens import sample_view

ROOT = "https://example.org/land/"
ADDRESS = f"{ROOT}updates/x/"


def cleaned(html: str) -> str:
    """Return HTML as feeds carry it, of a page two levels down."""
    return clean(html, sample_view(ROOT), ADDRESS)


@pytest.mark.parametrize(
    "link",
    [
        "data:text/html,<b>x</b>",
        "data:image/png;base64,AAAA",
        "DATA:text/html,x",
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        " JAVASCRIPT:alert(1)",
        "vbscript:x",
        "file:///etc/passwd",
        "ftp://example.org/x",
        "tel:+1",
    ],
)
def test_a_link_that_is_no_address_of_the_web_goes_and_its_words_stay(link: str) -> None:
    """No scheme but http, https and mailto reaches a reader, in capitals or not, in links or pictures."""
    assert cleaned(f'<p><a href="{link}">words</a></p>') == "<p><a>words</a></p>"
    assert cleaned(f'<p><img src="{link}" alt="words"></p>') == '<p><img alt="words"></p>'


@pytest.mark.parametrize(
    "html",
    [
        "<!-- a note -->",
        "<!-- <p>hidden</p> -->",
        "<script>alert(1)</script>",
        "<style>p { color: red }</style>",
    ],
)
def test_what_is_not_for_readers_is_gone_whole(html: str) -> None:
    """Comments, scripts and styles leave neither themselves nor their words."""
    assert cleaned(f"<p>before</p>{html}<p>after</p>") == "<p>before</p><p>after</p>"


@pytest.mark.parametrize(
    ("html", "kept"),
    [
        ('<p onclick="x()" style="color: red" class="a" id="b">words</p>', "<p>words</p>"),
        ('<form action="/x"><input name="q">words</form>', "words"),
        ('<iframe src="https://example.org/"></iframe><p>words</p>', "<p>words</p>"),
        ('<svg onload="x()"></svg><p>words</p>', "<p>words</p>"),
        ('<a href="https://example.org/" onclick="x()" target="_top">w</a>', '<a href="https://example.org/">w</a>'),
        ('<a href="mailto:a@example.org">w</a>', '<a href="mailto:a@example.org">w</a>'),
        ('<ol start="3"><li>w</li></ol>', '<ol start="3"><li>w</li></ol>'),
        ('<abbr title="United Nations">UN</abbr>', '<abbr title="United Nations">UN</abbr>'),
        ('<img src="/a.png" alt="A" width="1" height="2" loading="lazy">',
         '<img src="https://example.org/a.png" alt="A" width="1" height="2">'),
    ],
)  # fmt: skip
def test_only_plain_elements_and_their_own_attributes_stay(html: str, kept: str) -> None:
    """What a feed reader shows as words stays; what runs, frames or styles goes."""
    assert cleaned(html) == kept


@pytest.mark.parametrize(
    ("link", "leads"),
    [
        ("../../studies/", f"{ROOT}studies/"),
        ("#more", f"{ADDRESS}#more"),
        ("/elsewhere/", "https://example.org/elsewhere/"),
        ("//example.com/x", "https://example.com/x"),
        ("http://example.com/", "http://example.com/"),
    ],
)
def test_every_link_leads_where_it_did_on_its_page(link: str, leads: str) -> None:
    """Readers have no page that an address could start from."""
    assert cleaned(f'<a href="{link}">w</a>') == f'<a href="{leads}">w</a>'


def test_lines_are_neither_empty_nor_indented() -> None:
    """The layout of a template does not show in what feeds carry."""
    assert cleaned("\n  <p>one</p>\n\n   \n    <p>two</p>\n") == "<p>one</p>\n<p>two</p>"


def test_notes_and_quotes_are_quotations_in_feeds() -> None:
    """A reader without our styles shows the title strong and the words set off."""
    html = (
        '<div class="admonition tip"><p class="admonition-title">Tip</p>\n<p>Bring <em>boots</em>.</p></div>'
    )
    expected = "<blockquote><p><strong>Tip</strong></p>\n<p>Bring <em>boots</em>.</p></blockquote>"
    assert cleaned(html) == expected


def test_lines_of_an_address_keep_their_breaks_in_feeds() -> None:
    """What the page breaks by its styles is broken there by elements."""
    html = '<div class="admonition address"><p>Dune &amp; Co\n7 Hedge Road\nAltan</p></div>'
    assert cleaned(html) == "<blockquote><p>Dune &amp; Co<br>7 Hedge Road<br>Altan</p></blockquote>"


def test_what_the_secretariat_knows_is_named_in_feeds() -> None:
    """A reference to its own word names it and the day; there is no document to link to."""
    view = sample_view(ROOT)
    source = Source.model_validate({"secretariat": "18 August 2026", "note": "by telephone"})
    words = "(NEASPEC Secretariat, own knowledge, 18 August 2026: by telephone)"
    assert clean(f"<p>So it is{view.cite(source)}.</p>", view, ADDRESS) == f"<p>So it is {words}.</p>"
