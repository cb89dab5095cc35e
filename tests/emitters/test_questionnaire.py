"""The questionnaire as a file: its headings and drop-downs, and that what is filled in can be imported."""

import csv
import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from xml.etree import ElementTree

import pytest
import time_machine

from macros.catalogue import Catalogue
from macros.catalogue.questionnaire import COLUMNS, vocabularies
from macros.emitters.questionnaire import CSV_PATH, HELP, SHEET, WORDS, XLSX_PATH, encode_questionnaire
from macros.intake.proposals import propose
from macros.intake.tables import read_table

from ..intake.questionnaires import as_csv, as_xlsx, row, rows

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
PLACE = re.compile(r"\$?([A-Z]+)\$?(\d+)")
HEADINGS_OF_XLSX = [
    *("Register id", "Project name*", "Summary*", "Kind", "Status", "Lead organization*"),
    *("Kind of lead organization", "Website of lead organization", "Implementing organizations"),
    *(
        "Funding organizations",
        "Partner organizations",
        "Countries 1*",
        "Countries 2",
        "Countries 3",
        "Places",
    ),
    *(
        "Latitude",
        "Longitude",
        "Coordinates are",
        "Activity areas 1*",
        "Activity areas 2",
        "Activity areas 3",
    ),
    *("Topics 1", "Topics 2", "Topics 3", "Start", "End", "Seeks 1", "Seeks 2", "Details of what it seeks"),
    *("Offers 1", "Offers 2", "Details of what it offers", "Website", "Date of answer"),
]
Cells = Mapping[str, str]


class Book:
    """An XLSX file as its own XML says it, without a library that reads spreadsheets."""

    def __init__(self, content: bytes) -> None:
        self.archive = zipfile.ZipFile(io.BytesIO(content))
        self.strings = [
            "".join(text.text or "" for text in item.iter(f"{MAIN}t"))
            for item in self.part("xl/sharedStrings.xml")
        ]
        sheets = self.part("xl/workbook.xml").iter(f"{MAIN}sheet")
        self.sheets = {sheet.attrib["name"]: number for number, sheet in enumerate(sheets, 1)}

    def part(self, name: str) -> ElementTree.Element:
        """Return a part of the file."""
        return ElementTree.fromstring(self.archive.read(name))  # noqa: S314 - made by our own test

    def sheet(self, name: str) -> ElementTree.Element:
        """Return a sheet."""
        return self.part(f"xl/worksheets/sheet{self.sheets[name]}.xml")

    def cells(self, name: str) -> Cells:
        """Return the texts of a sheet by their places."""
        found = self.sheet(name).iter(f"{MAIN}c")
        return {cell.attrib["r"]: self.strings[int(cell.findtext(f"{MAIN}v") or "")] for cell in found}

    def formats(self) -> list[str]:
        """Return the number format of each style: 49 is text."""
        styles = self.part("xl/styles.xml").find(f"{MAIN}cellXfs")
        assert styles is not None
        return [style.attrib["numFmtId"] for style in styles]


@pytest.fixture(scope="module")
def files(catalogue: Catalogue) -> dict[str, bytes]:
    """Return both forms of the questionnaire."""
    return encode_questionnaire(catalogue)


@pytest.fixture(scope="module")
def book(files: dict[str, bytes]) -> Book:
    """Return the workbook."""
    return Book(files[XLSX_PATH])


def test_the_csv_form_has_a_heading_for_each_question(files: dict[str, bytes]) -> None:
    """It begins with the mark by which Excel reads UTF-8."""
    text = files[CSV_PATH].decode("utf-8-sig")
    assert files[CSV_PATH].startswith(b"\xef\xbb\xbf")
    assert list(csv.reader(io.StringIO(text))) == [[column.heading for column in COLUMNS]]


def test_the_workbook_has_its_sheets_and_headings(book: Book) -> None:
    """A question with several words has a column for each; what is needed has a star."""
    assert list(book.sheets) == [SHEET, HELP, WORDS]
    assert list(book.cells(SHEET).values()) == HEADINGS_OF_XLSX


def test_drop_downs_hold_just_the_words_of_the_register(book: Book, catalogue: Catalogue) -> None:
    """Each column that keeps to words offers all of them, and no other column offers any."""
    words, expected = vocabularies(catalogue), {}
    for column in COLUMNS:
        for heading in HEADINGS_OF_XLSX:
            if column.words and re.fullmatch(rf"{column.heading}( \d)?\*?", heading):
                expected[heading] = list(words[column.words].labels.values())
    assert dict(_drop_downs(book)) == expected
    assert expected["Countries 3"] == ["Republic of Altan", "Sora Islands"]


def test_drop_downs_refuse_other_words(book: Book) -> None:
    """A word that is not of the list is stopped, not only warned of; an empty cell is allowed."""
    for rule in book.sheet(SHEET).iter(f"{MAIN}dataValidation"):
        if rule.attrib.get("type") == "list":
            assert rule.attrib.get("errorStyle", "stop") == "stop"
            assert rule.attrib["showErrorMessage"] == rule.attrib["allowBlank"] == "1"


