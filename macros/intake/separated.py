"""The text of a CSV file -> its rows, by the separator that its first row shows."""

import csv
import re
from collections.abc import Iterator

from .decoding import Unreadable

SEPARATORS = {",": "commas", ";": "semicolons", "\t": "tabs"}
SAID = re.compile(r'"?sep=([,;\t])"?[\t,; ]*(?:\r\n|\r|\n|$)', re.IGNORECASE)
NOTHING = '\t,;" '
LINE = re.compile(r"[^\r\n]+(?:\r\n|\r|\n)?|\r\n|\r|\n")
MOST_LINES = 100_000
MOST_IN_ROW = 50_000
TOO_LONG = "close a quotation mark left open, or send only the table"
Row = tuple[int, list[str]]


class Broken(Unreadable):
    """Quotation marks that do not pair, as in text that is no table."""


def read_separated(text: str) -> tuple[str, Iterator[Row]]:
    """Return the name of the separator, and the rows that are not empty with their numbers.

    A row has the number that a spreadsheet shows, which is not its line: a cell may hold line breaks.
    """
    if "\0" in text:
        raise Unreadable("the file holds NUL bytes, which no text has; save it as CSV UTF-8 or as .xlsx")
    said = SAID.match(text)
    separator = said[1] if said else _separator(text)
    return SEPARATORS[separator], _rows(text[said.end() :] if said else text, separator)


def _separator(text: str) -> str:
    """Return the separator that finds most cells in the first row that is not empty."""
    return max(SEPARATORS, key=lambda separator: _width(text, separator))


def _width(text: str, separator: str) -> int:
    try:
        for _, cells in _rows(text, separator):
            if "".join(cells).strip(NOTHING):
                return len(cells)
    except Unreadable:
        return 0
    return 0


def _rows(text: str, separator: str) -> Iterator[Row]:
    lines = _Lines(text, separator)
    reader = csv.reader(lines, delimiter=separator, strict=True)
    number = 0
    while True:
        number += 1
        lines.begin_row(number)
        try:
            cells = [cell.strip() for cell in next(reader)]
        except StopIteration:
            return
        except csv.Error as error:
            raise Broken(_broken(number, str(error))) from error
        if any(cells):
            yield number, cells


class _Lines:
    """The lines of a text, for a reader of rows: raises before a row swells up, or rows go on and on."""

    def __init__(self, text: str, separator: str) -> None:
        self._lines = LINE.finditer(text)
        self._separator = separator
        self.begin_row(1)

    def begin_row(self, number: int) -> None:
        """Begin to count for a row."""
        self._row, self._count = number, 0
        if number > MOST_LINES:
            raise Unreadable(f"the file has more than {MOST_LINES:,} rows, most of them empty; delete those")

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self._lines)[0]
        self._count += line.count(self._separator) + 1
        if self._count > MOST_IN_ROW:
            raise Broken(f"row {self._row}: has more than {MOST_IN_ROW:,} lines or columns; {TOO_LONG}")
        return line


def _broken(number: int, error: str) -> str:
    if "expected after" in error:
        return f"row {number}: a quotation mark stands inside a cell in quotes; write it twice there"
    if "larger than" in error:
        return f"row {number}: a cell is far too long; shorten it, or close a quotation mark left open"
    return f"row {number}: a quotation mark is opened and never closed; close it"
