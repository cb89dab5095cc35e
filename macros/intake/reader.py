"""A workbook (XLSX) on standard input -> the sheet that holds the projects, as JSON on standard output.

It runs as a program of its own, under limits: whatever a file makes of its reader ends with it. It imports
nothing of this package, so that it starts at once and that little can go wrong.
"""

import json
import posixpath
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any
from xml.etree import ElementTree
from xml.parsers import expat
from zipfile import ZipFile

from python_calamine import CalamineSheet, SheetTypeEnum, SheetVisibleEnum, load_workbook

MOST_MEMORY = 256 * 1024 * 1024
MOST_SECONDS = 10
MOST_CHARACTERS = 8_000_000
FARTHEST_ROW, FARTHEST_COLUMN = 10_000, 100
MOST_DIGITS = 15
ENCRYPTED = 0x1
WORKBOOK, RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
SIGN = re.compile(r"project name\W*", re.IGNORECASE)
POSITION = re.compile("([A-Z]{1,3})([0-9]{1,7})")
YES = ("1", "true")
Row = tuple[int, list[str]]
Value = int | float | str | bool | date | datetime | time | timedelta


class Refused(ValueError):
    """Why a workbook is not read: a word for it, and the cell that it is about, where it is about one."""

    def __init__(self, why: str, row: int = 0, column: int = 0) -> None:
        super().__init__(why)
        self.cell = (row, column)


class Marks:
    """What a sheet's own XML says beside its values: what is hidden, errors, cells far off."""

    def __init__(self, part: bytes) -> None:
        self.hidden_rows: set[int] = set()
        self.hidden_columns: set[int] = set()
        self.errors: list[tuple[int, int]] = []
        self._row = self._column = 0
        parser = expat.ParserCreate()
        parser.StartElementHandler = self._begin
        parser.StartDoctypeDeclHandler = _refuse
        parser.Parse(part, True)

    def visible(self, rows: Iterable[Row]) -> Iterator[Row]:
        """Yield the rows that are not hidden, with nothing in the columns that are."""
        for number, cells in rows:
            seen = ["" if place in self.hidden_columns else cell for place, cell in enumerate(cells, 1)]
            if number not in self.hidden_rows and any(seen):
                yield number, seen

    def _begin(self, tag: str, attributes: dict[str, str]) -> None:
        match tag.rpartition(":")[2]:
            case "row":
                self._row, self._column = int(attributes.get("r") or self._row + 1), 0
                if attributes.get("hidden") in YES:
                    self.hidden_rows.add(self._row)
            case "c":
                self._move(attributes.get("r"))
                shown = self._row not in self.hidden_rows and self._column not in self.hidden_columns
                if attributes.get("t") == "e" and shown:
                    self.errors.append((self._row, self._column))
            case "v" | "is" if self._row > FARTHEST_ROW or self._column > FARTHEST_COLUMN:
                raise Refused("far", self._row, self._column)
            case "col" if attributes.get("hidden") in YES:
                last = min(int(attributes["max"]), FARTHEST_COLUMN)
                self.hidden_columns.update(range(int(attributes["min"]), last + 1))

    def _move(self, said: str | None) -> None:
        """Follow a cell; one without a position follows the last."""
        if said is None:
            self._column += 1
            return
        position = POSITION.fullmatch(said)
        if position is None:
            raise Refused("damaged")
        self._row, self._column = int(position[2]), 0
        for letter in position[1]:
            self._column = self._column * 26 + ord(letter) - ord("A") + 1


def main() -> None:
    """Read a workbook under limits, and write what is found or why it is refused."""
    _bound()
    try:
        answer = read(sys.stdin.buffer.read())
    except Refused as refused:
        answer = {"why": str(refused), "cell": refused.cell}
    except MemoryError:
        answer = {"why": "large"}
    except BaseException:  # what fails in the reader's own language is no Exception
        answer = {"why": "damaged"}
    sys.stdout.buffer.write(json.dumps(answer, ensure_ascii=False).encode())


