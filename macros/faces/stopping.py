"""What stopped a command -> one sentence: where, what, what to do."""

import os
import re
import shutil
from pathlib import Path

from ..catalogue.reading.refusals import reason

SYSTEM_WORDS = re.compile(r"\[Errno (\d+)\] ([^:'\n]*)(?:: '([^'\n]*)')?")


class Stopped(Exception):
    """A command cannot go on; its text is the sentence that says why."""


def sentence(wrong: OSError, root: Path) -> str:
    """Return why the system stopped a command, with the place as the project names it, and what to do."""
    if isinstance(wrong, shutil.Error) and wrong.errno is None:
        wrong = said_by_system(str(wrong)) or wrong
    place = f"{_shown(wrong.filename, root)}: " if isinstance(wrong.filename, str) else "Stopped: "
    return f"{place}{reason(wrong)}, then run this again. Every record is whole."


def said_by_system(words: str) -> OSError | None:
    """Return the error that another program's words quote: '[Errno 28] No space left on device: 'x''."""
    found = SYSTEM_WORDS.search(words)
    return OSError(int(found[1]), found[2].strip(), found[3]) if found else None


def _shown(name: str, root: Path) -> str:
    """Return a file's name from the top of the project, on one line."""
    path = os.path.relpath(name, root) if Path(name).is_relative_to(root) else name
    return "".join(char if char.isprintable() else f"\\x{ord(char):02x}" for char in path)
