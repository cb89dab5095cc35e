"""What the cards share: the programme's mark, and the site's landscape of ridges, dunes and soil."""

from math import pi, sin

from ... import palette as c
from .sketch import Sketch, along, wave


def mark(sketch: Sketch, left: float, top: float, size: float) -> None:
    """Draw the programme's mark (overrides/partials/mark.html) with a light edge."""
    unit = size / 48
    sketch.box(left - 3, top - 3, left + size + 3, top + size + 3, c.PAPER, 8 * unit)
    sketch.box(left, top, left + size, top + size, c.DEEP, 6 * unit)
    for level, ink in ((15, c.WHEAT), (25.5, c.PAPER), (35.3, c.MINT)):
        line = [(left + x * unit, top + _ripple(level, x) * unit) for x in range(8, 41)]
        sketch.line(line, ink, 4 * unit)
        for end in (line[0], line[-1]):
            sketch.disc(end, 2 * unit, ink)


def dunes(sketch: Sketch, top: float) -> None:
    """Draw the site's landscape, from the far ridge to the soil, its skyline at a height."""
    layers = (
        (0, 16, 330, 0.6, c.FAR),
        (42, 20, 420, 2.4, c.RIDGE),
        (84, 14, 520, 4.2, c.DUNE_FAR),
        (126, 20, 610, 1.2, c.DUNE),
        (176, 10, 700, 3.0, c.STEPPE),
        (214, 8, 640, 5.2, c.GRASS),
        (250, 7, 560, 0.4, c.SOIL),
    )
    rills = {84: c.DUNE, 126: c.WHEAT}
    for depth, height, length, phase, fill in layers:
        sketch.ground(wave(top + depth, height, length, phase), fill)
        for below in (12, 25) if depth in rills else ():
            surface = wave(top + depth + below, height, length, phase - below / 90)
            sketch.line(along(surface, 0, sketch.width), rills[depth], 2)
    for depth in (272, 290):
        sketch.line(along(wave(top + depth, 5, 560, 0.4), 0, sketch.width), c.WHEAT, 2.5)


def _ripple(level: float, x: float) -> float:
    return level + 2.6 * sin(2 * pi * (x - 8) / 32 + pi)
