"""Lines of a card: as large as fits, broken where the language lets them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.emitters.cards.breaks import parts, smaller_parts, takes_hyphen
from macros.emitters.cards.lines import Block, fit
from macros.emitters.cards.runs import writing

SIZES = ((64, 5), (46, 5), (34, 9))


def lines(text: str, language: str = "en", width: int = 658, height: int = 320) -> Block:
    """Return a title's lines."""
    return fit(writing(text, "title", language), width, height, SIZES)


def test_a_short_title_is_large_and_whole() -> None:
    """On one line at the largest size."""
    assert lines("Mongolia") == Block(("Mongolia",), 64, 75)


@pytest.mark.parametrize(
    ("language", "text"),
    [("ja", "土地の劣化。「砂漠」の報告。" * 6), ("zh", "土地退化。「荒漠」，报告。" * 6)],
)
def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one(language: str, text: str) -> None:
    """UAX #14, as readers of Chinese and Japanese expect."""
    for line in lines(text, language).lines:
        assert line[0] not in "。」，"
        assert line[-1] != "「"


def test_words_of_chinese_japanese_and_korean_stay_whole() -> None:
    """Lines break between words and phrases, though they might break between letters."""
    assert lines("荒漠化和土地退化问题国际研讨会", "zh", 500).lines == (
        "荒漠化和",
        "土地退化问题",
        "国际研讨会",
    )
    assert "砂漠化と" in "|".join(lines("北東アジアにおける砂漠化と土地劣化", "ja", 420).lines)
    assert lines("동북아시아의 사막화와 토지", "ko", 420).lines == ("동북아시아의", "사막화와 토지")


@pytest.mark.parametrize("language", ["ko", "en", "ja", "zh"])
@pytest.mark.parametrize(
    "text",
    [
        "동북아시아의 사막화와 토지 황폐화",
        "제3차 한·중·일 산림협력(동북아)회의",
        "“황사”와 ‘가뭄’을, 토지/산림 2026년 6월 17일~19일",
        "UNCCD협약의 100%를 산림청(KFS)과",
    ],
)
def test_korean_breaks_at_its_spaces_alone(text: str, language: str) -> None:
    """Signs, figures and Latin letters inside a word are no place to break, in a text of any language."""
    assert parts(text, language) == [f"{word} " for word in text.split()[:-1]] + [text.split()[-1]]


def test_han_in_a_korean_text_stays_whole_and_a_chinese_text_breaks_before_hangul() -> None:
    """In Korean everything between spaces is a word; Chinese has no spaces to wait for."""
    assert parts("中國 土地荒廢化 방지", "ko") == ["中國 ", "土地荒廢化 ", "방지"]
    assert "산림청" in parts("韩国산림청发布报告", "zh")


def test_a_korean_word_that_is_too_long_alone_is_cut() -> None:
    """And only that word: the others stay whole."""
    found = lines(f"방지 {'토' * 40} 협력", "ko", 300).lines
    assert "".join(found).replace(" ", "") == f"방지{'토' * 40}협력"
    assert len(found) > 2


@given(
    st.text(st.sampled_from("ab 7-–—/.,（「漠退」）、。さっァー사막\u00ad\u200b\u2060é́🌾👩‍🔬")),
    st.sampled_from(["en", "zh", "ja", "ko"]),
)
def test_breaking_loses_nothing_and_cuts_no_character(text: str, language: str) -> None:
    """Parts are the text; none begins with a space, nor with a closing mark that follows a letter."""
    text = writing(text, "title", language).text
    for found in (parts(text, language), smaller_parts(text)):
        assert "".join(found) == text
        for before, part in pairwise(found):
            assert part[0] not in " \u2060"
            assert before[-1] in " \u00ad\u200b" or part[0] not in "」）、。っァー\u0301\u200d"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("water/soil 3/4", ["water/", "soil ", "3/4"]),
        ("land—sea", ["land—", "sea"]),
        ("North-East 22–23", ["North-", "East ", "22–23"]),
        ("土地（退化）100%的", ["土", "地", "（退", "化）", "100%", "的"]),
        ("work\u00adshop", ["work\u00ad", "shop"]),
        ("漠\u2060漠", ["漠\u2060漠"]),
    ],
)
def test_a_line_may_end_where_the_standard_lets_it(text: str, expected: list[str]) -> None:
    """UAX #14, as far as our languages go; what reads best is chosen among these."""
    assert smaller_parts(text) == expected


def test_compounds_and_spans_stay_whole() -> None:
    """North-East and 22–23 are not torn."""
    found = lines("Working Group of the North-East Asian Programme, 22–23 May", width=420).lines
    assert any("North-East" in line for line in found)
    assert any("22–23" in line for line in found)


def test_a_word_too_long_for_a_line_is_cut_with_hyphens() -> None:
    """And is all there; in a script without hyphens it is cut without."""
    found = lines("Б" * 40 + "в" * 40).lines
    assert "".join(line.removesuffix("-") for line in found) == "Б" * 40 + "в" * 40
    assert all(line.endswith("-") for line in found[:-1])
    assert "-" not in "".join(lines("א" * 80).lines)


@pytest.mark.parametrize(
    ("letters", "takes"), [("aжωա", True), ("1-—", False), ("א土가", False), ("՝՚͵", False)]
)
def test_a_hyphen_follows_letters_of_writing_that_has_hyphens(letters: str, takes: bool) -> None:
    """Not figures and signs, not even those of Greek and Armenian; not letters that stand without."""
    assert [takes_hyphen(letter) for letter in letters] == [takes] * len(letters)


def test_a_soft_hyphen_shows_only_where_a_line_ends() -> None:
    """As the writer meant it."""
    assert lines("Desertification and Land Degrada\u00adtion", width=560).lines[-1].count("-") == 0
    assert "\u00ad" not in "".join(lines("work\u00adshop " * 9).lines)


def test_what_does_not_fit_ends_after_a_word_with_an_ellipsis() -> None:
    """At the smallest size, within its height."""
    text = "Land degradation neutrality in practice, " * 12
    found = lines(text)
    assert found.size == 34
    assert found.lines[-1].endswith("…")
    assert text.startswith(" ".join(found.lines).removesuffix("…"))
    assert found.lines[-1].removesuffix("…").split()[-1] in {
        "Land",
        "degradation",
        "neutrality",
        "in",
        "practice",
    }


def test_controls_and_piles_of_marks_are_taken_out() -> None:
    """Tabs, new lines and directional overrides become nothing or a space."""
    assert writing("a\tb\n\u202ec\x00", "title", "en").text == "a b c"
    assert len(writing("e" + "\u0335" * 40, "title", "en").text) == 5
