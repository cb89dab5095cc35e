"""The folder data/ -> raw records with their files; the only reader of data/."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..records.base import ID_PATTERN
from .kinds import KINDS, Kind
from .plain import line_of, plain_values
from .problems import Problem, suggestion
from .shape import KeyPath

SUFFIX = ".yml"
IGNORED = ("schemas",)
LARGEST = 1_000_000
RESERVED = ("by", "index")


@dataclass(frozen=True, slots=True)
class Raw:
    """A record as plain values, and where it stands: file, text, key path within the file."""

    kind: Kind
    id: str
    values: dict[str, Any]
    path: str
    text: str = field(repr=False)
    keys: KeyPath = ()

    def problem(self, keys: KeyPath, message: str) -> Problem:
        """Return a problem at a key path of this record."""
        return Problem(self.path, line_of(self.text, (*self.keys, *keys)), message)


def read_data(data: Path, name: str = "data") -> tuple[list[Raw], list[Problem]]:
    """Return every raw record of a folder, and what is wrong with its files; name is shown in paths."""
    raws: list[Raw] = []
    problems: list[Problem] = []
    for kind, file in _files(data, name, problems):
        shown = f"{name}/{file.relative_to(data).as_posix()}"
        text = _text(file, shown, problems)
        if text is None:
            continue
        plain = plain_values(text)
        problems.extend(Problem(shown, line, message) for line, message in plain.faults)
        if plain.value is not None:
            raws.extend(_records(kind, file.stem, plain.value, shown, text, problems))
    for kind in KINDS.values():
        if kind.layout == "single" and not (data / f"{kind.name}{SUFFIX}").exists():
            problems.append(Problem(f"{name}/{kind.name}{SUFFIX}", 1, "is missing; the site needs this file"))
    return raws, problems


def _files(data: Path, name: str, problems: list[Problem]) -> Iterator[tuple[Kind, Path]]:
    if not data.is_dir():
        problems.append(Problem(name, 1, "there is no such folder; run this at the top of the project"))
        return
    for entry in _entries(data):
        shown = f"{name}/{entry.name}"
        kind = KINDS.get(entry.name if entry.is_dir() else entry.stem)
        if entry.name in IGNORED:
            continue
        if kind is None or entry.is_dir() != kind.in_folder:
            expected = [f"{k.name}/" if k.in_folder else k.name + SUFFIX for k in KINDS.values()]
            near = suggestion(entry.name + ("/" if entry.is_dir() else ""), expected)
            problems.append(Problem(shown, 1, f"is not a place for records{near or '; move or delete it'}"))
        elif kind.in_folder:
            yield from (
                (kind, file) for file in _entries(entry) if _is_record(file, f"{shown}/{file.name}", problems)
            )
        elif _is_record(entry, shown, problems):
            yield kind, entry


def _entries(folder: Path) -> list[Path]:
    """Return what stands in a folder, in order, without hidden files and editors' back-ups."""
    entries = (entry for entry in folder.iterdir() if not entry.name.startswith((".", "~")))
    return sorted((entry for entry in entries if not entry.name.endswith("~")), key=lambda entry: entry.name)


def _is_record(file: Path, shown: str, problems: list[Problem]) -> bool:
    if file.suffix == SUFFIX and file.is_file():
        return True
    mend = (
        f"rename it to {file.stem}{SUFFIX}"
        if file.suffix in (".yaml", ".YML", ".YAML")
        else "move or delete it"
    )
    problems.append(Problem(shown, 1, f"is not a {SUFFIX} file; {mend}"))
    return False


def _text(file: Path, shown: str, problems: list[Problem]) -> str | None:
    content = file.read_bytes()
    if len(content) > LARGEST:
        problems.append(
            Problem(shown, 1, f"is larger than {LARGEST:,} bytes; a record is a page or two of text")
        )
        return None
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        problems.append(Problem(shown, line, "is not UTF-8; save the file again with the encoding UTF-8"))
        return None


def _records(
    kind: Kind, stem: str, value: Any, shown: str, text: str, problems: list[Problem]
) -> Iterator[Raw]:
    if not isinstance(value, dict):
        problems.append(Problem(shown, 1, "must be a group of keys, each with its value"))
    elif kind.layout == "one a file" and stem in RESERVED:
        problems.append(
            Problem(shown, 1, f"'{stem}' is a word that addresses of the site use; rename the file")
        )
    elif kind.layout == "one a file" and not re.fullmatch(ID_PATTERN, stem):
        problems.append(Problem(shown, 1, _bad_id(stem, "rename the file")))
    elif kind.layout in ("one a file", "single"):
        yield Raw(kind, stem, value, shown, text)
    else:
        for key, values in value.items():
            raw = Raw(kind, key, values, shown, text, (key,))
            if not re.fullmatch(ID_PATTERN, key):
                problems.append(raw.problem((), _bad_id(key, "change the key")))
            elif not isinstance(values, dict):
                problems.append(raw.problem((), f"'{key}' must be a group of keys, each with its value"))
            else:
                yield raw


def _bad_id(wrong: str, mend: str) -> str:
    return f"'{wrong}' cannot be an id; {mend} to lower-case letters and digits joined by single hyphens"
