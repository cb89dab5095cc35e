"""Texts of every sort: plain words, and no more of them than there is room for."""

from html import unescape
from typing import Any

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from macros.records.link import LINK_SCHEMES
from macros.records.plain_text import NAME, PAGE, SENTENCES, FurtherLink, Line, Name, Prose, Remark
from macros.records.text import Text
from macros.records.text import Words as String

BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
MARKUP = [
    "<b>", "</b>", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg/onload=x>", "<!-- x",
    "<!DOCTYPE x", "<?php", "</ x", "<a", "&amp;", "&lt;b&gt;", "&#60;b", "&#x3c;b", "&ltb", "&nbsp;",
    "&copyleft", "&copyleft;", "<TBD>", "<office@example.org>",
]  # fmt: skip
MARKDOWN = [
    "**Sand**", "a **grey** dune", "__Sand__", "[the report](../report/)", "![sand](sand.png)", "# Sand",
    "### Sand", "`sand`", "run `make`",
]  # fmt: skip
PLAIN = [
    "1 < 2 > 0", "<3 km", "R&D", "Q&A", "R&D;", "&TBD;",
    "&#١;", "sand & grass", "a <- b -> c", "& co", "AT&T", "<>", "< b >", "&;",
    "&#;",
    "=1+1", "+850", "-5", "@home", "{{ x }}", "'quoted' \"twice\"", "土地 <5%", "🏜️", "👩\u200d🌾",
    "🏴\U000e0067\U000e0062\U000e007f", "ᠠ\u180e", "ᠭ\u180b", "#sand", "A # B", "** none",
    "ک\u200cب", "5* and 6*", "2*3*4", "a_b_c", "__init", "[sic] (1)", "[1](see below)", "Ch`ungch`ong",
    "“quoted”",
]  # fmt: skip

pieces = st.sampled_from(
    ("<", ">", "&", "#", "x", ";", "b", "amp", "lt", "3", "/", "!", "?", " ", "=", "'", '"')
)
soup = st.lists(pieces, min_size=1, max_size=14).map("".join).filter(str.strip)


class Words(BaseModel):
    """A text of each sort."""

    text: Text = None  # type: ignore[assignment]
    line: Line = None  # type: ignore[assignment]
    name: Name = None  # type: ignore[assignment]
    remark: Remark = None  # type: ignore[assignment]
    prose: Prose = None  # type: ignore[assignment]
    string: String = None  # type: ignore[assignment]


SORTS = tuple(Words.model_fields)


@pytest.mark.parametrize("words", MARKUP)
@pytest.mark.parametrize("sort", SORTS)
def test_markup_is_refused_and_shown(sort: str, words: str) -> None:
    """Tags, comments and references are told in every sort of text, wherever they stand."""
    for text in (words, f"A belt {words} of trees", *_translated(sort, f"Ногоон {words}")):
        assert "holds HTML ('" in _refusal({sort: text})["message"]


@pytest.mark.parametrize("words", PLAIN)
@pytest.mark.parametrize("sort", SORTS)
def test_signs_that_are_no_markup_stay_as_they_are(sort: str, words: str) -> None:
    """Less than, ampersands and the signs of formulas belong to plain words."""
    assert str(getattr(Words.model_validate({sort: words}), sort)) == words


@given(soup)
def test_what_passes_reads_the_same_with_and_without_a_reader_of_html(words: str) -> None:
    """Words that are taken as plain hold no element and no reference, even where nobody escapes them."""
    try:
        text = str(Words.model_validate({"text": words}).text)
    except ValidationError:
        return
    tree = html5lib.parseFragment(text, namespaceHTMLElements=False)
    assert len(tree) == 0
    assert (tree.text or "") == unescape(text) == text


@pytest.mark.parametrize("words", MARKDOWN)
@pytest.mark.parametrize("sort", SORTS)
def test_markdown_is_refused_and_shown(sort: str, words: str) -> None:
    """Stars, links, code and headings would be shown as they stand."""
    for text in (words, *_translated(sort, words)):
        assert _refusal({sort: text})["message"].startswith("holds Markdown ('")


@pytest.mark.parametrize("turn", BIDI)
def test_no_text_turns_the_direction_of_what_follows(turn: str) -> None:
    """The message names the character, which nobody can see."""
    for sort in SORTS:
        message = _refusal({sort: f"A belt {turn}of trees"})["message"]
        assert message == (
            f"holds a character that turns the direction of writing (U+{ord(turn):04X}); delete it"
        )


@pytest.mark.parametrize(("sort", "most"), [("name", NAME), ("remark", SENTENCES), ("prose", PAGE)])
def test_each_sort_has_its_room(sort: str, most: int) -> None:
    """The last character that fits passes, and one more is refused with both numbers."""
    assert str(getattr(Words.model_validate({sort: "土" * most}), sort)) == "土" * most
    message = _refusal({sort: "土" * (most + 1)})["message"]
    assert message == f"has {most + 1:,} characters; write at most {most:,}"


@pytest.mark.parametrize("sort", ["line", "name"])
def test_a_name_stands_on_one_line(sort: str) -> None:
    """Lists and subjects of letters have one line for it."""
    assert "runs over several lines" in _refusal({sort: "A belt\nof trees"})["message"]
    assert str(Words.model_validate({"prose": "One.\n\nTwo."}).prose) == "One.\n\nTwo."


@pytest.mark.parametrize("words", ["<b>x", "x\u202ey", "x" * (NAME + 1), "x\ny"])
def test_the_language_that_is_off_is_named(words: str) -> None:
    """Where a text has several languages the message stands at the one that is wrong."""
    assert _refusal({"name": {"en": "A belt", "ko": words}})["field"] == "ko"


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc/passwd",
        "ftp://example.org/", "//example.org/", "/register/", "example.org", "https://", "https:example.org",
        "https://exam ple.org/", "https://example.org/\u202e", "java\tscript:alert(1)", "mailto:nobody", "",
        "https://[::1", "blob:https://example.org/x", "view-source:https://example.org/",
    ],
)  # fmt: skip
def test_only_addresses_of_the_web_and_of_mail_are_links(url: str) -> None:
    """Every other scheme and half an address are refused, in an editor's words."""
    with pytest.raises(ValidationError, match="is not a link we publish; write a full address"):
        FurtherLink.model_validate({"label": "Its site", "url": url})


@pytest.mark.parametrize(
    "url", ["https://example.org/a?b=1&c=2#d", "http://example.org", "mailto:office@example.org"]
)
def test_a_link_is_kept_as_it_is_written(url: str) -> None:
    """Its scheme is one of the three, and no sign is changed."""
    link = FurtherLink.model_validate({"label": "Its site", "url": url})
    assert link.url == url
    assert link.url.partition(":")[0] in LINK_SCHEMES


def _translated(sort: str, words: str) -> list[dict[str, str]]:
    """Return words beside English ones, for the sorts that have languages."""
    return [] if sort == "string" else [{"en": "A belt", "mn": words}]


def _refusal(values: dict[str, Any]) -> dict[str, Any]:
    with pytest.raises(ValidationError) as refused:
        Words.model_validate(values)
    (error,) = refused.value.errors()
    return error["ctx"]
