"""Calendars as files: what other programs read in them, every byte of them, and C1-C7 one by one."""

import os
import re
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
import time_machine
import vobject
from hypothesis import given
from icalendar import Calendar as ICalendar
from pydantic import ValidationError

from macros.catalogue import Catalogue
from macros.emitters.calendars import encode_calendars
from macros.records.event import UID, Event, uid_of
from macros.releases.calendars import calendars, place_name
from macros.releases.loading import load_catalogue
from macros.settings import Folders

from .announced import SITE
from .dated import Made, event_of, line_faults, made_of, one_line, only, words, write_project

ROOT = Path(__file__).parents[2]
ALL = "calendar/events.ics"
STATUS = {
    "planned": "TENTATIVE",
    "confirmed": "CONFIRMED",
    "held": "CONFIRMED",
    "cancelled": "CANCELLED",
    "postponed": "CANCELLED",
}
REFRESH = ("REFRESH-INTERVAL;VALUE=DURATION:PT12H", "X-PUBLISHED-TTL:PT12H")
TIMED = re.compile(r"(DTSTAMP|DTSTART|DTEND|LAST-MODIFIED|CREATED)(?!;VALUE=DATE:)[;:]")
ZONED = re.compile(r"BEGIN:(VTIMEZONE|STANDARD|DAYLIGHT)|[A-Z-]+;[^:]*TZID=|X-WR-TIMEZONE")
SEEDED = """
import hashlib, sys
from pathlib import Path
from tests.emitters.dated import made_of
print(hashlib.sha256(repr(list(made_of(Path(sys.argv[1])).files.items())).encode()).hexdigest())
"""


