"""A text and a space -> lines at the largest size that fits, broken where its language lets it."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, inf

from .breaks import SOFT_HYPHEN, parts, smaller_parts, takes_hyphen
from .runs import Writing, clusters

ELLIPSIS = "…"
DESCENT = 0.26
_REFERENCE = 100
_SLACK = 0.985
_WHOLE_WORDS_FROM = 46


@dataclass(frozen=True, slots=True)
class Block:
    """Lines at a size in pixels, and the distance between their baselines."""

    lines: tuple[str, ...]
    size: int
    leading: int


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a text, its width with what follows it on a line, and its width at the end of one."""

    text: str
    within: float
    last: float


def fit(text: Writing, width: int, height: int, sizes: Sequence[tuple[int, int]]) -> Block:
    """Return a text as lines within a width and a height in pixels, at the largest size that fits.

    Each size comes with the most lines it may have. Words stay whole while the type is large. What
    does not fit at the smallest size ends with an ellipsis after a word.
    """
    whole = _pieces(text, parts(text.text, text.language))
    if not whole:
        return Block((), sizes[-1][0], 0)
    for size, most in sizes:
        pieces = _within(text, whole, _limit(width, size))
        if size >= _WHOLE_WORDS_FROM and len(pieces) != len(whole):
            continue
        lines = tuple(map(_shown, _even(pieces, _limit(width, size))))
        fits = len(lines) <= min(most, _rows(text, size, height))
        if fits and all(text.width(line, size) <= width for line in lines):
            return Block(lines, size, round(text.leading() * size))
    return _shortened(text, whole, width, min(most, _rows(text, size, height)), size)


def flowing(text: Writing, width: int, size: int) -> tuple[str, ...]:
    """Return a text as the lines of a paragraph: each is filled before the next begins."""
    limit = _limit(width, size)
    pieces = _within(text, _pieces(text, parts(text.text, text.language)), limit)
    return tuple(_shown(line) for line in _filled(pieces, limit))


def _shortened(text: Writing, whole: list[_Piece], width: int, rows: int, size: int) -> Block:
    limit = _limit(width, size) * 0.97
    lines = list(_filled(_within(text, whole, limit), limit))[:rows]
    last = lines[-1]
    while len(last) > 1 and text.width(_ended(last), size) > width:
        last = last[:-1]
    return Block((*map(_shown, lines[:-1]), _ended(last)), size, round(text.leading() * size))


def _ended(line: Sequence[_Piece]) -> str:
    words = "".join(piece.text for piece in line).replace(SOFT_HYPHEN, "")
    while words and (words[-1].isspace() or unicodedata.category(words[-1]) in {"Po", "Pd", "Ps"}):
        words = words[:-1]
    return words + ELLIPSIS


def _limit(width: int, size: int) -> float:
    return width * _SLACK * _REFERENCE / size


def _rows(text: Writing, size: int, height: int) -> int:
    return max(1, int((height / size - text.ascent() - DESCENT) / text.leading()) + 1)


def _pieces(text: Writing, found: Iterable[str]) -> list[_Piece]:
    return [_piece(text, part) for part in found]


def _piece(text: Writing, part: str) -> _Piece:
    shown = part.replace(SOFT_HYPHEN, "")
    within = text.width(shown, _REFERENCE)
    ending = _at_end(part)
    return _Piece(part, within, within if ending == shown else text.width(ending, _REFERENCE))


def _at_end(part: str) -> str:
    hyphen = "-" if part.endswith(SOFT_HYPHEN) else ""
    return part.replace(SOFT_HYPHEN, "").rstrip() + hyphen


def _shown(line: Sequence[_Piece]) -> str:
    return _at_end("".join(piece.text for piece in line))


def _within(text: Writing, pieces: list[_Piece], limit: float) -> list[_Piece]:
    """The pieces, those wider than the limit cut: first where any line may break, then between letters."""
    found: list[_Piece] = []
    for piece in pieces:
        if piece.last <= limit:
            found.append(piece)
            continue
        for part in _pieces(text, smaller_parts(piece.text)):
            found.extend(_pieces(text, _cut(text, part, limit)) if part.last > limit else [part])
    return found


def _cut(text: Writing, piece: _Piece, limit: float) -> list[str]:
    """A word in even lengths, as few as fit."""
    letters = clusters(piece.text)
    for count in range(ceil(piece.last / limit), len(letters)):
        found = list(_evenly(letters, count))
        if all(text.width(_at_end(part), _REFERENCE) <= limit for part in found):
            return found
    return letters


def _evenly(letters: list[str], count: int) -> Iterator[str]:
    ends = [round(len(letters) * number / count) for number in range(count + 1)]
    for start, end in pairwise(ends):
        hyphen = end < len(letters) and all(map(takes_hyphen, letters[end - 1 : end + 1]))
        yield "".join(letters[start:end]) + SOFT_HYPHEN * hyphen


def _filled(pieces: Iterable[_Piece], limit: float) -> Iterator[list[_Piece]]:
    line: list[_Piece] = []
    used = 0.0
    for piece in pieces:
        if line and used + piece.last > limit:
            yield line
            line, used = [], 0.0
        line.append(piece)
        used += piece.within
    if line:
        yield line


def _even(pieces: list[_Piece], limit: float) -> list[list[_Piece]]:
    """The fewest lines, about as long as each other: what is left over on them, squared, is least."""
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(pieces) + 1):
        best.append(min(_endings(pieces, end, limit, best)))
    ends = [len(pieces)]
    while ends[-1]:
        ends.append(best[ends[-1]][1])
    return [pieces[start:end] for start, end in pairwise(reversed(ends))]


def _endings(
    pieces: list[_Piece], end: int, limit: float, best: list[tuple[float, int]]
) -> Iterator[tuple[float, int]]:
    """The cost and the start of each line that ends here; a further line costs more than any gap."""
    length = pieces[end - 1].last
    for start in range(end - 1, -1, -1):
        if length > limit:
            break
        gap = (limit - length) ** 2 * (0.7 if end == len(pieces) else 1)
        yield best[start][0] + gap + 9 * limit**2, start
        length += pieces[start - 1].within
    else:
        return
    if start == end - 1:
        yield inf, start
