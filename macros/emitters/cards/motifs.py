"""A kind of page -> the drawing in its card's panel: one landscape, seen each time in another way."""

from collections.abc import Callable
from math import cos, pi, sin

from PIL import Image

from ... import palette as c
from .landscape import dunes, mark
from .sketch import Sketch, along, loop, wave

WIDTH, HEIGHT = 432, 630
LEAF = (72, 194, 360, 470)


def panel(kind: str, ground: str, *, marked: bool = True) -> Image.Image:
    """Return the panel of a kind of card; marked: with the programme's mark at its head."""
    sketch = Sketch(WIDTH, HEIGHT, ground)
    _MOTIFS[kind](sketch)
    if marked:
        mark(sketch, 36, 78, 80)
    return sketch.done()


def _site(sketch: Sketch) -> None:
    sketch.disc((290, 250), 58, c.SUN)
    dunes(sketch, 320)


def _study(sketch: Sketch) -> None:
    """A sheet with its rules and a figure of strata, standing in the soil."""
    sketch.ground(wave(520, 8, 600, 1.0), c.RIDGE)
    sketch.area([(92, 200), (368, 200), (368, 640), (92, 640)], "#b3cfc3")
    sketch.box(80, 190, 356, 640, c.PAPER, 4)
    sketch.box(112, 226, 168, 232, c.SAND)
    for level, right in ((254, 316), (276, 268)):
        sketch.box(112, level, right, level + 10, c.INK)
    for level, right in ((310, 324), (326, 318), (342, 324), (358, 246)):
        sketch.box(112, level, right, level + 4, c.LINE)
    _figure(sketch, 112, 384, 324, 500)
    sketch.ground(wave(536, 8, 520, 3.4), c.GRASS)
    sketch.ground(wave(572, 7, 560, 0.4), c.SOIL)
    sketch.line(along(wave(594, 5, 560, 0.4), 0, WIDTH), c.WHEAT, 2.5)


def _figure(sketch: Sketch, left: float, top: float, right: float, bottom: float) -> None:
    sketch.box(left, top, right, bottom, c.SKY)
    for level, fill in ((410, c.RIDGE), (432, c.DUNE_FAR), (454, c.DUNE), (478, c.STEPPE)):
        line = along(wave(level, 7, 180, level / 9), left, right)
        sketch.area([*line, (right, bottom), (left, bottom)], fill)


def _event(sketch: Sketch) -> None:
    sketch.disc((330, 118), 44, c.SUN)
    dunes(sketch, 350)


def _announcement(sketch: Sketch) -> None:
    """A sun whose light goes out in rings over the dunes."""
    for radius, fill in ((330, "#cb943a"), (262, "#d29f4a"), (196, "#dbac5c"), (132, "#e5bd74")):
        sketch.disc((230, 430), radius, fill)
    sketch.disc((230, 430), 76, "#fdf3dc")
    sketch.ground(wave(462, 18, 520, 0.2), "#b3781f")
    sketch.ground(wave(506, 16, 610, 2.2), c.STEPPE)
    sketch.ground(wave(546, 9, 640, 5.2), c.GRASS)
    sketch.ground(wave(584, 7, 560, 0.4), c.SOIL)
    sketch.line(along(wave(606, 5, 560, 0.4), 0, WIDTH), c.WHEAT, 2.5)


def _project(sketch: Sketch) -> None:
    """A hill as a map shows it, and the place of the work."""
    tints = ("#d3e5db", "#c2dacc", "#d9dcb6", "#ead9a8", c.DUNE_FAR, "#deba78", c.DUNE)
    for number in range(12, 7, -1):
        sketch.line(loop((236, 400), 40 * number, 0.7 + number * 0.09), "#bcd4c7", 2)
    for number, tint in enumerate(tints):
        ring = loop((236, 400), 268 - 36 * number, 1.2 - number * 0.12)
        sketch.area(ring, tint)
        sketch.line(ring, c.RIDGE if number < 3 else "#c9a25a", 2)
    _pin(sketch, 236, 396)


def _pin(sketch: Sketch, x: float, y: float) -> None:
    sketch.area([(x - 27, y - 66), (x + 27, y - 66), (x, y)], c.GREEN)
    sketch.disc((x, y - 78), 30, c.GREEN)
    sketch.disc((x, y - 78), 12, c.PAPER)


