"""What a project says of places, organizations, needs and dates fits together, or is told at its key."""

from datetime import UTC, datetime
from typing import Any

import pytest
from pydantic import ValidationError

from macros.catalogue.checks.projects import check_confirmed, check_project
from macros.records.base import Record
from macros.records.country import Country
from macros.releases.loading import load_catalogue
from macros.settings import Folders

from ..registered import INSTITUTE, NETWORK, project

NOW = datetime(2026, 6, 15, 12, tzinfo=UTC)
DUNE = {"name": "A dune", "country": "altan"}


def boxed(id: str, name: str, extent: dict[str, str] | None) -> Record:
    """Return a country with the box that it lies in, if it has one."""
    source = {"document": "forum-report-2024", "paragraph": "1"}
    values = {"id": id, "name": name, "short": name, "summary": "A country.", "extent": extent}
    return Country.model_validate({**values, "sources": [source]})


BOXED = {
    "east": boxed("east", "East", {"south": "40", "west": "100", "north": "50", "east": "110"}),
    "west": boxed("west", "West", {"south": "40", "west": "20", "north": "50", "east": "30"}),
    "anywhere": boxed("anywhere", "Anywhere", None),
}


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"places": [DUNE], "countries": ["altan", "sora"]},
        {"places": [{"name": "Somewhere"}]},
        {"organizations": [NETWORK, INSTITUTE, {**NETWORK, "role": "funding"}]},
        {"seeks": ["data"], "offers": ["data", "funding"]},
        {"last_confirmed": "1 June 2026", "questionnaire": {"received": "1 June 2026"}},
        {"last_confirmed": "2 June 2026", "questionnaire": {"received": "1 June 2026"}},
        {"last_confirmed": "June 2026", "questionnaire": {"received": "15 June 2026"}},
        {"last_confirmed": "5 June 2026", "questionnaire": {"received": "June 2026"}},
        {"last_confirmed": "2026", "questionnaire": {"received": "June 2026"}},
    ],
)
def test_nothing_is_found_in_what_fits(values: dict[str, Any]) -> None:
    """Several roles of one organization, and dates as exact as they are known, are no mistakes."""
    assert list(check_project(project(**values), {})) == []


@pytest.mark.parametrize(
    ("values", "keys", "message"),
    [
        (
            {"places": [{"name": "Somewhere"}, DUNE], "countries": ["sora"]},
            ("places", 1, "country"),
            "'altan' is not among the project's countries; add it there, or correct it",
        ),
        (
            {"organizations": [NETWORK, INSTITUTE, NETWORK]},
            ("organizations", 2),
            "'dune-network as lead' stands twice in this list; keep one of them",
        ),
        (
            {"seeks": ["data", {"what": "data", "note": "Maps."}]},
            ("seeks", 1),
            "'data' stands twice in this list; keep one of them",
        ),
        (
            {"offers": ["funding", "funding"]},
            ("offers", 1),
            "'funding' stands twice in this list; keep one of them",
        ),
        (
            {"countries": ["altan"], "supported_by": ["sora", "altan"]},
            ("supported_by", 1),
            "'altan' stands in 'countries' too; 'supported_by' is for work elsewhere; keep one",
        ),
        (
            {"formerly": ["hedge", "belt"]},
            ("formerly", 1),
            "names itself ('belt'); name the ids that it had before",
        ),
        (
            {"formerly": ["gaps"]},
            ("formerly", 0),
            "'gaps' is a word that addresses of the site use; name the ids that it had before",
        ),
        (
            {"formerly": ["hedge", "hedge"]},
            ("formerly", 1),
            "'hedge' stands twice in this list; keep one of them",
        ),
        (
            {"last_confirmed": "31 May 2026", "questionnaire": {"received": "June 2026"}},
            ("last_confirmed",),
            "31 May 2026 is before the questionnaire (June 2026); give its day or later",
        ),
        (
            {"last_confirmed": "2025", "questionnaire": {"received": "1 January 2026"}},
            ("last_confirmed",),
            "2025 is before the questionnaire (1 January 2026); give its day or later",
        ),
    ],
)
def test_what_does_not_fit_is_told_once_at_its_key(
    values: dict[str, Any], keys: tuple[str | int, ...], message: str
) -> None:
    """The message says what is wrong and what to do."""
    assert list(check_project(project(**values), {})) == [(keys, message)]


@pytest.mark.parametrize(
    ("countries", "country", "lat", "lon", "told"),
    [
        (["east"], None, "44", "104", ""),
        (["east"], None, "40", "110", ""),
        (["east"], None, "39.9", "104", "East"),
        (["east"], None, "104", "44", None),
        (["east"], None, "-44", "104", "East"),
        (["east"], None, "44", "-104", "East"),
        (["west"], None, "44", "104", "West"),
        (["east", "west"], None, "44", "21", ""),
        (["east", "west"], None, "44", "60", "East or West"),
        (["east", "west"], "east", "44", "21", "East"),
        (["east", "anywhere"], "anywhere", "44", "21", ""),
        (["anywhere"], None, "44", "21", ""),
        ([], None, "44", "21", ""),
    ],
)
def test_a_point_lies_in_its_country_or_in_one_of_the_projects(
    countries: list[str], country: str | None, lat: str, lon: str, told: str | None
) -> None:
    """Boxes hold their edges; where nothing is known of a country, anything goes."""
    place = {"name": "A dune", "country": country, "point": {"lat": lat, "lon": lon}}
    if told is None:
        with pytest.raises(ValidationError, match="is not on the globe"):
            project(countries=countries, places=[place])
        return
    found = list(check_project(project(countries=countries, places=[place]), {"countries": BOXED}))
    message = f"{lat} north, {lon} east is far from {told}; check both numbers, their order and their signs"
    assert found == ([(("places", 0, "point"), message)] if told else [])


def test_every_point_of_the_real_register_lies_in_its_country(real: Folders) -> None:
    """Each member State has a box, where maps write its name lies in it, and none is told as a slip."""
    catalogue = load_catalogue(real.data)
    for country in catalogue.countries.values():
        assert country.extent, country.id
        assert country.point, country.id
        assert country.extent.holds(country.point), country.id
    places = [place for one in catalogue.projects.values() for place in one.places if place.point]
    assert places
    known: dict[str, dict[str, Record]] = {"countries": {**catalogue.countries}}
    found = {one.id: list(check_project(one, known)) for one in catalogue.projects.values()}
    assert {id: wrong for id, wrong in found.items() if wrong} == {}


def test_each_repetition_is_told() -> None:
    """Three of the same are two too many."""
    found = [keys for keys, _ in check_project(project(organizations=[NETWORK] * 3), {})]
    assert found == [("organizations", 1), ("organizations", 2)]


@pytest.mark.parametrize("confirmed", ["16 June 2026", "15 June 2026", "June 2026", "2026", "2020-2027"])
def test_what_may_have_been_confirmed_by_now_is_sound(confirmed: str) -> None:
    """The month and the year that have begun are sound, and so is the day that has begun elsewhere."""
    assert list(check_confirmed(project(last_confirmed=confirmed), NOW)) == []


@pytest.mark.parametrize("confirmed", ["17 June 2026", "July 2026", "Q3 2026", "2027"])
def test_nobody_confirmed_anything_on_a_day_to_come(confirmed: str) -> None:
    """It would keep an entry from ever being out of date."""
    ((keys, message),) = check_confirmed(project(last_confirmed=confirmed), NOW)
    assert keys == ("last_confirmed",)
    assert message.endswith(" is still to come; give the day on which it was last confirmed")
