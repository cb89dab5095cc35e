"""A partial date in the words of a language, by the CLDR data of Babel."""

from datetime import date
from functools import lru_cache

from babel import Locale
from babel.dates import format_date, format_skeleton

from .when import PartialDate, Span

LOCALES = {"en": "en_GB", "zh": "zh_CN", "ja": "ja_JP", "ko": "ko_KR", "mn": "mn_MN", "ru": "ru_RU"}
# CLDR has no half years.
HALVES = {
    "en": ("first half of {}", "second half of {}"),
    "zh": ("{}年上半年", "{}年下半年"),
    "ja": ("{}年上半期", "{}年下半期"),
    "ko": ("{}년 상반기", "{}년 하반기"),
    "mn": ("{} оны эхний хагас", "{} оны сүүлийн хагас"),
    "ru": ("первое полугодие {} г.", "второе полугодие {} г."),
}
RANGES = {"en": "{} to {}", "zh": "{}至{}", "ja": "{}～{}", "ko": "{} ~ {}"}
SKELETONS = {"month": "yMMMM", "quarter": "yQQQ", "year": "y"}


@lru_cache(maxsize=4096)
def date_words(when: PartialDate, language: str = "en") -> str:
    """Return the date in words, no more exact than it is: '7–8 July 2015', 'Q3 2025 to Q2 2026'."""
    if when.single:
        return _span_words(when.start, language)
    if when.exact:
        return _days_words(when.first, when.last, language)
    if when.start.precision == when.end.precision == "year" and language == "en":
        return f"{when.start}–{when.end}"
    quarters = when.start.precision == when.end.precision == "quarter"
    if quarters and when.first.year == when.last.year and language == "en":
        return f"Q{when.start.number} to {when.end}"
    pattern = RANGES.get(language, "{} – {}")
    return pattern.format(_span_words(when.start, language), _span_words(when.end, language))


def _span_words(span: Span, language: str) -> str:
    if span.precision == "half":
        return HALVES[language][span.number - 1].format(span.first.year)
    locale = LOCALES[language]
    if span.precision == "day":
        return format_date(span.first, "long", locale=locale)
    return format_skeleton(SKELETONS[span.precision], span.first, locale=locale)


def _days_words(first: date, last: date, language: str) -> str:
    """Join two days by the language's own interval pattern, with the month in full."""
    unit = "y" if first.year != last.year else "M" if first.month != last.month else "d"
    locale = Locale.parse(LOCALES[language])
    parts = locale.interval_formats["yMMMd"].get(unit, [])
    if len(parts) != 2 or language == "mn":
        both = (format_date(day, "long", locale=locale) for day in (first, last))
        return " – ".join(both)
    days = zip((first, last), parts, strict=True)
    return "".join(format_date(day, part.replace("MMM", "MMMM"), locale=locale) for day, part in days)