def read(content: bytes) -> dict[str, Any]:
    """Return the sheet that holds the projects: its name, its visible rows, and what is hidden.

    That is the first whose visible headings name projects, or else the first that is seen.
    """
    archive = _opened(content)
    paths = _paths(archive)
    first: dict[str, Any] | None = None
    with load_workbook(BytesIO(content)) as book:
        tables = [sheet for sheet in book.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet]
        seen = [sheet.name for sheet in tables if sheet.visible == SheetVisibleEnum.Visible]
        hidden = [sheet.name for sheet in tables if sheet.visible != SheetVisibleEnum.Visible]
        for name in seen:
            marks = Marks(archive.read(paths[name]))
            rows = list(_rows(book.get_sheet_by_name(name)))
            visible = list(marks.visible(rows))
            found: dict[str, Any] = {"name": name, "rows": visible, "errors": marks.errors, "sheets": hidden}
            found |= _left_out(rows, marks)
            if any(SIGN.fullmatch(cell) for _, cells in visible[:1] for cell in cells):
                return found
            first = first or found
    if first is None:
        raise Refused("hidden" if hidden else "empty")
    return first


def _bound() -> None:
    """Take a limit of memory and of time, where the system has them."""
    if sys.platform != "win32":
        import resource

        limits = {"AS": MOST_MEMORY, "CPU": MOST_SECONDS, "CORE": 0}
        for name, most in limits.items():
            with suppress(ValueError, OSError):
                resource.setrlimit(getattr(resource, f"RLIMIT_{name}"), (most, most))


def _opened(content: bytes) -> ZipFile:
    """Return the archive; one that two programs may read differently is damaged."""
    archive = ZipFile(BytesIO(content))
    parts = archive.infolist()
    if any(part.flag_bits & ENCRYPTED for part in parts):
        raise Refused("protected")
    if len({part.filename.casefold() for part in parts}) < len(parts):
        raise Refused("damaged")
    if WORKBOOK not in archive.namelist():
        raise Refused("no workbook")
    return archive


def _paths(archive: ZipFile) -> dict[str, str]:
    """Return the part that holds each sheet, by the sheet's name."""
    targets = {one["Id"]: one["Target"] for one in _elements(archive.read(RELATIONS), "Relationship")}
    return {
        sheet["name"]: posixpath.normpath(posixpath.join("/xl", targets[sheet["id"]])).lstrip("/")
        for sheet in _elements(archive.read(WORKBOOK), "sheet")
    }


def _elements(part: bytes, tag: str) -> Iterator[dict[str, str]]:
    """Yield the attributes of each element of a name; names are told without their spaces."""
    for element in ElementTree.fromstring(part).iterfind(f".//{{*}}{tag}"):  # noqa: S314 - under limits
        yield {key.rpartition("}")[2]: value for key, value in element.items()}


def _left_out(rows: Iterable[Row], marks: Marks) -> dict[str, list[int]]:
    """Return which hidden rows and columns hold something."""
    filled = dict(rows)
    columns = {place for cells in filled.values() for place, cell in enumerate(cells, 1) if cell}
    return {
        "hidden_rows": sorted(marks.hidden_rows & set(filled)),
        "hidden_columns": sorted(marks.hidden_columns & columns),
    }


def _rows(sheet: CalamineSheet) -> Iterator[Row]:
    before = [""] * (sheet.start[1] if sheet.start else 0)
    total = 0
    for number, values in enumerate(sheet.iter_rows(), 1):
        if values.count("") == len(values):
            continue
        cells = [_text(value).strip() for value in values]
        total += sum(map(len, cells))
        if total > MOST_CHARACTERS:
            raise Refused("full")
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


def _refuse(*_: object) -> None:
    raise Refused("damaged")


if __name__ == "__main__":
    main()
