"""What stopped a command -> one sentence: where, what, what to do."""

import os
import re
import shutil
from errno import (
    EACCES,
    EBUSY,
    EDQUOT,
    EEXIST,
    EFBIG,
    EISDIR,
    EMFILE,
    ENAMETOOLONG,
    ENFILE,
    ENOENT,
    ENOSPC,
    ENOTDIR,
    ENOTEMPTY,
    EPERM,
    EROFS,
)
from pathlib import Path

RIGHTS = "you have not the right to read or write this; see whose it is and ask for it"
FOLDER_HERE = "a folder is where a file is to be; move or delete it"
FILE_HERE = "a file is where a folder is to be; move or delete it"
MANY = "this machine opens no more files; end some programs"
REASONS = {
    ENOSPC: "the disk is full; make room",
    EDQUOT: "your share of the disk is full; make room",
    EFBIG: "the file would be larger than this machine allows; make room for it",
    EROFS: "this disk can only be read; make it writable",
    EACCES: RIGHTS,
    EPERM: RIGHTS,
    EISDIR: FOLDER_HERE,
    ENOTEMPTY: FOLDER_HERE,
    ENOTDIR: FILE_HERE,
    EEXIST: FILE_HERE,
    ENOENT: "this is not there, or disappeared meanwhile; bring it back",
    EBUSY: "another program holds this; end that",
    ENAMETOOLONG: "this name is too long for the disk; choose a shorter one",
    EMFILE: MANY,
    ENFILE: MANY,
}
SYSTEM_WORDS = re.compile(r"\[Errno (\d+)\] ([^:'\n]*)(?:: '([^'\n]*)')?")


class Stopped(Exception):
    """A command cannot go on; its text is the sentence that says why."""


def sentence(wrong: OSError, root: Path) -> str:
    """Return why the system stopped a command, with the place as the project names it, and what to do."""
    if isinstance(wrong, shutil.Error) and wrong.errno is None:
        wrong = said_by_system(str(wrong)) or wrong
    reason = REASONS.get(wrong.errno or 0) or f"{wrong.strerror or wrong}; mend that"
    place = f"{_shown(wrong.filename, root)}: " if isinstance(wrong.filename, str) else "Stopped: "
    return f"{place}{reason}, then run this again. Every record is whole."


def said_by_system(words: str) -> OSError | None:
    """Return the error that another program's words quote: '[Errno 28] No space left on device: 'x''."""
    found = SYSTEM_WORDS.search(words)
    return OSError(int(found[1]), found[2].strip(), found[3]) if found else None


def _shown(name: str, root: Path) -> str:
    """Return a file's name from the top of the project, on one line."""
    path = os.path.relpath(name, root) if Path(name).is_relative_to(root) else name
    return "".join(char if char.isprintable() else f"\\x{ord(char):02x}" for char in path)
