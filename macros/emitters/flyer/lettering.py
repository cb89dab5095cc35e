"""A text -> its letters in the typefaces of the cards, as wide as a PDF sets them, kerned."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from itertools import pairwise

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

from ..cards.runs import Run, Writing, clusters, writing
from ..cards.typefaces import FONTS, Face, kerns

EM = 1000  # the units of an em in which widths are measured, as PDF gives them
BOX = 0.64  # ems; what no typeface has is drawn as a box
AXES = {"SourceSerif4.ttf": ("wght", "opsz")}
UNUSED = ("GPOS", "GSUB", "GDEF", "STAT", "MVAR", "DSIG", "BASE", "VORG", "vhea", "vmtx", "VVAR")


@dataclass(frozen=True, slots=True)
class Lettered(Writing):
    """A text that is to be printed: its widths do not depend on the pixels of a screen."""

    def runs(self, part: str) -> tuple[Run, ...]:
        """Return a part of the text as runs, in the order read."""
        return _runs(part, self.faces)

    def width(self, part: str, size: float) -> float:
        """Return how wide a part is at a size, in the unit of the size."""
        return sum(sum(_advances(run)) + sum(_kerning(run)) for run in self.runs(part)) * size / EM


def lettered(text: str, voice: str, language: str) -> Lettered:
    """Return a text made ready to be printed in a voice: "title", "strong" or "plain"."""
    made = writing(text, voice, language)
    return Lettered(made.text, made.faces, made.language)


def kerned(run: Run) -> Iterator[tuple[str, float]]:
    """Yield the parts of a run between which letters are moved, each with how far after it, in units."""
    part = ""
    for letter, moved in zip(clusters(run.text), [*_kerning(run), 0.0], strict=True):
        part += letter
        if moved:
            yield part, moved
            part = ""
    if part:
        yield part, 0.0


def run_width(run: Run) -> float:
    """Return how wide a run is, in ems."""
    return (sum(_advances(run)) + sum(_kerning(run))) / EM


def cut_face(face: Face, letters: Iterable[str]) -> BytesIO:
    """Return the part of a typeface that some letters need, at its weight: the same bytes each time."""
    options = Options(layout_features=[], notdef_outline=True, hinting=False, recalc_timestamp=False)
    options.drop_tables += UNUSED
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=sorted({ord(char) for letter in letters for char in letter}))
    with TTFont(FONTS / face.file, fontNumber=face.index, lazy=True, recalcTimestamp=False) as font:
        subsetter.subset(font)
        part = TTFont(_saved(font), recalcTimestamp=False)  # read anew: outlines of CFF2 are set when read
    axes = dict(zip(AXES.get(face.file, ("wght",)), face.axes, strict=True))
    return _saved(instancer.instantiateVariableFont(part, axes, inplace=True, static=True))


@lru_cache(maxsize=8192)
def _runs(part: str, faces: tuple[Face, ...]) -> tuple[Run, ...]:
    return Writing(part, faces, "").runs(part)


def _saved(font: TTFont) -> BytesIO:
    content = BytesIO()
    font.save(content)
    content.seek(0)
    return content


def _advances(run: Run) -> list[float]:
    letters = clusters(run.text)
    return [_advance(run.face, letter) if run.face else BOX * EM for letter in letters]


def _kerning(run: Run) -> list[float]:
    face = run.face
    if not face:
        return [0.0] * max(0, len(clusters(run.text)) - 1)
    return [_kern(face, one, other) for one, other in pairwise(clusters(run.text))]


@lru_cache(maxsize=8192)
def _kern(face: Face, one: str, other: str) -> float:
    return round(_advance(face, one + other) - _advance(face, one) - _advance(face, other))


@lru_cache(maxsize=8192)
def _advance(face: Face, letters: str) -> float:
    if kerns():
        return face.at(EM).getlength(letters, direction="ltr", features=["-liga", "-clig", "-calt"])
    return face.at(EM).getlength(letters)
