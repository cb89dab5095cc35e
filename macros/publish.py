"""What emitters and the build return -> the disk; the only writer."""

import os
import shutil
from collections.abc import Callable, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

SEAL = 32  # bytes of a SHA-256
Keep = Callable[[str, Callable[[], bytes]], bytes]


def write_bytes(file: Path, content: bytes) -> bool:
    """Write a file whole, by way of one beside it; return whether that changed anything."""
    if file.is_file() and file.read_bytes() == content:
        return False
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = _beside(file)
    beside.write_bytes(content)
    beside.replace(file)
    return True


def append_entry(file: Path, content: bytes) -> None:
    """Add a file to the ledger, whole or not at all, even where the power fails."""
    file.parent.mkdir(exist_ok=True)
    beside = _beside(file)
    with beside.open("wb") as out:
        out.write(content)
        out.flush()
        os.fsync(out.fileno())
    beside.replace(file)


def clear_entries(folder: Path) -> None:
    """Remove what a publishing that was killed left beside the entries of the ledger."""
    for left in folder.glob(".*.new"):
        left.unlink()


def write_all(files: Mapping[Path, bytes]) -> None:
    """Write several files or none: all stand beside their places before the first takes its own.

    Where one cannot, or somebody stops it, all are put back as they were, and what stopped it is raised.
    """
    before = {file: file.read_bytes() if file.is_file() else None for file in files}
    beside = {file: _beside(file) for file in files}
    try:
        for file, content in files.items():
            file.parent.mkdir(parents=True, exist_ok=True)
            beside[file].write_bytes(content)
        for file in files:
            beside[file].replace(file)
    except BaseException:
        for file, old in before.items():
            with suppress(OSError):
                beside[file].unlink(missing_ok=True)
            with suppress(OSError):
                _put_back(file, old)
        raise


def _beside(file: Path) -> Path:
    """Return where a file is written before it takes its place: two commands at once have two such places."""
    return file.with_name(f".{file.name}.{os.getpid()}.new")


def _put_back(file: Path, old: bytes | None) -> None:
    if old is not None:
        write_bytes(file, old)
    elif file.is_file():
        file.unlink()


def kept(folder: Path) -> Keep:
    """Return a way to make something once: what stands whole in a folder under a name is not made again.

    Each file ends in the digest of what is before it, so that one that was cut or changed is made anew.
    """

    def keep(name: str, make: Callable[[], bytes]) -> bytes:
        file = folder / name
        held = file.read_bytes() if file.is_file() else b""
        content, seal = held[:-SEAL], held[-SEAL:]
        if not held or sha256(content).digest() != seal:
            content = make()
            write_bytes(file, content + sha256(content).digest())
        return content

    return keep


def swap_in(new: Path, site: Path) -> None:
    """Put a finished site where the last one stands; the last one goes only when the new one is there."""
    old = site.with_name(f".{site.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if site.exists():
        site.rename(old)
    new.rename(site)
    shutil.rmtree(old, ignore_errors=True)


def recover(site: Path) -> None:
    """Bring the last site back where a build was killed in the middle of the swap."""
    old = site.with_name(f".{site.name}.old")
    if old.exists() and not site.exists():
        old.rename(site)


def clear_unfinished(site: Path) -> Path:
    """Return an empty place beside the site for the next one, and remove what a killed build left there."""
    new = site.with_name(f".{site.name}.new")
    shutil.rmtree(new, ignore_errors=True)
    return new
