"""Dates as the documents give them: a day, month, quarter, half year or year, or a range of these."""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, total_ordering
from typing import Any, Literal

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from .base import problem

Precision = Literal["day", "month", "quarter", "half", "year"]
MONTHS_OF: dict[Precision, int] = {"month": 1, "quarter": 3, "half": 6, "year": 12}
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
MONTH_NUMBERS = {name.lower(): n for n, name in enumerate(MONTHS, 1)} | {
    name[:3].lower(): n for n, name in enumerate(MONTHS, 1)
}
HALVES = {"first": 1, "second": 2}
EXAMPLES = "22 September 2025, August 2026, Q3 2025, H1 2026, 2026, or two of these joined by 'to'"

YEAR = r"(?P<year>(?:19|20)\d\d)"
MONTH = rf"(?P<month>{'|'.join(MONTH_NUMBERS)})"
FORMS = [
    re.compile(form, re.IGNORECASE | re.ASCII)
    for form in (
        rf"{YEAR}-(?P<mm>\d\d)-(?P<day>\d\d)",
        rf"(?P<day>\d\d?) {MONTH} {YEAR}",
        rf"{YEAR}-(?P<mm>\d\d)",
        rf"{MONTH} {YEAR}",
        rf"Q(?P<quarter>[1-4]) {YEAR}",
        rf"{YEAR}-Q(?P<quarter>[1-4])",
        rf"H(?P<half>[12]) {YEAR}",
        rf"(?P<word>first|second) half of {YEAR}",
        YEAR,
    )
]
SEPARATORS = (r"\s+to\s+", r"\s*[–~/]\s*", r"\s*-\s*")


@dataclass(frozen=True, slots=True)
class Span:
    """One calendar unit: its first day and how long the unit is."""

    first: date
    precision: Precision

    @property
    def last(self) -> date:
        """Return the last day that belongs to the unit."""
        if self.precision == "day":
            return self.first
        month = self.first.month + MONTHS_OF[self.precision] - 1
        return date(self.first.year, month, calendar.monthrange(self.first.year, month)[1])

    @property
    def number(self) -> int:
        """Return which unit of its year this is, from 1: Q3 gives 3, the second half 2."""
        return (self.first.month - 1) // MONTHS_OF.get(self.precision, 1) + 1

    def __str__(self) -> str:
        year = self.first.year
        match self.precision:
            case "day":
                return f"{self.first.day} {MONTHS[self.first.month - 1]} {year}"
            case "month":
                return f"{MONTHS[self.first.month - 1]} {year}"
            case "quarter":
                return f"Q{self.number} {year}"
            case "half":
                return f"H{self.number} {year}"
            case _:
                return str(year)


@total_ordering
@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date no more exact than its document: from the start of one unit to the end of another."""

    start: Span
    end: Span

    @property
    def first(self) -> date:
        """Return the earliest day that it may mean."""
        return self.start.first

    @property
    def last(self) -> date:
        """Return the latest day that it may mean."""
        return self.end.last

    @property
    def exact(self) -> bool:
        """Return whether both ends are known to the day."""
        return self.start.precision == self.end.precision == "day"

    @property
    def single(self) -> bool:
        """Return whether it is one unit rather than a range."""
        return self.start == self.end

    def years(self) -> range:
        """Return every calendar year it touches."""
        return range(self.first.year, self.last.year + 1)

    def __str__(self) -> str:
        return str(self.start) if self.single else f"{self.start} to {self.end}"

    def __lt__(self, other: "PartialDate") -> bool:
        return self._order < other._order

    @property
    def _order(self) -> tuple[date, date, str, str]:
        """Return what dates sort by; the precisions put Q1 and January to March in a fixed order."""
        return self.first, self.last, self.start.precision, self.end.precision

    @classmethod
    def __get_pydantic_core_schema__(cls, _: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            partial_date_from, serialization=core_schema.plain_serializer_function_ser_schema(str)
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, _: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"type": ["string", "integer"], "description": f"A date as exact as its document: {EXAMPLES}"}


def partial_date_from(value: object) -> PartialDate:
    """Return the PartialDate that a text such as '7-8 July 2015' or 'Q3 2025 to Q2 2026' means.

    Raises PydanticCustomError with an editor's message where it means none.
    """
    if isinstance(value, PartialDate):
        return value
    if not isinstance(value, str):
        raise problem(f"must be a date in words: {EXAMPLES}")
    return parse_date(value)


@lru_cache(maxsize=4096)
def parse_date(text: str) -> PartialDate:
    """Return the PartialDate of a text; see partial_date_from."""
    words = " ".join(text.split())
    span = _span(words)
    if span:
        return PartialDate(span, span)
    found = next(_ranges(words), None)
    if found is None:
        raise problem(f"'{text}' is not a date; write {EXAMPLES}")
    if found.end.first < found.start.first or found.end.last < found.start.last:
        raise problem(f"'{text}' ends before it starts; change the order or the years")
    return found


def _ranges(words: str) -> Iterator[PartialDate]:
    for separator in SEPARATORS:
        sides = re.split(separator, words, flags=re.IGNORECASE)
        end = _span(sides[1]) if len(sides) == 2 else None
        if end is None:
            continue
        start = _span_with_tail(sides[0], sides[1])
        if start:
            yield PartialDate(start, end)


def _span_with_tail(side: str, other: str) -> Span | None:
    """Read '7' of '7-8 July 2015' with the words that it shares with the other side."""
    tail = other.split()
    for kept in range(len(tail)):
        shared = " ".join(tail[len(tail) - kept :])
        span = _span(f"{side} {shared}".strip())
        if span:
            return span
    return None


def _span(words: str) -> Span | None:
    match = next((m for form in FORMS if (m := form.fullmatch(words))), None)
    if match is None:
        return None
    got = match.groupdict()
    year = int(got["year"])
    if got.get("quarter"):
        return Span(date(year, 3 * int(got["quarter"]) - 2, 1), "quarter")
    if got.get("half") or got.get("word"):
        half = int(got.get("half") or HALVES[got["word"].lower()])
        return Span(date(year, 6 * half - 5, 1), "half")
    month = MONTH_NUMBERS[got["month"].lower()] if got.get("month") else int(got.get("mm") or 0)
    if not month and "mm" not in got:
        return Span(date(year, 1, 1), "year")
    try:
        first = date(year, month, int(got.get("day") or 1))
    except ValueError:
        raise problem(f"'{words}' is not in the calendar; check the day and the month (1 to 12)") from None
    return Span(first, "day" if got.get("day") else "month")
