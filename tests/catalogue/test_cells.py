"""Cells of the map: every place lies in one square, and a project without a point in its countries."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.catalogue import Catalogue
from macros.catalogue.cells import DEGREES, cells, cells_of
from macros.releases.loading import load_catalogue
from macros.settings import Folders

from ..registered import numbered, project, registered

latitudes = st.decimals(-90, 90, allow_nan=False, places=5)
longitudes = st.decimals(-180, 180, allow_nan=False, places=5)


def spot(lat: object, lon: object, name: str = "A dune", **values: Any) -> dict[str, Any]:
    """Return a place with a point."""
    return {"name": name, "point": {"lat": str(lat), "lon": str(lon), **values}}


@pytest.mark.parametrize(
    ("lat", "lon", "square"),
    [
        ("44.5", "104.25", "42n102e"),
        ("42", "102", "42n102e"),
        ("41.9999", "101.9999", "39n99e"),
        ("0", "0", "0n0e"),
        ("-0.1", "-0.1", "3s3w"),
        ("-3", "-3", "3s3w"),
        ("90", "180", "90n180e"),
        ("-90", "-180", "90s180w"),
    ],
)
def test_a_square_is_named_by_its_south_west_corner(lat: str, lon: str, square: str) -> None:
    """The corner belongs to its square, south and west of zero too."""
    assert cells_of(project(places=[spot(lat, lon)])) == (square,)


@given(st.lists(st.tuples(latitudes, longitudes), min_size=1, max_size=6))
def test_a_cell_stands_among_its_places(catalogue: Catalogue, points: list[tuple[Decimal, Decimal]]) -> None:
    """Its mark lies within the square, and every place is in one that there is."""
    one = project(places=[spot(lat, lon) for lat, lon in points])
    found = cells(registered(catalogue, one))
    assert set(found) == set(cells_of(one))
    for cell in found.values():
        inside = [
            (lat, lon) for lat, lon in points if cells_of(project(places=[spot(lat, lon)])) == (cell.id,)
        ]
        for middle, values in ((cell.lat, [p[0] for p in inside]), (cell.lon, [p[1] for p in inside])):
            assert float(min(values)) - 1e-9 <= middle <= float(max(values)) + 1e-9
            assert max(values) - min(values) <= DEGREES


def test_places_that_coincide_share_a_mark_with_the_commonest_name(catalogue: Catalogue) -> None:
    """Of two names as common the first by the alphabet stands, with 'and around'."""
    names = ("West dune", "East dune", "West dune")
    projects = numbered([{"places": [spot(44.5, 104.25, name)]} for name in names])
    (cell,) = cells(registered(catalogue, *projects)).values()
    assert (cell.label, cell.lat, cell.lon) == ("West dune and around", 44.5, 104.25)
    (cell,) = cells(registered(catalogue, *projects[:2])).values()
    assert cell.label == "East dune and around"
    (cell,) = cells(registered(catalogue, projects[0], projects[2])).values()
    assert cell.label == "West dune"


def test_a_cell_with_one_approximate_place_is_approximate(catalogue: Catalogue) -> None:
    """A mark never looks more exact than what it stands for."""
    places = [spot(44.5, 104.25), spot(44.6, 104.3, approximate="true")]
    for those, about in ((places[:1], False), (places, True)):
        (cell,) = cells(registered(catalogue, project(places=those))).values()
        assert cell.approximate is about


def test_a_project_without_a_point_stands_for_its_countries_as_a_whole(catalogue: Catalogue) -> None:
    """A place that has only a name does not put it anywhere closer."""
    one = project(countries=["altan", "sora"], places=[{"name": "Somewhere", "country": "altan"}])
    found = cells(registered(catalogue, one))
    assert cells_of(one) == ("altan", "sora")
    assert [(c.id, c.label, c.whole, c.approximate) for c in found.values()] == [
        ("altan", "Altan, no closer place", True, True),
        ("sora", "Sora, no closer place", True, True),
    ]


def test_a_project_with_a_point_does_not_stand_for_its_country_too(catalogue: Catalogue) -> None:
    """It is counted where it is, and not a second time in the middle of the country."""
    one = project(countries=["altan", "sora"], places=[spot(44.5, 104.25)])
    assert list(cells(registered(catalogue, one))) == ["42n102e"]


def test_a_project_without_country_stands_nowhere(catalogue: Catalogue) -> None:
    """Neither who funds it nor the name of a place puts it on the map."""
    one = project(supported_by=["sora"], places=[{"name": "Somewhere"}])
    assert cells_of(one) == ()
    assert cells(registered(catalogue, one)) == {}


def test_a_name_is_that_of_the_language(catalogue: Catalogue) -> None:
    """A place that is translated is called so in that language."""
    place = spot(44.5, 104.25) | {"name": {"en": "West dune", "mn": "Баруун манхан"}}
    (cell,) = cells(registered(catalogue, project(places=[place])), "mn").values()
    assert cell.label == "Баруун манхан"


def test_every_project_of_the_real_register_lies_in_cells_that_there_are(real: Folders) -> None:
    """But for those of which not even the country is known."""
    catalogue = load_catalogue(real.data)
    found = cells(catalogue)
    for one in catalogue.projects.values():
        assert set(cells_of(one)) <= set(found), one.id
        assert bool(cells_of(one)) == bool(one.countries or any(p.point for p in one.places)), one.id
    assert {id for one in catalogue.projects.values() for id in cells_of(one)} == set(found)
