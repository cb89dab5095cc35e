"""What an entry of a calendar does to the day of those who have it, and what its words say."""

from typing import Any

import pytest
from icalendar import Calendar as ICalendar

from macros.catalogue import Catalogue
from macros.emitters.calendars import encode_calendars
from macros.settings import Folders

from .announced import SITE
from .dated import HOURS, Made, event_of, made_of, only, write_project

DAY = {"date": "1 May 2027"}
OFF = {
    what: {"standing": what, "changes": [{"what": what, "on": "7 December 2026", "was_on": "1 May 2027"}]}
    for what in ("cancelled", "postponed")
}
REGISTRATION = {"link": "https://example.org/form"}


def entry_of(catalogue: Catalogue, **values: Any) -> Any:
    """Return the one entry of an event with some values of its own, read back."""
    files = encode_calendars(only(catalogue, event_of(**values)), SITE)
    (entry,) = ICalendar.from_ical(files["calendar/events.ics"]).walk("VEVENT")
    return entry


@pytest.mark.parametrize(
    ("values", "transp"),
    [
        ({**DAY, **HOURS, "standing": "confirmed"}, "OPAQUE"),
        ({**DAY, **HOURS, "standing": "planned"}, "OPAQUE"),
        ({**DAY, **HOURS, **OFF["cancelled"]}, "TRANSPARENT"),
        ({**DAY, **HOURS, **OFF["postponed"]}, "TRANSPARENT"),
        ({**DAY, "standing": "confirmed"}, "TRANSPARENT"),
        ({**DAY, **OFF["cancelled"]}, "TRANSPARENT"),
        ({"standing": "confirmed", **HOURS}, "TRANSPARENT"),
    ],
)
def test_only_hours_of_what_takes_place_block_time(
    catalogue: Catalogue, values: dict[str, Any], transp: str
) -> None:
    """RFC 5545, 3.8.2.7: who has it is busy in its hours; not for whole days, nor once it is called off."""
    assert str(entry_of(catalogue, **values)["transp"]) == transp


@pytest.mark.parametrize(
    ("values", "before"),
    [
        ({"standing": "confirmed"}, ""),
        ({"standing": "held", "date": "1 May 2024"}, ""),
        (OFF["cancelled"], "Cancelled: "),
        (OFF["postponed"], "Postponed: "),
    ],
)
def test_a_title_says_first_that_it_is_off(catalogue: Catalogue, values: dict[str, Any], before: str) -> None:
    """Programs that show no STATUS show the title."""
    assert str(entry_of(catalogue, title="Camp", **DAY | values)["summary"]) == f"{before}Camp"


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"registration": REGISTRATION}, ["Register: https://example.org/form"]),
        (
            {"registration": {**REGISTRATION, "closes": "3 April 2027"}},
            ["Register: https://example.org/form (until 3 April 2027)"],
        ),
        ({"place": {"online": "https://example.org/live"}}, ["Take part online: https://example.org/live"]),
        ({"place": {"city": "Altan City"}}, []),
        (HOURS, ["It begins at 09:30 on the first day, and ends at 17:00 on the last (Asia/Ulaanbaatar)."]),
        ({"starts": "09:30"}, ["It begins at 09:30 on the first day."]),
        ({"date": "1 May 2027", **HOURS}, []),
        (
            {"changes": [{"what": "moved", "on": "6 December 2026", "was_on": "2 May 2027", "why": "Snow."}]},
            ["Snow."],
        ),
    ],
)
def test_an_entry_tells_what_one_has_to_know(
    catalogue: Catalogue, values: dict[str, Any], told: list[str]
) -> None:
    """Its standing and summary, hours that the days do not show, why it changed, where to go on, its page."""
    words = str(entry_of(catalogue, summary="Two days.", **values)["description"])
    assert words.split("\n\n") == ["Planned.", "Two days.", *told, f"More: {SITE.url}events/one/"]


@pytest.mark.parametrize(
    "values", [OFF["cancelled"], OFF["postponed"], {"standing": "held", "date": "1 May 2024"}]
)
def test_nobody_is_asked_to_come_to_what_is_over_or_off(catalogue: Catalogue, values: dict[str, Any]) -> None:
    """Registration and the address to take part by go with the announcement."""
    more = {"registration": REGISTRATION, "place": {"online": "https://example.org/live"}}
    words = str(entry_of(catalogue, summary="Two days.", **more | values)["description"])
    assert "Register" not in words
    assert "Take part" not in words


def test_an_entry_is_filed_under_all_its_topics(catalogue: Catalogue) -> None:
    """CATEGORIES holds their names, in the order of the record."""
    entry = entry_of(catalogue, topics=["pasture", "sand"])
    names = [str(catalogue.topics[id].name) for id in ("pasture", "sand")]
    assert [str(name) for name in entry["categories"].cats] == names


def test_calendars_are_what_icalendar_writes_of_them_whole(made: Made) -> None:
    """Events are encoded once and joined; read and written again by the package, no byte differs."""
    for path, content in made.files.items():
        assert ICalendar.from_ical(content).to_ical(sorted=False) == content, path


def test_an_event_has_the_same_bytes_in_every_calendar(made: Made) -> None:
    """What a person subscribes to and the file of an event agree."""
    own = {
        entry
        for path, content in made.files.items()
        for entry in _entries(content)
        if not path.startswith("calendar/")
    }
    carried = [entry for path, content in made.files.items() for entry in _entries(content)]
    assert own == set(carried)
    assert len(carried) > 2 * len(own) > 0


def _entries(content: bytes) -> list[bytes]:
    """Return each VEVENT of a file as it stands there."""
    return [part.partition(b"END:VEVENT\r\n")[0] for part in content.split(b"BEGIN:VEVENT\r\n")[1:]]


@pytest.fixture(scope="module")
def made(sample: Folders, tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Return the calendars of the sample project with more events, hostile in their words."""
    return made_of(write_project(sample.root, tmp_path_factory.mktemp("dated") / "project"))
