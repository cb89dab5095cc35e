"""A text -> the parts its lines are made of (UAX #14), the words of Chinese and Japanese whole."""

import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import accumulate, pairwise

import budoux
from icu4py.breakers import LineBreaker
from icu4py.locale import Locale

from .typefaces import writing_of

SOFT_HYPHEN = "\u00ad"
_HYPHENATED = frozenset({"LATIN", "CYRILLIC", "GREEK", "ARMENIAN"})
_IDEOGRAPHIC = frozenset({"CJK", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA"})
_KOREAN = frozenset({"HANGUL", "HALFWIDTH"})
_BREAKING = (SOFT_HYPHEN, "\u200b")
_JOINED = ("-", "\u2010", "–")


def parts(text: str, language: str) -> list[str]:
    """Return the parts between which lines are best broken; Korean, in any text, breaks at its spaces."""
    writing = writing_of(language)
    found = _joined(_opportunities(text, "ko@lw=phrase" if writing == "ko" else "en"), writing)
    return found if writing in {"", "ko"} else _by_words(text, found, writing)


def smaller_parts(text: str) -> list[str]:
    """Return the parts between which lines may be broken at all."""
    return _opportunities(text, "en")


def takes_hyphen(letter: str) -> bool:
    """Return whether a word cut after this letter ends with a hyphen."""
    return letter.isalpha() and _script(letter[0]) in _HYPHENATED


def _opportunities(text: str, locale: str) -> list[str]:
    return list(LineBreaker(text, Locale(locale)))


def _joined(found: Iterable[str], writing: str) -> list[str]:
    """Compounds and spans stay whole: North-East, 22–23; so do Korean words, with the signs in them."""
    whole: list[str] = []
    for part in found:
        if whole and (whole[-1].endswith(_JOINED) or _within_korean(whole[-1][-1], part[0], writing)):
            whole[-1] += part
        else:
            whole.append(part)
    return whole


def _within_korean(before: str, after: str, writing: str) -> bool:
    """Return whether a break is inside a Korean word: beside Hangul, and neither at a space nor at Han."""
    if before.isspace() or before in _BREAKING:
        return False
    scripts = {_script(before), _script(after)}
    return writing == "ko" or (bool(scripts & _KOREAN) and not scripts & _IDEOGRAPHIC)


def _by_words(text: str, found: list[str], writing: str) -> list[str]:
    words = set(accumulate(map(len, _parser(writing).parse(text))))
    ends = [end for end in accumulate(map(len, found)) if end in words or not _within_writing(text, end)]
    return list(_sliced(text, ends))


def _within_writing(text: str, end: int) -> bool:
    return all(_script(char) in _IDEOGRAPHIC for char in text[end - 1 : end + 1])


def _sliced(text: str, ends: list[int]) -> Iterator[str]:
    for start, end in pairwise([0, *ends]):
        yield text[start:end]


def _script(char: str) -> str:
    return unicodedata.name(char, "").split(" ")[0]


@cache
def _parser(writing: str) -> budoux.Parser:
    if writing == "ja":
        return budoux.load_default_japanese_parser()
    if writing == "zh":
        return budoux.load_default_simplified_chinese_parser()
    return budoux.load_default_traditional_chinese_parser()
