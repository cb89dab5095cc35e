"""Workbooks for tests: written whole, or with one part replaced."""

import io
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
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


def shared(text: bytes, times: int, kind: bytes = b't="s"', number: bytes = b"0") -> bytes:
    """Return a workbook in which so many cells name one shared text, given as XML."""
    book = workbook({"P": [["Project name"]]})
    row = b'<row r="%d"><c r="A%d" %b><v>%b</v></c></row>'
    rows = b"".join(row % (place, place, kind, number) for place in range(2, times + 2))
    texts = b"<sst><si>%b</si></sst>" % text
    filled = edited(book, SHEET, lambda xml: xml.replace(b"</sheetData>", rows + b"</sheetData>"))
    return edited(filled, "xl/sharedStrings.xml", lambda _: texts)


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


def lying(content: bytes, part: str, pieces: Iterable[bytes], size: int) -> bytes:
    """Return a workbook one part of which is replaced by pieces, while its list says another size for it."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archived:
        with archived.open(part, "w") as written:
            for piece in pieces:
                written.write(piece)
        for name, whole in parts_of(content).items():
            if name != part:
                archived.writestr(name, whole)
    said = bytearray(packed.getvalue())
    for mark, name_at, size_at in ((b"PK\x03\x04", 30, 22), (b"PK\x01\x02", 46, 24)):
        entry = said.index(part.encode(), said.index(mark)) - name_at
        said[entry + size_at : entry + size_at + 4] = size.to_bytes(4, "little")
    return bytes(said)


def edited(content: bytes, part: str, edit: Callable[[bytes], bytes]) -> bytes:
    """Return a workbook with one of its parts changed."""
    parts = parts_of(content)
    return archive({**parts, part: edit(parts[part])})
