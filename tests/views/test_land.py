"""The coasts under our map: valid, light, and land where there is land."""

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
import pytest
import shapely
from shapely import LineString, Point

from tests.land import BOX, OUTPUT, SMALLEST, projected

MOST_BYTES = 30_000
MIDDLE = Point(105, 43)  # of the map
REACH = np.array([3_700e3, 2_300e3])  # metres, from the middle of the map to its edges
MARGIN = 2  # degrees
LAND = {
    "Beijing": (116.40, 39.91),
    "Irkutsk": (104.30, 52.29),
    "Pyongyang": (125.75, 39.03),
    "Seoul": (126.98, 37.57),
    "Tokyo": (139.65, 35.70),
    "Ulaanbaatar": (106.92, 47.91),
    "Yuzhno-Sakhalinsk": (142.73, 46.95),
    "Haikou, on Hainan": (110.33, 19.90),
    "Hallasan, on Jeju": (126.53, 33.36),
    "Iturup": (147.90, 45.00),
    "Okinawa": (128.00, 26.60),
    "Kyushu": (131.00, 32.80),
    "Shikoku": (133.50, 33.70),
    "Hokkaido": (143.00, 43.40),
    "Taichung": (120.90, 24.10),
}
WATER = [
    (135, 40),
    (123.5, 36),
    (150, 54),
    (130, 29),
    (155, 40),
]  # degrees east and north, far from any coast

land = shapely.from_geojson(OUTPUT.read_text(encoding="utf-8"))


def test_land_is_one_valid_multipolygon_wound_as_geojson_asks() -> None:
    """Shells run against the clock and holes with it (RFC 7946, section 3.1.6)."""
    assert shapely.is_valid_reason(land) == "Valid Geometry"
    assert land.geom_type == "MultiPolygon"
    assert shapely.equals_identical(land, shapely.orient_polygons(land))


def test_land_is_light() -> None:
    """Coasts weigh no more than a small picture, in hundredths of a degree."""
    assert len(OUTPUT.read_bytes()) <= MOST_BYTES
    points = shapely.get_coordinates(land)
    assert np.array_equal(points, points.round(2))


def test_land_stays_in_its_box() -> None:
    """Nothing lies outside the box that the land was cut to."""
    assert shapely.box(*BOX).covers(land)


def test_sides_of_the_box_stay_out_of_the_map() -> None:
    """Where the land was cut is never seen, though the projection bends the box and chords cut corners."""
    view = shapely.box(*(shapely.get_coordinates(projected(MIDDLE))[0] + [[-1], [1]] * REACH).flatten())
    assert shapely.box(*BOX).buffer(-MARGIN).covers(projected(view.segmentize(50e3), back=True))
    sides = [side for side in _sides() if shapely.box(*BOX).exterior.covers(side)]
    assert sides
    assert [str(side) for side in sides if projected(side).intersects(view)] == []


def test_small_islands_are_dropped_by_one_rule() -> None:
    """No island is much smaller than the rule for all islands, whoever's it is."""
    assert shapely.area(shapely.get_parts(projected(land))).min() > SMALLEST / 2


@pytest.mark.parametrize("place", LAND)
def test_towns_and_islands_are_on_land(place: str) -> None:
    """A dot for a town is not drawn in the water, and known islands are there."""
    assert land.contains(Point(LAND[place]))


@pytest.mark.parametrize("place", WATER)
def test_seas_are_water(place: tuple[float, float]) -> None:
    """The middle of a sea is no land."""
    assert not land.intersects(Point(place))


def _sides() -> Iterator[LineString]:
    for ring in shapely.get_rings(shapely.get_parts(land)):
        yield from (LineString(ends) for ends in pairwise(ring.coords))
