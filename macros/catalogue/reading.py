"""The folder data/ -> raw records with their files; the only reader of data/."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..records.base import ID_PATTERN
from .former_ledger import FORMER
from .kinds import KINDS, Kind
from .ledger_entries import FOLDER
from .plain import line_of, plain_values
from .problems import Problem, looks_like, nearest
from .shape import KeyPath

SUFFIX = ".yml"
IGNORED = ("schemas", FORMER, FOLDER, "moves.yml", "addresses.txt")
LARGEST = 1_000_000
RESERVED = ("by", "index")
TOP_KEY = re.compile(r"^(\w[^:\n]*):", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Raw:
    """A record as plain values, and where it stands: file, text, key path within the file."""

    kind: Kind
    id: str
    values: Any
    path: str
    text: str = field(repr=False)
    keys: KeyPath = ()

    def problem(self, keys: KeyPath, message: str) -> Problem:
        """Return a problem at a key path of this record."""
        return Problem(self.path, line_of(self.text, (*self.keys, *keys)), message)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a folder holds: its raw records, what is wrong with its files, and each id that stands in it.

    An id stands there even where its file cannot be read; of a kind that is unsure, there may be others.
    """

    name: str = "data"
    raws: list[Raw] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    ids: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    unsure: set[str] = field(default_factory=set)

    def report(self, path: str, message: str, line: int = 1) -> None:
        """Add a problem of a file or folder."""
        self.problems.append(Problem(path, line, message))


def read_data(data: Path, name: str = "data") -> Reading:
    """Return what a folder holds; name is how problems call the folder."""
    reading = Reading(name)
    if not data.is_dir():
        reading.report(name, "there is no such folder; run this at the top of the project")
        return reading
    for kind, file in _files(data, name, reading):
        _read_file(kind, file, f"{name}/{file.relative_to(data).as_posix()}", reading)
    for kind in KINDS.values():
        if kind.layout == "single" and not reading.ids[kind.name]:
            reading.report(f"{name}/{kind.name}{SUFFIX}", "is missing; the site needs this file")
    return reading


def _files(data: Path, name: str, reading: Reading) -> Iterator[tuple[Kind, Path]]:
    for entry in _entries(data):
        shown = f"{name}/{entry.name}"
        kind = KINDS.get(entry.name if entry.is_dir() else entry.stem)
        if entry.name in IGNORED:
            continue
        if kind is None or entry.is_dir() != kind.in_folder:
            _misplaced(entry, shown, reading)
        elif kind.in_folder:
            for file in _entries(entry):
                if _is_record(kind, file, f"{shown}/{file.name}", reading):
                    yield kind, file
        elif _is_record(kind, entry, shown, reading):
            yield kind, entry


def _entries(folder: Path) -> list[Path]:
    """Return what stands in a folder, in order, without hidden files and editors' back-ups."""
    entries = (entry for entry in folder.iterdir() if not entry.name.startswith((".", "~")))
    return sorted((entry for entry in entries if not entry.name.endswith("~")), key=lambda entry: entry.name)


def _misplaced(entry: Path, shown: str, reading: Reading) -> None:
    """Report what is not a place for records; what a misspelt place holds still counts as there."""
    expected = {f"{k.name}/" if k.in_folder else k.name + SUFFIX: k for k in KINDS.values()}
    near = nearest(entry.name + ("/" if entry.is_dir() else ""), expected)
    if near is None:
        reading.report(shown, "is not a place for records; move or delete it")
        return
    reading.report(shown, f"is not a place for records; did you mean '{near}'?")
    for file in _entries(entry) if entry.is_dir() else [entry]:
        _note_ids(expected[near], file, reading)


def _is_record(kind: Kind, file: Path, shown: str, reading: Reading) -> bool:
    if file.suffix == SUFFIX and file.is_file():
        return True
    if file.suffix in (".yaml", ".YML", ".YAML"):
        reading.report(shown, f"is not a {SUFFIX} file; rename it to {file.stem}{SUFFIX}")
        _note_ids(kind, file, reading)
    else:
        reading.report(shown, f"is not a {SUFFIX} file; move or delete it")
    return False


def _note_ids(kind: Kind, file: Path, reading: Reading) -> None:
    """Note the ids that a file holds, as far as they can be told without reading it as YAML."""
    if kind.layout in ("one a file", "single"):
        reading.ids[kind.name].add(file.stem)
    elif file.is_file():
        reading.unsure.add(kind.name)
        reading.ids[kind.name].update(TOP_KEY.findall(file.read_text(encoding="utf-8", errors="replace")))


def _read_file(kind: Kind, file: Path, shown: str, reading: Reading) -> None:
    text = _text(file, shown, reading)
    plain = plain_values(text) if text is not None else None
    if text is None or plain is None or plain.value is None:
        _note_ids(kind, file, reading)
    if text is None or plain is None:
        return
    for line, message in plain.faults:
        reading.report(shown, message, line)
    if plain.value is not None:
        for raw in _records(kind, file.stem, plain.value, shown, text, reading):
            reading.raws.append(raw)
            reading.ids[kind.name].add(raw.id)


def _text(file: Path, shown: str, reading: Reading) -> str | None:
    content = file.read_bytes()
    if len(content) > LARGEST:
        reading.report(shown, f"is larger than {LARGEST:,} bytes; a record is a page or two of text")
        return None
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        reading.report(shown, "is not UTF-8; save the file again with the encoding UTF-8", line)
        return None


def _records(kind: Kind, stem: str, value: Any, shown: str, text: str, reading: Reading) -> Iterator[Raw]:
    if kind.layout in ("one a file", "single"):
        yield from _record(Raw(kind, stem, value, shown, text), "rename the file", reading)
    elif not isinstance(value, dict):
        reading.report(shown, "must be a group of records, each under its id")
    else:
        for key, values in value.items():
            yield from _record(Raw(kind, key, values, shown, text, (key,)), "change the key", reading)


def _record(raw: Raw, mend: str, reading: Reading) -> Iterator[Raw]:
    """Yield a raw record that has an id and is a group of keys; the id stands there in any case."""
    reading.ids[raw.kind.name].add(raw.id)
    if not re.fullmatch(ID_PATTERN, raw.id):
        seen, odd = looks_like(raw.id)
        better = re.sub(r"[^a-z0-9]+", "-", seen.lower()).strip("-")
        form = "lower-case letters and digits joined by single hyphens"
        to = f"{mend} to '{better}', or to other" if better else f"{mend} to"
        unseen = f"holds U+{ord(odd):04X}, which nobody can see or tell apart, and " if odd else ""
        wrong = f"'{raw.id}' {unseen}cannot be an id; {to} {form}"
        reading.problems.append(raw.problem((), wrong))
    elif raw.id in (*RESERVED, *raw.kind.reserved):
        wrong = f"'{raw.id}' is a word that addresses of the site use; {mend}"
        reading.problems.append(raw.problem((), wrong))
    elif not isinstance(raw.values, dict):
        about = f"'{raw.id}' " if raw.keys else ""
        reading.problems.append(raw.problem((), f"{about}must be a group of keys, each with its value"))
    else:
        yield raw
