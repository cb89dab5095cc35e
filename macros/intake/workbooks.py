"""The bytes of an XLSX file -> the rows of the sheet that holds the projects, every cell a text."""

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetTypeEnum, load_workbook

from .archive import DAMAGED, repack, unpack
from .decoding import Unreadable
from .parts import Place, check_parts, errors, part_of

SIGN = re.compile(r"project name\W*", re.IGNORECASE)
MOST_DIGITS = 15
Row = tuple[int, list[str]]
Value = int | float | str | bool | date | datetime | time | timedelta


def read_workbook(content: bytes) -> tuple[str, list[Row]]:
    """Return the name of the sheet that holds the projects, and its rows with their numbers."""
    parts = unpack(content)
    check_parts(parts)
    try:
        with load_workbook(repack(parts)) as book:
            name, rows = _chosen(book)
    except CalamineError as error:
        raise Unreadable(DAMAGED) from error
    wrong = errors(part_of(name, parts))
    if wrong:
        raise Unreadable(*(_error(place) for place in wrong))
    return name, rows


def _chosen(book: CalamineWorkbook) -> tuple[str, list[Row]]:
    """Return the first sheet whose headings name projects, or else the first sheet."""
    first = None
    for sheet in book.sheets_metadata:
        if sheet.typ != SheetTypeEnum.WorkSheet:
            continue
        rows = list(_rows(book.get_sheet_by_name(sheet.name)))
        if rows and any(SIGN.fullmatch(cell) for cell in rows[0][1]):
            return sheet.name, rows
        first = first or (sheet.name, rows)
    if first is None:
        raise Unreadable("the workbook holds no sheet with cells; put the table into one")
    return first


def _rows(sheet: CalamineSheet) -> Iterator[Row]:
    for number, values in enumerate(sheet.to_python(skip_empty_area=False), 1):
        cells = [_text(value).strip() for value in values]
        if any(cells):
            yield number, cells


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
