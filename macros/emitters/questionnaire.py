"""The questionnaire of the register -> the files to be filled in: CSV, and XLSX with drop-downs."""

import csv
from collections.abc import Iterator, Mapping
from datetime import datetime
from io import BytesIO, StringIO
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_col_to_name

from ..catalogue import Catalogue
from ..catalogue.questionnaire import COLUMNS, Column, Vocabulary, vocabularies
from ..palette import GREEN, GREEN_WASH, ON_GREEN

CSV_PATH, XLSX_PATH = "register/questionnaire.csv", "register/questionnaire.xlsx"
SHEET, WORDS, HELP = "Projects", "Words", "How to fill in"
ROWS = 1000
WIDE = {"summary": 50, "name": 36, "seeks_note": 36, "offers_note": 36}
WIDTH = 24
MADE = datetime(2026, 1, 1)  # a fixed day keeps the bytes the same
AS_TEXT = 49  # Excel's own number of the format @, by which 'March 2015' stays as it is typed
PROMPT = 255  # characters, the most that Excel shows


def encode_questionnaire(catalogue: Catalogue) -> dict[str, bytes]:
    """Return both forms of the questionnaire, by address."""
    return {CSV_PATH: _csv(), XLSX_PATH: _xlsx(vocabularies(catalogue), _asked(catalogue))}


def _csv() -> bytes:
    """Return the headings alone (RFC 4180), with a mark by which Excel reads UTF-8."""
    text = StringIO()
    csv.writer(text).writerow([column.heading for column in COLUMNS])
    return text.getvalue().encode("utf-8-sig")


def _asked(catalogue: Catalogue) -> str:
    """Return whom one may ask, in words; nothing where that is not told."""
    contact = catalogue.contact
    if contact is None:
        return ""
    ways = (catalogue.organizations[contact.organization].name, *contact.emails, contact.telephone)
    return ", ".join(str(way) for way in ways if way)


def _xlsx(words: Mapping[str, Vocabulary], asked: str) -> bytes:
    content = BytesIO()
    book = Workbook(content, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": "Register of projects: questionnaire", "created": MADE})
    styles = {
        "needed": book.add_format(
            {"bold": True, "bg_color": GREEN, "font_color": ON_GREEN, "text_wrap": True}
        ),
        "other": book.add_format({"bold": True, "bg_color": GREEN_WASH, "text_wrap": True}),
        "text": book.add_format({"text_wrap": True, "valign": "top", "num_format": AS_TEXT}),
    }
    sheet = book.add_worksheet(SHEET)
    _help(book.add_worksheet(HELP), styles, asked)
    ranges = _words(book.add_worksheet(WORDS), words, styles)
    for place, (column, heading) in enumerate(_headings()):
        sheet.write_string(0, place, heading, styles["needed" if column.needed else "other"])
        sheet.set_column(place, place, WIDE.get(column.key, WIDTH), styles["text"])
        sheet.data_validation(1, place, ROWS, place, _validation(column, ranges))
    sheet.freeze_panes(1, 2)
    book.close()
    return content.getvalue()


def _headings() -> Iterator[tuple[Column, str]]:
    """Yield each column of the sheet with its heading; one that takes several words stands several times."""
    for column in COLUMNS:
        for number in range(1, column.times + 1):
            mark = "*" if column.needed and number == 1 else ""
            yield (
                column,
                f"{column.heading} {number}{mark}" if column.times > 1 else f"{column.heading}{mark}",
            )


def _validation(column: Column, ranges: Mapping[str, str]) -> dict[str, Any]:
    """Return what a cell shows when it is chosen, and its drop-down where it keeps to words."""
    shown = {"input_title": column.heading[:32], "input_message": column.help[:PROMPT]}
    if not column.words:
        return {"validate": "any", **shown}
    wrong = {"error_title": column.heading[:32], "error_message": "Choose one of the words of the list."}
    return {"validate": "list", "source": ranges[column.words], **shown, **wrong}


def _words(sheet: Any, words: Mapping[str, Vocabulary], styles: Mapping[str, Any]) -> dict[str, str]:
    """Write the vocabularies side by side; return where the words of each stand."""
    ranges = {}
    for place, (name, vocabulary) in enumerate(words.items()):
        labels = list(vocabulary.labels.values())
        sheet.write_string(0, place, name.capitalize(), styles["other"])
        sheet.set_column(place, place, WIDTH)
        for row, label in enumerate(labels, 1):
            sheet.write_string(row, place, label)
        letter = xl_col_to_name(place, col_abs=True)
        ranges[name] = f"={WORDS}!{letter}$2:{letter}${len(labels) + 1}"
    return ranges


def _help(sheet: Any, styles: Mapping[str, Any], asked: str) -> None:
    """Write what belongs into each column."""
    lines = [("Column", "What belongs there"), *((c.heading + "*" * c.needed, c.help) for c in COLUMNS)]
    lines.append(("", "One project a row. Columns with * are needed. Put no formulas and no pictures."))
    if asked:
        lines.append(("Questions", asked))
    for row, (heading, words) in enumerate(lines):
        sheet.write_string(row, 0, heading, styles["other"])
        sheet.write_string(row, 1, words, styles["text"])
    sheet.set_column(0, 0, 32)
    sheet.set_column(1, 1, 80)