@pytest.fixture(scope="module")
def folder(sample: Folders, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the data of the sample project with more events, hostile in their words."""
    return write_project(sample.root, tmp_path_factory.mktemp("dated") / "project")


@pytest.fixture(scope="module", params=["real", "generated"])
def made(request: pytest.FixtureRequest, real: Folders, folder: Path) -> Made:
    """Return the calendars of the real project, then those of the generated one."""
    return made_of(real.data if request.param == "real" else folder)


def test_icalendar_and_vobject_find_nothing_wrong(made: Made) -> None:
    """Two programs of other authors read each calendar whole and complain of nothing."""
    for path, content in made.files.items():
        for component in ICalendar.from_ical(content).walk():
            assert component.errors == [], path
        read = vobject.readOne(content.decode())
        assert read.validate(raiseException=True), path
        assert len(read.contents.get("vevent", [])) == content.count(b"BEGIN:VEVENT\r\n"), path


def test_words_come_back_as_they_went_in(made: Made) -> None:
    """Titles, places, topics and descriptions are the same in both programs as in the records."""
    for path, event, entry, _ in made.entries():
        off = {"cancelled": "Cancelled: ", "postponed": "Postponed: "}.get(event.standing, "")
        assert str(entry["summary"]) == off + str(event.title), path
        online = event.place.online if event.place else None
        places = [where for where in (place_name(made.catalogue, event), online) if where]
        assert str(entry.get("location", "")) == "; ".join(places), path
        assert str(event.summary) in str(entry["description"]), path
        topics = [str(made.catalogue.topics[topic].name) for topic in event.topics]
        assert [str(name) for name in entry["categories"].cats] == topics, path
        (other,) = _by_uid(vobject.readOne(made.files[path].decode()), event)
        for name in {"summary", "description", "location"} & set(other.contents):
            assert getattr(other, name).value == str(entry[name]), path
        assert other.categories.value == topics, path


@given(title=one_line, summary=words, why=words, city=one_line)
def test_any_words_come_back_as_they_went_in(
    catalogue: Catalogue, title: str, summary: str, why: str, city: str
) -> None:
    """Whatever an editor writes, no line is too long or breaks a character, and both programs read it."""
    changes = [{"what": "corrected", "on": "1 May 2026", "why": why}]
    event = event_of(title=title, summary=summary, changes=changes, place={"city": city})
    content = encode_calendars(only(catalogue, event), SITE)[ALL]
    assert line_faults(content) == []
    (entry,) = ICalendar.from_ical(content).events
    (other,) = vobject.readOne(content.decode()).contents["vevent"]
    told = f"Planned.\n\n{event.summary}\n\n{event.changes[0].why}\n\n"
    for said in (entry, {name: lines[0].value for name, lines in other.contents.items()}):
        assert str(said["summary"]) == str(event.title)
        assert str(said["location"]) == str(event.place and event.place.city)
        assert str(said["description"]).startswith(told)
        assert str(said["description"]).endswith(f"{SITE.url}events/one/")


@pytest.mark.parametrize("control", ["\r", "\r\n", "\x00", "\x0b", "\x85", "\u2028", "\u2029", "\n"])
def test_a_break_comes_no_further_than_the_record(control: str) -> None:
    """Whatever ends a line is refused where a title is read; no calendar gets it."""
    with pytest.raises(ValidationError, match=r"invisible (control character|line break)|over several lines"):
        event_of(title=f"one{control}two")


def test_every_line_is_short_whole_and_ended_as_the_standard_says(made: Made) -> None:
    """C2: CRLF everywhere, at most 75 octets a line (RFC 5545, section 3.1), no character cut in two."""
    found = {path: line_faults(content) for path, content in made.files.items()}
    assert {path: faults for path, faults in found.items() if faults} == {}


def test_every_topic_country_and_dated_event_has_its_calendar(made: Made) -> None:
    """The addresses are fixed, and there is no other file."""
    exact = [event for event in made.catalogue.events.values() if event.date and event.date.exact]
    assert set(made.files) == {
        ALL,
        *(f"calendar/topics/{id}.ics" for id in made.catalogue.topics),
        *(f"calendar/countries/{id}.ics" for id in made.catalogue.countries),
        *(f"events/{event.id}.ics" for event in exact),
    }


def test_a_calendar_carries_its_events_the_earliest_first(made: Made) -> None:
    """Each has what its topic or country has; a month or a quarter is in none of them (C6)."""
    exact = [event for event in made.catalogue.events.values() if event.date and event.date.exact]
    for path, content in made.files.items():
        kind, id = path.removesuffix(".ics").split("/")[-2:]
        uids = [str(entry["uid"]) for entry in ICalendar.from_ical(content).events]
        assert set(uids) == {event.uid for event in exact if path == ALL or id in _groups(event)[kind]}, path
        assert len(uids) == len(set(uids)), path
        dates = [str(entry["dtstart"].to_ical())[:10] for entry in ICalendar.from_ical(content).events]
        assert dates == sorted(dates), path


def test_empty_calendars_are_there_and_can_be_read(catalogue: Catalogue) -> None:
    """Whoever subscribes before anything is planned gets a calendar with a component in it (3.6)."""
    files = encode_calendars(only(catalogue), SITE)
    assert set(files) == {calendar.path for calendar in calendars(catalogue)}
    for content in files.values():
        inside = ICalendar.from_ical(content).subcomponents
        assert [component.name for component in inside] == ["VTIMEZONE"]
        assert vobject.readOne(content.decode()).validate(raiseException=True)
        assert line_faults(content) == []


def test_a_uid_is_that_of_the_record_and_says_nothing(made: Made) -> None:
    """C1: the same in every file that has the event, opaque, and once in each."""
    for path, event, entry, _ in made.entries():
        uid = str(entry["uid"])
        assert uid == event.uid
        assert UID.fullmatch(uid)
        assert made.files[path].count(f"UID:{uid}\r\n".encode()) == 1


@pytest.mark.parametrize(
    ("id", "stamp"),
    [
        ("event-0", "20261206T000000Z"),  # its last change
        ("event-1", "20250801T000000Z"),  # its newest document
        ("salt-day-2027", "20260304T000000Z"),  # when the ledger says that calendars got it
    ],
)
def test_stamps_come_from_content(folder: Path, id: str, stamp: str) -> None:
    """C1: DTSTAMP and LAST-MODIFIED are when the entry was last changed, never the clock's."""
    text = made_of(folder).files[f"events/{id}.ics"].decode()
    assert f"\r\nDTSTAMP:{stamp}\r\nLAST-MODIFIED:{stamp}\r\nSEQUENCE:0\r\n" in text


@pytest.mark.parametrize("clock", [datetime(1999, 12, 31, 23, tzinfo=UTC), datetime(2038, 1, 20, tzinfo=UTC)])
def test_the_clock_changes_no_byte(made: Made, clock: datetime) -> None:
    """C1: read and built at another moment, every byte is the same."""
    with time_machine.travel(clock):
        assert encode_calendars(load_catalogue(made.data), SITE) == made.files


def test_the_hash_seed_changes_no_byte(made: Made) -> None:
    """C4: two processes that order their sets otherwise write the same bytes, which are these."""
    said = set()
    for seed in ("1", "2"):
        command = [sys.executable, "-c", SEEDED, str(made.data)]
        env = {**os.environ, "PYTHONHASHSEED": seed}
        done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=True)
        said.add(done.stdout.strip())
    assert said == {sha256(repr(list(made.files.items())).encode()).hexdigest()}


def test_whole_days_end_on_the_day_after_the_last(made: Made) -> None:
    """C3: VALUE=DATE, and an end that is not a day of the event any more."""
    whole = [entry for entry in made.entries() if entry[1].starts is None or not _single(entry[1])]
    assert whole
    for path, event, _, lines in whole:
        if event.date:
            after = event.date.last + timedelta(days=1)
            assert _of(lines, "DTSTART") == [f"DTSTART;VALUE=DATE:{event.date.first:%Y%m%d}"], path
            assert _of(lines, "DTEND") == [f"DTEND;VALUE=DATE:{after:%Y%m%d}"], path


