"""The map: places stand where they lie, marks are links with names, and no words become markup."""

import json
import re
from itertools import pairwise
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from pyproj import Transformer

from macros.releases.loading import load_catalogue
from macros.settings import Folders
from macros.views import map as drawn
from macros.views.map import HEIGHT, METRES, MIDDLE, WIDTH, Mark, in_view, position, radius, render_map
from macros.views.projects import render_project
from macros.views.register import render_register

from ..cited import words
from ..land import PLANE
from ..registered import WEST, project, read, registered, view_of
from ..taken import unchecked
from .goldens import sample_view

PLACES = {
    "Beijing": (39.9, 116.4),
    "Tokyo": (35.7, 139.7),
    "Seoul": (37.6, 127.0),
    "Pyongyang": (39.0, 125.8),
    "Ulaanbaatar": (47.9, 106.9),
    "Irkutsk": (52.3, 104.3),
    "Vladivostok": (43.1, 131.9),
    "Urumqi": (43.8, 87.6),
}
SVG = "{http://www.w3.org/2000/svg}"
NUMBER = r"-?\d+(?:\.\d)?"
PAIR = rf"{NUMBER}(?: |(?=-)){NUMBER}"
RING = re.compile(rf"M({PAIR})l({PAIR}(?:(?: |(?=-)){PAIR})*)(z?)")
NOTE = "do not imply official endorsement or acceptance by the United Nations"
MARK = Mark("42n102e", "West dune", 44.5, 104.25, 3, "register/by/place/42n102e/")

latitudes, longitudes = st.floats(15, 66), st.floats(45, 165)


@given(latitudes, longitudes)
def test_a_point_stands_where_the_projection_puts_it(lat: float, lon: float) -> None:
    """Albers' equal-area projection with its middle in the middle of the map, in pixels down and right."""
    plane = Transformer.from_crs("EPSG:4326", PLANE, always_xy=True)
    (x, y), (x0, y0) = plane.transform(lon, lat), plane.transform(*MIDDLE)
    across, down = position(lat, lon)
    assert across == pytest.approx(WIDTH / 2 + (x - x0) / METRES, abs=0.06)
    assert down == pytest.approx(HEIGHT / 2 - (y - y0) / METRES, abs=0.06)


@pytest.mark.parametrize(
    ("west", "east"),
    [("Urumqi", "Beijing"), ("Beijing", "Pyongyang"), ("Pyongyang", "Seoul"), ("Seoul", "Tokyo")],
)
def test_west_is_left(west: str, east: str) -> None:
    """Beijing stands left of Tokyo."""
    assert position(*PLACES[west])[0] < position(*PLACES[east])[0]


@pytest.mark.parametrize(
    ("north", "south"),
    [
        ("Irkutsk", "Ulaanbaatar"),
        ("Ulaanbaatar", "Beijing"),
        ("Pyongyang", "Seoul"),
        ("Vladivostok", "Tokyo"),
    ],
)
def test_north_is_up(north: str, south: str) -> None:
    """Ulaanbaatar stands above Beijing."""
    assert position(*PLACES[north])[1] < position(*PLACES[south])[1]


def test_the_middle_and_the_edges_are_where_they_are_said_to_be() -> None:
    """The capitals are in view; the other side of the globe is not."""
    assert position(MIDDLE[1], MIDDLE[0]) == (WIDTH / 2, HEIGHT / 2)
    assert all(in_view(*at) for at in PLACES.values())
    assert not any(in_view(*at) for at in ((-33.9, 151.2), (51.5, -0.1), (40.7, -74.0), (0.0, 105.0)))


def test_everything_that_we_know_the_place_of_lies_in_view(real: Folders) -> None:
    """Points of projects and those where the names of countries stand."""
    catalogue = load_catalogue(real.data)
    points = [place.point for one in catalogue.projects.values() for place in one.places if place.point]
    points += [country.point for country in catalogue.countries.values() if country.point]
    assert len(points) > len(catalogue.countries)
    assert [point for point in points if not in_view(float(point.lat), float(point.lon))] == []


