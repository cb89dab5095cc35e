"""Text for readers: plain, or in six languages."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from macros.catalogue import Catalogue
from macros.records.text import LANGUAGES, Text, text_from

READER = TypeAdapter(Text)
SIGNS = "<&*_`#[\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
characters = st.characters(exclude_categories=["Cc", "Cs", "Co", "Cn", "Zl", "Zp"], exclude_characters=SIGNS)
visible = st.text(characters, min_size=1).filter(str.strip)


def test_a_plain_text_is_english() -> None:
    """One text without a language is what every reader sees."""
    text = READER.validate_python("  Dunes ")
    assert [text.to(language) for language in LANGUAGES] == ["Dunes"] * 6
    assert text.find("ko") is None


def test_a_text_keeps_the_words_of_each_language(catalogue: Catalogue) -> None:
    """The sample's network has a name in all six languages."""
    name = catalogue.organizations["dune-network"].name
    assert len({name.to(language) for language in LANGUAGES}) == len(LANGUAGES)
    assert (name.to("mn"), str(name)) == ("Элсэн манханы сүлжээ", "Dune Network")


def test_the_order_of_languages_in_a_file_does_not_matter() -> None:
    """The same words in another order are the same text."""
    assert text_from({"ru": "Дюны", "en": "Dunes"}) == text_from({"en": "Dunes", "ru": "Дюны"})


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("", "is empty"),
        (" \n ", "is empty"),
        ({"ru": "Дюны"}, "no English words"),
        ({"en": "Dunes", "fr": "Dunes"}, "'fr' is not a language"),
        ({"en": "Dunes", "ru": " "}, "is empty"),
        ({"en": ["Dunes"]}, "must be a text"),
        (["Dunes"], "must be a text"),
        (None, "must be a text"),
        ("A\x07bell", "U[+]0007"),
        ("A\tbell", "U[+]0009"),
        ("A\u0085bell", "U[+]0085"),
        ("A\ue000sign", "U[+]E000"),
        ("A\u2028line", "holds an invisible line break [(]U[+]2028[)]; delete it"),
        ("A\u2029line", "U[+]2029"),
        ("A\ufdd0none", "U[+]FDD0"),
        ("A\ufffesign", "U[+]FFFE"),
        ("A\uffffsign", "U[+]FFFF"),
        ("A\U0001fffesign", "U[+]1FFFE"),
        ("A\U0010ffffsign", "U[+]10FFFF"),
    ],
)
def test_what_is_no_text_is_refused(value: object, message: str) -> None:
    """The message says what is wrong with it."""
    with pytest.raises(ValidationError, match=message):
        READER.validate_python(value)


@pytest.mark.parametrize("words", ["A\ufffdsign", "A\nline", "A\u200bspace", "🏜️"])
def test_what_shows_or_joins_or_breaks_a_line_is_text(words: str) -> None:
    """The neighbours of what is refused are read as they are."""
    assert str(READER.validate_python(words)) == words


@given(visible)
def test_a_text_keeps_its_words(words: str) -> None:
    """Nothing is lost but spaces at the ends; letters are composed (NFC)."""
    assert str(READER.validate_python(words)) == unicodedata.normalize("NFC", words).strip()


@given(st.dictionaries(st.sampled_from(LANGUAGES), visible))
def test_a_text_in_languages_is_read_or_refused_for_english(words: dict[str, str]) -> None:
    """English is the one language that must be there."""
    try:
        text = READER.validate_python(words)
    except ValidationError:
        assert "en" not in words
        return
    assert all(text.find(language) is not None for language in words)
    assert READER.validate_python(READER.dump_python(text)) == text
