"""A text -> the parts its lines are made of: what stands between spaces; words in Chinese and Japanese."""

import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import accumulate, pairwise

import budoux

from .runs import clusters
from .typefaces import writing_of

SOFT_HYPHEN = "\u00ad"
_HYPHENATED = frozenset({"LATIN", "CYRILLIC", "GREEK", "ARMENIAN"})
_IDEOGRAPHIC = frozenset({"CJK", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA"})
_KOREAN = frozenset({"HANGUL", "HALFWIDTH"})
_BREAKING = (SOFT_HYPHEN, "\u200b")
_JOINED = ("-", "\u2010", "–")
_PARTING = ("—", "/", *_JOINED)
_NEVER = frozenset("\u2060\ufeff")
_CLOSING = frozenset("ー々〻ゝゞヽヾ〜～ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ")


def parts(text: str, language: str) -> list[str]:
    """Return the parts between which lines are best broken; Korean, in any text, breaks at its spaces."""
    writing = writing_of(language)
    found = _joined(smaller_parts(text), writing)
    return found if writing in {"", "ko"} else _by_words(text, found, writing)


def smaller_parts(text: str) -> list[str]:
    """Return the parts between which lines may be broken at all: what UAX #14 comes to in our languages."""
    letters = clusters(text)
    breaks = [_may_break(before[0], after[0]) for before, after in pairwise(letters)]
    ends = [end for end, may in zip(accumulate(map(len, letters)), [*breaks, True], strict=False) if may]
    return list(_sliced(text, ends))


def takes_hyphen(letter: str) -> bool:
    """Return whether a word cut after this letter ends with a hyphen."""
    return letter.isalpha() and _script(letter[0]) in _HYPHENATED


def _may_break(before: str, after: str) -> bool:
    """Return whether a line may end between two characters: at spaces, and beside a wide one."""
    if after.isspace() or after in _BREAKING or _NEVER & {before, after}:
        return False
    if before.isspace() or before in _BREAKING:
        return True
    if before in _PARTING:
        return after.isalpha() and not _stays_after(after)
    wide = any(unicodedata.east_asian_width(char) in {"W", "F"} for char in (before, after))
    return wide and not _stays_before(before) and not _stays_after(after)


def _stays_before(char: str) -> bool:
    """Return whether a line never ends with a character: brackets and quotation marks that open."""
    return unicodedata.category(char) in {"Ps", "Pi"}


def _stays_after(char: str) -> bool:
    """Return whether a line never begins with a character: closing marks, points, small kana."""
    return char in _CLOSING or unicodedata.category(char) in {"Pe", "Pf", "Po", "Pd"}


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
