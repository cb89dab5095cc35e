"""A file that somebody sent becomes a table, or sentences that say what to do."""

import csv
import io
import time
from collections.abc import Sequence
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.intake.brief import shown
from macros.intake.decoding import Unreadable
from macros.intake.tables import Line, read_table

from .workbooks import SHEET, edited, workbook

KEPT_BY = ("utf-8", "utf-8-sig", "utf-16", "gb18030", "cp932", "cp949", "cp1251")
SAID = {"utf-8-sig": "utf-8"}
WRITABLE = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12)
BODY = st.lists(st.tuples(WRITABLE, WRITABLE, WRITABLE), max_size=6)
HEADINGS = ("Project name", "Lead", "Start")


def _csv(rows: Sequence[Sequence[str]], separator: str = ",") -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=separator).writerows(rows)
    return out.getvalue()


def _expected(rows: list[tuple[str, str, str]]) -> list[Line]:
    stripped = [tuple(cell.strip() for cell in row) for row in rows]
    return [Line(number, cells) for number, cells in enumerate(stripped, 2) if any(cells)]


@given(BODY, st.sampled_from(KEPT_BY), st.sampled_from(",;\t"))
def test_csv_comes_back_cell_for_cell(rows: list[tuple[str, str, str]], codec: str, separator: str) -> None:
    """What csv writes is read again, in each encoding that can hold it and with each separator."""
    text = _csv([HEADINGS, *rows], separator)
    try:
        content = text.encode(codec)
        unchanged = content.decode(codec) == text
    except UnicodeError:
        return
    if unchanged:
        table = read_table(content, SAID.get(codec, codec))
        assert (table.headings, list(table.lines)) == (HEADINGS, _expected(rows))


@settings(max_examples=40, deadline=None)
@given(BODY)
def test_a_workbook_comes_back_cell_for_cell(rows: list[tuple[str, str, str]]) -> None:
    """What XlsxWriter writes is read again."""
    table = read_table(workbook({"Projects": [HEADINGS, *rows]}, strings_to_formulas=False))
    assert (table.headings, list(table.lines)) == (HEADINGS, _expected(rows))


def test_what_was_understood_is_said() -> None:
    """A person is told the format, the encoding, the separator or the sheet, and how many rows."""
    text = _csv([HEADINGS, ("沙漠化防治项目", "中国林业科学研究院", "2015")] * 1, ";")
    assert read_table(text.encode("gb18030")).said == "CSV, GB18030, separated by semicolons, 1 row"
    sheet = workbook({"Projects": [HEADINGS, *[("a", "b", "c")] * 200]})
    assert read_table(sheet).said == "XLSX, sheet 'Projects', 200 rows"


def test_the_separator_is_the_one_outside_quotes() -> None:
    """Commas within quoted headings do not make a file separated by commas."""
    table = read_table(b'"Name, short";"Lead, first, last"\r\nA;B\r\n')
    assert table.headings == ("Name, short", "Lead, first, last")


def test_a_said_separator_is_obeyed() -> None:
    """Excel's line sep=; is followed, and is no row."""
    table = read_table(b"sep=;\r\nName, short;Lead\r\na;b\r\n")
    assert (table.headings, table.lines) == (("Name, short", "Lead"), (Line(2, ("a", "b")),))


def test_rows_have_the_numbers_that_a_spreadsheet_shows() -> None:
    """A line break within a cell makes no row, an empty row counts and is left out."""
    table = read_table(b'\r\n,,\r\nName,Lead\r\n"a\r\nb",c\r\n\r\n;,\r\n , \r\nd\r\n')
    assert table.headings == ("Name", "Lead")
    assert table.lines == (Line(4, ("a\r\nb", "c")), Line(6, (";", "")), Line(8, ("d", "")))


def test_an_empty_column_at_the_end_is_no_column() -> None:
    """Separators after the last heading say nothing while nothing stands below them."""
    assert read_table(b"Name,Lead,,\na,b,,\n").lines == (Line(2, ("a", "b")),)


def test_an_empty_column_in_between_stays() -> None:
    """Two columns without headings are no matter while they are empty."""
    assert read_table(b"Name,,,Lead\na,,,b\n").lines == (Line(2, ("a", "", "", "b")),)


def test_headings_alone_are_a_table_without_rows() -> None:
    """A template that came back empty is told by its number of rows."""
    assert read_table(b"Name,Lead\n").said == "CSV, UTF-8, separated by commas, 0 rows"


def test_all_that_is_wrong_is_told_at_once() -> None:
    """Headings and rows that do not fit are gathered, each with its place."""
    content = ("Summary,lead,Lead,,\na,b,c,d\na\na,b,c,,e\n" + "x" * 10_001 + "\n").encode()
    with pytest.raises(Unreadable) as raised:
        read_table(content)
    assert raised.value.problems == (
        "the heading 'Lead' stands twice, in columns B and C; rename or delete one of them",
        "row 2: column D is filled and has no heading; give it one or empty it",
        "row 4: column E is filled and has no heading; give it one or empty it",
        "row 5: the cell under 'Summary' is 10,001 characters long, and at most 10,000 are read; shorten it",
    )


