"""The bytes of an XLSX file -> an honest copy of its XML parts, each looked at piece by piece on the way.

What the archive's list says is a claim: no part is unpacked beyond it, and one that is longer is damaged.
"""

import io
import zipfile
import zlib
from collections.abc import Callable, Iterator
from typing import Protocol

from .decoding import Unreadable

MOST_UNPACKED = 64 * 1024 * 1024
PIECE = 64 * 1024
MOST_PARTS = 1_000
MOST_TIMES_PACKED = 200
SMALL = 1024 * 1024
PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
ENCRYPTED = 0x1
WORKBOOK = "xl/workbook.xml"
KEPT = (".xml", ".rels")
NO_WORKBOOK = "the file is a zip archive and no workbook; open it in a spreadsheet and save it as .xlsx"
DAMAGED = "the workbook is damaged; open it in a spreadsheet and save it again as .xlsx"


class Listener(Protocol):
    """Hears a part of a workbook, piece by piece, and raises what it cannot bear."""

    def feed(self, piece: bytes) -> None:
        """Take the next piece."""

    def close(self) -> None:
        """Take note that there is no more."""


def copy(content: bytes, begin: Callable[[str], Listener]) -> io.BytesIO:
    """Return an archive of a workbook's XML parts alone, whose list tells the truth.

    Each part is told to the listener that begin gives for its name; pictures and the like are left out.
    """
    honest = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            listed = archive.infolist()
            _check(listed)
            kept = [part for part in listed if _kept(part)]
            with zipfile.ZipFile(honest, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as whole:
                for part in kept:
                    _copy(archive, part, whole, begin(part.filename))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError) as error:
        raise error if isinstance(error, Unreadable) else Unreadable(DAMAGED) from error
    if all(part.filename != WORKBOOK for part in kept):
        raise Unreadable(NO_WORKBOOK)
    honest.seek(0)
    return honest


def _copy(
    archive: zipfile.ZipFile, part: zipfile.ZipInfo, whole: zipfile.ZipFile, listener: Listener
) -> None:
    with archive.open(part) as packed, whole.open(part.filename, "w") as copied:
        for piece in _pieces(packed.read):
            listener.feed(piece)
            copied.write(piece)
    listener.close()


def _pieces(read: Callable[[int], bytes]) -> Iterator[bytes]:
    while piece := read(PIECE):
        yield piece


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