@given(st.integers(0, 100_000), st.integers(0, 100_000))
def test_a_mark_grows_with_what_it_stands_for_up_to_a_limit(one: int, other: int) -> None:
    """More is never smaller, and no mark hides the map."""
    less, more = sorted((one, other))
    assert 0 < radius(less) <= radius(more) <= drawn.LARGEST


def test_the_land_is_a_path_that_browsers_read() -> None:
    """Every ring is closed, and its steps lead along the coasts to the tenth of a pixel."""
    polygons = json.loads(drawn.LAND.read_text())["coordinates"]
    rings = [ring for polygon in polygons for ring in polygon]
    read_back = _rings(drawn.land_path())
    assert len(read_back) == len(rings)
    for points, ring in zip(read_back, rings, strict=True):
        expected = [position(lat, lon) for lon, lat in ring]
        assert len(points) == len(expected)
        for found, wanted in zip(points, expected, strict=True):
            assert found == pytest.approx(wanted, abs=0.051)


def test_meridians_and_parallels_are_open_lines() -> None:
    """Meridians run to the south, parallels to the east."""
    lines = _rings(drawn.grid_path(), closed=False)
    assert len(lines) == len(drawn.GRID_LON) + len(drawn.GRID_LAT)
    assert all(b[1] < a[1] for line in lines[: len(drawn.GRID_LON)] for a, b in pairwise(line))
    assert all(b[0] > a[0] for line in lines[len(drawn.GRID_LON) :] for a, b in pairwise(line))


def test_the_file_of_the_land_is_an_svg_with_the_path_that_others_use() -> None:
    """The maps of single projects refer to its 'land'."""
    root = etree.fromstring(drawn.land_file())
    assert root.tag == f"{SVG}svg"
    assert root.get("viewBox") == f"0 0 {WIDTH} {HEIGHT}"
    assert [(part.get("id"), part.get("d")) for part in root] == [("land", drawn.land_path())]


@given(words)
@settings(max_examples=50)
def test_a_mark_is_a_link_whose_name_is_any_words(said: str) -> None:
    """Its name and its tip hold the label and the count; no label becomes an element."""
    label = str(unchecked(said))
    mark = Mark("42n102e", label, 44.5, 104.25, 3, "register/by/place/42n102e/")
    tree = read(render_map(sample_view(), [mark], label))
    (link,) = _marks(tree)
    assert link.get("aria-label") == f"{label}: 3"
    assert link.get("data-label") == label
    assert ["".join(found.itertext()) for found in link if _tag(found) == "title"] == [f"{label}: 3"]
    (svg,) = (found for found in tree.iter() if found.get("role") == "group")
    assert svg.get("aria-label") == label
    plain = read(render_map(sample_view(), [MARK], "A map"))
    assert sorted(_tag(found) for found in tree.iter()) == sorted(_tag(found) for found in plain.iter())


def test_every_mark_of_the_register_is_a_link_with_a_name() -> None:
    """It leads to the part of the register for its place, and stands in view."""
    view = sample_view("../")
    marks = _marks(read(render_register(view)))
    assert len(marks) == 3
    for mark in marks:
        assert mark.get("href") == f"../register/by/place/{mark.get('data-value')}/"
        assert re.fullmatch(r"\S.*: [1-9]\d*", mark.get("aria-label", ""))
        x, y = map(float, re.findall(NUMBER, mark.get("transform", "")))
        assert 0 <= x <= WIDTH
        assert 0 <= y <= HEIGHT


def test_a_place_beyond_the_map_has_no_mark_and_keeps_its_line() -> None:
    """A mark that nobody can see is none; the project stands in the lines, and its place is a choice."""
    far = {"name": "A far dune", "point": {"lat": "-33", "lon": "151"}}
    known = registered(sample_view().catalogue, project(places=[WEST]), project(id="far", places=[far]))
    tree = read(render_register(view_of(known)))
    assert [mark.get("data-label") for mark in _marks(tree)] == ["West dune"]
    choices = [link.get("href", "") for part in tree.iter("details") for link in part.iter("a")]
    assert len([way for way in choices if "/by/place/" in way]) == 2
    assert [link.get("href") for link in tree.findall(".//th/a")] == ["../register/belt/", "../register/far/"]


