"""What a workbook hides -> its rows without that, and the notes by which a person learns of it.

Who looked over the file before it was sent saw what is visible, so that alone is the answer.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from python_calamine import SheetMetadata, SheetTypeEnum, SheetVisibleEnum

from .brief import shown
from .decoding import Unreadable
from .parts import Part, column_letters

Row = tuple[int, list[str]]
SHOW = "show them there if they belong to the answer"
NO_SHEET = "every sheet of the workbook is hidden; show the one with the table, and save it again"


def visible_sheets(sheets: Iterable[SheetMetadata]) -> tuple[list[str], list[str]]:
    """Return the names of the sheets that a person sees, and of those that are hidden; charts are neither."""
    tables = [sheet for sheet in sheets if sheet.typ == SheetTypeEnum.WorkSheet]
    seen = [sheet.name for sheet in tables if sheet.visible == SheetVisibleEnum.Visible]
    hidden = [sheet.name for sheet in tables if sheet.visible != SheetVisibleEnum.Visible]
    if hidden and not seen:
        raise Unreadable(NO_SHEET)
    return seen, hidden


def visible_rows(rows: Iterable[Row], part: Part) -> Iterator[Row]:
    """Yield the rows that are not hidden, with nothing in the columns that are."""
    for number, cells in rows:
        if number in part.hidden_rows:
            continue
        seen = ["" if place in part.hidden_columns else cell for place, cell in enumerate(cells, 1)]
        if any(seen):
            yield number, seen


def hidden_notes(sheets: Iterable[str], rows: Iterable[Row], part: Part) -> Iterator[str]:
    """Yield which sheets, and which rows and columns that hold something, are left out as they are hidden."""
    named = ", ".join(f"'{shown(name)}'" for name in sheets)
    if named:
        yield f"hidden sheets are left out: {named}; {SHOW}"
    filled = dict(rows)
    hidden = sorted(part.hidden_rows & set(filled))
    if hidden:
        yield f"hidden rows are left out: {_ranges(hidden)}; {SHOW}"
    columns = {place for cells in filled.values() for place, cell in enumerate(cells, 1) if cell}
    letters = [column_letters(place) for place in sorted(part.hidden_columns & columns)]
    if letters:
        yield f"hidden columns are left out: {', '.join(letters)}; {SHOW}"


def _ranges(numbers: Sequence[int]) -> str:
    """Return numbers in order as people write them: 3, 5 to 9."""
    runs = (
        [number for _, number in run]
        for _, run in groupby(enumerate(numbers), lambda pair: pair[1] - pair[0])
    )
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]} to {run[-1]}" for run in runs)
