"""What emitters and commands return -> the disk; the only writer of files."""

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path

from .settings import Keep

SEAL = 32  # bytes of a SHA-256
UNFINISHED = re.compile(r"\..+\.\d+\.new")


def write_bytes(file: Path, content: bytes) -> bool:
    """Write a file whole or not at all; return whether that changed anything.

    Raises OSError with the file's name where it cannot be written; nothing is left beside it then.
    """
    if file.is_file() and file.read_bytes() == content:
        return False
    with _beside(file) as beside:
        beside.write_bytes(content)
        beside.replace(file)
    return True


def write_site(folder: Path, documents: Iterable[tuple[str, bytes]]) -> list[str]:
    """Write each document of a site as it is made; return their addresses, in order.

    The folder is one that nobody reads yet: what is half written in it when something goes wrong is
    never put in place.
    """
    addresses = []
    for address, content in documents:
        file = folder / address
        with _named(file):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        addresses.append(address)
    return sorted(addresses)


def append_entry(file: Path, content: bytes) -> None:
    """Add a file to the ledger, whole or not at all, even where the power fails."""
    with _beside(file) as beside:
        with beside.open("wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        beside.replace(file)


def write_all(files: Mapping[Path, bytes], removed: Iterable[Path] = ()) -> None:
    """Write several files, and remove others, or none: all are written beside before the first is replaced.

    Where one cannot be, or the command is interrupted, all are put back, and the cause is raised.
    """
    gone = tuple(removed)
    before = {file: file.read_bytes() if file.is_file() else None for file in (*files, *gone)}
    try:
        for file, content in files.items():
            with _named(file):
                file.parent.mkdir(parents=True, exist_ok=True)
                _unfinished(file).write_bytes(content)
        for file in files:
            with _named(file):
                _unfinished(file).replace(file)
        for file in gone:
            file.unlink()
    except BaseException:
        _put_back(before)
        raise


def clear_unfinished_files(folder: Path, *, below: bool = True) -> None:
    """Remove what killed commands left beside the files of a folder; for who alone may write there now."""
    for left in folder.rglob(".*.new") if below else folder.glob(".*.new"):
        if UNFINISHED.fullmatch(left.name) and left.is_file():
            left.unlink(missing_ok=True)


@contextmanager
def _beside(file: Path) -> Iterator[Path]:
    """Give where a file is written before it is replaced; whatever goes wrong, nothing is left there."""
    beside = _unfinished(file)
    try:
        with _named(file):
            file.parent.mkdir(parents=True, exist_ok=True)
            yield beside
    except BaseException:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise


def _unfinished(file: Path) -> Path:
    return file.with_name(f".{file.name}.{os.getpid()}.new")


@contextmanager
def _named(file: Path) -> Iterator[None]:
    """Let an error name the file that was to be written: a full disk names none, others the one beside it."""
    try:
        yield
    except OSError as wrong:
        wrong.filename, wrong.filename2 = str(file), None
        raise


def _put_back(before: Mapping[Path, bytes | None]) -> None:
    """Put files back as they were; what is unfinished goes first, so that a full disk has room for them."""
    for file in before:
        with suppress(OSError):
            _unfinished(file).unlink(missing_ok=True)
    for file, old in before.items():
        with suppress(OSError):
            if old is not None:
                write_bytes(file, old)
            elif file.is_file():
                file.unlink()


def kept(folder: Path) -> Keep:
    """Return a cache in a folder: a file with an intact checksum at its end is not made again.

    Where it cannot be written, what was made is used all the same.
    """

    def keep(name: str, make: Callable[[], bytes]) -> bytes:
        file = folder / name
        held = file.read_bytes() if file.is_file() else b""
        content, seal = held[:-SEAL], held[-SEAL:]
        if not held or sha256(content).digest() != seal:
            content = make()
            with suppress(OSError):
                write_bytes(file, content + sha256(content).digest())
        return content

    return keep
