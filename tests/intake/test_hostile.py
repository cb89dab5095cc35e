"""Files made to harm, or by mistake: each is refused with a sentence, at once and without much memory."""

import io
import random
import zipfile
from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.intake.decoding import Unreadable
from macros.intake.tables import read_table
from macros.intake.workbooks import read_workbook

from .workbooks import SHEET, Rows, archive, edited, lying, parts_of, shared, workbook

TABLE: dict[str, Rows] = {"P": [["Project name", "Start"], ["a", 2015]]}
BOOK = workbook(TABLE)
TOO_MUCH = "the workbook holds too much to be read, or its filled cells lie far apart; save only the table"
TWO_DIGITS = b"<v>2015<"
MB = 1024 * 1024


def _with_cell(cell: bytes) -> bytes:
    return edited(BOOK, SHEET, lambda xml: xml.replace(b"</sheetData>", cell + b"</sheetData>"))


def _with_declared_size(size: int) -> bytes:
    """Return a workbook whose list says another size for its sheet than there is."""
    content = bytearray(BOOK)
    entry = content.index(SHEET.encode(), content.index(b"PK\x01\x02")) - 46
    content[entry + 24 : entry + 28] = size.to_bytes(4, "little")
    return bytes(content)


def _with_row(cell: bytes) -> bytes:
    """Return a workbook with so many cells in a row that 9,999 letters in each are too many."""
    rows = b"".join(b'<row r="%d">%b</row>' % (number, cell % LETTERS[:9999]) for number in range(3, 3300))
    return _with_cell(rows)


def _loose(element: bytes) -> bytes:
    """Return more of an element than a workbook may have, so that it is not packed too tightly."""
    numbers = random.Random(1).sample(range(1 << 28), 250_001)  # noqa: S311 - nothing secret
    return b"".join(b"%b%x" % (element, number) for number in numbers)


def _encrypted() -> bytes:
    content = bytearray(BOOK)
    content[content.index(b"PK\x01\x02") + 8] |= 1
    return bytes(content)


