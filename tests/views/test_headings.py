"""Headings of pages written by hand: their ids in any script, and the title that a page takes from them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown.extensions.toc import slugify

from macros.views.headings import id_of, title_in


@pytest.mark.parametrize(
    ("words", "id"),
    [
        ("荒漠化防治", "荒漠化防治"),
        ("沙漠化 対策が", "沙漠化-対策が"),
        ("Опустынивание и земля", "опустынивание-и-земля"),
        ("사막화 방지", "사막화-방지"),
        ("Цөлжилтийн тухай", "цөлжилтийн-тухай"),
        ("COP17: 联合国 2026", "cop17-联合国-2026"),
    ],
)
def test_an_id_is_made_of_the_heading_s_own_words(words: str, id: str) -> None:
    """A heading in Chinese, Japanese, Russian, Korean or Mongolian is reached by its words, not by '_1'."""
    assert id_of(words, "-") == id


@given(st.text(st.characters(max_codepoint=0x17F, exclude_categories=["Cc"])))
def test_ids_of_headings_in_latin_letters_stay_as_they_were(words: str) -> None:
    """Links that others have set to our sections go on leading there."""
    if slugify(words, "-") == slugify(words, "-", unicode=True) or words.isascii():
        assert id_of(words, "-") == slugify(words, "-")


@pytest.mark.parametrize("words", ["Café “forum” – 2026", "What's new, and why?", "½ of CO₂", "Žlutý kůň…"])
def test_accents_and_signs_go_as_they_went(words: str) -> None:
    """Only letters that have no form in ASCII are kept as they are."""
    assert id_of(words, "-") == slugify(words, "-")


@pytest.mark.parametrize(
    ("html", "title"),
    [
        ("<p>A</p><h1>Gap board</h1><h1>B</h1>", "Gap board"),
        ('<nav>x</nav>\n<h1 id="a">Land &amp;\n <em>water</em></h1>', "Land & water"),
        ('<h1>Forum <span class="ne" data-search-exclude>planned</span></h1>', "Forum"),
        ("<h2>A</h2>", ""),
    ],
)
def test_a_title_is_the_first_heading(html: str, title: str) -> None:
    """Whoever wrote it: an editor in Markdown or HTML, or a macro."""
    assert title_in(html) == title
