"""A path in data/ -> the bytes of a plain file in the project, or why it is none, without waiting."""

import stat
from pathlib import Path

from .refusals import unread

TAKE_IT_AWAY = "put the file itself there, or delete this"


def content_of(file: Path, project: Path, most: int) -> tuple[bytes, str]:
    """Return the content of a file and no fault, or no content and why it cannot be read.

    A pipe is never opened, as reading it would wait for ever, nor is what a link leads to outside the
    project. Of a file with more bytes than 'most' one byte more is given, so that callers can tell.
    """
    fault = unfit(file, project)
    if fault:
        return b"", fault
    try:
        with file.open("rb") as stream:
            return stream.read(most + 1), ""
    except OSError as error:
        return b"", unread(error)


def unfit(file: Path, project: Path, *, folder: bool = False) -> str:
    """Return why a path is no file (or no folder) of the project, or nothing where it is one."""
    try:
        mode = file.lstat().st_mode
    except OSError as error:
        return unread(error)
    try:
        if stat.S_ISLNK(mode):
            if not file.resolve(strict=True).is_relative_to(project.resolve()):
                return f"is a link that leads out of the project; {TAKE_IT_AWAY}"
            mode = file.stat().st_mode
    except (OSError, RuntimeError):  # a link to itself is a RuntimeError in Python 3.11
        return f"is a link that leads nowhere; {TAKE_IT_AWAY}"
    if folder:
        return "" if stat.S_ISDIR(mode) else "must be a folder; move or delete this file"
    if stat.S_ISDIR(mode):
        return "must be a file; move or delete this folder"
    return "" if stat.S_ISREG(mode) else f"is no plain file (but a pipe or the like); {TAKE_IT_AWAY}"


def there(path: Path) -> bool:
    """Return whether anything stands at a path, a link that leads nowhere included."""
    return path.is_symlink() or path.exists()
