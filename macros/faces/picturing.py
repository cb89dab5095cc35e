"""The command that makes a picture ready for the site: picture."""

import argparse
from pathlib import Path

from slugify import slugify

from ..emitters.pictures.ready import Ready, Unready, made_ready
from ..publish import write_bytes
from ..settings import Folders
from .speaking import say

LONGEST = 60  # characters of a name that is made of a file's own
ALT = "What it shows, for those who do not see it"


def picture(folders: Folders, options: argparse.Namespace) -> int:
    """Make a picture ready for the site, without what the camera noted, and put it into docs/pictures/."""
    file: Path = options.file
    if not file.is_file():
        say(f"there is no picture {file}; give the path of a file")
        return 1
    name = _name(options.name or file.stem)
    if not name:
        say(f"'{options.name or file.stem}' makes no name; give one with --name, such as --name forum-2026")
        return 1
    try:
        ready = made_ready(file)
    except Unready as wrong:
        say(f"{file.name} {wrong}")
        return 1
    target = folders.docs / "pictures" / f"{name}{ready.ending}"
    shown = target.relative_to(folders.root).as_posix()
    if target.exists():
        say(f"{shown} is there already; choose another name with --name")
        return 1
    write_bytes(target, ready.content)
    say(f"{shown} is written: {_size(ready.size, len(ready.content))}; {file.name} has {_was(file, ready)}.")
    say("In a record:", "picture:", f"  file: {name}{ready.ending}", f"  alt: {ALT}")
    say("In a page, by the way to it from there:", f"![{ALT}](pictures/{name}{ready.ending})")
    return 0


def _name(words: str) -> str:
    """Return a name that an address may have, of words in any script; a slash makes a folder."""
    parts = (slugify(part, max_length=LONGEST, word_boundary=True) for part in words.split("/"))
    return "/".join(part for part in parts if part)


def _was(file: Path, ready: Ready) -> str:
    return _size(ready.was, file.stat().st_size)


def _size(size: tuple[int, int], length: int) -> str:
    amount = f"{length / 1e6:,.1f} MB" if length >= 1e6 else f"{max(1, round(length / 1e3)):,} kB"
    return f"{size[0]:,} × {size[1]:,} pixels, {amount}"
