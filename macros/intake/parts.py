"""The XML parts of a workbook -> what the reader of workbooks does not say: far cells, errors, whose part."""

import posixpath
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from xml.parsers import expat

from .archive import DAMAGED, WORKBOOK
from .decoding import Unreadable
from .sizes import Sizes

FARTHEST_ROW = 10_000
FARTHEST_COLUMN = 200
NUMBER = re.compile("[0-9]{1,7}")
POSITION = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
RELATIONS = "xl/_rels/workbook.xml.rels"
Visit = Callable[[str, dict[str, str]], None]
Heard = Callable[[str], None]


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
        elif name == "c" and said:
            self.row, self.column = _position(said)
        elif name == "c":
            self.column += 1

    def check(self) -> None:
        """Raise where a filled cell is so far off that a reader would run out of memory."""
        if self.row > FARTHEST_ROW or self.column > FARTHEST_COLUMN:
            raise Unreadable(f"cell {self} of a sheet is filled, far from any table; empty it")


def check_parts(parts: Mapping[str, bytes]) -> None:
    """Raise what no table has and readers choke on: entities, cells far off, and cells that hold too much."""
    sizes = Sizes()
    for part in parts.values():
        _check_part(part, sizes)
    sizes.check_shared()


def _check_part(part: bytes, sizes: Sizes) -> None:
    place = Place()
    sizes.begin_part()

    def begin(name: str, attributes: dict[str, str]) -> None:
        if name in ("row", "c"):
            place.move(name, attributes)
        elif name in ("v", "is"):
            place.check()
        sizes.begin(name, attributes)

    def end(name: str) -> None:
        sizes.end(name, str(place))

    _walk(part, begin, end, sizes.add)


def errors(part: bytes) -> list[Place]:
    """Return the places of the cells that hold an error instead of a value."""
    found: list[Place] = []
    place = Place()

    def visit(name: str, attributes: dict[str, str]) -> None:
        place.move(name, attributes)
        if name == "c" and attributes.get("t") == "e":
            found.append(replace(place))

    _walk(part, visit)
    return found


def part_of(sheet: str, parts: Mapping[str, bytes]) -> bytes:
    """Return the part that holds a sheet, by the sheet's name."""
    ids: dict[str, str] = {}
    targets: dict[str, str] = {}

    def visit(name: str, attributes: dict[str, str]) -> None:
        if name == "sheet":
            ids[attributes.get("name", "")] = attributes.get("id", "")
        elif name == "Relationship":
            targets[attributes.get("Id", "")] = attributes.get("Target", "")

    for part in (WORKBOOK, RELATIONS):
        _walk(parts.get(part, b""), visit)
    path = posixpath.normpath(posixpath.join("/xl", targets.get(ids.get(sheet, ""), ""))).lstrip("/")
    if path not in parts:
        raise Unreadable(DAMAGED)
    return parts[path]


def column_letters(number: int) -> str:
    """Return how a spreadsheet names a column by its number (from 1): A, Z, AA."""
    letters = ""
    while number:
        number, place = divmod(number - 1, 26)
        letters = chr(ord("A") + place) + letters
    return letters


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


def _walk(part: bytes, visit: Visit, leave: Heard | None = None, hear: Heard | None = None) -> None:
    """Call visit with each element's name and attributes, leave with its name, hear with its text.

    Names are told without their prefixes; an attribute without one goes before one with it.
    """
    parser = expat.ParserCreate("utf-8")

    def start(name: str, attributes: dict[str, str]) -> None:
        visit(_local(name), {**{_local(key): value for key, value in attributes.items()}, **attributes})

    def refuse(*_: object) -> None:
        raise Unreadable(DAMAGED)

    parser.StartElementHandler = start
    parser.StartDoctypeDeclHandler = refuse
    if leave and hear:
        parser.EndElementHandler = lambda name: leave(_local(name))
        parser.CharacterDataHandler = hear
    try:
        parser.Parse(part, True)
    except expat.ExpatError as error:
        raise Unreadable(DAMAGED) from error


def _local(name: str) -> str:
    return name.rpartition(":")[2]