def test_a_large_mark_lies_below_the_small_ones() -> None:
    """So that none is out of reach; marks of one size stand in a fixed order."""
    counts = {"b": 2, "a": 2, "c": 40, "d": 1}
    marks = [Mark(id, id, 44.5, 104.25, count, f"{id}/") for id, count in counts.items()]
    found = _marks(read(render_map(sample_view(), marks, "A map")))
    assert [mark.get("data-value") for mark in found] == ["c", "a", "b", "d"]


def test_what_is_not_exact_looks_otherwise() -> None:
    """An approximate place and a country as a whole each have a mark of their own, which the key explains."""
    about = Mark("about", "About", 44.5, 104.25, 1, "a/", approximate=True)
    whole = Mark("whole", "Whole", 44.5, 104.25, 1, "b/", approximate=True, whole=True)
    tree = read(render_map(sample_view(), [MARK, about, whole], "A map"))
    classes = {mark.get("data-value"): mark.get("class", "").split() for mark in _marks(tree)}
    assert classes == {
        "42n102e": ["ne-mark"],
        "about": ["ne-mark", "ne-mark--about"],
        "whole": ["ne-mark", "ne-mark--about", "ne-mark--whole"],
    }
    key = next(found for found in tree.iter("ul"))
    explained = {name for found in key.iter() for name in found.get("class", "").split()}
    assert {"ne-mark", "ne-mark--about", "ne-mark--whole"} <= explained


@pytest.mark.parametrize("sort", ["register", "project", "map"])
def test_no_map_is_without_the_note_on_boundaries(sort: str) -> None:
    """What the map shows implies no endorsement, and it says so beneath."""
    view = sample_view("../../")
    belt = view.catalogue.projects["hedge-belt"]
    html = {
        "register": lambda: render_register(view),
        "project": lambda: render_project(view, belt),
        "map": lambda: render_map(view, [], "A map"),
    }[sort]()
    for figure in read(html).iter("figure"):
        assert NOTE in "".join(figure.itertext())
    assert html.count(NOTE) == html.count('class="ne-map__sea"') == 1


def test_every_template_that_draws_a_map_has_the_note(real: Folders) -> None:
    """Whoever makes another map finds this rule."""
    templates = [file for file in Path(real.fragments).glob("*.html") if "ne-map__sea" in file.read_text()]
    assert templates
    assert [file.name for file in templates if NOTE not in file.read_text()] == []


def test_a_project_out_of_view_has_no_map_and_keeps_its_place() -> None:
    """Its degrees stand in words."""
    view = sample_view("../../")
    belt = view.catalogue.projects["hedge-belt"]
    far = belt.places[0].model_copy(
        update={"point": belt.places[0].point.model_copy(update={"lat": -33, "lon": 151})}  # type: ignore[union-attr]
    )
    html = render_project(view, belt.model_copy(update={"places": (far,)}))
    assert "ne-map" not in html
    assert "33° S, 151° E" in html


def _rings(path: str, closed: bool = True) -> list[list[tuple[float, float]]]:
    """Return the points of each line of a path, whose every character belongs to one."""
    assert RING.sub("", path) == ""
    found = []
    for start, steps, end in RING.findall(path):
        assert bool(end) == closed
        points = [tuple(map(float, re.findall(NUMBER, start)))]
        numbers = [float(number) for number in re.findall(NUMBER, steps)]
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            points.append((points[-1][0] + dx, points[-1][1] + dy))
        found.append([(x, y) for x, y in points])
    return found


def _marks(tree: Element) -> list[Element]:
    return [found for found in tree.iter() if found.get("data-choose") == "place"]


def _tag(found: Element) -> str:
    return str(found.tag).rpartition("}")[2]
