"""Summary, points and facts of a flyer -> two columns within a room; what does not fit is left out whole."""

import re
from collections.abc import Iterable, Iterator

from ... import palette as c
from .column import Column
from .elements import Element, Words
from .flyer import Flyer

GUTTER = 26.0
LARGE, SMALL = (15.0, 14, 13, 12.5, 12, 11.5, 11, 10.5, 10), 10.0
LENGTH: dict[float, int] = {15: 420, 14: 620, 13: 820}  # characters that may be set so large
ROW = ((9.5, 4), (8.5, 6))
SENTENCE_ENDS = re.compile(r"(?<=[\w)\]”»\"]{2}[.!?])\s+(?=[^\Wa-z_])|(?<=[。！？])(?=\S)|(?<=[.!?]”)\s+")


def body(flyer: Flyer, room: tuple[float, float, float, float], aside: float) -> list[Element]:
    """Return summary and points, and beside them the facts in a column that begins at 'aside'."""
    left, top, right, bottom = room
    facts = _facts(flyer, Column(aside, top, right - aside, flyer.language), bottom)
    width = (aside - GUTTER if facts else right) - left
    column = Column(left, top, width, flyer.language)
    size = _size(flyer.summary, column, bottom)
    for part in cut(flyer.summary, column, size, bottom):
        column.flow(part, "plain", size, c.INK, after=size * 0.55)
    _points(flyer, column, bottom)
    return [*column.elements, *facts]


def _size(parts: tuple[str, ...], column: Column, bottom: float) -> float:
    """Return the largest size at which a summary fits whole; a long one is not set large."""
    length = sum(map(len, parts))
    sizes = (size for size in LARGE if length <= LENGTH.get(size, length))
    return next((size for size in sizes if _ends(parts, column, size) <= bottom), SMALL)


def cut(parts: Iterable[str], column: Column, size: float, bottom: float) -> Iterator[str]:
    """Yield paragraphs as far as they fit, the last of them up to the end of a sentence."""
    shown: list[str] = []
    for part in parts:
        tries = (part[:end] for end in reversed(ends_of_sentences(part)))
        fitting = next((said for said in tries if _ends([*shown, said], column, size) <= bottom), "")
        if fitting:
            shown.append(fitting)
            yield fitting
        if fitting != part:
            return


def ends_of_sentences(text: str) -> list[int]:
    """Return where the sentences of a paragraph end, that of the last included."""
    return [*(found.start() for found in SENTENCE_ENDS.finditer(text)), len(text)]


def _ends(parts: Iterable[str], column: Column, size: float) -> float:
    """Return how far down paragraphs reach at a size."""
    trial = Column(column.left, column.top, column.width, column.language)
    for part in parts:
        trial.flow(part, "plain", size, c.INK, after=size * 0.55)
    return trial.top - size * 0.55 if trial.elements else trial.top


def _points(flyer: Flyer, column: Column, bottom: float) -> None:
    """Add the points where all of them fit, else none: a list that ends in the middle misleads."""
    if not flyer.points:
        return
    trial = Column(column.left, column.top + 6, column.width, column.language)
    trial.fit(flyer.heading, "title", ((14, 1),), c.INK, tag="H2", after=5)
    inner = Column(trial.left + 14, trial.top, trial.width - 14, column.language)
    for point in flyer.points:
        bullet = Column(trial.left, inner.top, 12, column.language)
        bullet.flow("–", "plain", 11, c.SAND_INK, leading=1.3)
        inner.elements += bullet.elements
        inner.flow(point, "plain", 11, c.INK, leading=1.3, after=5)
    if inner.top <= bottom:
        column.elements += [*trial.elements, *inner.elements]
        column.top = inner.top


def _facts(flyer: Flyer, column: Column, bottom: float) -> list[Element]:
    """Return labels with what is said under them, as many as fit."""
    for label, words in flyer.rows:
        before, held = column.top, len(column.elements)
        column.fit(label, "strong", ((8.5, 1), (7.5, 2)), c.QUIET, after=2)
        named = len(column.elements)
        column.fit(words, "plain", ROW, c.INK, after=9)
        if column.top - 9 > bottom or len(column.elements) in (held, named):
            del column.elements[held:]
            column.top = before
    return [one for one in column.elements if isinstance(one, Words)]
