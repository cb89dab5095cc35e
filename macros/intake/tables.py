"""The bytes of a questionnaire that somebody sent, CSV or XLSX -> a bounded table of texts."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from .brief import shown
from .columns import NONE_KNOWN, question_of
from .decoding import MOST_PROBLEMS, Unreadable, decode
from .separated import Broken, Row, read_separated
from .workbooks import column_letters, read_workbook

MOST_BYTES = 8 * 1024 * 1024
MOST_ROWS = 1_000
MOST_COLUMNS = 100
MOST_CHARACTERS = 10_000
MOST_TOTAL = 5_000_000
AGAIN = "open it in a spreadsheet and save it as .xlsx"
ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
GUISES = {
    b"\xd0\xcf\x11\xe0": f"the file is an old or a protected spreadsheet; take its password off, {AGAIN}",
    b"%pdf": "the file is a PDF; ask for the table as .xlsx or CSV",
    b"\x89png": "the file is a picture; ask for the table as .xlsx or CSV",
    b"\xff\xd8\xff": "the file is a picture; ask for the table as .xlsx or CSV",
    b"gif8": "the file is a picture; ask for the table as .xlsx or CSV",
    b"<html": f"the file is a web page; {AGAIN}",
    b"<!doctype": f"the file is a web page; {AGAIN}",
    b"<?xml": f"the file is XML; {AGAIN}",
}


@dataclass(frozen=True, slots=True)
class Line:
    """A row: its number as a spreadsheet shows it, and a text for each heading."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """What a file holds: its headings, its rows, how it was understood, and what of it is left out."""

    headings: tuple[str, ...]
    lines: tuple[Line, ...]
    said: str
    notes: tuple[str, ...] = ()


def read_table(content: bytes, encoding: str | None = None) -> Table:
    """Return the table in a file; raise Unreadable with all that is wrong with it."""
    _check_kind(content)
    if content.startswith(ZIP):
        sheet = read_workbook(content)
        return _table(f"XLSX, sheet '{shown(sheet.name)}'", sheet.rows, sheet.notes)
    decoded = decode(content, encoding)
    separator, records = read_separated(decoded.text)
    return _table(f"CSV, {decoded.encoding}, separated by {separator}", records)


def _check_kind(content: bytes) -> None:
    if len(content) > MOST_BYTES:
        raise Unreadable(f"the file is larger than {MOST_BYTES // 1024 // 1024} MB; send it in several parts")
    if not content.strip():
        raise Unreadable("the file is empty; ask for it again")
    start = content[:1000].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    for guise, sentence in GUISES.items():
        if start.startswith(guise):
            raise Unreadable(sentence)


def _table(said: str, rows: Iterable[Row], notes: tuple[str, ...] = ()) -> Table:
    headings, lines = _filled(rows)
    wrong = chain(_wrong_headings(headings), _wrong_cells(headings, lines))
    problems = list(islice(wrong, MOST_PROBLEMS + 1))
    if problems:
        raise Unreadable(*problems) if _known(headings) else Unreadable(NONE_KNOWN)
    width = len(headings)
    padded = (Line(number, tuple(cells) + ("",) * (width - len(cells))) for number, cells in lines)
    count = f"{len(lines):,} row{'' if len(lines) == 1 else 's'}"
    return Table(tuple(headings), tuple(padded), f"{said}, {count}", notes)


def _filled(rows: Iterable[Row]) -> tuple[list[str], list[Row]]:
    """Return the headings and the rows below them; a file without a known heading is told as that alone."""
    filled: list[Row] = []
    try:
        filled.extend(_bounded(rows))
    except Broken as error:
        if filled and not _known(filled[0][1]):
            raise Unreadable(NONE_KNOWN) from error
        raise
    if not filled:
        raise Unreadable("the file holds no cell with text; ask for it again")
    return filled[0][1], filled[1:]


def _known(headings: Iterable[str]) -> bool:
    return any(map(question_of, headings))


def _bounded(rows: Iterable[Row]) -> Iterator[Row]:
    """Yield the rows without empty cells at their ends; raise as soon as there is too much of anything."""
    total = 0
    for count, (number, padded) in enumerate(rows):
        cells = _without_end(padded)
        total += sum(map(len, cells))
        if count > MOST_ROWS:
            raise Unreadable(f"the table has more than {MOST_ROWS:,} rows; send it in several files")
        if len(cells) > MOST_COLUMNS:
            columns = f"{len(cells):,} columns, and at most {MOST_COLUMNS} are read"
            raise Unreadable(f"row {number}: the table has {columns}; delete the rest")
        if total > MOST_TOTAL:
            raise Unreadable(f"the table has more than {MOST_TOTAL:,} characters; send it in several files")
        yield number, cells


def _without_end(cells: list[str]) -> list[str]:
    """Return the cells up to the last that is filled."""
    last = max((place for place, cell in enumerate(cells, 1) if cell), default=0)
    return cells[:last]


def _wrong_headings(headings: Sequence[str]) -> Iterator[str]:
    places: dict[str, int] = {}
    for place, heading in enumerate(headings, 1):
        if len(heading) > MOST_CHARACTERS:
            yield f"the heading of column {column_letters(place)} is {_too_long(len(heading))}"
        earlier = places.setdefault(heading.casefold(), place)
        if heading and earlier != place:
            both = f"columns {column_letters(earlier)} and {column_letters(place)}"
            yield f"the heading '{shown(heading)}' stands twice, in {both}; rename or delete one of them"


def _wrong_cells(headings: Sequence[str], lines: Sequence[Row]) -> Iterator[str]:
    nameless = [place for place, heading in enumerate(headings) if not heading]
    for number, cells in lines:
        for place in [*nameless, *range(len(headings), len(cells))]:
            if place < len(cells) and cells[place]:
                letters = column_letters(place + 1)
                yield f"row {number}: column {letters} is filled and has no heading; give it one or empty it"
                break
        for place, cell in enumerate(cells[: len(headings)]):
            if len(cell) > MOST_CHARACTERS:
                name = shown(headings[place]) or column_letters(place + 1)
                yield f"row {number}: the cell under '{name}' is {_too_long(len(cell))}"


def _too_long(length: int) -> str:
    return f"{length:,} characters long, and at most {MOST_CHARACTERS:,} are read; shorten it"
