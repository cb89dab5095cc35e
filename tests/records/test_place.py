"""Places: points lie on the globe, and a place on the web is none that people can go to."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from macros.records.place import Extent, Place, Point

MOST = {"lat": 90, "lon": 180}

latitudes = st.decimals(-90, 90, allow_nan=False, places=4)
longitudes = st.decimals(-180, 180, allow_nan=False, places=4)
names = st.sampled_from(("lat", "lon"))


@given(latitudes, longitudes)
def test_a_point_on_the_globe_keeps_its_digits(lat: Decimal, lon: Decimal) -> None:
    """Both edges belong to the globe, and nothing is rounded."""
    point = Point.model_validate({"lat": str(lat), "lon": str(lon)})
    assert (str(point.lat), str(point.lon), point.approximate) == (str(lat), str(lon), False)


@given(names, st.decimals(0, 10**6, allow_nan=False, places=4).filter(bool), st.sampled_from((1, -1)))
def test_a_point_beyond_the_globe_is_refused_at_its_key(name: str, beyond: Decimal, side: int) -> None:
    """The key that is off is named, with what it lies between."""
    value = f"{side * (MOST[name] + beyond):f}"
    context = _refusal({"lat": "0", "lon": "0", name: value})
    assert context["field"] == name
    assert context["message"].startswith(
        f"'{value}' is not on the globe; {name} lies between -{MOST[name]} and {MOST[name]} degrees"
    )


def test_north_and_east_in_each_others_place_are_told() -> None:
    """106 degrees north is the slip that is made most; the message says which comes first."""
    message = _refusal({"lat": "106.9", "lon": "47.9"})["message"]
    assert message.endswith("and lat (north) comes before lon (east)")


@given(st.text(max_size=12))
def test_any_text_is_a_degree_on_the_globe_or_is_refused_with_a_message(text: str) -> None:
    """No text breaks the reading of a point."""
    try:
        lat = Point.model_validate({"lat": text, "lon": "0"}).lat
    except ValidationError as refused:
        lat = Decimal(0 if refused.errors()[0]["type"] == "editor" else 91)
    assert -90 <= lat <= 90


@pytest.mark.parametrize("text", ["47°55′N", "47,9", "N47", "1e1", "Infinity", "NaN", "", "+47"])
def test_degrees_are_written_as_numbers(text: str) -> None:
    """Signs of degrees, commas and letters are no numbers."""
    assert "is not a number" in _refusal({"lat": text, "lon": "0"})["message"]


@given(latitudes, longitudes)
def test_a_box_holds_what_lies_between_its_sides(lat: Decimal, lon: Decimal) -> None:
    """Its edges belong to it."""
    box = Extent.model_validate({"south": "40", "west": "100", "north": "50", "east": "110"})
    point = Point.model_validate({"lat": str(lat), "lon": str(lon)})
    assert box.holds(point) == (40 <= lat <= 50 and 100 <= lon <= 110)
    corner = Point.model_validate({"lat": "50", "lon": "100"})
    assert box.holds(corner)


@pytest.mark.parametrize(
    ("lon", "inside"),
    [("19", True), ("180", True), ("-180", True), ("-169", True), ("-168.9", False), ("0", False)],
)
def test_a_box_may_cross_the_meridian_at_which_degrees_turn(lon: str, inside: bool) -> None:
    """Chukotka lies east of 180 degrees, and is not far from the rest of its country."""
    box = Extent.model_validate({"south": "41", "west": "19", "north": "82", "east": "-169"})
    assert box.holds(Point.model_validate({"lat": "66", "lon": lon})) == inside


@pytest.mark.parametrize("north", ["40", "30"])
def test_a_box_whose_sides_have_changed_places_is_refused(north: str) -> None:
    """North is more than south."""
    with pytest.raises(ValidationError, match="is no box; north is more than south"):
        Extent.model_validate({"south": "40", "west": "100", "north": north, "east": "110"})


def test_a_point_needs_both_degrees() -> None:
    """Half a point is none."""
    with pytest.raises(ValidationError, match="lon"):
        Point.model_validate({"lat": "47.9"})


@pytest.mark.parametrize(
    ("values", "on_site"),
    [
        ({"name": "Dune House"}, True),
        ({"city": "Altan City"}, True),
        ({"country": "altan"}, True),
        ({"point": {"lat": "0", "lon": "0"}}, True),
        ({"country": "altan", "online": "https://example.org/stream"}, True),
        ({"online": "https://example.org/stream"}, False),
        ({"note": "The place is open."}, False),
        ({}, False),
    ],
)
def test_people_can_go_where_something_of_the_place_is_known(values: dict[str, Any], on_site: bool) -> None:
    """A building, a city, a country or a point is a place to go to; a link and a note are not."""
    assert Place.model_validate(values).on_site is on_site


@pytest.mark.parametrize("link", ["../stream/", "example.org", "javascript:alert(1)"])
def test_where_one_takes_part_from_afar_is_a_whole_address(link: str) -> None:
    """An entry in a calendar is opened anywhere, so that half an address leads nowhere."""
    with pytest.raises(ValidationError, match="is not a link we publish"):
        Place.model_validate({"online": link})


def _refusal(values: dict[str, str]) -> dict[str, Any]:
    with pytest.raises(ValidationError) as refused:
        Point.model_validate(values)
    (error,) = refused.value.errors()
    return error["ctx"]
