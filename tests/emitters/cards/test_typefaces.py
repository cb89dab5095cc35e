"""Characters find the typeface that has them, and the forms that readers of their language expect."""

import pytest

from macros.emitters.cards.typefaces import face_of, faces_for, glyph_forms, writing_of


@pytest.mark.parametrize("beside", ["\u00ad", "\u200d", "\u2060", "\ufe00", "\ufe0e", "\ufe0f"])
def test_what_does_not_show_needs_no_glyph(beside: str) -> None:
    """A letter with a soft hyphen, a joiner or a variation selector stays in the typeface of its text."""
    serif, *_ = faces_for("title", "a", "en")
    assert serif.covers("a")
    assert serif.covers(f"a{beside}")


@pytest.mark.parametrize("other", ["漠", "ب", "\ufe10", "\ue000"])
def test_a_typeface_covers_no_character_that_it_lacks(other: str) -> None:
    """Not even beside one that it has."""
    serif, *_ = faces_for("title", "a", "en")
    assert not serif.covers(other)
    assert not serif.covers(f"a{other}")


@pytest.mark.parametrize("char", ["ب", "\ue000"])
def test_what_no_typeface_can_draw_has_none(char: str) -> None:
    """It is drawn as a box."""
    assert face_of(char, faces_for("plain", char, "en")) is None


@pytest.mark.parametrize(
    ("language", "writing"),
    [
        ("en", ""),
        ("mn", ""),
        ("ja", "ja"),
        ("ja-JP", "ja"),
        ("ko", "ko"),
        ("KO-kp", "ko"),
        ("zh", "zh"),
        ("zh-CN", "zh"),
        ("zh-Hans-SG", "zh"),
        ("zh-Hant", "zh-hant"),
        ("zh-TW", "zh-hant"),
        ("zh-MO", "zh-hant"),
        ("zh-HK", "zh-hant"),
        ("zh-Hant-HK", "zh-hant"),
        ("en-HK", ""),
    ],
)
def test_a_language_has_its_writing(language: str, writing: str) -> None:
    """By the first part of its code, and for Chinese by script or place."""
    assert writing_of(language) == writing


@pytest.mark.parametrize(
    ("text", "language", "forms"),
    [
        ("直骨角", "ja", "ja"),
        ("直骨角", "zh-Hant", "zh-hant"),
        ("直骨角", "en", "zh"),
        ("直骨の角", "en", "ja"),
        ("サ直", "en", "ja"),
        ("直 사막", "en", "ko"),
        ("사막 の", "en", "ja"),
        ("Land", "en", "zh"),
    ],
)
def test_shared_characters_follow_their_language_or_the_letters_beside_them(
    text: str, language: str, forms: str
) -> None:
    """In a text of another language kana and Hangul tell whose forms are meant."""
    assert glyph_forms(text, language) == forms


@pytest.mark.parametrize(
    ("voice", "language", "first"),
    [
        ("title", "en", "SourceSerif4"),
        ("strong", "en", "SourceSans3"),
        ("plain", "en", "SourceSans3"),
        ("title", "zh", "NotoSansCJK"),
        ("plain", "ko", "NotoSansCJK"),
    ],
)
def test_each_voice_has_its_own_typeface_first(voice: str, language: str, first: str) -> None:
    """Titles in a serif, the rest in a sans; in writing that shares Han all in one face. Plain is lighter."""
    face, *_ = faces_for(voice, "直", language)
    assert first in face.file
    assert face.axes[0] == (400 if voice == "plain" else 600)
