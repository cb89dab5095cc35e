"""What a workbook hides is no part of the answer: it is left out, and a person is told of it."""

import io
from collections.abc import Callable

import pytest
import xlsxwriter

from macros.catalogue import Catalogue
from macros.intake.decoding import Unreadable
from macros.intake.proposals import propose
from macros.intake.report import report_lines
from macros.intake.tables import Line, Table, read_table

from .questionnaires import as_xlsx, row
from .workbooks import SHEET, edited, workbook

HEADINGS = ["Project name", "Summary", "Status"]
SHOW = "show them there if they belong to the answer"


def _table(hide: Callable[[xlsxwriter.Workbook], None]) -> Table:
    """Return what is read of two sheets of projects, Old and New, once some of them is hidden."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content) as book:
        for name in ("Old", "New"):
            sheet = book.add_worksheet(name)
            rows = [HEADINGS, *([f"{name} {n}", f"About {n}", "Planned"] for n in range(2, 9))]
            for number, cells in enumerate(rows):
                sheet.write_row(number, 0, cells)
        hide(book)
    return read_table(content.getvalue())


def _numbers(table: Table) -> list[int]:
    return [line.number for line in table.lines]


@pytest.mark.parametrize("how", ["hide", "very_hidden"])
def test_a_hidden_sheet_that_comes_first_is_not_read(how: str) -> None:
    """The first sheet that a person sees is the answer, and the report names the one that is hidden."""

    def hide(book: xlsxwriter.Workbook) -> None:
        book.worksheets()[1].activate()
        book.worksheets()[1].set_first_sheet()
        getattr(book.worksheets()[0], how)()

    table = _table(hide)
    assert table.said == "XLSX, sheet 'New', 7 rows"
    assert table.lines[0] == Line(2, ("New 2", "About 2", "Planned"))
    assert table.notes == (f"hidden sheets are left out: 'Old'; {SHOW}",)


def test_a_workbook_whose_sheets_are_all_hidden_is_refused() -> None:
    """A file that shows nothing holds no answer."""
    shown = as_xlsx([row()])
    hidden = edited(shown, "xl/workbook.xml", lambda x: x.replace(b"<sheet ", b'<sheet state="hidden" '))
    with pytest.raises(Unreadable, match="every sheet of the workbook is hidden; show"):
        read_table(hidden)


def test_hidden_rows_are_left_out_and_told() -> None:
    """Whatever hid them, a filter or a hand; the others keep their numbers, and empty ones are not told."""

    def hide(book: xlsxwriter.Workbook) -> None:
        for number in (3, 5, 6, 7, 20):
            book.worksheets()[0].set_row(number - 1, None, None, {"hidden": True})

    table = _table(hide)
    assert _numbers(table) == [2, 4, 8]
    assert table.notes == (f"hidden rows are left out: 3, 5 to 7; {SHOW}",)


def test_hidden_columns_are_left_out_and_told() -> None:
    """What stands in a column that nobody saw is no answer to its question."""

    def hide(book: xlsxwriter.Workbook) -> None:
        book.worksheets()[0].set_column(1, 1, None, None, {"hidden": True})
        book.worksheets()[0].set_column(50, 60, None, None, {"hidden": True})

    table = _table(hide)
    assert table.lines[0].cells == ("Old 2", "", "Planned")
    assert table.notes == (f"hidden columns are left out: B; {SHOW}",)


def test_headings_above_the_hidden_ones_are_the_headings() -> None:
    """The first row that is seen has the headings, for the choice of the sheet too."""

    def hide(book: xlsxwriter.Workbook) -> None:
        book.worksheets()[0].set_row(0, None, None, {"hidden": True})

    assert _table(hide).said == "XLSX, sheet 'New', 7 rows"


@pytest.mark.parametrize("yes", [b"1", b"true"])
def test_an_error_that_is_hidden_is_no_matter(yes: bytes) -> None:
    """What is not read need not be mended, in whichever words the row is hidden."""
    book = workbook({"P": [["Project name", "Start"], ["a", 2015], ["b", 77]]})
    wrong = edited(book, SHEET, lambda x: x.replace(b'<c r="B3"><v>77<', b'<c r="B3" t="e"><v>#REF!<'))
    with pytest.raises(Unreadable, match="row 3: cell B3 holds an error such as #REF!"):
        read_table(wrong)
    hidden = edited(wrong, SHEET, lambda x: x.replace(b'<row r="3"', b'<row hidden="%b" r="3"' % yes))
    assert _numbers(read_table(hidden)) == [2]


def test_the_report_begins_with_what_was_left_out(catalogue: Catalogue) -> None:
    """The notes stand below how the file was read, before its rows."""
    said = as_xlsx([row(), row(name="Reed boats")])
    hidden = edited(said, SHEET, lambda xml: xml.replace(b'<row r="3"', b'<row hidden="1" r="3"'))
    assert list(report_lines(propose(catalogue, read_table(hidden))))[:3] == [
        "Read as XLSX, sheet 'Projects', 1 row.",
        f"note: hidden rows are left out: 3; {SHOW}",
        "row 2: new 'Reed roofs' -> data/projects/reed-roofs.yml",
    ]
