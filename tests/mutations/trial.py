"""A project, a slip and the check -> how the slip is told, among seven outcomes."""

import re
import signal
import traceback
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random
from types import FrameType
from typing import Literal

from macros.catalogue import Problem, ProblemsFound
from macros.catalogue.reading.plain import plain_values
from macros.project import open_public
from macros.settings import Folders

from ..copies import copied as copied_project
from ..views.goldens import NOW
from .families import drawn
from .mutation import Mutation, applied

LONGEST = 10  # seconds
Outcome = Literal["harmless", "one line", "several lines", "line off", "swallowed", "traceback", "hang"]
QUOTED = re.compile(r"'([^']*)'")
REMARK = re.compile(r"(?m)(^|\s)#.*$")
WORD = re.compile(r"\w+")
LONG_WORD = re.compile(r"\w{4,}")


class Hangs(BaseException):
    """The check takes longer than anybody waits; no handler of errors may catch it."""


@dataclass(frozen=True, slots=True)
class Trial:
    """A slip, its outcome, and what was told."""

    mutation: Mutation
    outcome: Outcome
    told: tuple[str, ...] = ()


def copied(root: Path, to: Path) -> Path:
    """Return a copy of a project that slips may spoil; it has every file that a project may have."""
    copied_project(Folders(root), to)
    for name in ("moves.yml", "addresses.txt"):
        (to / "data" / name).touch()
    return to


def trials(root: Path, family: str, count: int, seed: int) -> Iterator[Trial]:
    """Try slips of a family on a project in order, one at a time, each drawn from its own seed."""
    for number in range(count):
        yield tried(root, drawn(family, Random(f"{family} {seed} {number}"), root))  # noqa: S311 - repeatable


def tried(root: Path, mutation: Mutation) -> Trial:
    """Spoil a project, check it, put it back, and say how the slip was told."""
    with applied(mutation, root):
        try:
            with _alarm():
                problems = _problems(root)
        except Hangs:
            return Trial(mutation, "hang")
        except Exception:  # whatever it is, it is what editors must never see
            return Trial(mutation, "traceback", tuple(traceback.format_exc().splitlines()[-6:]))
        told = tuple(str(problem) for problem in problems)
        lost = not told and (mutation.must or _lost(root / mutation.path))
    if not told:
        lost = lost or (mutation.piece != "" and _refused(root, mutation.piece))
        return Trial(mutation, "swallowed" if lost else "harmless")
    if len(told) > 1 or not told[0].isprintable():
        return Trial(mutation, "several lines", told)
    return Trial(mutation, "one line" if _right(problems[0], mutation) else "line off", told)


def _problems(root: Path) -> tuple[Problem, ...]:
    try:
        open_public(Folders(root), {}, NOW)
    except ProblemsFound as found:
        return found.problems
    return ()


def _right(problem: Problem, mutation: Mutation) -> bool:
    """Return whether a message stands where the slip is, or names what the slip changed."""
    here = problem.path in mutation.paths and problem.line in mutation.lines
    said = {problem.path, *QUOTED.findall(problem.message), *LONG_WORD.findall(problem.message)}
    named = any(word in mutation.words for word in said)
    return here or named or any(path in problem.message for path in mutation.paths)


def _refused(root: Path, piece: str) -> bool:
    """Return whether a piece is told where it stands on a page of its own."""
    page = root / "docs" / "piece.md"
    page.write_bytes(f"# A piece\n\nwords\n\n{piece}\n\nmore words\n".encode())
    try:
        return bool(_problems(root))
    finally:
        page.unlink()


def _lost(file: Path) -> bool:
    """Return whether words of a file of records, remarks aside, are not in what is read from it."""
    if file.suffix != ".yml" or not file.is_file():
        return False
    text = file.read_text(encoding="utf-8-sig").replace("!ENV ", "")  # mkdocs.yml alone may say it
    typed = Counter(WORD.findall(REMARK.sub("", text)))
    return typed != Counter(
        word for value in _texts(plain_values(text).value) for word in WORD.findall(value)
    )


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inside in value.items():
            yield from (key, *_texts(inside))
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item)
    elif isinstance(value, str):
        yield value


@contextmanager
def _alarm() -> Iterator[None]:
    def ring(_: int, __: FrameType | None) -> None:
        raise Hangs

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, LONGEST)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
