"""The bytes of an XLSX file -> its parts, once its own list shows that nothing in it swells up."""

import io
import zipfile
import zlib

from .decoding import Unreadable

MOST_UNPACKED = 64 * 1024 * 1024
MOST_PARTS = 1_000
MOST_TIMES_PACKED = 200
SMALL = 1024 * 1024
PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
ENCRYPTED = 0x1
WORKBOOK = "xl/workbook.xml"
KEPT = (".xml", ".rels")
NO_WORKBOOK = "the file is a zip archive and no workbook; open it in a spreadsheet and save it as .xlsx"
DAMAGED = "the workbook is damaged; open it in a spreadsheet and save it again as .xlsx"


def unpack(content: bytes) -> dict[str, bytes]:
    """Return the XML parts of a workbook by their names; pictures and the like stay packed."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            listed = archive.infolist()
            _check(listed)
            parts = {part.filename: archive.read(part) for part in listed if _kept(part)}
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError) as error:
        raise error if isinstance(error, Unreadable) else Unreadable(DAMAGED) from error
    if WORKBOOK not in parts:
        raise Unreadable(NO_WORKBOOK)
    return parts


def repack(parts: dict[str, bytes]) -> io.BytesIO:
    """Return the parts as an archive whose list tells the truth, so that its reader can rely on it."""
    honest = io.BytesIO()
    with zipfile.ZipFile(honest, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    honest.seek(0)
    return honest


def _check(listed: list[zipfile.ZipInfo]) -> None:
    """Raise what the archive's own list gives away, before anything is unpacked."""
    if len(listed) > MOST_PARTS:
        raise Unreadable(f"the workbook has more than {MOST_PARTS:,} parts; save only the table as .xlsx")
    if sum(part.file_size for part in listed) > MOST_UNPACKED:
        most = MOST_UNPACKED // 1024 // 1024
        raise Unreadable(f"the workbook is larger than {most} MB unpacked; save only the table as .xlsx")
    if any(_swells(part) for part in listed):
        times = f"packed more than {MOST_TIMES_PACKED} times"
        raise Unreadable(f"a part of the workbook is {times}, which tables are not; save it again as .xlsx")
    if any(part.flag_bits & ENCRYPTED for part in listed):
        raise Unreadable("the workbook is protected; take its password off, and save it as .xlsx")
    if len({part.filename.casefold() for part in listed}) < len(listed):
        raise Unreadable(DAMAGED)


def _swells(part: zipfile.ZipInfo) -> bool:
    return part.file_size > SMALL and part.file_size > MOST_TIMES_PACKED * part.compress_size


def _kept(part: zipfile.ZipInfo) -> bool:
    return part.filename.casefold().endswith(KEPT) and part.compress_type in PACKINGS