def test_every_column_says_what_belongs_there(book: Book) -> None:
    """The words shown at a cell, and the sheet that explains, are those of the questionnaire."""
    rules = list(book.sheet(SHEET).iter(f"{MAIN}dataValidation"))
    assert {rule.attrib["prompt"] for rule in rules} == {column.help for column in COLUMNS}
    assert all(len(rule.attrib["promptTitle"]) <= 32 for rule in rules)
    told = book.cells(HELP)
    for number, column in enumerate(COLUMNS, 2):
        assert told[f"A{number}"].rstrip("*") == column.heading
        assert told[f"B{number}"] == column.help


def test_columns_take_what_is_typed_as_text(book: Book) -> None:
    """'March 2015' and '2015' stay what they are; Excel makes no days of them."""
    formats = book.formats()
    columns = [each for each in book.sheet(SHEET).iter(f"{MAIN}col") if each.attrib.get("style")]
    widths = [int(each.attrib["max"]) - int(each.attrib["min"]) + 1 for each in columns]
    assert sum(widths) == len(HEADINGS_OF_XLSX)
    assert {formats[int(each.attrib["style"])] for each in columns} == {"49"}


def test_the_same_register_gives_the_same_bytes(catalogue: Catalogue) -> None:
    """The day on which it is made leaves no trace."""
    with time_machine.travel("2027-01-01", tick=False):
        first = encode_questionnaire(catalogue)
    with time_machine.travel("2031-06-05 04:03:02", tick=False):
        assert encode_questionnaire(catalogue) == first


def test_the_empty_form_has_no_rows(files: dict[str, bytes]) -> None:
    """Help and words are no projects: the sheet of projects is the one that is read."""
    assert read_table(files[XLSX_PATH]).said == "XLSX, sheet 'Projects', 0 rows"
    assert read_table(files[CSV_PATH]).said == "CSV, UTF-8 with BOM, separated by commas, 0 rows"


def test_the_workbook_filled_in_is_accepted(book: Book, catalogue: Catalogue) -> None:
    """Under the workbook's own headings, with words from its own drop-downs, a row is as good as any."""
    said = row(countries=None, areas=None, topics=None, name="Filled in")
    filled = {_own(heading): value for heading, value in said.items()} | {
        "Countries 1*": "Sora Islands",
        "Countries 3": "Republic of Altan",
        "Activity areas 1*": "Planting & fencing",
        "Activity areas 2": "Teaching",
        "Topics 2": "Moving sand",
        "Seeks 1": "Partners",
        "Seeks 2": "Data",
    }
    intake = propose(catalogue, read_table(as_xlsx([filled], list(book.cells(SHEET).values()))))
    assert [(each.state, each.says) for each in intake.proposals] == [("new", ())]
    project = intake.projects["filled-in"]
    assert (project.countries, project.areas) == (("sora", "altan"), ("planting", "teaching"))
    assert (project.topics, [need.what for need in project.seeks]) == (("sand",), ["partners", "data"])


def test_every_word_of_the_drop_downs_is_understood(book: Book, catalogue: Catalogue) -> None:
    """Whatever is chosen from a list is accepted when it comes back."""
    for heading, labels in _drop_downs(book):
        for label in labels:
            (proposal,) = propose(
                catalogue, read_table(as_csv([_chosen(heading, label)], order=HEADINGS_OF_XLSX))
            ).proposals
            assert (proposal.state, proposal.says) == ("new", ()), (heading, label)


def test_the_csv_form_filled_in_is_accepted(files: dict[str, bytes], catalogue: Catalogue) -> None:
    """Twenty rows under its headings are twenty new projects."""
    (headings,) = csv.reader(io.StringIO(files[CSV_PATH].decode("utf-8-sig")))
    intake = propose(catalogue, read_table(as_csv(rows(20), order=headings)))
    assert [each.state for each in intake.proposals] == ["new"] * 20


def _own(heading: str) -> str:
    """Return a heading of the questionnaire as the workbook has it."""
    return f"{heading}*" if f"{heading}*" in HEADINGS_OF_XLSX else heading


def _chosen(heading: str, label: str) -> dict[str, object]:
    """Return a row in which one word is chosen."""
    said = {_own(name): value for name, value in row(countries=None, areas=None).items()}
    return {**said, "Countries 1*": "Altan", "Activity areas 1*": "Teaching", heading: label}


def _drop_downs(book: Book) -> Iterator[tuple[str, list[str]]]:
    """Yield each heading that has a drop-down, with the words in it."""
    headings, words = book.cells(SHEET), book.cells(WORDS)
    for rule in book.sheet(SHEET).iter(f"{MAIN}dataValidation"):
        if rule.attrib.get("type") != "list":
            continue
        first, last = rule.attrib["sqref"].split(":")
        column = PLACE.fullmatch(first)
        sheet, _, source = (rule.findtext(f"{MAIN}formula1") or "").partition("!")
        (letters, top), (same, bottom) = PLACE.findall(source)
        assert column
        assert (sheet, letters, top, last) == (WORDS, same, "2", f"{column[1]}1001")
        yield (
            headings[f"{column[1]}1"],
            [words[f"{letters}{number}"] for number in range(2, int(bottom) + 1)],
        )
        assert f"{letters}{int(bottom) + 1}" not in words
