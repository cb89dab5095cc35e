"""What stands on a flyer, where: words, fields of colour, pictures, codes; in points from the top."""

from collections.abc import Sequence
from dataclasses import dataclass

from ..cards.lines import DESCENT, Block, fit, flowing
from .lettering import Lettered

WIDTH, HEIGHT = 595.28, 841.89  # A4 (ISO 216)
FINE = 4  # lines are fitted in quarters of a point


@dataclass(frozen=True, slots=True)
class Field:
    """A rectangle of one colour; it says nothing."""

    box: tuple[float, float, float, float]
    fill: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line: the text that it is of, its words, the left end of its baseline."""

    text: Lettered
    words: str
    x: float
    baseline: float

    def box(self, size: float) -> tuple[float, float, float, float]:
        """Return left, top, right and bottom at a size."""
        top = self.baseline - self.text.ascent() * size
        return self.x, top, self.x + self.text.width(self.words, size), self.baseline + DESCENT * size


@dataclass(frozen=True, slots=True)
class Words:
    """Lines that are read as one: a heading (H1, H2) or a paragraph (P), and where they lead."""

    tag: str
    lines: tuple[Line, ...]
    size: float
    ink: str
    link: str = ""

    @property
    def bottom(self) -> float:
        """Return where its last line ends."""
        return max(line.box(self.size)[3] for line in self.lines)


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture as JPEG in its place, and what it shows; without such words it says nothing."""

    box: tuple[float, float, float, float]
    content: bytes
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Code:
    """The QR code of a link, its quiet zone included, in a square."""

    left: float
    top: float
    side: float
    link: str


Element = Field | Words | Drawing | Code


def fitted(
    text: Lettered, at: tuple[float, float], room: tuple[float, float], sizes: Sequence[tuple[float, int]]
) -> tuple[tuple[Line, ...], float]:
    """Return a text as lines in a room (width, height) at the largest size that fits, and that size."""
    block = fit(text, int(room[0] * FINE), int(room[1] * FINE), [(int(s * FINE), most) for s, most in sizes])
    return _placed(text, at, block), block.size / FINE


def paragraph(
    text: Lettered, at: tuple[float, float], width: float, size: float, leading: float
) -> tuple[Line, ...]:
    """Return a text as the lines of a paragraph that begins at a height; leading is in ems."""
    lines = flowing(text, int(width * FINE), int(size * FINE))
    step = max(leading, text.leading()) * size
    first = at[1] + text.ascent() * size
    return tuple(Line(text, line, at[0], first + number * step) for number, line in enumerate(lines))


def _placed(text: Lettered, at: tuple[float, float], block: Block) -> tuple[Line, ...]:
    first = at[1] + text.ascent() * block.size / FINE
    step = block.leading / FINE
    return tuple(Line(text, line, at[0], first + number * step) for number, line in enumerate(block.lines))
