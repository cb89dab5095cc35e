"""The XML parts of a workbook -> what its reader does not say: errors, what is hidden, cells far off."""

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from .archive import DAMAGED, WORKBOOK
from .decoding import MOST_PROBLEMS, Unreadable
from .sizes import ALONE, Sizes
from .walking import Walk

FARTHEST_ROW = 10_000
FARTHEST_COLUMN = 100
MOST_PLACES = 1_200_000
APART = f"the filled cells of the sheets lie far apart; {ALONE}"
NUMBER = re.compile("[0-9]{1,7}")
POSITION = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
RELATIONS = "xl/_rels/workbook.xml.rels"
WANTED = frozenset(("row", "c", "col", "sheet", "Relationship"))
YES = ("1", "true")


@dataclass(slots=True)
class Place:
    """Where in a sheet the reading of its part has come to; a cell without a position follows the last."""

    row: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{column_letters(self.column)}{self.row}"

    def move(self, name: str, attributes: Mapping[str, str]) -> None:
        """Follow an element to the row or the cell that it begins."""
        said = attributes.get("r")
        if name == "row":
            self.row, self.column = _number(said) if said else self.row + 1, 0
        elif said:
            self.row, self.column = _position(said)
        else:
            self.column += 1

    def check(self) -> None:
        """Raise where a filled cell is so far off that a reader would run out of memory."""
        if self.row > FARTHEST_ROW or self.column > FARTHEST_COLUMN:
            raise Unreadable(f"cell {self} of a sheet is filled, far from any table; empty it")


@dataclass(slots=True)
class Part:
    """What a part shows: its hidden rows and columns, and the first cells with errors outside of those."""

    errors: list[Place] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    height: int = 0
    width: int = 0

    def reach(self, place: Place) -> None:
        """Take note of a filled cell; a reader makes room for all that lies before it."""
        self.height = max(self.height, place.row)
        self.width = max(self.width, place.column)


class Parts:
    """Looks at the parts of a workbook one by one, and raises what no table has and readers choke on."""

    def __init__(self) -> None:
        self._parts: dict[str, Part] = {}
        self._sizes = Sizes()
        self._ids: dict[str, str] = {}
        self._targets: dict[str, str] = {}

    def begin(self, name: str) -> Walk:
        """Return what is to be fed with the next part."""
        part = self._parts[name] = Part()
        place = Place()
        self._sizes.begin_part()

        def begin(element: str, attributes: Mapping[str, str]) -> None:
            if element in ("row", "c"):
                place.move(element, attributes)
                _note_cell(part, element, place, attributes)
            elif element in ("v", "is"):
                place.check()
                part.reach(place)
            elif element == "col":
                _note_columns(part, attributes)
            elif name in (WORKBOOK, RELATIONS):
                self._note_sheet(element, attributes)
            self._sizes.begin(element, attributes)

        return Walk(
            WANTED,
            begin,
            lambda element: self._sizes.end(element, place),
            lambda text: self._sizes.add(text, place),
        )

    def close(self) -> None:
        """Raise what only all parts together show."""
        if sum(part.height * part.width for part in self._parts.values()) > MOST_PLACES:
            raise Unreadable(APART)
        self._sizes.check_shared()

    def of(self, sheet: str) -> Part:
        """Return the part that holds a sheet, by the sheet's name."""
        target = self._targets.get(self._ids.get(sheet, ""), "")
        path = posixpath.normpath(posixpath.join("/xl", target)).lstrip("/")
        if path not in self._parts:
            raise Unreadable(DAMAGED)
        return self._parts[path]

    def _note_sheet(self, element: str, attributes: Mapping[str, str]) -> None:
        if element == "sheet":
            self._ids[attributes.get("name", "")] = attributes.get("id", "")
        elif element == "Relationship":
            self._targets[attributes.get("Id", "")] = attributes.get("Target", "")


def column_letters(number: int) -> str:
    """Return how a spreadsheet names a column by its number (from 1): A, Z, AA."""
    letters = ""
    while number:
        number, place = divmod(number - 1, 26)
        letters = chr(ord("A") + place) + letters
    return letters


def _note_cell(part: Part, element: str, place: Place, attributes: Mapping[str, str]) -> None:
    if element == "c" and attributes.get("t") == "e" and len(part.errors) <= MOST_PROBLEMS:
        if place.row not in part.hidden_rows and place.column not in part.hidden_columns:
            part.errors.append(replace(place))
    elif element == "row" and attributes.get("hidden") in YES and place.row <= FARTHEST_ROW:
        part.hidden_rows.add(place.row)


def _note_columns(part: Part, attributes: Mapping[str, str]) -> None:
    """Take note of the columns that are hidden."""
    first, last = (_number(attributes.get(end, "1")) for end in ("min", "max"))
    if attributes.get("hidden") in YES:
        part.hidden_columns.update(range(first, min(last, FARTHEST_COLUMN) + 1))


def _position(said: str) -> tuple[int, int]:
    matched = POSITION.fullmatch(said)
    if not matched:
        raise Unreadable(DAMAGED)
    column = 0
    for letter in matched[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(matched[2]), column


def _number(said: str) -> int:
    if not NUMBER.fullmatch(said):
        raise Unreadable(DAMAGED)
    return int(said)