def _country(sketch: Sketch) -> None:
    """The ground cut open: grass, then layer under layer."""
    layers = (
        c.RIDGE,
        c.STEPPE,
        c.GRASS,
        c.DUNE_FAR,
        c.DUNE,
        c.SAND,
        c.WHEAT,
        c.STEPPE,
        c.GRASS,
        c.DEEP,
        c.SOIL,
    )
    level = 214.0
    for number, fill in enumerate(layers):
        sketch.ground(wave(level, 19 - number, 470 + 22 * number, 0.5 + 0.33 * number), fill)
        level += (26, 30, 16, 56, 34, 44, 22, 48, 34, 54, 0)[number]
    for depth in (328, 342):
        sketch.line(along(wave(depth, 15.5, 550, 1.6), 0, WIDTH), c.WHEAT, 2)
    for depth in (578, 600):
        sketch.line(along(wave(depth, 9, 690, 3.8), 0, WIDTH), c.WHEAT, 2.5)


def _plan(sketch: Sketch) -> None:
    """A year in its quarters, and what runs through them."""
    for quarter in range(4):
        left = 36 + quarter * 92
        sketch.box(left, 212, left + 84, 222, c.GREEN if quarter % 2 == 0 else c.GRASS)
        sketch.box(left, 222, left + 84, 520, c.PAPER)
    bars = (
        (0, 1.0, c.RIDGE),
        (0.5, 2.5, c.STEPPE),
        (1, 1.92, c.SAND),
        (1.5, 3.92, c.GREEN),
        (3, 3.92, c.WHEAT),
    )
    for row, (start, end, fill) in enumerate(bars):
        top = 246 + row * 54
        sketch.box(36 + start * 92 + 6, top, 36 + end * 92 - 6, top + 28, fill, 4)
    sketch.ground(wave(548, 8, 520, 3.4), c.STEPPE)
    sketch.ground(wave(572, 8, 640, 5.2), c.GRASS)
    sketch.ground(wave(598, 6, 560, 0.4), c.SOIL)


def _organization(sketch: Sketch) -> None:
    """Six round one table."""
    x, y, radius = 216.0, 358.0, 128.0
    sketch.disc((x, y), radius, c.GREEN, "#4a8f84", 3)
    sketch.disc((x, y), 62, "#1d6c60")
    fills = (c.WHEAT, c.MINT, c.PAPER, c.WHEAT, c.MINT, c.PAPER)
    for number, fill in enumerate(fills):
        turn = pi * (number / 3 + 1 / 6)
        sketch.disc((x + radius * cos(turn), y + radius * sin(turn)), 38, fill, c.GREEN, 8)
    sketch.ground(wave(540, 10, 520, 3.4), c.GRASS)
    sketch.ground(wave(580, 7, 560, 0.4), c.SOIL)
    sketch.line(along(wave(602, 5, 560, 0.4), 0, WIDTH), c.WHEAT, 2.5)


def _topic(sketch: Sketch) -> None:
    """A dune with its lee in shade, and the ripples of the wind."""
    sketch.disc((318, 200), 48, c.SUN)
    sketch.ground(wave(330, 16, 430, 1.0), c.DUNE_FAR)
    crest = [
        (-8, 470),
        (70, 420),
        (150, 352),
        (214, 300),
        (236, 330),
        (226, 380),
        (246, 440),
        (226, 520),
        (250, 640),
    ]
    sketch.area([(214, 300), (286, 352), (360, 400), (440, 430), (440, 640), (200, 640)], c.SAND)
    sketch.area([*crest, (-8, 640)], c.DUNE)
    for level in range(0, 200, 22):
        sketch.line(along(wave(470 + level, 7, 150, 0.4 + level / 40), 0, 222), c.WHEAT, 2.5)
    sketch.ground(wave(560, 10, 520, 3.4), c.STEPPE)
    sketch.ground(wave(588, 8, 640, 5.2), c.GRASS)


_MOTIFS: dict[str, Callable[[Sketch], None]] = {
    "site": _site,
    "study": _study,
    "event": _event,
    "announcement": _announcement,
    "project": _project,
    "country": _country,
    "plan": _plan,
    "organization": _organization,
    "topic": _topic,
}
