"""The texts of a workbook, as its parts are read -> whether its cells, each spelled out, hold too much.

A text that many cells share stands in a workbook once and would come out of it as often as it is shared.
"""

import re
from collections import Counter
from collections.abc import Mapping

from .archive import DAMAGED
from .decoding import Unreadable

MOST_CHARACTERS = 10_000
LONGEST_TEXT = 1_000_000
MOST_SPELLED_OUT = 8_000_000
MOST_CELLS = 150_000
MOST_ELEMENTS = 500_000
MOST_SHEETS = 50
NUMBER = re.compile("[0-9]{1,20}")
HOLDERS = ("si", "is", "v")
ALONE = "save only the table as .xlsx"
CELLS = f"the workbook has more than {MOST_CELLS:,} filled cells; {ALONE}"
ELEMENTS = (
    f"the workbook has more than {MOST_ELEMENTS:,} parts of rows and formats, "
    "as empty rows with formats have; copy the table alone into a new one"
)
SHEETS = f"the workbook has more than {MOST_SHEETS} sheets; {ALONE}"
SPELLED_OUT = f"the cells of the workbook hold more than {MOST_SPELLED_OUT:,} characters; {ALONE}"


class Sizes:
    """Counts what the cells of a workbook hold while its parts are read, and raises where it is too much."""

    def __init__(self) -> None:
        self._elements = 0
        self._counts: Counter[str] = Counter()
        self._texts: list[int] = []
        self._cells: Counter[int] = Counter()
        self._places: dict[int, str] = {}
        self._total = 0
        self.begin_part()

    def begin_part(self) -> None:
        """Begin with a part: its texts count from the first again."""
        self._here = 0
        self._holder = ""
        self._shared = False
        self._length = 0
        self._run = 0
        self._number: list[str] = []

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take note of an element that begins."""
        self._run = 0
        self._elements += 1
        if self._elements > MOST_ELEMENTS:
            raise Unreadable(ELEMENTS)
        if name == "c":
            self._shared = attributes.get("t") == "s"
        elif name == "sheet":
            self._bound(name, MOST_SHEETS, SHEETS)
        elif name in HOLDERS:
            self._bound("text" if name == "si" else "cell", MOST_CELLS, CELLS)
            if not self._holder:
                self._holder, self._length, self._number = name, 0, []

    def add(self, text: str, place: object) -> None:
        """Take note of characters; those outside of cells and of shared texts may only not run on and on."""
        self._run += len(text)
        if self._run > LONGEST_TEXT:
            raise Unreadable(f"a text at cell {place} of a sheet is {too_long(self._run)}")
        if self._holder:
            self._length += len(text)
            if self._shared and self._length <= MOST_CHARACTERS:
                self._number.append(text)

    def end(self, name: str, place: object) -> None:
        """Take note of an element that ends, in a cell of the sheet that is read."""
        self._run = 0
        if name != self._holder:
            return
        self._holder = ""
        if name == "si":
            self._keep_shared()
        elif name == "v" and self._shared:
            self._refer("".join(self._number).strip(), str(place))
        else:
            self._spell_out(self._length, str(place))

    def check_shared(self) -> None:
        """Raise where the shared texts come to too much in all the cells that name them."""
        for number, times in self._cells.items():
            if number < len(self._texts):
                self._spell_out(self._texts[number], self._places[number], times)

    def _bound(self, what: str, most: int, message: str) -> None:
        self._counts[what] += 1
        if self._counts[what] > most:
            raise Unreadable(message)

    def _keep_shared(self) -> None:
        """Keep the length of a shared text; if two parts hold such texts, the longer counts."""
        if self._here == len(self._texts):
            self._texts.append(0)
        self._texts[self._here] = max(self._texts[self._here], self._length)
        self._here += 1

    def _refer(self, number: str, place: str) -> None:
        if not number:
            return
        if not NUMBER.fullmatch(number):
            raise Unreadable(DAMAGED)
        self._cells[int(number)] += 1
        self._places.setdefault(int(number), place)

    def _spell_out(self, length: int, place: str, times: int = 1) -> None:
        if length > MOST_CHARACTERS:
            raise Unreadable(f"cell {place} of a sheet is {too_long(length)}")
        self._total += length * times
        if self._total > MOST_SPELLED_OUT:
            raise Unreadable(SPELLED_OUT)


def too_long(length: int) -> str:
    """Return what is said of a text that is too long."""
    return f"{length:,} characters long, and at most {MOST_CHARACTERS:,} are read; shorten it"
