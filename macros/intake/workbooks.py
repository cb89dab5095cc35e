"""The bytes of an XLSX file -> the rows of the sheet that holds the projects, every cell a text."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, load_workbook

from .archive import DAMAGED, copy
from .decoding import Unreadable
from .hidden import Row, hidden_notes, visible_rows, visible_sheets
from .parts import Parts, Place

SIGN = re.compile(r"project name\W*", re.IGNORECASE)
MOST_DIGITS = 15
Value = int | float | str | bool | date | datetime | time | timedelta


@dataclass(frozen=True, slots=True)
class Sheet:
    """The sheet that holds the projects: its name, its rows with their numbers, what is left out."""

    name: str
    rows: list[Row]
    notes: tuple[str, ...]


def read_workbook(content: bytes) -> Sheet:
    """Return the sheet that holds the projects; what is hidden in the workbook is told and not read."""
    parts = Parts()
    honest = copy(content, parts.begin)
    parts.close()
    try:
        with load_workbook(honest) as book:
            seen, hidden = visible_sheets(book.sheets_metadata)
            name, rows = _chosen(book, seen, parts)
    except CalamineError as error:
        raise Unreadable(DAMAGED) from error
    part = parts.of(name)
    if part.errors:
        raise Unreadable(*(_error(place) for place in part.errors))
    notes = tuple(hidden_notes(hidden, rows, part))
    return Sheet(name, list(visible_rows(rows, part)), notes)


def _chosen(book: CalamineWorkbook, names: Iterable[str], parts: Parts) -> tuple[str, list[Row]]:
    """Return the first sheet whose headings name projects, or else the first sheet."""
    first = None
    for name in names:
        rows = list(_rows(book.get_sheet_by_name(name)))
        headings = next(visible_rows(rows, parts.of(name)), (0, []))[1]
        if any(SIGN.fullmatch(cell) for cell in headings):
            return name, rows
        first = first or (name, rows)
    if first is None:
        raise Unreadable("the workbook holds no sheet with cells; put the table into one")
    return first


def _rows(sheet: CalamineSheet) -> Iterator[Row]:
    before = [""] * (sheet.start[1] if sheet.start else 0)
    for number, values in enumerate(sheet.iter_rows(), 1):
        cells = [_text(value).strip() for value in values]
        if any(cells):
            yield number, [*before, *cells]


def _text(value: Value) -> str:
    """Return a cell's value as people write it: 2015-07-07, 2015, 40.5, true."""
    match value:
        case bool():
            return str(value).lower()
        case int() | float():
            return _number(value)
        case datetime():
            return str(value.date()) if value.time() == time() else value.isoformat(" ", "seconds")
        case timedelta():
            minutes = round(value.total_seconds() / 60)
            return f"{minutes // 60}:{minutes % 60:02}"
        case _:
            return str(value)


def _number(value: float) -> str:
    """Return a number with the digits that a spreadsheet keeps, and no point where it is whole."""
    if abs(value) < 10**MOST_DIGITS and value == int(value):
        return str(int(value))
    return f"{value:.{MOST_DIGITS}g}"


def _error(place: Place) -> str:
    return f"row {place.row}: cell {place} holds an error such as #REF!; mend its formula or type the value"
