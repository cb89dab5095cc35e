"""Events as search engines meet them: state, dates, place, sessions, and when they are no Event at all."""

from typing import Any

import pytest

from macros.catalogue import Catalogue
from macros.emitters.structured.graph import PagePlace

from .announced import SITE
from .dated import HOURS, event_of, only
from .schema_org.checker import findings
from .test_structured import data_of, thing_of

SCHEMA = "https://schema.org/"
MOVED = {"what": "moved", "on": "6 December 2026", "was_on": "1-2 April 2027"}
OFF = {
    what: {"what": what, "on": "7 December 2026", "was_on": "1-2 May 2027"}
    for what in ("cancelled", "postponed")
}


@pytest.mark.parametrize(
    ("values", "status"),
    [
        ({"standing": "planned"}, "EventScheduled"),
        ({"standing": "confirmed"}, "EventScheduled"),
        ({"standing": "held", "date": "1-2 May 2024"}, "EventScheduled"),
        ({"standing": "cancelled", "changes": [OFF["cancelled"]]}, "EventCancelled"),
        ({"standing": "postponed", "changes": [OFF["postponed"]]}, "EventPostponed"),
        ({"standing": "confirmed", "changes": [MOVED]}, "EventRescheduled"),
        ({"standing": "held", "changes": [MOVED]}, "EventScheduled"),
        ({"standing": "cancelled", "changes": [MOVED, OFF["cancelled"]]}, "EventCancelled"),
    ],
)
def test_the_status_of_an_event_follows_its_standing(
    catalogue: Catalogue, values: dict[str, Any], status: str
) -> None:
    """Called off beats moved, and moved is told until it is held; the date before it was moved is given."""
    thing = _event(catalogue, **values)
    assert thing["eventStatus"] == SCHEMA + status
    moved = MOVED in values.get("changes", [])
    assert thing.get("previousStartDate") == (["2027-04-01"] if moved else None)


@pytest.mark.parametrize(
    ("place", "kinds", "mode"),
    [
        ({"online": "https://example.org/a"}, ["VirtualLocation"], "Online"),
        ({"city": "Altan City", "country": "altan"}, ["Place"], "Offline"),
        ({"name": "Hall", "online": "https://example.org/a"}, ["Place", "VirtualLocation"], "Mixed"),
        ({"note": "not yet known"}, None, None),
        (None, None, None),
    ],
)
def test_a_place_is_on_site_online_or_both(
    catalogue: Catalogue, place: dict[str, Any] | None, kinds: list[str] | None, mode: str | None
) -> None:
    """Search engines are told where to go, where to click, or both; nothing where it is not known."""
    thing = _event(catalogue, **{"place": place})
    if kinds is None:
        assert thing["@type"] == "Thing"
    assert [where["@type"] for where in thing.get("location", [])] == (kinds or [])
    expected = f"{SCHEMA}{mode}EventAttendanceMode" if mode else None
    assert thing.get("eventAttendanceMode") == expected


def test_the_address_of_a_place_names_city_and_country(catalogue: Catalogue) -> None:
    """Each where it is known, with or without the other."""
    city, country = {"addressLocality": "Altan City"}, {"addressCountry": "ALTAN"}
    for place, address in (
        ({"city": "Altan City", "country": "altan"}, city | country),
        ({"country": "altan"}, country),
        ({"name": "Hall", "city": "Altan City"}, city),
    ):
        (where,) = _event(catalogue, place=place)["location"]
        assert where["address"] == {"@type": "PostalAddress"} | address


def test_an_event_that_is_part_of_another_points_at_it(catalogue: Catalogue) -> None:
    """By the name that the other has in its own page's data."""
    whole = event_of(id="whole", place={"name": "Hall"})
    part = event_of(place={"name": "Room"}, part_of="whole")
    data = data_of(only(catalogue, whole, part), PagePlace("events/one/", "One", "It is one."))
    (thing,) = (node for node in data["@graph"] if node["@id"] == f"{SITE.url}events/one/#thing")
    assert thing["superEvent"] == {"@id": f"{SITE.url}events/whole/#thing"}


