"""A value that is no thing (a text, a number, a date, an address) -> what is wrong with it, if anything."""

import json
import math
import re
from collections.abc import Callable, Collection
from contextlib import suppress
from datetime import date, datetime, time
from urllib.parse import urlsplit

from .terms import load_vocabulary

TEXTS = frozenset({"CssSelectorType", "PronounceableText", "Text", "XPathType"})
NOT_IN_AN_ADDRESS = re.compile(r'[\s<>"{}|\\^`\x00-\x1f\x7f]')
LIKE_AN_ADDRESS = re.compile(r"(https?:|mailto:|/|\.{1,2}/)\S*", re.IGNORECASE)
LIKE_A_MEMBER = re.compile(r"https?://schema\.org/\S*")
LIKE_A_DATE = re.compile(r"\d{4}-\d\d-\d\d(T[^/]*)?", re.ASCII)
CLOCK = r"\d\d:\d\d(:\d\d(\.\d{1,6})?)?"
OFFSET = r"(Z|[+-]\d\d:\d\d)"
DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?", re.ASCII)
DATE_TIME = re.compile(rf"\d{{4}}-\d\d-\d\dT{CLOCK}{OFFSET}", re.ASCII)
TIME = re.compile(rf"{CLOCK}{OFFSET}?", re.ASCII)
DURATION = re.compile(
    r"P(?=\d|T)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?", re.ASCII
)
MEASURE = re.compile(r"\d+(\.\d+)? \S.*", re.ASCII)


def literal_fault(value: object, ranges: Collection[str]) -> str | None:
    """Return what is wrong with a value of a property that takes some ranges; nothing is None."""
    match value:
        case None:
            return "is null."
        case list():
            return "is a list in a list."
        case str():
            return _string_fault(value, ranges)
        case bool():
            fits = "Boolean" in ranges
        case int() | float():
            fits = _is_number(value, ranges)
        case _:
            fits = False
    return None if fits else f"{shown(value)} does not fit, it takes {named(ranges)}."


def is_absolute(address: object, others: Collection[str] = ("mailto",)) -> bool:
    """Tell whether an address says by itself where it leads, by http or by one of some other schemes."""
    if not isinstance(address, str) or NOT_IN_AN_ADDRESS.search(address):
        return False
    with suppress(ValueError):
        parts = urlsplit(address)
        if parts.scheme in {"http", "https"}:
            return bool(parts.hostname) and parts.port != 0
        return parts.scheme in others and bool(parts.path)
    return False


def shown(value: object) -> str:
    """Return a value as it stands in the document, cut when it is long."""
    text = json.dumps(value, ensure_ascii=False, default=repr)
    return text if len(text) <= 80 else f"{text[:79]}…"


def named(names: Collection[str]) -> str:
    """Return the names of types as words: 'Date or DateTime'."""
    *first, last = sorted(names) or ["nothing"]
    return f"{', '.join(first)} or {last}" if first else last


def _string_fault(value: str, ranges: Collection[str]) -> str | None:
    if not value.strip():
        return "is empty."
    vocabulary = load_vocabulary()
    enumerations = vocabulary.enumerations(ranges)
    if enumerations and "URL" not in ranges and LIKE_A_MEMBER.fullmatch(value):
        member = vocabulary.is_member(value, enumerations)
        return None if member else f"{shown(value)} is not a member of {named(enumerations)}."
    if "URL" in ranges and LIKE_AN_ADDRESS.fullmatch(value) and not is_absolute(value):
        return f"{shown(value)} is not an absolute address."
    if {"Date", "DateTime"}.intersection(ranges) and LIKE_A_DATE.fullmatch(value):
        if _is_date_time(f"{value}Z"):
            return f"{shown(value)} has no offset, such as +02:00 or Z."
        if not _is_date(value) and not _is_date_time(value):
            return f"{shown(value)} cannot be read as a date."
    if any(READERS[name](value) for name in READERS if name in ranges):
        return None
    return f"{shown(value)} does not fit, it takes {named(ranges)}."


def _is_number(value: float, ranges: Collection[str]) -> bool:
    if not math.isfinite(value):
        return False
    return "Number" in ranges or ("Integer" in ranges and value == int(value))


def _is_date(value: str) -> bool:
    """A year or a month is a date too, as good as its first day."""
    return bool(DATE.fullmatch(value)) and _reads(date.fromisoformat, value + "0000-01-01"[len(value) :])


def _is_date_time(value: str) -> bool:
    return bool(DATE_TIME.fullmatch(value)) and _reads(datetime.fromisoformat, value)


def _is_time(value: str) -> bool:
    return bool(TIME.fullmatch(value)) and _reads(time.fromisoformat, value)


def _is_duration(value: str) -> bool:
    return bool(DURATION.fullmatch(value))


def _is_measure(value: str) -> bool:
    return bool(MEASURE.fullmatch(value))


def _reads(parse: Callable[[str], object], value: str) -> bool:
    with suppress(ValueError):
        parse(value)
        return True
    return False


READERS: dict[str, Callable[[str], bool]] = {
    **dict.fromkeys(TEXTS, bool),
    "URL": is_absolute,
    "Date": _is_date,
    "DateTime": _is_date_time,
    "Time": _is_time,
    "Duration": _is_duration,
    **dict.fromkeys(("Distance", "Energy", "Mass"), _is_measure),
}
