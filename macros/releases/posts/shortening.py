"""A text that is too long -> as much of it as fits: whole sentences, else whole words and '…'."""

from collections.abc import Callable, Sequence

import regex

from .counting import clusters
from .hashtags import HASHTAG
from .links import Span, mastodon_links, x_links

Fits = Callable[[str], bool]
MOST = 4000  # characters that are looked at: no text that has to be shortened keeps more
CJK = r"[\p{Han}\p{Hiragana}\p{Katakana}ー々〆〇、-】〔-〟！-～]"
OPENING, CLOSING = r"[\p{Ps}\p{Pi}]", r"[\p{Pe}\p{Pf}\p{Po}ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ]"
SENTENCE = regex.compile(r"(?:[.!?…]+[\p{Pe}\p{Pf}\"']*(?=\s+[^\p{Ll}\s])|[。！？]+[\p{Pe}\p{Pf}]*)")
ABBREVIATED = regex.compile(
    r"(?:^|[\s(])(?:\p{L}|\p{L}\.\p{L}|No|Nos|Dr|Mr|Mrs|Ms|Prof|St|vs|approx|гг|им|проф)\.$", regex.IGNORECASE
)
DANGLING = regex.compile(r"(?V1)[[\s\p{Ps}\p{Pi}\p{Pd}\p{Po}]--[%‰\"']]+")


def sentences_that_fit(text: str, fits: Fits) -> str:
    """Return the first sentences of a text, as many as fit, or nothing."""
    return _longest(_sentence_ends(text), lambda end: text[:end], fits)


def words_that_fit(text: str, fits: Fits) -> str:
    """Return a text, or as many of its words as fit and '…', or as many of its characters, or nothing."""
    if fits(text):
        return text
    whole = _whole(text[:MOST])

    def cut(end: int) -> str:
        return _cut(text, end, whole)

    ends = [end for end in _cluster_ends(text[:MOST]) if not _inside(end, whole)]
    at_words = [end for end in ends if _between_words(text, end)]
    return _longest(at_words, cut, fits) or _longest(ends, cut, fits)


def _longest(ends: Sequence[int], cut: Callable[[int], str], fits: Fits) -> str:
    """Return what the last end gives that fits, or nothing; what they give grows."""
    low, high = 0, len(ends)
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if fits(cut(ends[middle])) else (low, middle)
    return cut(ends[low - 1]) if low else ""


def _cut(text: str, end: int, whole: Sequence[Span]) -> str:
    """Return a text up to a place and '…', without punctuation before it that leads nowhere."""
    kept = max((span.end for span in whole if span.end <= end), default=0)
    rest = clusters(text[kept:end])
    while rest and DANGLING.fullmatch(rest[-1]):
        rest.pop()
    if not rest:
        return f"{text[:kept]} …" if kept else ""
    return text[:kept] + "".join(rest) + "…"


def _sentence_ends(text: str) -> list[int]:
    whole = _whole(text[:MOST])
    found = [match.end() for match in SENTENCE.finditer(text)]
    inner = [end for end in found if not _inside(end, whole) and not ABBREVIATED.search(text[:end])]
    return [*inner, len(text)]


def _cluster_ends(text: str) -> list[int]:
    ends, end = [], 0
    for cluster in clusters(text):
        end += len(cluster)
        ends.append(end)
    return ends


def _between_words(text: str, end: int) -> bool:
    """Return whether a text may be cut there: at a space, or between ideographs or kana."""
    before, after = text[end - 1 : end], text[end : end + 1]
    if not after or after.isspace() or before.isspace():
        return True
    if regex.match(OPENING, before) or regex.match(CLOSING, after):
        return False
    return bool(regex.match(CJK, before) or regex.match(CJK, after))


def _whole(text: str) -> list[Span]:
    """Return what is never cut: links and hashtags."""
    tags = [Span(*match.span()) for match in HASHTAG.finditer(text)]
    return [*x_links(text), *mastodon_links(text), *tags]


def _inside(end: int, whole: Sequence[Span]) -> bool:
    return any(span.start < end < span.end for span in whole)
