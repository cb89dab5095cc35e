"""GeoJSON of the register: other programs read it, points lie where records say, and nothing is missing."""

import json
from decimal import Decimal
from itertools import pairwise
from typing import Any

import geojson
import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import Point, shape

from macros.catalogue import Catalogue
from macros.emitters.open_data.files import encode_open_data
from macros.releases.loading import load_catalogue
from macros.settings import Folders

from ..cited import words
from ..registered import numbered, project, registered, saying
from ..taken import unchecked
from .announced import SITE

PATH = "open-data/register.geojson"
HEAD = ("title", "description", "publisher", "licence", "page")
DIGITS = 7
SPOTS = [
    {"name": "West dune", "point": {"lat": "44.5", "lon": "104.25"}},
    {"name": "East dune", "point": {"lat": "44.9", "lon": "105.1", "approximate": "true"}},
    {"name": "Somewhere"},
]

latitudes = st.decimals(-90, 90, allow_nan=False, places=9)
longitudes = st.decimals(-180, 180, allow_nan=False, places=9)


@given(st.lists(st.tuples(latitudes, longitudes), min_size=1, max_size=5))
def test_a_position_is_longitude_then_latitude(
    catalogue: Catalogue, points: list[tuple[Decimal, Decimal]]
) -> None:
    """In degrees, within the globe, to the centimetre (RFC 7946, sections 3.1.1 and 11.2)."""
    places = [{"name": "A dune", "point": {"lat": f"{lat:f}", "lon": f"{lon:f}"}} for lat, lon in points]
    content = _encoded(registered(catalogue, project(places=places)))
    assert geojson.loads(content).is_valid
    written = [f["geometry"]["coordinates"] for f in json.loads(content, parse_float=Decimal)["features"]]
    for (lon, lat), (given_lat, given_lon) in zip(written, points, strict=True):
        assert -180 <= lon <= 180
        assert -90 <= lat <= 90
        assert abs(lon - given_lon) <= Decimal("0.00000005")
        assert abs(lat - given_lat) <= Decimal("0.00000005")
        assert all(-Decimal(value).as_tuple().exponent <= DIGITS for value in (lon, lat))  # type: ignore[operator]


@given(words)
def test_words_come_back_as_they_went_in(catalogue: Catalogue, said: str) -> None:
    """Names of projects, places and organizations of any script."""
    one = saying(catalogue.projects["hedge-belt"], said)
    content = _encoded(registered(catalogue, one, calling=said))
    text = str(unchecked(said))
    read = geojson.loads(content)
    assert read.is_valid
    for feature in read.features:
        told = feature.properties
        assert (told["name"], told["place"], told["organizations"]) == (text, text, [text, text])


def test_a_project_has_a_feature_for_each_point(catalogue: Catalogue) -> None:
    """A place without a point has none, and an approximate one says so."""
    features = _features(registered(catalogue, project(places=SPOTS, countries=["altan"])))
    assert [f["properties"]["place"] for f in features] == ["West dune", "East dune"]
    assert [f["properties"]["approximate"] for f in features] == [False, True]
    assert [(p.x, p.y) for p in map(_point, features)] == [(104.25, 44.5), (105.1, 44.9)]
    assert {tuple(f["properties"]["countries"]) for f in features} == {("Republic of Altan",)}


@pytest.mark.parametrize("places", [[], SPOTS[2:]])
def test_a_project_without_a_point_has_a_feature_without_geometry(
    catalogue: Catalogue, places: list[Any]
) -> None:
    """So that nothing of the register is missing from the file (section 3.2)."""
    (feature,) = _features(registered(catalogue, project(places=places)))
    assert feature["geometry"] is None
    assert feature["properties"]["project"] == "belt"
    assert geojson.loads(_encoded(registered(catalogue, project(places=places)))).is_valid


def test_no_two_features_have_one_id(catalogue: Catalogue) -> None:
    """A project whose id ends in a number is none of another's points."""
    belts = [project(places=SPOTS), project(id="belt-1"), project(id="belt-2", places=SPOTS)]
    ids = [feature["id"] for feature in _features(registered(catalogue, *belts))]
    assert len(ids) == len(set(ids)) == 5


def test_the_file_is_a_collection_without_a_system_of_its_own(catalogue: Catalogue) -> None:
    """Degrees of WGS 84 are all there is: 'crs' is no longer part of the format (section 4)."""
    whole = json.loads(_encoded(catalogue))
    assert list(whole) == ["type", *HEAD, "features"]
    assert whole["type"] == "FeatureCollection"
    assert {tuple(feature) for feature in whole["features"]} == {("type", "id", "geometry", "properties")}


def test_the_file_says_whose_it_is_and_under_which_licence(catalogue: Catalogue) -> None:
    """Foreign members (section 6.1) before the features say what the JSON file of the same set says."""
    files = encode_open_data(catalogue, SITE)
    geo, plain = (json.loads(files[path]) for path in (PATH, "open-data/register.json"))
    assert [geo[name] for name in HEAD] == [plain[name] for name in HEAD]
    assert all(geo[name] for name in HEAD)


def test_an_empty_register_is_an_empty_collection(catalogue: Catalogue) -> None:
    """Programs read it without complaint."""
    assert geojson.loads(_encoded(registered(catalogue))).is_valid


def test_the_real_register_is_whole(real: Folders) -> None:
    """Every project is there, in the order of ids, and every point lies in Asia or Europe."""
    catalogue = load_catalogue(real.data)
    features = _features(catalogue)
    ids = [feature["properties"]["project"] for feature in features]
    assert set(ids) == set(catalogue.projects)
    assert all(before <= after for before, after in pairwise(ids))
    for point in (_point(feature) for feature in features if feature["geometry"]):
        assert 20 < point.x < 180
        assert 15 < point.y < 75
    assert geojson.loads(_encoded(catalogue)).is_valid


def test_the_order_of_reading_changes_nothing(catalogue: Catalogue) -> None:
    """The same projects give the same bytes."""
    belts = numbered([{"places": SPOTS}, {}, {"places": SPOTS[:1]}])
    assert _encoded(registered(catalogue, *belts)) == _encoded(registered(catalogue, *reversed(belts)))


def _encoded(catalogue: Catalogue) -> bytes:
    return encode_open_data(catalogue, SITE)[PATH]


def _features(catalogue: Catalogue) -> list[dict[str, Any]]:
    features: list[dict[str, Any]] = json.loads(_encoded(catalogue))["features"]
    return features


def _point(feature: dict[str, Any]) -> Point:
    """Return where a feature lies, as another program reads it."""
    found = shape(feature["geometry"])
    assert isinstance(found, Point)
    return found
