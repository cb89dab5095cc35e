"""What the index is shown of a page: its title first, its words apart and plain, and no others."""

import json

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from macros.emitters.search_index import encode_search_index
from macros.views.page import Indexed
from macros.views.search import indexed, titled

WORDS = st.text(st.characters(exclude_categories=["Cc", "Cs", "Z"]), min_size=1).map(str.strip).filter(bool)


@given(WORDS, WORDS)
def test_the_index_holds_titles_and_words_as_they_are(title: str, words: str) -> None:
    """Whatever a record or a page says, the index has it as plain text and gives it back the same."""
    assert titled(title, words) == (Indexed("", title, words),)
    assert indexed(f"<h1>{escape(title)}</h1><p>{escape(words)}</p>") == (Indexed("", title, words),)
    (doc,) = json.loads(encode_search_index([("a/", title, words)]))["docs"]
    assert doc == {"location": "a/", "title": title, "text": words}


@given(WORDS)
def test_a_page_without_a_heading_is_given_its_title(title: str) -> None:
    """It is found by the title that its tab shows."""
    assert indexed("<p>Words</p>", title) == (Indexed("", title, "Words"),)


def test_the_title_comes_first_and_words_stand_apart() -> None:
    """A heading below other words is the page's title all the same, and cells do not become one word."""
    html = "<p>Study</p><header><h1>Dunes</h1></header><table><tr><td>One</td><td>Two</td></tr></table>"
    assert indexed(html, "Other") == (Indexed("", "Dunes", "Study One Two"),)


def test_each_heading_with_an_id_begins_a_section() -> None:
    """A reader is led to the place on the page; a heading without an id is among the words."""
    html = '<h1 id="x">A</h1>one<div><h2 id="b">B</h2><p>two</p></div><h3>C</h3>three<h4 id="d">D</h4>'
    assert indexed(html) == (
        Indexed("", "A", "one"),
        Indexed("b", "B", "two C three"),
        Indexed("d", "D", ""),
    )


def test_what_search_is_not_to_know_is_left_out() -> None:
    """Furniture and the numbers of sources are no words of the page; what follows them is."""
    html = '<h1 id="a">A</h1><p>said<sup class="ne-ref">1</sup>, <b data-search-exclude>no</b>yes</p>'
    assert indexed(html) == (Indexed("", "A", "said, yes"),)
