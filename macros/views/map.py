"""Points on the globe -> a map of North-East Asia as inline SVG: coasts alone, and marks that are links."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from math import sqrt
from pathlib import Path
from xml.etree import ElementTree

from markupsafe import Markup

from ..records.country import Country
from .albers import albers
from .view import View

LAND = Path(__file__).parent / "land.json"  # made by tests/land.py from Natural Earth, public domain
WIDTH, HEIGHT = 960, 600
METRES = 6900  # to a pixel
MIDDLE = (108.0, 42.0)
ABOVE = 21  # a country's name stands above its mark
DOT, SMALLEST, LARGEST = 8.0, 9.0, 24.0
GRID_LON = range(40, 171, 10)
GRID_LAT = range(10, 71, 10)


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark on the map: where it stands in degrees, what it is called, how much it stands for."""

    value: str
    label: str
    lat: float
    lon: float
    count: int
    path: str
    approximate: bool = False
    whole: bool = False


def render_map(
    view: View, marks: Sequence[Mark], label: str, noun: str = "projects", missing: int = 0
) -> Markup:
    """Return the map with its marks, the largest below, and the note that belongs under each of our maps."""
    placed = [
        {"mark": mark, "x": x, "y": y, "r": radius(mark.count)}
        for mark in sorted(marks, key=lambda mark: (-mark.count, mark.value))
        for x, y in [position(mark.lat, mark.lon)]
    ]
    names = [(view.text(country.short), x, round(y - ABOVE, 1)) for country, (x, y) in _names(view)]
    return view.render(
        "map",
        marks=placed,
        names=names,
        label=label,
        noun=noun,
        missing=missing,
        land=land_path(),
        grid=grid_path(),
        width=WIDTH,
        height=HEIGHT,
    )


def position(lat: float, lon: float) -> tuple[float, float]:
    """Return where a point in degrees stands on the map, in its pixels from the upper left."""
    (x, y), (x0, y0) = albers(lat, lon), albers(MIDDLE[1], MIDDLE[0])
    return round(WIDTH / 2 + (x - x0) / METRES, 1), round(HEIGHT / 2 - (y - y0) / METRES, 1)


def in_view(lat: float, lon: float) -> bool:
    """Return whether a point lies on the map."""
    x, y = position(lat, lon)
    return 0 <= x <= WIDTH and 0 <= y <= HEIGHT


def radius(count: int) -> float:
    """Return the radius of a mark; its area grows with what it stands for."""
    return DOT if count < 2 else round(min(LARGEST, SMALLEST + 2 * sqrt(count)), 1)


def land_file() -> bytes:
    """Return the land as an SVG of its own, whose path 'land' the maps of single projects share."""
    svg = ElementTree.Element("svg", xmlns="http://www.w3.org/2000/svg", viewBox=f"0 0 {WIDTH} {HEIGHT}")
    ElementTree.SubElement(svg, "path", id="land", d=land_path())
    return ElementTree.tostring(svg) + b"\n"


@cache
def land_path() -> str:
    """Return the land as the path of an SVG, in relative steps of a tenth of a pixel."""
    polygons = json.loads(LAND.read_text())["coordinates"]
    return "".join(f"{_steps(position(lat, lon) for lon, lat in ring)}z" for p in polygons for ring in p)


@cache
def grid_path() -> str:
    """Return the meridians and parallels at every ten degrees as the path of an SVG."""
    meridians = [[position(lat, lon) for lat in range(10, 71, 5)] for lon in GRID_LON]
    parallels = [[position(lat, lon) for lon in range(40, 171, 5)] for lat in GRID_LAT]
    return "".join(_steps(line) for line in (*meridians, *parallels))


def _steps(points: Iterable[tuple[float, float]]) -> str:
    found = list(points)
    first = found[0]
    steps = (f"{x - a:.1f} {y - b:.1f}" for (a, b), (x, y) in pairwise(found))
    return f"M{first[0]} {first[1]}l{' '.join(steps)}".replace(".0 ", " ").replace(" -", "-")


def _names(view: View) -> list[tuple[Country, tuple[float, float]]]:
    """Return the countries whose names the map bears, and where."""
    countries = sorted(view.catalogue.countries.values(), key=lambda country: country.id)
    return [(c, position(float(c.point.lat), float(c.point.lon))) for c in countries if c.point]