@pytest.mark.parametrize(
    ("id", "starts", "ends"),
    [
        ("event-0", "DTSTART;VALUE=DATE:20270502", ["DTEND;VALUE=DATE:20270504"]),  # no block over the night
        ("event-1", "DTSTART;VALUE=DATE:20271230", ["DTEND;VALUE=DATE:20280103"]),
        ("event-3", "DTSTART:20270409T013000Z", ["DTEND:20270409T090000Z"]),
        ("event-6", "DTSTART:20270510T150000Z", []),
        ("event-7", "DTSTART;VALUE=DATE:20280229", ["DTEND;VALUE=DATE:20280301"]),
    ],
)
def test_days_and_hours_are_those_of_the_record(folder: Path, id: str, starts: str, ends: list[str]) -> None:
    """C3, C4: worked out by hand, in the zone of the event, over the end of a year and a change of clocks."""
    text = made_of(folder).files[f"events/{id}.ics"].decode()
    lines = text.split("\r\n")
    assert (_of(lines, "DTSTART"), _of(lines, "DTEND")) == ([starts], ends)


def test_the_last_day_of_an_event_is_in_its_entry(folder: Path) -> None:
    """C3: whoever looks at the second day of an event of two days finds it there, hours known or not."""
    entry = ICalendar.from_ical(made_of(folder).files["events/reed-workshop-2027.ics"]).events[0]
    assert f"{entry.get('dtend', entry['dtstart']).dt:%Y-%m-%d}" >= "2027-03-04"


def test_moments_are_in_utc_and_no_zone_is_described(made: Made) -> None:
    """C4: every time ends in Z, without a zone beside it; a zone stands where no event does."""
    for path, content in [file for file in made.files.items() if b"BEGIN:VEVENT" in file[1]]:
        lines = content.decode().replace("\r\n ", "").split("\r\n")
        assert [line for line in lines if TIMED.match(line) and not line.endswith("Z")] == [], path
        assert [line for line in lines if ZONED.match(line)] == [], path


def test_a_calendar_invites_no_one(made: Made) -> None:
    """C5: no METHOD, ORGANIZER or ATTENDEE, so that no program answers or asks to accept."""
    for path, content in made.files.items():
        assert not re.search(rb"^(METHOD|ORGANIZER|ATTENDEE)\b", content, re.M), path


def test_the_state_of_an_entry_is_that_of_its_record(made: Made) -> None:
    """C6: what is called off stays and says so; what is planned for days is tentative."""
    for path, event, entry, _ in made.entries():
        assert str(entry["status"]) == STATUS[event.standing], path
        said = str(entry["description"]).startswith(f"{event.standing.capitalize()}.\n")
        assert said == (event.standing != "held"), path


def test_a_cancelled_event_stays_in_every_calendar_that_it_was_in(folder: Path) -> None:
    """C6: whoever has it in a calendar learns of it: all events, its topic, its country, its own file."""
    files = made_of(folder).files
    uid = f"UID:{uid_of('event-3')}\r\n".encode()
    places = {ALL, "calendar/topics/sand.ics", "events/event-3.ics"}
    assert {path for path, content in files.items() if uid in content} == places


def test_addresses_are_absolute_and_points_are_given_as_the_standard_says(made: Made) -> None:
    """C7: each entry leads to its page; GEO is latitude and longitude with a semicolon."""
    for path, event, _, lines in made.entries():
        assert _of(lines, "URL") == [f"URL:{SITE.url}events/{event.id}/"], path
        point = event.place.point if event.place else None
        exact = point and not point.approximate
        given = [f"GEO:{float(point.lat)};{float(point.lon)}"] if point and exact else []
        assert _of(lines, "GEO") == given, path


def test_calendars_say_their_name_and_how_often_to_ask(made: Made) -> None:
    """C7: in the words of the standard and of the programs before it; the file of one event says none."""
    by_path = {calendar.path: calendar for calendar in calendars(made.catalogue)}
    for path, content in made.files.items():
        lines = content.decode().replace("\r\n ", "").split("BEGIN:VEVENT")[0].split("\r\n")
        asked = [line for line in lines if line.startswith(("REFRESH", "X-PUBLISHED", "SOURCE"))]
        own = [f"SOURCE;VALUE=URI:{SITE.url}{path}", *REFRESH]
        assert sorted(asked) == (sorted(own) if path in by_path else []), path
        if path in by_path:
            read = ICalendar.from_ical(content)
            title = f"{SITE.title}: {by_path[path].title}"
            assert str(read["name"]) == str(read["x-wr-calname"]) == title
            assert str(read["url"]) == f"{SITE.url}events/"


def _groups(event: Event) -> dict[str, set[str | None]]:
    """Return the topics and countries whose calendars have an event, and its own file's name."""
    there = {*event.countries, event.place.country if event.place else None}
    return {"topics": {*event.topics}, "countries": there, "events": {event.id}}


def _single(event: Event) -> bool:
    return event.date is not None and event.date.single


def _by_uid(calendar: Any, event: Event) -> list[Any]:
    return [entry for entry in calendar.contents["vevent"] if entry.uid.value == event.uid]


def _of(lines: list[str], name: str) -> list[str]:
    return [line for line in lines if re.match(rf"{name}[:;]", line)]
