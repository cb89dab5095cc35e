"""What emitters and the build return -> the disk; the only writer."""

import shutil
from pathlib import Path


def write_bytes(file: Path, content: bytes) -> bool:
    """Write a file whole, by way of one beside it; return whether that changed anything."""
    if file.is_file() and file.read_bytes() == content:
        return False
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = file.with_name(f".{file.name}.new")
    beside.write_bytes(content)
    beside.replace(file)
    return True


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
