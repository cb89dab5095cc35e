"""What a project says of places, organizations, needs and dates fits together, or is told at its key."""

from datetime import UTC, datetime
from typing import Any

import pytest

from macros.catalogue.project_checks import check_confirmed, check_project

from .test_register import INSTITUTE, NETWORK, project

NOW = datetime(2026, 6, 15, 12, tzinfo=UTC)
DUNE = {"name": "A dune", "country": "altan"}


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


def test_each_repetition_is_told() -> None:
    """Three of the same are two too many."""
    found = [keys for keys, _ in check_project(project(organizations=[NETWORK] * 3), {})]
    assert found == [("organizations", 1), ("organizations", 2)]


@pytest.mark.parametrize("confirmed", ["15 June 2026", "June 2026", "2026", "2020-2027", "1 January 2020"])
def test_what_may_have_been_confirmed_by_now_is_sound(confirmed: str) -> None:
    """The month and the year that have begun are no dates to come."""
    assert list(check_confirmed(project(last_confirmed=confirmed), NOW)) == []


@pytest.mark.parametrize("confirmed", ["16 June 2026", "July 2026", "Q3 2026", "2027"])
def test_nobody_confirmed_anything_on_a_day_to_come(confirmed: str) -> None:
    """It would keep an entry from ever being out of date."""
    ((keys, message),) = check_confirmed(project(last_confirmed=confirmed), NOW)
    assert keys == ("last_confirmed",)
    assert message.endswith(" is still to come; give the day on which it was last confirmed")
