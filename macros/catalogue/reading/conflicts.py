"""A text of several lines -> where Git left the marks of two versions that it could not merge."""

import re

MARK = re.compile(r"^(?:<{7}|\|{7}|={7}|>{7})(?=\s|\Z)", re.MULTILINE)
UNDERLINE = re.compile(r"^(.*\S.*)\n=======[ \t]*$", re.MULTILINE)
CONFLICT = "is the mark of a Git conflict"
MEND = (
    "two versions stand here; keep what is right of both, and delete the lines that begin with <<<<<<<, "
    "=======, >>>>>>> or |||||||"
)


def conflict_line(text: str) -> int | None:
    """Return the line (from 1) of the first mark of a Git conflict, or None where there is none."""
    found = MARK.search(text)
    return text.count("\n", 0, found.start()) + 1 if found else None


def conflict(text: str) -> list[tuple[int, str]]:
    """Return line and message of the first mark of a Git conflict, or nothing where there is none."""
    line = conflict_line(text)
    return [(line, f"{CONFLICT}: {MEND}")] if line else []


def conflict_in_page(text: str) -> list[tuple[int, str]]:
    """Return line and message as conflict() does; seven equals signs alone, below words, make a heading."""
    found = conflict(UNDERLINE.sub(r"\1\n= =", text))
    return found and conflict(text)
