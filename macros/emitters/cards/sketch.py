"""Shapes drawn larger than they are shown, so that their edges come out smooth."""

from collections.abc import Callable, Iterable
from math import cos, pi, sin

from PIL import Image, ImageDraw

Point = tuple[float, float]
_SCALE = 3


class Sketch:
    """A picture that is being drawn, in the pixels of the card."""

    def __init__(self, width: int, height: int, ground: str) -> None:
        self.width, self.height = width, height
        self._image = Image.new("RGB", (width * _SCALE, height * _SCALE), ground)
        self._pen = ImageDraw.Draw(self._image)

    def area(self, points: Iterable[Point], fill: str) -> None:
        """Fill a polygon."""
        self._pen.polygon(_scaled(points), fill=fill)

    def line(self, points: Iterable[Point], ink: str, width: float) -> None:
        """Draw a line with round joints."""
        self._pen.line(_scaled(points), fill=ink, width=round(width * _SCALE), joint="curve")

    def disc(
        self, centre: Point, radius: float, fill: str, ring: str | None = None, width: float = 0
    ) -> None:
        """Fill a circle, and draw its ring."""
        (x, y), r = centre, radius
        box = _scaled([(x - r, y - r), (x + r, y + r)])
        self._pen.ellipse(box, fill=fill, outline=ring, width=round(width * _SCALE))

    def box(self, left: float, top: float, right: float, bottom: float, fill: str, corner: float = 0) -> None:
        """Fill a rectangle, its corners rounded."""
        self._pen.rounded_rectangle(_scaled([(left, top), (right, bottom)]), corner * _SCALE, fill)

    def ground(self, surface: Callable[[float], float], fill: str) -> None:
        """Fill everything below a surface."""
        corners = [(self.width + 8.0, self.height + 8.0), (-8.0, self.height + 8.0)]
        self.area([*along(surface, -8, self.width + 8), *corners], fill)

    def done(self) -> Image.Image:
        """Return the picture at the size shown."""
        return self._image.reduce(_SCALE)


def along(surface: Callable[[float], float], start: float, end: float) -> list[Point]:
    """Return the points of a surface from one side to the other."""
    steps = max(2, round((end - start) / 4))
    xs = (start + (end - start) * step / steps for step in range(steps + 1))
    return [(x, surface(x)) for x in xs]


def wave(level: float, height: float, length: float, phase: float) -> Callable[[float], float]:
    """Return a rolling surface: two waves over each other, around a level."""

    def surface(x: float) -> float:
        turn = 2 * pi * x / length + phase
        return level - height * (sin(turn) + 0.35 * sin(2.3 * turn + phase))

    return surface


def loop(centre: Point, radius: float, phase: float, squash: float = 0.8) -> list[Point]:
    """Return a closed line around a centre, as the contour of a hill."""
    turns = [2 * pi * step / 120 for step in range(121)]

    def reach(turn: float) -> float:
        return radius * (1 + 0.13 * sin(2 * turn + phase) + 0.07 * sin(3 * turn - 2 * phase))

    return [(centre[0] + reach(t) * cos(t), centre[1] + squash * reach(t) * sin(t)) for t in turns]


def _scaled(points: Iterable[Point]) -> list[Point]:
    return [(x * _SCALE, y * _SCALE) for x, y in points]
