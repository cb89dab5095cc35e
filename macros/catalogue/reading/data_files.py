"""The folder data/ -> raw records with their files; the only reader of data/."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from ...records.base import ID_PATTERN
from ...records.kind import Kind
from ...settings import FORMER_LEDGER, LEDGER
from ..kinds import KINDS
from ..problems import Problem, looks_like
from ..shape import KeyPath, edge_of
from .files import content_of, unfit
from .misplaced import LARGEST, meant_place
from .plain import Plain, line_of, plain_values
from .refusals import unread

SUFFIX = ".yml"
IGNORED = ("schemas", FORMER_LEDGER, LEDGER, "moves.yml", "addresses.txt")
RESERVED = ("by", "index")
NOT_UTF8 = "is not UTF-8; save the file again with the encoding UTF-8"
TOP_KEY = re.compile(r"^(\w[^:\n]*):", re.MULTILINE)
LEADING = re.compile(r"[a-z0-9]*(?:-[a-z0-9]+)*")
UNFIT = re.compile(r"[^a-z0-9-]")
OTHER_SUFFIXES = (".yaml", ".YML", ".YAML")


@dataclass(frozen=True, slots=True)
class Raw:
    """A record as plain values, and where it stands: file, text, key path within the file.

    It is hurt where a key in it is doubled or has no value: it is told so, and not taken as it is.
    """

    kind: Kind
    id: str
    values: Any
    path: str
    text: str = field(repr=False)
    keys: KeyPath = ()
    hurt: bool = False
    last: bool = True

    @property
    def cut(self) -> bool:
        """Return whether the file ends in the middle of a line, as it does where its end was lost."""
        return not self.text.endswith("\n")

    def problem(self, keys: KeyPath, message: str) -> Problem:
        """Return a problem at a key path of this record."""
        return Problem(self.path, line_of(self.text, (*self.keys, *keys)), message)

    def fault(self, keys: KeyPath, message: str) -> Problem:
        """Return a fault at a key path; of groups that the lost end of a file left open it has one cause."""
        found = self.problem(keys, message)
        edge = edge_of(self.values)
        open_group = len(keys) < len(edge) and edge[: len(keys)] == keys
        nearly = edge[: max(1, len(keys) - 1)] == keys[:-1] or keys == edge
        ends = self.last and (open_group or (self.cut and (nearly or found.line == _lines(self.text))))
        return replace(found, cause=f"the end of {self.path}") if ends else found


def _lines(text: str) -> int:
    return text.count("\n") + 1


@dataclass(frozen=True, slots=True)
class Reading:
    """What a folder holds: its raw records, what is wrong with its files, and each id that stands in it.

    ids has the ids of unreadable files too. Kinds in unsure may have more ids than are listed, since a file
    of theirs cannot be read: names of such a kind are never reported as missing.
    Records whose id cannot be one are nameless. What records name and nothing has is gone: 'kind/id', and
    the cause under which it is told.
    """

    name: str = "data"
    raws: list[Raw] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    ids: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    unsure: set[str] = field(default_factory=set)
    nameless: list[Raw] = field(default_factory=list)
    gone: dict[str, str] = field(default_factory=dict)

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
        _read_file(kind, file, data, reading)
    nameless = {raw.kind.name for raw in reading.nameless}
    for kind in KINDS.values():
        seen = reading.ids[kind.name] or kind.name in nameless or kind.name in reading.unsure
        if not kind.in_folder and not kind.optional and not seen:
            where = f"{name}/{kind.name}{SUFFIX}"
            reading.report(where, f"is missing; bring it back (git checkout HEAD -- {where}), or write it")
            reading.unsure.add(kind.name)
    return reading


def meant_by(id: str) -> set[str]:
    """Return the ids that may be meant by one that cannot be one: 'A study', 'a[-study', 'a-study (2)'."""
    begins = LEADING.match(id.lower())
    return {_better(id), UNFIT.sub("", id.lower()), begins[0] if begins else ""} - {""}


def _better(id: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", id.lower()).strip("-")


def _files(data: Path, name: str, reading: Reading) -> Iterator[tuple[Kind, Path]]:
    places = {_place(kind): kind for kind in KINDS.values()}
    for entry in _entries(data, name, reading):
        kind = places.get(entry.name)
        if entry.name in IGNORED:
            continue
        if kind is None:
            _misplaced(entry, f"{name}/{entry.name}", reading)
        elif not kind.in_folder:
            yield kind, entry
        elif fault := unfit(entry, data.parent, folder=True):
            reading.report(f"{name}/{entry.name}", fault)
            reading.unsure.add(kind.name)
        else:
            yield from _in_folder(kind, entry, f"{name}/{entry.name}", reading)


def _place(kind: Kind) -> str:
    return kind.name if kind.in_folder else kind.name + SUFFIX


def _entries(folder: Path, shown: str, reading: Reading) -> list[Path]:
    """Return what stands in a folder, in order, without hidden files and editors' back-ups."""
    try:
        entries = [entry for entry in folder.iterdir() if not entry.name.startswith((".", "~"))]
    except OSError as error:
        reading.report(shown, unread(error))
        reading.unsure.add(folder.name)
        return []
    return sorted((entry for entry in entries if not entry.name.endswith("~")), key=lambda entry: entry.name)


def _in_folder(kind: Kind, folder: Path, shown: str, reading: Reading) -> Iterator[tuple[Kind, Path]]:
    for file in _entries(folder, shown, reading):
        if file.suffix == SUFFIX:
            yield kind, file
        else:
            reading.report(f"{shown}/{file.name}", _other_suffix(file))
            if file.suffix in OTHER_SUFFIXES:
                _note_ids(kind, file, reading)


