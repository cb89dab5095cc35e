"""Times of day and time zones, as editors write them: '09:30' and 'Asia/Ulaanbaatar'."""

import re
from datetime import time
from difflib import get_close_matches
from functools import cache
from importlib import resources
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import BeforeValidator, WithJsonSchema

from .base import problem

CLOCK = re.compile(r"(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)", re.ASCII)
OFFSET = re.compile(r"[+-]\d")
KNOWN_AS = {
    "kst": "Asia/Seoul",
    "jst": "Asia/Tokyo",
    "msk": "Europe/Moscow",
    "beijing": "Asia/Shanghai",
    "gmt": "UTC",
    "z": "UTC",
}
ZONE_EXAMPLES = (
    "Asia/Ulaanbaatar, Asia/Shanghai, Asia/Seoul, Asia/Pyongyang, Asia/Tokyo, Europe/Moscow or UTC"
)


def clock_from(value: object) -> time:
    """Return the time of day of a text such as '09:30', on a clock of 24 hours.

    Raises PydanticCustomError with an editor's message where it is none.
    """
    if isinstance(value, time):
        return value
    match = CLOCK.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        raise problem(f"'{value}' is not a time of day; write hours and minutes, such as 09:30 or 17:00")
    return time(int(match["hour"]), int(match["minute"]))


def zone_from(value: object) -> ZoneInfo:
    """Return the time zone of a name of the IANA database, such as 'Asia/Ulaanbaatar'.

    Raises PydanticCustomError with an editor's message where there is none of that name.
    """
    if isinstance(value, ZoneInfo):
        return value
    if not isinstance(value, str) or value not in zone_names():
        raise problem(f"'{value}' is not a time zone; {_meant(str(value))}")
    return zone_named(value)


@cache
def zone_names() -> frozenset[str]:
    """Return the names of the zones of places in the locked IANA database, such as Asia/Seoul, and UTC.

    Names such as EST or Etc/GMT+8 are left out: they are no place's, and some mean the reverse.
    """
    everything = resources.files("tzdata").joinpath("zones").read_text(encoding="utf-8").split()
    return frozenset({"UTC", *(name for name in everything if "/" in name and not name.startswith("Etc/"))})


@cache
def zone_named(name: str) -> ZoneInfo:
    """Return a zone from the locked IANA database, never from the machine's own, which may differ."""
    with resources.files("tzdata").joinpath("zoneinfo", *name.split("/")).open("rb") as file:
        return ZoneInfo.from_file(file, key=name)


def _meant(words: str) -> str:
    """Return what to write: the zone of a city or of a known abbreviation, else examples."""
    by_city = {name.rpartition("/")[2].replace("_", " ").casefold(): name for name in sorted(zone_names())}
    full = {name.casefold(): name for name in zone_names()}
    known = {**by_city, **full, **KNOWN_AS}
    asked = words.replace("_", " ").casefold()
    near = (
        [asked]
        if asked in known
        else get_close_matches(asked, known, n=1, cutoff=0.8)
        if len(asked) > 4
        else []
    )
    return (
        f"did you mean '{known[near[0]]}'?"
        if near and not OFFSET.search(words)
        else f"write one such as {ZONE_EXAMPLES}"
    )


Clock = Annotated[
    time,
    BeforeValidator(clock_from),
    WithJsonSchema(
        {"type": "string", "description": "A time of day: 09:30", "pattern": "^[0-9]?[0-9]:[0-9][0-9]$"}
    ),
]
Zone = Annotated[
    ZoneInfo,
    BeforeValidator(zone_from),
    WithJsonSchema({"type": "string", "description": "A time zone: Asia/Ulaanbaatar, Asia/Seoul, UTC"}),
]
