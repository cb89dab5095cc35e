"""Workbooks for tests: written whole, or with one part replaced."""

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import xlsxwriter

SHEET = "xl/worksheets/sheet1.xml"
Rows = Sequence[Sequence[Any]]


def workbook(sheets: Mapping[str, Rows], **options: Any) -> bytes:
    """Return an XLSX file with these sheets; dates get a date's format."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"default_date_format": "yyyy-mm-dd", **options}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    return content.getvalue()


def archive(parts: Mapping[str, bytes]) -> bytes:
    """Return a zip archive of these parts."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, part in parts.items():
            packed.writestr(name, part)
    return content.getvalue()


def parts_of(content: bytes) -> dict[str, bytes]:
    """Return all parts of an archive."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def edited(content: bytes, part: str, edit: Callable[[bytes], bytes]) -> bytes:
    """Return a workbook with one of its parts changed."""
    parts = parts_of(content)
    return archive({**parts, part: edit(parts[part])})
