"""What the index is shown of a page: its title first and escaped, its words apart, and no others."""

import json
from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st
from material.plugins.search.plugin import SearchIndex  # type: ignore[import-untyped]

from macros.views.search import indexed, titled

WORDS = st.text(st.characters(exclude_categories=["Cc", "Cs", "Z"]), min_size=1).map(str.strip).filter(bool)


@given(WORDS, WORDS)
def test_the_theme_s_index_holds_titles_and_words_escaped(title: str, words: str) -> None:
    """Whatever a record says, the index has it with its three signs as entities, and no tag but its own."""
    assert _entries(str(titled(title, words)), "") == [(_escaped(title), f"<p>{_escaped(words)}</p>")]
    assert _entries(indexed(str(titled(title, words)), ""), "") == [
        (_escaped(title), f"<p>{_escaped(words)}</p>")
    ]


@given(WORDS)
def test_a_page_without_a_heading_is_given_its_title(title: str) -> None:
    """The theme would put the title into the index as it is; a heading made of it is escaped."""
    assert _entries(indexed("<p>Words</p>", title), title) == [(_escaped(title), "<p>Words</p>")]


def test_the_title_comes_first_and_words_stand_apart() -> None:
    """A heading below other words is the page's title all the same, and cells do not become one word."""
    html = "<p>Study</p><header><h1>Dunes</h1></header><table><tr><td>One</td><td>Two</td></tr></table>"
    assert _entries(indexed(html), "Other") == [("Dunes", "<p>Study</p> One Two")]


def test_what_search_is_not_to_know_is_left_out() -> None:
    """Furniture and the numbers of sources are no words of the page; what follows them is."""
    html = '<h1 id="a">A</h1><p>said<sup class="ne-ref">1</sup>, <b data-search-exclude>no</b>yes</p>'
    assert _entries(indexed(html), "") == [("A", "<p>said, yes</p>")]


def _entries(html: str, title: str) -> list[tuple[str, str]]:
    """Return title and text of each entry that the theme makes of a page."""
    config = {"lang": ["en"], "separator": "", "pipeline": [], "fields": {}}
    index = SearchIndex(**config)
    index.add_entry_from_context(SimpleNamespace(meta={}, toc=[], url="", title=title, content=html))
    return [
        (entry["title"], entry["text"]) for entry in json.loads(index.generate_search_index(None))["docs"]
    ]


def _escaped(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
