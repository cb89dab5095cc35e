"""Times of day and time zones: which there are, and that zones are the same on every machine."""

import json
import os
import subprocess
import sys
from datetime import datetime, time, timedelta
from importlib import resources
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from macros.records.clock import clock_from, zone_from, zone_named, zone_names

ROOT = Path(__file__).parents[2]
SUMMER = datetime(2027, 7, 1)
ELSEWHERE = """
import json
from datetime import datetime
from zoneinfo import ZoneInfo, available_timezones
from macros.records.clock import zone_from, zone_names
now = datetime(2027, 7, 1)
away = {"machine": ZoneInfo("Asia/Seoul"), "ours": zone_from("Asia/Seoul")}
said = {name: now.replace(tzinfo=zone).utcoffset().total_seconds() for name, zone in away.items()}
has = {"machine has": available_timezones(), "we have": zone_names()}
print(json.dumps({**said, **{name: "Asia/Nowhere" in names for name, names in has.items()}}))
"""
REGION = {
    "Asia/Ulaanbaatar": 8,
    "Asia/Shanghai": 8,
    "Asia/Seoul": 9,
    "Asia/Pyongyang": 9,
    "Asia/Tokyo": 9,
    "Europe/Moscow": 3,
    "America/New_York": -4,
    "UTC": 0,
}


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("09:30", time(9, 30)),
        ("9:30", time(9, 30)),
        ("00:00", time(0, 0)),
        ("0:00", time(0, 0)),
        ("23:59", time(23, 59)),
        (time(17, 0), time(17, 0)),
    ],
)
def test_a_time_of_day_is_hours_and_minutes(text: object, clock: time) -> None:
    """A clock of 24 hours is read, with or without the first nought."""
    assert clock_from(text) == clock


@pytest.mark.parametrize(
    "value",
    [
        "24:00", "25:00", "09:60", "9.30", "9", "930", "0930", "9:3", "09:30:00", "9:30 am", "09h30", "-9:30",
        " 09:30", "09:30\n", "０９:３０", "٠٩:٣٠", "0٩:30", "09:3٠", "09：30", "noon", "", None, 9, 9.5, 930,
        True, ["09:30"], {"09": "30"},
    ],
)  # fmt: skip
def test_what_is_no_time_of_day_is_refused_with_an_example(value: object) -> None:
    """Other ways of writing are told, with the value, and with one way that is right."""
    said = _refusal(clock_from, value)
    assert said == f"'{value}' is not a time of day; write hours and minutes, such as 09:30 or 17:00"


@given(st.times())
def test_every_minute_of_the_day_is_read_as_it_is_written(clock: time) -> None:
    """What a clock shows is what is known."""
    assert clock_from(clock.strftime("%H:%M")) == clock.replace(second=0, microsecond=0)


@given(st.text(max_size=8) | st.from_regex(r"\d{0,3}[:.h ]?\d{0,3}", fullmatch=True))
def test_any_text_is_a_time_of_day_or_is_refused_with_a_message(text: str) -> None:
    """No text breaks the reading, and what passes is a plain hour and minute."""
    try:
        said = clock_from(text).strftime("%H:%M")
    except PydanticCustomError as refused:
        said = refused.message()
    assert said == text.zfill(5) or said.startswith(f"'{text}' is not a time of day; ")


@pytest.mark.parametrize(("name", "hours"), REGION.items())
def test_zones_of_the_region_are_known(name: str, hours: int) -> None:
    """Each member State has its zone, and UTC is one."""
    zone = zone_from(name)
    assert zone.key == name
    assert SUMMER.replace(tzinfo=zone).utcoffset() == timedelta(hours=hours)


def test_every_zone_that_may_be_named_can_be_read() -> None:
    """The list of names and the files beside it are of one release."""
    assert len(zone_names()) > 400
    for name in zone_names():
        assert SUMMER.replace(tzinfo=zone_named(name)).utcoffset() is not None, name


def test_zones_are_those_of_the_lock_and_not_of_the_machine(tmp_path: Path) -> None:
    """On a machine whose Seoul is on UTC, and which alone has Asia/Nowhere, all is as on any other."""
    (tmp_path / "Asia").mkdir()
    utc = resources.files("tzdata").joinpath("zoneinfo", "UTC").read_bytes()
    for name in ("Seoul", "Nowhere"):
        (tmp_path / "Asia" / name).write_bytes(utc)
    env = {**os.environ, "PYTHONTZPATH": str(tmp_path)}
    command = [sys.executable, "-c", ELSEWHERE]
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == {"machine": 0, "ours": 9 * 3600, "machine has": True, "we have": False}


@pytest.mark.parametrize(
    ("wrong", "meant"),
    [
        ("Asia/Ulanbaatar", "Asia/Ulaanbaatar"),
        ("Asia/Seul", "Asia/Seoul"),
        ("asia/seoul", "Asia/Seoul"),
        ("Asia Tokyo", "Asia/Tokyo"),
        ("Ulaanbaatar", "Asia/Ulaanbaatar"),
        ("Ulan Bator", "Asia/Ulan_Bator"),
        ("Beijing", "Asia/Shanghai"),
        ("Istanbul", "Europe/Istanbul"),  # of two zones of one city, the same on every machine
        ("Nicosia", "Europe/Nicosia"),
        ("KST", "Asia/Seoul"),
        ("JST", "Asia/Tokyo"),
    ],
)
def test_a_misspelt_zone_is_refused_with_the_nearest(wrong: str, meant: str) -> None:
    """A slip of the pen finds its zone."""
    assert _refusal(zone_from, wrong) == f"'{wrong}' is not a time zone; did you mean '{meant}'?"


@pytest.mark.parametrize(
    "wrong", ["+09:00", "UTC+8", "GMT+8", "Etc/GMT-8", "EST", "", "../zones", "Asia", None, 9]
)
def test_what_is_no_zone_is_refused_with_those_of_the_region(wrong: object) -> None:
    """Abbreviations and offsets name no place; the message has names that do."""
    said = _refusal(zone_from, wrong)
    assert said.startswith(f"'{wrong}' is not a time zone; write one such as Asia/Ulaanbaatar, Asia/Shanghai")


@pytest.mark.parametrize("wrong", [["Asia/Seoul"], {"Asia": "Seoul"}])
def test_a_list_or_a_group_of_keys_is_no_zone(wrong: object) -> None:
    """A zone in brackets is told like any other, and stops no one's check with a traceback."""
    assert "is not a time zone" in _refusal(zone_from, wrong)


@given(st.text(max_size=20) | st.sampled_from(sorted(zone_names())).map(lambda name: name.replace("a", "o")))
@example("../zoneinfo/UTC")
@example("Asia/Seoul/")
@example("\x00")
def test_any_text_is_a_zone_or_is_refused_with_a_message(text: str) -> None:
    """No text breaks the reading or reaches a file that is no zone."""
    try:
        said = zone_from(text).key
    except PydanticCustomError as refused:
        said = refused.message()
    assert said.startswith(f"'{text}' is not a time zone; ") is (text not in zone_names())
    assert said == text or text not in zone_names()


def _refusal(read: object, value: object) -> str:
    assert callable(read)
    with pytest.raises(PydanticCustomError) as refused:
        read(value)
    return refused.value.message()