def test_of_very_many_problems_the_first_are_told() -> None:
    """A table in which every row is wrong ends in few sentences."""
    with pytest.raises(Unreadable) as raised:
        read_table(b"Summary\n" + b"a,b\n" * 900)
    assert raised.value.problems[19:] == (
        "row 21: column B is filled and has no heading; give it one or empty it",
        "and more",
    )


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b'Summary\na\n"b\nc\n', "row 3: a quotation mark is opened and never closed; close it"),
        (b'Summary\n"a"b"\n', "row 2: a quotation mark stands inside a cell in quotes; write it twice there"),
        (b"Name\na\0b\n", "the file holds NUL bytes"),
        ("Name".encode("utf-16-le"), "the file holds NUL bytes"),
    ],
)
def test_broken_csv_is_told_with_its_row(content: bytes, sentence: str) -> None:
    """Quotation marks that do not pair and bytes that no text has are refused."""
    with pytest.raises(Unreadable) as raised:
        read_table(content)
    assert str(raised.value).startswith(sentence)


def test_cells_are_texts_as_people_write_them() -> None:
    """Dates, numbers and truth values of a workbook lose what only a spreadsheet needs."""
    row = [date(2015, 7, 7), datetime(2015, 7, 7), datetime(2015, 7, 7, 9, 30), 2015.0, 40.5, 0.1 + 0.2, True]
    table = read_table(workbook({"P": ["ABCDEFG", row]}))
    texts = ("2015-07-07", "2015-07-07", "2015-07-07 09:30:00", "2015", "40.5", "0.3", "true")
    assert table.lines[0].cells == texts


def test_dates_counted_from_1904_are_right() -> None:
    """A workbook from an old Macintosh has the same dates."""
    book = workbook({"P": [["Name", "Start"], ["a", date(2015, 7, 7)]]}, date_1904=True)
    assert read_table(book).lines[0].cells == ("a", "2015-07-07")


def test_a_formula_gives_its_stored_result() -> None:
    """A formula is read as what it came to when the workbook was saved, and never computed."""
    book = edited(
        workbook({"P": [["Name"], [1]]}), SHEET, lambda xml: xml.replace(b"<v>1<", b"<f>6*7</f><v>42<")
    )
    assert read_table(book).lines[0].cells == ("42",)


def test_an_error_in_a_cell_is_told_with_its_place() -> None:
    """#REF! is no value: it is refused with its cell and its row."""
    book = workbook({"P": [["Name", "Start"], ["a", 1], ["b", 77]]})
    wrong = edited(
        book,
        SHEET,
        lambda xml: xml.replace(b'<c r="B3"><v>77<', b'<c r="B3" t="e"><v>#REF!<'),
    )
    with pytest.raises(Unreadable, match=r"^row 3: cell B3 holds an error such as #REF!; mend its formula"):
        read_table(wrong)


def test_the_sheet_with_projects_is_read() -> None:
    """The first sheet whose headings hold Project name is read, else the first one."""
    guide, projects = [["How to fill in"], ["x"]], [[], ["Country", "PROJECT NAME "], ["China", "b"]]
    assert read_table(workbook({"Guide": guide, "Here": projects})).said == "XLSX, sheet 'Here', 1 row"
    assert read_table(workbook({"Guide": guide, "Else": guide})).said == "XLSX, sheet 'Guide', 1 row"


def test_a_chart_is_no_sheet() -> None:
    """A workbook without a cell is refused."""
    with pytest.raises(Unreadable, match="the workbook holds no sheet with cells"):
        read_table(
            edited(workbook({"P": []}), "xl/workbook.xml", lambda xml: xml.replace(b"<sheet ", b"<x "))
        )


def test_messages_repeat_little_of_the_file() -> None:
    """A text of the file is shown on one line, without control characters, and cut at 60 characters."""
    assert shown("a\x1b[31m\r\n\u202eb") == "a [31m b"
    assert len(shown("x" * 1_000_000)) == 60


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_time_grows_with_the_rows_and_not_with_their_square(kind: str) -> None:
    """A questionnaire of a whole country is read at once."""

    def seconds(count: int) -> float:
        rows = [HEADINGS, *[("沙漠化防治项目", "中国林业科学研究院", "2015")] * count]
        content = _csv(rows).encode("gb18030") if kind == "csv" else workbook({"P": rows})
        begun = time.process_time()
        assert len(read_table(content).lines) == count
        return time.process_time() - begun

    assert min(seconds(1000) for _ in range(3)) < 30 * min(seconds(100) for _ in range(3))
