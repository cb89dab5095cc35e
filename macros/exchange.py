"""A finished site -> the place of the last one, in one step: readers find one or the other, always whole."""

import ctypes
import os
import re
import shutil
import sys
from errno import EINVAL, ENOSYS, ENOTSUP
from pathlib import Path

CALLS = {"linux": "renameat2", "darwin": "renamex_np"}  # two folders change places in one system call
CHANGE_PLACES, FROM_HERE = 2, -100  # RENAME_EXCHANGE and RENAME_SWAP; AT_FDCWD
UNKNOWN = (ENOSYS, EINVAL, ENOTSUP)


def place_of(site: Path) -> Path:
    """Return the folder that is exchanged: where 'site' is a link, the one that it leads to."""
    return Path(os.path.realpath(site))


def unfit_place(site: Path) -> str:
    """Return why no site can be put in a place, in a sentence, or nothing where one can."""
    place = place_of(site)
    if site.is_symlink() and not place.exists():
        return f"{site.name}: the link leads nowhere; make the folder {place}, or delete the link"
    if not place.exists():
        return ""
    if not place.is_dir():
        return f"{site.name}: a file is where the folder of the site is to be; move or delete it"
    if place.is_mount():
        return f"{site.name}: a mounted folder cannot be exchanged in one step; mount the folder above it"
    if not os.access(place, os.W_OK) or not os.access(place.parent, os.W_OK):
        return f"{site.name}: this folder and the one above it must be writable; see who may write to them"
    if site.is_symlink() and any(place.iterdir()) and not (place / "index.html").is_file():
        return (
            f"{site.name}: the link leads to a folder that is no site ({place}); empty it, or mend the link"
        )
    return ""


def begin(site: Path) -> Path:
    """Return a new, empty folder for the next site, and clear away what killed builds left.

    For who alone may build here now. The last site is brought back where one was killed between two steps.
    """
    place = place_of(site)
    left = sorted(_left(place))
    for old in left:
        if old.suffix == ".old" and not place.exists():
            old.rename(place)
        elif old.is_dir():
            shutil.rmtree(old, ignore_errors=True)
        else:
            old.unlink(missing_ok=True)
    new = place.with_name(f".{place.name}.{os.getpid()}.new")
    new.mkdir(parents=True)
    return new


def list_beside(new: Path) -> Path:
    """Return where the list of the files that a build means to write is kept while it runs."""
    return new.with_suffix(".list")


def missing_files(new: Path) -> tuple[list[str], int] | None:
    """Return which files of a new site are missing and how many were meant, or None where nobody told."""
    told = list_beside(new)
    if not told.is_file():
        return None
    meant = told.read_text(encoding="utf-8").split("\n")
    return [name for name in meant if not (new / name).is_file()], len(meant)


def abandon(new: Path) -> None:
    """Remove a new site that is not put in place, and its list."""
    shutil.rmtree(new, ignore_errors=True)
    list_beside(new).unlink(missing_ok=True)


def swap_in(new: Path, place: Path) -> None:
    """Put a new site in its place; what was there before is deleted.

    Where a system cannot exchange two folders in one step, there is no site for the instant between two.
    """
    if not place.exists():
        new.rename(place)
    elif change_places(new, place):
        shutil.rmtree(new, ignore_errors=True)
    else:
        old = new.with_suffix(".old")
        place.rename(old)
        try:
            new.rename(place)
        except OSError:
            old.rename(place)
            raise
        shutil.rmtree(old, ignore_errors=True)


def change_places(one: Path, other: Path) -> bool:
    """Let two folders change places in one step; return whether this system and its disk can do that."""
    name = CALLS.get(sys.platform)
    call = getattr(ctypes.CDLL(None, use_errno=True), name, None) if name else None
    if call is None:
        return False
    first, second = os.fsencode(one), os.fsencode(other)
    ends = (FROM_HERE, first, FROM_HERE, second) if name == "renameat2" else (first, second)
    if call(*ends, CHANGE_PLACES) == 0:
        return True
    wrong = ctypes.get_errno()
    if wrong in UNKNOWN:
        return False
    raise OSError(wrong, os.strerror(wrong), str(other))


def _left(place: Path) -> list[Path]:
    """Return what builds left beside a site; '.site.new' and '.site.old' are of former versions."""
    named = re.compile(rf"\.{re.escape(place.name)}\.(\d+\.)?(new|old|list)")
    beside = place.parent.iterdir() if place.parent.is_dir() else ()
    return [file for file in beside if named.fullmatch(file.name)]
