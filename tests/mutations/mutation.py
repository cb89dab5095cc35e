"""One slip in one file: what was done, where a message about it may point, and the way back."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random


@dataclass(frozen=True, slots=True)
class Spoilt:
    """A file's new content, and how a message about it can be known to be the right one.

    lines are those of the new content that a message may name; words are keys, values and ids that were
    touched: a message elsewhere that quotes one is right too (two lines contradict each other, and either
    may be told). What must be told cannot pass for another thing that an editor might have meant; so it is
    with a piece of a page that is refused where it stands alone.
    """

    content: bytes
    lines: frozenset[int] = frozenset()
    words: frozenset[str] = frozenset()
    must: bool = False
    piece: str = ""


@dataclass(frozen=True, slots=True)
class Mutation:
    """A slip: its kind, its file by its path in the project, and what happens to the file."""

    way: str
    path: str
    change: Callable[[Path], None] = field(repr=False)
    lines: frozenset[int] = frozenset()
    words: frozenset[str] = frozenset()
    must: bool = False
    to: str | None = None
    piece: str = field(default="", repr=False)

    @property
    def paths(self) -> tuple[str, ...]:
        """Return the paths that a message may name: where the file stands, and where it stood."""
        return (self.path, self.to) if self.to else (self.path,)


Way = Callable[[Random, str], Spoilt | None]
"""From a random source and a file's text to what it becomes; None where the text has no room for it."""

Family = Callable[[Random, Path], Mutation | None]
"""From a random source and a project's folder to a slip; None where the one that was drawn has no room."""


def of_text(way: str, path: str, spoilt: Spoilt) -> Mutation:
    """Return the slip that gives a file other content."""
    return Mutation(
        way,
        path,
        lambda file: _write(file, spoilt.content),
        spoilt.lines,
        spoilt.words,
        spoilt.must,
        piece=spoilt.piece,
    )


@contextmanager
def applied(mutation: Mutation, root: Path) -> Iterator[None]:
    """Spoil a project, and put it back as it was."""
    file = root / mutation.path
    before = file.read_bytes()
    mutation.change(file)
    try:
        yield
    finally:
        for path in mutation.paths:
            remove(root / path)
        _write(file, before)


def remove(file: Path) -> None:
    """Take away whatever stands at a path."""
    if file.is_dir() and not file.is_symlink():
        shutil.rmtree(file)
    else:
        file.unlink(missing_ok=True)


def _write(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
