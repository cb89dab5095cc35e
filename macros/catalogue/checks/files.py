"""Files that records name -> what is wrong with them: none there, named twice, an old name that is taken."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ...records.file import File
from ..problems import Problem
from ..reading.data_files import Raw
from ..reading.downloads import shown
from ..reading.files import there
from ..shape import KeyPath
from ..stored import StoredFile


@dataclass(frozen=True, slots=True)
class Named:
    """A file and where a record names it: the raw record, and the key path in it."""

    file: File
    raw: Raw
    keys: KeyPath

    def problem(self, key: KeyPath, message: str) -> Problem:
        """Return a problem at one of the file's keys."""
        return self.raw.problem((*self.keys, *key), message)


def check_files(
    naming: Sequence[Named], found: Mapping[str, StoredFile | str], folder: Path
) -> Iterator[Problem]:
    """Yield what is wrong with the files that records name; found holds each, or what is wrong with it."""
    first: dict[str, Named] = {}
    for named in naming:
        name = named.file.file
        if name is None:
            continue
        holder = first.setdefault(name, named)
        wrong = found[name]
        if holder is not named:
            there_already = holder.problem(("file",), "").place
            message = f"'{name}' stands in {there_already} already; a file has one place, delete one of them"
            yield named.problem(("file",), message)
        elif isinstance(wrong, str):
            yield replace(named.problem(("file",), wrong), cause=shown(name))  # docs/ may tell it too
    yield from _former(naming, first, folder)


def _former(naming: Sequence[Named], current: Mapping[str, Named], folder: Path) -> Iterator[Problem]:
    """Yield each former name that is not the file's alone, or promises another kind of file."""
    seen: dict[str, Named] = {}
    for named in naming:
        for number, old in enumerate(named.file.formerly):
            wrong = _taken(named, old, current, seen, folder)
            seen.setdefault(old, named)
            if wrong:
                yield named.problem(("formerly", number), wrong)


def _taken(
    named: Named, old: str, current: Mapping[str, Named], seen: Mapping[str, Named], folder: Path
) -> str:
    ending = f".{str(named.file.file).rpartition('.')[2]}"
    if old in current:
        return f"'{old}' is the name of the file in {current[old].problem(('file',), '').place}; delete this"
    if old in seen:
        where = seen[old].problem(("formerly",), "").place
        return (
            f"'{old}' was the name of the file in {where}; an address leads to one file, delete one of them"
        )
    if there(folder / old):
        return f"{shown(old)} is still there; delete that file, or take its name out here"
    if not old.endswith(ending):
        return f"'{old}' is of another kind than '{named.file.file}'; give the file the ending it had"
    return ""
