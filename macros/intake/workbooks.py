"""The bytes of an XLSX file -> the rows of the sheet that holds the projects, every cell a text.

A process of its own reads it, under limits of memory, of time and of what it may answer: a file that is made
to harm, or is damaged in whichever way, harms that process alone.
"""

import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from subprocess import DEVNULL, PIPE, Popen
from threading import Timer
from typing import Any

from . import reader
from .brief import shown
from .decoding import Unreadable
from .separated import Row

MOST_SECONDS = 30.0
MOST_ANSWERED = 64 * 1024 * 1024
AGAIN = "open it in a spreadsheet and save it"
ALONE = "save only the table as .xlsx"
SHOW = "show them there if they belong to the answer"
REFUSALS = {
    "damaged": f"the workbook is damaged; {AGAIN} again as .xlsx",
    "protected": "the workbook is protected; take its password off, and save it as .xlsx",
    "no workbook": f"the file is a zip archive and no workbook; {AGAIN} as .xlsx",
    "hidden": "every sheet of the workbook is hidden; show the one with the table, and save it again",
    "empty": "the workbook holds no sheet with cells; put the table into one",
    "far": "cell {cell} of a sheet is filled, far from any table; empty it",
    "full": f"the cells of the workbook hold more than {reader.MOST_CHARACTERS:,} characters; {ALONE}",
    "large": f"the workbook holds too much to be read, or its filled cells lie far apart; {ALONE}",
}
ERROR = "row {row}: cell {cell} holds an error such as #REF!; mend its formula or type the value"


@dataclass(frozen=True, slots=True)
class Sheet:
    """The sheet that holds the projects: its name, its rows with their numbers, what is left out."""

    name: str
    rows: list[Row]
    notes: tuple[str, ...]


def read_workbook(content: bytes, seconds: float = MOST_SECONDS, answered: int = MOST_ANSWERED) -> Sheet:
    """Return the sheet that holds the projects; what is hidden in the workbook is told and not read.

    seconds and answered (in bytes) bound what its reader may take and answer.
    """
    found = _answer(content, seconds, answered)
    if "why" in found:
        raise Unreadable(REFUSALS[found["why"]].format(cell=_cell(*found.get("cell", (0, 0)))))
    if errors := found["errors"]:
        raise Unreadable(*(ERROR.format(row=row, cell=_cell(row, column)) for row, column in errors))
    rows = [(number, cells) for number, cells in found["rows"]]
    return Sheet(found["name"], rows, tuple(_notes(found)))


def column_letters(number: int) -> str:
    """Return how a spreadsheet names a column by its number (from 1): A, Z, AA."""
    letters = ""
    while number:
        number, place = divmod(number - 1, 26)
        letters = chr(ord("A") + place) + letters
    return letters


def _answer(content: bytes, seconds: float, answered: int) -> dict[str, Any]:
    """Return what the reader answers; one that ends without an answer, or does not end, met its limits."""
    with tempfile.TemporaryFile() as given:
        given.write(content)
        given.seek(0)
        command = [sys.executable, "-I", reader.__file__]
        with Popen(command, stdin=given, stdout=PIPE, stderr=DEVNULL) as process:  # noqa: S603 - our own
            watch = Timer(seconds, process.kill)
            watch.start()
            try:
                answer = process.stdout.read(answered) if process.stdout else b""
            finally:
                watch.cancel()
                process.kill()
    try:
        found: dict[str, Any] = json.loads(answer)
    except ValueError:
        return {"why": "large"}
    return found


def _cell(row: int, column: int) -> str:
    return f"{column_letters(column)}{row}"


def _notes(found: dict[str, Any]) -> Iterator[str]:
    """Yield what is left out as it is hidden: who looked over the file before it was sent did not see it."""
    left_out = {
        "sheets": [f"'{shown(name)}'" for name in found["sheets"]],
        "rows": list(_ranges(found["hidden_rows"])),
        "columns": [column_letters(place) for place in found["hidden_columns"]],
    }
    for what, named in left_out.items():
        if named:
            yield f"hidden {what} are left out: {', '.join(named)}; {SHOW}"


def _ranges(numbers: Sequence[int]) -> Iterator[str]:
    """Yield numbers in order as people write them: 3, 5 to 9."""
    for _, run in groupby(enumerate(numbers), lambda pair: pair[1] - pair[0]):
        first, *others = (number for _, number in run)
        yield f"{first} to {others[-1]}" if others else str(first)