BOMB = b"<!DOCTYPE w [<!ENTITY a 'x'>" + b"".join(
    b"<!ENTITY %c '%s'>" % (letter, b"&%c;" % (letter - 1) * 10) for letter in range(ord("b"), ord("k"))
)
LETTERS = b"%b" % bytes(random.Random(1).choices(range(65, 91), k=10_001))  # noqa: S311 - nothing secret
LONG = b'<row r="3"><c r="A3" t="inlineStr"><is><t>%b</t></is></c></row>' % (b"x" * 10_001)
HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "many bombs": (
        lambda: archive({f"{n}.xml": bytes(9 * MB) for n in range(8)}),
        "is a zip archive and no workbook",
    ),
    "declared small": (lambda: _with_declared_size(100), "the workbook is damaged"),
    "many parts": (
        lambda: archive({f"{n}.xml": b"" for n in range(1001)}),
        "is a zip archive and no workbook",
    ),
    "deep zip": (lambda: archive({"a.zip": archive({"b.zip": BOOK})}), "is a zip archive and no workbook"),
    "no zip": (lambda: b"PK\x03\x04 and nothing", "the workbook is damaged"),
    "empty zip": (lambda: archive({}), "is a zip archive and no workbook"),
    "truncated zip": (lambda: BOOK[: len(BOOK) // 2], "the workbook is damaged"),
    "protected part": (_encrypted, "the workbook is protected; take its password off"),
    "entity bomb": (
        lambda: edited(
            BOOK,
            SHEET,
            lambda xml: xml.replace(b"<worksheet", BOMB + b"]><worksheet").replace(TWO_DIGITS, b"<v>&j;<"),
        ),
        "the workbook is damaged",
    ),
    "last cell": (
        lambda: _with_cell(b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
        "cell XFD1048576 of a sheet is filled, far from any table; empty it",
    ),
    "last cell by order": (
        lambda: _with_cell(b'<row r="1048576"/><row><c r="GR9"/><c><v>1</v></c></row>'),
        "cell GS9 of a sheet is filled",
    ),
    "no cell": (lambda: _with_cell(b'<row r="9"><c r="ZZZZ99999999"><v>1</v></c></row>'), "is damaged"),
    "half a sheet": (lambda: edited(BOOK, SHEET, lambda xml: xml[:-100]), "the workbook is damaged"),
    "no such text": (
        lambda: edited(BOOK, SHEET, lambda xml: xml.replace(b"<v>0<", b"<v>99<")),
        "the workbook is damaged",
    ),
    "old workbook": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "an old or a protected"),
    "PDF": (lambda: b"%PDF-1.7 ...", "the file is a PDF"),
    "web page": (lambda: b"\xef\xbb\xbf\n<HTML><table>", "the file is a web page"),
    "picture": (lambda: b"\x89PNG\r\n\x1a\n", "the file is a picture"),
    "empty": (lambda: b"", "the file is empty"),
    "blank": (lambda: b" \r\n\r\n", "the file is empty"),
    "no text": (lambda: b",,,\r\n,,", "the file holds no cell with text"),
    "large file": (lambda: b"a," * (4 * MB) + b"aa", "the file is larger than 8 MB"),
    "large cell": (lambda: b'Summary,b\n"' + b"x" * (5 * MB) + b'",c', "row 2: a cell is far too long"),
    "large cell of a workbook": (
        lambda: _with_cell(LONG),
        "row 3: the cell under 'Project name' is 10,001 characters long, and at most 10,000 are read",
    ),
    "many rows": (lambda: b"a\n" + b"b\n" * 3_000, "the table has more than 1,000 rows"),
    "many rows of a workbook": (lambda: workbook({"P": [["a"]] * 3_000}), "more than 1,000 rows"),
    "many columns": (lambda: b",".join(b"%d" % n for n in range(101)), "the table has 101 columns"),
    "millions of columns": (
        lambda: b"a," * (4 * MB - 1) + b"a",
        "row 1: has more than 50,000 lines or columns",
    ),
    "much text": (lambda: b"a\n" + (b"x" * 6000 + b"\n") * 900, "more than 5,000,000 characters"),
    "a text shared": (lambda: shared(b"<t>%b</t>" % LETTERS[:9999], 4000), "hold more than 8,000,000"),
    "runs shared": (lambda: shared(b"<r><t>%b</t></r>" % LETTERS[:99] * 99, 4000), "more than 8,000,000"),
    "one long shared text": (
        lambda: shared(b"<t>%b</t>" % LETTERS, 1),
        "none of its columns is of the questionnaire",
    ),
    "a text shared behind another element": (
        lambda: shared(b"<v/><t>%b</t>" % LETTERS[:9999], 4000),
        "hold more than 8,000,000",
    ),
    "a text shared under two kinds": (
        lambda: shared(b"<t>%b</t>" % LETTERS[:9999], 4000, b't="s" x:t="n" xmlns:x="x"'),
        "hold more than 8,000,000",
    ),
    "texts in cells": (lambda: _with_row(b'<c t="inlineStr"><is><t>%b</t></is></c>'), "more than 8,000,000"),
    "results of formulas": (lambda: _with_row(b'<c t="str"><f>A1</f><v>%b</v></c>'), "more than 8,000,000"),
    "one long result": (
        lambda: _with_cell(b'<row r="3"><c r="B3" t="str"><f>A1</f><v>%b</v></c></row>' % LETTERS),
        "row 3: the cell under 'Start' is 10,001 characters long",
    ),
}
HARMLESS: dict[str, Callable[[], bytes]] = {
    "zip bomb": lambda: archive({**parts_of(BOOK), "xl/media/a.xml": bytes(60 * MB)}),
    "declared large": lambda: _with_declared_size(2**31),
    "many parts": lambda: archive({**parts_of(BOOK), **{f"{n}.xml": b"" for n in range(1001)}}),
    "one cell many times": lambda: _with_cell(b"<row>" + _loose(b'<c r="A9"><v>1</v></c>') + b"</row>"),
    "many sheets": lambda: workbook({**TABLE, **{f"S{n}": [] for n in range(99)}}),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_it_is_refused_with_a_sentence(name: str) -> None:
    """Each hostile file is refused by what is wrong with it, and in few words; test_memory holds the time."""
    make, sentence = HOSTILE[name]
    content = make()
    with pytest.raises(Unreadable) as raised:
        read_table(content)
    assert sentence in str(raised.value)
    assert all(len(problem) < 200 and problem.isprintable() for problem in raised.value.problems)


@pytest.mark.parametrize("name", HARMLESS)
def test_what_swells_in_parts_that_nobody_reads_does_no_harm(name: str) -> None:
    """The table is read as if the rest of the file were not there; test_memory holds what that takes."""
    table, plain = read_table(HARMLESS[name]()), read_table(BOOK)
    assert (table.headings, table.lines[0]) == (plain.headings, plain.lines[0])


@pytest.mark.parametrize("limit", [{"seconds": 0}, {"answered": 10}])
def test_a_reader_that_meets_a_limit_is_ended_and_told(limit: dict[str, int]) -> None:
    """One that takes too long, or answers too much, has no answer."""
    with pytest.raises(Unreadable, match=TOO_MUCH):
        read_workbook(BOOK, **limit)


def test_a_sheet_that_unpacks_to_more_than_the_limit_of_memory_is_told() -> None:
    """Its reader ends before the machine has less room for others."""
    with pytest.raises(Unreadable, match=TOO_MUCH):
        read_workbook(lying(BOOK, SHEET, (b" " * MB for _ in range(300)), 900))


def test_a_part_of_one_name_stands_once() -> None:
    """Two parts of one name, which programs read differently, are refused."""
    content = io.BytesIO(BOOK)
    with (
        zipfile.ZipFile(content, "a") as packed,
        pytest.warns(UserWarning, match="Duplicate name"),
    ):
        packed.writestr(SHEET, b"<worksheet/>")
    with pytest.raises(Unreadable, match="the workbook is damaged"):
        read_table(content.getvalue())


def test_an_empty_cell_far_off_does_no_harm() -> None:
    """A cell that only has a format, even in the last row, is not read."""
    book = _with_cell(b'<row r="1048576"><c r="XFD1048576" s="0"/></row>')
    assert read_table(book).lines == read_table(BOOK).lines


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    """No file makes the reading fail in another way."""
    with suppress(Unreadable):
        read_table(content)


@settings(max_examples=50, deadline=None)
@given(st.sampled_from(sorted(parts_of(BOOK))), st.data())
def test_a_workbook_with_a_byte_changed_is_read_or_refused(part: str, data: st.DataObject) -> None:
    """No change of a byte within a part makes the reading fail in another way."""
    whole = parts_of(BOOK)[part]
    place = data.draw(st.integers(0, len(whole) - 1))
    byte = data.draw(st.binary(min_size=1, max_size=1))
    with suppress(Unreadable):
        read_table(edited(BOOK, part, lambda xml: xml[:place] + byte + xml[place + 1 :]))