@pytest.mark.parametrize(
    ("point", "geo"),
    [({"lat": -1.5, "lon": 179}, (-1.5, 179.0)), ({"lat": 1, "lon": 2, "approximate": True}, None)],
)
def test_only_an_exact_point_is_given(
    catalogue: Catalogue, point: dict[str, Any], geo: tuple[float, float] | None
) -> None:
    """A point that is only about right would mark a wrong building."""
    (where,) = _event(catalogue, place={"name": "Hall", "point": point})["location"]
    given = where.get("geo")
    assert (given and (given["latitude"], given["longitude"])) == geo


@pytest.mark.parametrize(
    ("values", "starts", "ends"),
    [
        ({"date": "2-3 May 2027"}, "2027-05-02", "2027-05-03"),
        ({"date": "2 May 2027", **HOURS}, "2027-05-02T09:30:00+08:00", "2027-05-02T17:00:00+08:00"),
        (
            {"date": "13-14 March 2027", **HOURS, "zone": "America/New_York"},
            "2027-03-13T09:30:00-05:00",
            "2027-03-14T17:00:00-04:00",
        ),
        (
            {"date": "2 May 2027", **HOURS, "zone": "UTC"},
            "2027-05-02T09:30:00+00:00",
            "2027-05-02T17:00:00+00:00",
        ),
        ({"date": "May 2027", "uid": None}, "2027-05", "2027-05"),
        ({"date": "May to June 2027", "uid": None}, "2027-05", "2027-06"),
        ({"date": "2027", "uid": None}, "2027", "2027"),
        ({"date": "Q2 2027", "uid": None}, None, None),
        ({"date": "H1 2027", "uid": None}, None, None),
        ({"date": None, "date_note": "Not known.", "sort_as": "Q2 2027", "uid": None}, None, None),
    ],
)
def test_dates_are_as_exact_as_the_record(
    catalogue: Catalogue, values: dict[str, Any], starts: str | None, ends: str | None
) -> None:
    """Hours carry the offset of the event's zone on that day; a month stays a month; a quarter is no date."""
    thing = _event(catalogue, **values)
    assert (thing.get("startDate"), thing.get("endDate")) == (starts, ends)
    assert (thing["@type"] == "Thing") == (starts is None)


@pytest.mark.parametrize(
    "values", [{"place": None}, {"place": {"note": "not yet known"}}, {"date": "Q2 2027", "uid": None}]
)
def test_without_a_start_or_a_place_it_is_no_event_to_search_engines(
    catalogue: Catalogue, values: dict[str, Any]
) -> None:
    """They refuse an Event that lacks either; the page is then about a thing of that name and picture."""
    event = event_of(**{"place": {"name": "Hall"}} | values)
    place = PagePlace("events/one/", "One", "It is one.", "share/cards/one.png")
    data = data_of(only(catalogue, event), place)
    assert findings(data) == []
    nodes = {node["@id"].partition("#")[2]: node for node in data["@graph"]}
    assert nodes["page"]["about"] == {"@id": nodes["thing"]["@id"]}
    assert "mainEntity" not in nodes["page"]
    assert nodes["thing"]["@type"] == "Thing"
    assert nodes["thing"]["name"] == str(event.title)
    assert nodes["thing"]["image"] == nodes["page"]["image"] == f"{SITE.url}share/cards/one.png"


@pytest.mark.parametrize(
    ("what", "status"), [("cancelled", "EventCancelled"), ("postponed", "EventPostponed")]
)
def test_sessions_are_events_in_their_own_right(catalogue: Catalogue, what: str, status: str) -> None:
    """Each has its day and the event's place, and is called off with it; one without a day is left out."""
    programme = [{"title": "On", "date": "1 May 2027"}, {"title": "Some day"}]
    place = {"city": "Altan City", "country": "altan"}
    thing = _event(catalogue, programme=programme, place=place, date="May 2027", uid=None)
    assert [session["name"] for session in thing["subEvent"]] == ["On"]
    thing = _event(catalogue, programme=programme, place=place, standing=what, changes=[OFF[what]])
    assert [session["name"] for session in thing["subEvent"]] == ["On", "Some day"]
    for session in thing["subEvent"]:
        assert session["location"] == thing["location"]
        assert session["eventStatus"] == SCHEMA + status


def _event(catalogue: Catalogue, **values: Any) -> dict[str, Any]:
    return thing_of(catalogue, "events", event_of(**{"place": {"name": "Hall"}} | values))
