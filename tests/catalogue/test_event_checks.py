"""Rules of an event: silent where it is sound, and told once where its parts contradict each other."""

from typing import Any

import pytest

from macros.catalogue.checks.events import check_event
from macros.records.event import Event

SOURCE = {"document": "report", "paragraph": "1"}
SOUND: dict[str, Any] = {
    "id": "x",
    "title": "A",
    "kind": "forum",
    "standing": "confirmed",
    "uid": "0000000000f1@neaspec.org",
    "basis": {"words": "the words", "source": SOURCE},
    "date": "5-7 May 2027",
    "starts": "09:30",
    "ends": "17:00",
    "zone": "Asia/Ulaanbaatar",
    "summary": "A",
    "topics": ["sand"],
    "sources": [SOURCE],
}
FULL: dict[str, Any] = {
    "place": {
        "name": "Dune House",
        "city": "Altan City",
        "country": "altan",
        "point": {"lat": "47.5", "lon": "106.25"},
        "online": "https://example.org/stream",
    },
    "languages": ["en", "mn", "zh"],
    "registration": {"link": "https://example.org/register", "closes": "20 April 2027"},
    "programme": [
        {"title": "Opening", "date": "5 May 2027", "starts": "09:30", "ends": "10:00"},
        {"title": "A walk", "date": "6 May 2027", "starts": "06:00", "ends": "20:00"},
        {"title": "Closing", "date": "7 May 2027", "starts": "16:00", "ends": "17:00"},
    ],
    "changes": [{"what": "place", "on": "March 2027", "was": "the town hall"}],
}
MOVED = {"what": "moved", "on": "3 March 2027", "was_on": "1-3 May 2027"}
OFF = {"on": "2 March 2027", "why": "The hall is taken."}
POSTPONED = {"what": "postponed", "was_on": "5-7 May 2027", **OFF}
CANCELLED = {"what": "cancelled", **OFF}
REINSTATED = {"what": "reinstated", "on": "5 March 2027"}

SILENT: list[dict[str, Any]] = [
    {},
    FULL,
    {"date": "5 May 2027", "ends": "09:31"},
    {"ends": "08:00"},
    {"ends": None},
    {"starts": None, "ends": None},
    {"starts": None, "ends": None, "zone": None},
    {"starts": None, "ends": None, "date": "May 2027", "uid": None},
    {"starts": None, "ends": None, "date": None, "date_note": "None.", "sort_as": "2027", "uid": None},
    # Sessions may fill the whole event, and say no more than is known of them.
    {"date": "5 May 2027", "programme": [{"title": "A", "starts": "09:30", "ends": "17:00"}]},
    {"programme": [{"title": "A"}]},
    {"programme": [{"title": "A", "date": "5-7 May 2027"}]},
    {"programme": [{"title": "A", "date": "5 May 2027", "starts": "23:00"}]},
    {"programme": [{"title": "A", "date": "7 May 2027", "starts": "06:00"}]},
    {"programme": [{"title": "A", "date": "7 May 2027", "starts": "17:00"}]},
    {
        "starts": None,
        "ends": None,
        "programme": [{"title": "A", "date": "5 May 2027", "starts": "06:00", "ends": "23:00"}],
    },
    # One may register up to the last day.
    {"registration": {"link": "https://example.org/register", "closes": "7 May 2027"}},
    {"registration": {"link": "https://example.org/register", "closes": "April 2027"}},
    {"registration": {"link": "https://example.org/register"}},
    # What was called off may be put on another day, and called off again.
    {"standing": "postponed", "changes": [POSTPONED]},
    {"standing": "planned", "changes": [POSTPONED, MOVED]},
    {
        "standing": "confirmed",
        "changes": [POSTPONED, MOVED, {"what": "corrected", "on": "4 March 2027", "why": "A slip."}],
    },
    {"standing": "held", "changes": [CANCELLED, MOVED], "outcome": {"text": "A"}},
    {"standing": "cancelled", "changes": [MOVED, {**CANCELLED, "on": "3 March 2027"}]},
    {"standing": "cancelled", "changes": [POSTPONED, CANCELLED]},
    {
        "standing": "cancelled",
        "changes": [CANCELLED, {"what": "corrected", "on": "4 March 2027", "why": "A slip."}],
    },
    # What was called off by mistake takes place after all, on the same days.
    {"standing": "planned", "changes": [CANCELLED, REINSTATED]},
    {"standing": "confirmed", "changes": [POSTPONED, REINSTATED]},
    {"standing": "held", "outcome": {"points": ["It went well."]}},
    # It may come back to the days that it had.
    {"changes": [{**MOVED, "was_on": "5-7 May 2027"}, {**MOVED, "was_on": "12-14 May 2027"}]},
    # The oldest change comes first; several may be of one day or of one month.
    {"changes": [MOVED, {**MOVED, "was_on": "2 May 2027"}]},
    {
        "changes": [
            {"what": "corrected", "on": on, "why": "A slip."} for on in ("2026", "March 2027", "March 2027")
        ]
    },
]
TOLD: list[tuple[dict[str, Any], tuple[str | int, ...], str]] = [
    ({"zone": None}, ("starts",), "need a time zone"),
    ({"date": "May 2027"}, ("starts",), "a time needs a day"),
    ({"date": None, "date_note": "None.", "sort_as": "2027"}, ("starts",), "a time needs a day"),
    ({"date": "5 May 2027", "ends": "09:30"}, ("ends",), "ends at 09:30, before it starts at 09:30"),
    ({"starts": None}, ("ends",), "'ends' stands without 'starts'"),
    (
        {"programme": [{"title": "A", "date": "5 May 2027", "starts": "09:29"}]},
        ("programme", 0, "starts"),
        "09:29 is before the event starts, 09:30",
    ),
    (
        {"programme": [{"title": "A"}, {"title": "A", "date": "7 May 2027", "starts": "17:01"}]},
        ("programme", 1, "starts"),
        "17:01 is after the event ends, 17:00",
    ),
    (
        {"programme": [{"title": "A", "date": "7 May 2027", "starts": "16:00", "ends": "17:01"}]},
        ("programme", 0, "ends"),
        "17:01 is after the event ends, 17:00",
    ),
    (
        {"programme": [{"title": "A", "date": "4 May 2027"}]},
        ("programme", 0, "date"),
        "4 May 2027 is outside the event",
    ),
    (
        {"programme": [{"title": "A", "date": "5 May 2027", "starts": "11:00", "ends": "11:00"}]},
        ("programme", 0, "ends"),
        "ends at 11:00, before it starts at 11:00",
    ),
    (
        {"registration": {"link": "https://example.org/register", "closes": "8 May 2027"}},
        ("registration", "closes"),
        "8 May 2027 is after the event ends",
    ),
    ({"changes": [CANCELLED]}, ("standing",), "cannot be 'confirmed' when its changes end with 'cancelled'"),
    ({"standing": "held", "changes": [POSTPONED]}, ("standing",), "when its changes end with 'postponed'"),
    (
        {"standing": "cancelled", "changes": [CANCELLED, MOVED]},
        ("standing",),
        "after 'moved'; say planned or confirmed",
    ),
    ({"standing": "planned", "changes": [POSTPONED]}, ("standing",), "what: reinstated"),
    ({"standing": "postponed"}, ("standing",), "'postponed' needs its day"),
    (
        {"standing": "postponed", "date": "12-14 May 2027", "programme": None, "changes": [POSTPONED]},
        ("date",),
        "keeps the date that it had",
    ),
    (
        {"changes": [{"what": "renamed", "on": "2026", "was": "A"}]},
        ("changes", 0, "was"),
        "it has now",
    ),
    ({"languages": ["en", "mn", "en"]}, ("languages",), "stands twice"),
    (
        {"programme": [{"title": "A", "starts": "11:00"}]},
        ("programme", 0, "starts"),
        "the event has several days",
    ),
    (
        {"programme": [{"title": "A", "date": "5 May 2027", "ends": "11:00"}]},
        ("programme", 0, "ends"),
        "'ends' stands without 'starts'",
    ),
    ({"changes": [{**MOVED, "was_on": "5-7 May 2027"}]}, ("changes", 0, "was_on"), "is the date it has now"),
    (
        {"changes": [MOVED, {"what": "corrected", "on": "2 March 2027", "why": "A slip."}]},
        ("changes", 1, "on"),
        "oldest first",
    ),
]


