"""The faulty project -> the problems that one run finds in it, a line each."""

from collections.abc import Sequence
from difflib import unified_diff
from pathlib import Path

from macros.catalogue import ProblemsFound
from macros.project import open_project
from macros.settings import Folders

FAULTY = Folders(Path(__file__).parent / "faulty_data")
EXPECTED = FAULTY.root / "expected.txt"


def problem_lines() -> list[str]:
    """Return every problem of the faulty project, in order."""
    try:
        open_project(FAULTY)
    except ProblemsFound as found:
        return str(found).splitlines()
    return []


def expected_lines() -> list[str]:
    """Return the problems that are expected."""
    return EXPECTED.read_text(encoding="utf-8").splitlines()


def difference(found: Sequence[str]) -> str:
    """Return how what is found differs from what is expected, and how to accept it; '' where it does not."""
    lines = list(unified_diff(expected_lines(), found, "expected.txt", "found", lineterm="", n=0))
    return "\n".join([*lines, "if this is what you want, run: python -m tests.update"]) if lines else ""


def update_problems() -> None:
    """Write the problems that are found now as those that are expected."""
    EXPECTED.write_text("".join(f"{line}\n" for line in problem_lines()), encoding="utf-8")
