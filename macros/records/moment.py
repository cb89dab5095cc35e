"""Moments: a day, a time and a zone, as editors write them; compared and sent out as UTC."""

import re
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema

from .base import problem

FORM = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)(?:[T ](?P<time>\d\d:\d\d(?::\d\d)?) ?(?P<zone>Z|UTC|[+-]\d\d:\d\d)?)?",
    re.ASCII,
)
SCHEMA = "^[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(:[0-9]{2})? ?(Z|UTC|[+-][0-9]{2}:[0-9]{2})$"
EXAMPLE = "2027-03-01 09:00 +09:00"
ZONES = "+09:00 is Seoul and Tokyo, +08:00 Beijing and Ulaanbaatar, Z is UTC"
FURTHEST = timedelta(hours=14)


def moment_from(value: object) -> datetime:
    """Return the moment of a text such as '2027-03-01 09:00 +09:00'; the zone is never guessed.

    Raises PydanticCustomError with an editor's message where it is none.
    """
    if isinstance(value, datetime) and value.tzinfo:
        return value
    text = " ".join(value.split()) if isinstance(value, str) else ""
    match = FORM.fullmatch(text)
    if match is None:
        raise problem(f"must be a day, a time and a zone, such as {EXAMPLE}")
    if match["time"] is None:
        raise problem(f"'{text}' has no time; write both and a zone, such as {match['day']} 09:00 +09:00")
    if match["zone"] is None:
        raise problem(f"'{text}' has no time zone; write it after the time: {text} +09:00 ({ZONES})")
    return _moment(match)


def day_of(moment: datetime) -> date:
    """Return the day of a moment in UTC, by which browsers reckon too, whatever the zone of its clock."""
    return moment.astimezone(UTC).date()


def utc_words(moment: datetime) -> str:
    """Return a moment in UTC (RFC 3339): '2027-03-01T00:00:00Z'."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def spoken(moment: datetime) -> str:
    """Return a moment as editors write it, in its own zone: '2027-03-01 09:00 +09:00'."""
    zone = moment.strftime("%z")
    seconds = ":%S" if moment.second else ""
    return moment.strftime(f"%Y-%m-%d %H:%M{seconds} ") + (
        f"{zone[:3]}:{zone[3:]}" if zone != "+0000" else "Z"
    )


def _moment(match: re.Match[str]) -> datetime:
    try:
        moment = datetime.fromisoformat(f"{match['day']}T{match['time']}")
        zone = _zone(match["zone"])
        if zone is None or not 1990 <= moment.replace(tzinfo=zone).astimezone(UTC).year <= 2199:
            raise ValueError
    except (ValueError, OverflowError):
        raise problem(
            f"'{match[0]}' is no moment there can be; write one such as {EXAMPLE} ({ZONES})"
        ) from None
    return moment.replace(tzinfo=zone)


def _zone(words: str) -> timezone | None:
    """Return the zone of '+09:00' or 'Z', or None where no clock on Earth has it."""
    if words in ("Z", "UTC"):
        return UTC
    away = timedelta(hours=int(words[1:3]), minutes=int(words[4:]))
    fits = away <= FURTHEST and int(words[4:]) in (0, 30, 45)
    return timezone(-away if words[0] == "-" else away) if fits else None


Moment = Annotated[
    datetime,
    BeforeValidator(moment_from),
    WithJsonSchema(
        {
            "type": "string",
            "description": f"Day, time and zone: {EXAMPLE}",
            "pattern": SCHEMA,
        }
    ),
]