def _other_suffix(file: Path) -> str:
    mend = f"rename it to {file.stem}{SUFFIX}" if file.suffix in OTHER_SUFFIXES else "move or delete it"
    return f"is not a {SUFFIX} file; {mend}"


def _misplaced(entry: Path, shown: str, reading: Reading) -> None:
    """Report what is not a place for records; what a misspelt place holds still counts as there."""
    expected = {f"{_place(k)}/" if k.in_folder else _place(k): k for k in KINDS.values()}
    near = meant_place(entry, expected)
    if near is None:
        reading.report(shown, "is not a place for records; move or delete it")
    elif near == entry.stem + SUFFIX and entry.suffix in OTHER_SUFFIXES:
        reading.report(shown, _other_suffix(entry))
    else:
        reading.report(shown, f"is not a place for records; did you mean '{near}'?")
    if near and near not in expected:
        reading.unsure.add(LEDGER)
    elif near and entry.is_dir():
        for file in _entries(entry, shown, reading):
            _note_ids(expected[near], file, reading)
    elif near:
        _note_ids(expected[near], entry, reading)


def _note_ids(kind: Kind, file: Path, reading: Reading, text: str = "") -> None:
    """Note the ids that a file holds, as far as its name and its text tell; it may hold others."""
    if kind.layout in ("one a file", "single"):
        reading.ids[kind.name].add(file.stem)
    else:
        reading.ids[kind.name].update(TOP_KEY.findall(text))
    if kind.layout != "one a file":
        reading.unsure.add(kind.name)


def _read_file(kind: Kind, file: Path, data: Path, reading: Reading) -> None:
    shown = f"{reading.name}/{file.relative_to(data).as_posix()}"
    text, plain = _plain(file, data.parent)
    for line, message in plain.faults:
        reading.report(shown, message, line)
    if plain.value is None:
        _note_ids(kind, file, reading, text)
        return
    lines = {line for line, _ in plain.faults}
    reading.unsure.update({kind.name} if plain.torn else ())
    for raw in _records(kind, file.stem, plain.value, shown, text, lines, reading):
        reading.raws.append(raw)
        reading.ids[kind.name].add(raw.id)


def _plain(file: Path, project: Path) -> tuple[str, Plain]:
    """Return the text of a file and what it says, or why it says nothing."""
    content, fault = content_of(file, project, LARGEST)
    if len(content) > LARGEST:
        fault = f"is larger than {LARGEST:,} bytes; a record is a page or two of text"
    if fault:
        return "", Plain(faults=[(1, fault)])
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        wrong = (content.count(b"\n", 0, error.start) + 1, NOT_UTF8)
        return content.decode("utf-8-sig", errors="replace"), Plain(faults=[wrong])
    return text, plain_values(text)


def _records(
    kind: Kind, stem: str, value: Any, shown: str, text: str, faults: set[int], reading: Reading
) -> Iterator[Raw]:
    if kind.layout in ("one a file", "single"):
        yield from _record(Raw(kind, stem, value, shown, text, hurt=bool(faults)), "rename the file", reading)
    elif not isinstance(value, dict) or not any(isinstance(values, dict) for values in value.values()):
        if not faults:
            wrong = "must be a group of records, each under its id on a line of its own that begins the line"
            reading.report(shown, wrong)
        reading.unsure.add(kind.name)
    else:
        below = [*list(value.values())[1:], {}]
        for (key, values), after in zip(value.items(), below, strict=True):
            hurt = not isinstance(after, dict) or (bool(faults) and _holds(text, key, list(value), faults))
            raw = Raw(kind, key, values, shown, text, (key,), hurt, last=key == next(reversed(value)))
            yield from _record(raw, "change the key", reading)


def _holds(text: str, key: str, keys: list[str], faults: set[int]) -> bool:
    """Return whether one of the faults of a file stands in the record under a key."""
    after = keys.index(key) + 1
    end = line_of(text, (keys[after],)) if after < len(keys) else max(faults) + 1
    return any(line_of(text, (key,)) - 1 <= line < end for line in faults)


def _record(raw: Raw, mend: str, reading: Reading) -> Iterator[Raw]:
    """Yield a raw record that has an id and is a group of keys; the id stands there in any case."""
    if not re.fullmatch(ID_PATTERN, raw.id):
        seen, odd = looks_like(raw.id)
        better = _better(seen)
        form = "lower-case letters and digits joined by single hyphens"
        to = f"{mend} to '{better}', or to other" if better else f"{mend} to"
        unseen = f"holds U+{ord(odd):04X}, which nobody can see or tell apart, and " if odd else ""
        wrong = f"'{raw.id}' {unseen}cannot be an id; {to} {form}"
        reading.problems.append(raw.problem((), wrong))
        reading.nameless.append(raw)
        return
    reading.ids[raw.kind.name].add(raw.id)
    if raw.id in (*RESERVED, *raw.kind.reserved):
        wrong = f"'{raw.id}' is a word that addresses of the site use; {mend}"
        reading.problems.append(raw.problem((), wrong))
    elif isinstance(raw.values, dict):
        yield raw
    elif not raw.hurt:
        about = f"'{raw.id}' " if raw.keys else ""
        more = "; if it belongs to the record above, indent it" if raw.keys else ""
        reading.problems.append(raw.problem((), f"{about}must be a group of keys, each with its value{more}"))
