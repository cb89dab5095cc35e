"""A date in the words of each language, no more exact than it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.records.text import LANGUAGES
from macros.records.when import PartialDate, parse_date
from macros.records.words import date_words

from .dates import partial_dates

IN_WORDS = {
    "22 September 2025": {
        "en": "22 September 2025",
        "zh": "2025年9月22日",
        "ja": "2025年9月22日",
        "ko": "2025년 9월 22일",
        "mn": "2025 оны есдүгээр сарын 22",
        "ru": "22 сентября 2025 г.",
    },
    "7-8 July 2015": {
        "en": "7–8 July 2015",
        "zh": "2015年7月7日至8日",
        "ja": "2015年7月7日～8日",
        "ko": "2015년 7월 7일~8일",
        "mn": "2015 оны долоодугаар сарын 7 – 2015 оны долоодугаар сарын 8",
        "ru": "7–8 июля 2015 г.",
    },
    "30 June to 2 July 2015": {
        "en": "30 June – 2 July 2015",
        "zh": "2015年6月30日至7月2日",
        "ja": "2015年6月30日～7月2日",
        "ko": "2015년 6월 30일 ~ 7월 2일",
        "mn": "2015 оны зургаадугаар сарын 30 – 2015 оны долоодугаар сарын 2",
        "ru": "30 июня – 2 июля 2015 г.",
    },
    "31 December 2015 to 1 January 2016": {
        "en": "31 December 2015 – 1 January 2016",
        "zh": "2015年12月31日至2016年1月1日",
        "ja": "2015年12月31日～2016年1月1日",
        "ko": "2015년 12월 31일 ~ 2016년 1월 1일",
        "ru": "31 декабря 2015 г. – 1 января 2016 г.",
    },
    "August 2026": {
        "en": "August 2026",
        "zh": "2026年8月",
        "ja": "2026年8月",
        "ko": "2026년 8월",
        "mn": "2026 оны наймдугаар сар",
        "ru": "август 2026 г.",
    },
    "Q3 2025": {"en": "Q3 2025", "zh": "2025年第3季度", "ja": "2025/Q3", "ko": "2025년 3분기"},
    "H1 2026": {
        "en": "first half of 2026",
        "zh": "2026年上半年",
        "ja": "2026年上半期",
        "ko": "2026년 상반기",
        "mn": "2026 оны эхний хагас",
        "ru": "первое полугодие 2026 г.",
    },
    "2026": {"en": "2026", "zh": "2026年", "ja": "2026年", "ko": "2026년", "mn": "2026", "ru": "2026"},
    "H1 to H2 2026": {
        "en": "first half of 2026 to second half of 2026",
        "ru": "первое полугодие 2026 г. – второе полугодие 2026 г.",
    },
    "2011-2013": {
        "en": "2011–2013",
        "zh": "2011年至2013年",
        "ja": "2011年～2013年",
        "ko": "2011년 ~ 2013년",
        "mn": "2011 – 2013",
    },
    "Q3 2025 to Q2 2026": {"en": "Q3 2025 to Q2 2026", "zh": "2025年第3季度至2026年第2季度"},
    "Q3 to Q4 2026": {"en": "Q3 to Q4 2026", "ja": "2026/Q3～2026/Q4"},
    "March to May 2018": {"en": "March 2018 to May 2018", "ko": "2018년 3월 ~ 2018년 5월"},
    "Q1 2026 to 2027": {"en": "Q1 2026 to 2027"},
}
CASES = [(text, language) for text, words in IN_WORDS.items() for language in words]


@pytest.mark.parametrize(("text", "language"), CASES)
def test_a_date_is_said_as_its_language_says_it(text: str, language: str) -> None:
    """Order, endings and dashes are those of the language."""
    words = date_words(parse_date(text), language)
    assert " ".join(words.split()) == IN_WORDS[text][language]


@given(partial_dates, st.sampled_from(LANGUAGES))
def test_every_date_has_words_in_every_language(when: PartialDate, language: str) -> None:
    """No date lacks words, and its first and last year are among them."""
    words = date_words(when, language)
    assert str(when.first.year) in words
    assert str(when.last.year) in words


@given(partial_dates, partial_dates, st.sampled_from(LANGUAGES))
def test_different_dates_have_different_words(one: PartialDate, two: PartialDate, language: str) -> None:
    """Words never make two dates the same, so they hide and add nothing."""
    assert (date_words(one, language) == date_words(two, language)) == (one == two)
