"""Text -> runs, each of one typeface, which know their width and how to draw themselves."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import TypedDict

import regex
from PIL import ImageDraw

from .typefaces import Face, face_of, faces_for, kerns

MARKS = 4
_BOX_WIDTH, _BOX_HEIGHT = 0.64, 0.72


class _Shaped(TypedDict, total=False):
    """What Pillow is told of a run where it can kern."""

    direction: str
    language: str


@dataclass(frozen=True, slots=True)
class Run:
    """Characters that one typeface draws; without a typeface, each is drawn as a box."""

    text: str
    face: Face | None


@dataclass(frozen=True, slots=True)
class Writing:
    """A text that is to be drawn: its typefaces, its language."""

    text: str
    faces: tuple[Face, ...]
    language: str

    def runs(self, part: str) -> tuple[Run, ...]:
        """Return a part of the text as runs, in the order read."""
        return tuple(_runs(part, self.faces))

    def width(self, part: str, size: int) -> float:
        """Return how wide a part is, in pixels, at a size."""
        return sum(self._advance(run, size) for run in self.runs(part))

    def leading(self) -> float:
        """Return the distance between lines, in ems, that the tallest of its typefaces needs."""
        return max((run.face.leading for run in self.runs(self.text) if run.face), default=1.2)

    def ascent(self) -> float:
        """Return how far the tallest of its typefaces rises over the baseline, in ems."""
        return max((run.face.ascent for run in self.runs(self.text) if run.face), default=0.76)

    def draw(self, pen: ImageDraw.ImageDraw, at: tuple[float, float], part: str, size: int, ink: str) -> None:
        """Draw a part of the text as one line, from the left end of its baseline."""
        x, baseline = at
        for run in self.runs(part):
            if run.face:
                font = run.face.at(size)
                pen.text((x, baseline), run.text, ink, font, "ls", **self._shaped())
            else:
                _boxes(pen, (x, baseline), len(clusters(run.text)), size, ink)
            x += self._advance(run, size)

    def _advance(self, run: Run, size: int) -> float:
        if not run.face:
            return len(clusters(run.text)) * _BOX_WIDTH * size
        return run.face.at(size).getlength(run.text, **self._shaped())

    def _shaped(self) -> _Shaped:
        return {"direction": "ltr", "language": self.language} if kerns() else {}


def writing(text: str, voice: str, language: str) -> Writing:
    """Return a text made ready to be drawn: composed, without controls, its space collapsed."""
    text = _clean(text)
    return Writing(text, faces_for(voice, text, language), language)


def clusters(text: str) -> list[str]:
    """Return what readers see as the characters of a text (UAX #29)."""
    return regex.findall(r"\X", text)


def unreadable(written: Writing) -> bool:
    """Return whether no typeface has most of the letters of a text: it is in a script that cards lack."""
    letters = [part for part in clusters(written.text) if part[0].isalpha()]
    return 2 * sum(not face_of(part, written.faces) for part in letters) > len(letters)


def missing(written: Writing) -> tuple[str, ...]:
    """Return the characters of a text that no typeface has, once each, as they come."""
    found = (part for part in clusters(written.text) if not face_of(part, written.faces))
    return tuple(dict.fromkeys(found))


def _clean(text: str) -> str:
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    text = " ".join(unicodedata.normalize("NFC", text).split())
    text = "".join(char for char in text if unicodedata.category(char) != "Cc")
    text = regex.sub("[\u202a-\u202e\u2066-\u2069\u2028\u2029]", "", text)
    return "".join(_limited(cluster) for cluster in clusters(text))


def _limited(cluster: str) -> str:
    marks = sum(unicodedata.category(char) == "Mn" for char in cluster)
    return cluster if marks <= MARKS else cluster[: 1 + MARKS]


def _runs(text: str, faces: tuple[Face, ...]) -> Iterator[Run]:
    chosen = [(face_of(cluster, faces), cluster) for cluster in clusters(text)]
    for face, parts in groupby(chosen, key=lambda pair: pair[0]):
        yield Run("".join(part for _, part in parts), face)


def _boxes(pen: ImageDraw.ImageDraw, at: tuple[float, float], count: int, size: int, ink: str) -> None:
    left, baseline = at
    stroke = max(2, size // 20)
    for number in range(count):
        x = left + (number * _BOX_WIDTH + 0.06) * size
        corner = (x + (_BOX_WIDTH - 0.12) * size, baseline)
        pen.rectangle([(x, baseline - _BOX_HEIGHT * size), corner], outline=ink, width=stroke)