@pytest.mark.parametrize("values", SILENT)
def test_what_is_sound_is_passed_over(values: dict[str, Any]) -> None:
    """A rule that speaks where nothing is wrong teaches editors to pass over it."""
    assert _found(values) == []


@pytest.mark.parametrize(("values", "keys", "words"), TOLD)
def test_what_contradicts_itself_is_told_once_and_in_its_place(
    values: dict[str, Any], keys: tuple[str | int, ...], words: str
) -> None:
    """One slip is one problem, at the key that is to be corrected."""
    ((found, message),) = _found(values)
    assert found == keys
    assert words in message


def test_a_forgotten_zone_is_told_once_for_the_whole_programme() -> None:
    """One line to add is one problem, however many sessions have times."""
    sessions = [{"title": "A", "date": "6 May 2027", "starts": f"{hour}:00"} for hour in (10, 11, 12)]
    assert len(_found({"zone": None, "programme": sessions})) == 1
    assert len(_found({"zone": None, "starts": None, "ends": None, "programme": sessions})) == 1
    said = [keys for keys, _ in _found({"zone": None, "starts": None, "programme": sessions})]
    assert said == [("ends",), ("ends",)]  # a zone, and a start; nothing of the sessions
    said = [keys for keys, _ in _found({"zone": None, "ends": None, "programme": sessions})]
    assert said == [("starts",)]


@pytest.mark.parametrize("standing", ["planned", "confirmed", "cancelled", "postponed"])
def test_an_outcome_is_of_events_that_are_held(standing: str) -> None:
    """What is to come has none, nor what was called off."""
    changes = (
        [{"what": standing, "was_on": "5-7 May 2027", **OFF}]
        if standing in ("cancelled", "postponed")
        else []
    )
    ((keys, message),) = _found({"standing": standing, "changes": changes, "outcome": {"text": "A"}})
    assert keys == ("outcome",)
    assert (
        message
        == f"'outcome' cannot be given while the event is {standing}; delete it or correct the standing"
    )


def _found(values: dict[str, Any]) -> list[tuple[tuple[str | int, ...], str]]:
    """Return what is wrong with an event that is sound but for some values; None takes a key away."""
    given = {key: value for key, value in {**SOUND, **values}.items() if value is not None}
    return list(check_event(Event.model_validate(given), {}))
