"""The folder data/ -> its records, checked each alone and among each other, with every mistake in them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from pydantic import ValidationError

from ..records.base import Record
from ..records.event import Event
from ..records.file import File
from ..records.project import Project
from ..settings import Keep, made_anew
from .checks.contributors import held_alone
from .checks.events import check_over
from .checks.files import Named, check_files
from .checks.meaning import ById, Found, check_meaning
from .checks.missing import Known, Missing, Placed, tell_missing
from .checks.own_word import check_own_word
from .checks.pictures import Placed as PlacedPicture
from .checks.pictures import check_pictures
from .checks.projects import check_confirmed
from .checks.references import check_faulty, check_references
from .kinds import KINDS, PARTS
from .links import Link
from .pictured import pictures_in
from .problems import Problem
from .reading.cut_texts import cut_texts
from .reading.data_files import Raw, Reading, meant_by, read_data
from .reading.downloads import read_downloads
from .reading.messages import explain_all
from .reading.pictures import read_pictures, sound
from .shape import KeyPath, parts_of
from .stored import PictureFile, StoredFile

OWN_ID = "the id is the file's name or the key above; delete the line 'id'"


@dataclass(frozen=True, slots=True)
class Loaded:
    """A record, its kind, and the raw record and key path that it was made from."""

    kind: str
    record: Record
    raw: Raw
    keys: KeyPath = ()


@dataclass(frozen=True, slots=True)
class Records:
    """The sound records of a data folder, by kind and id and in the order of the files; pictures, files.

    reading holds what the files say and every problem so far; links hold who names whom.
    """

    reading: Reading
    loaded: list[Loaded]
    by_id: ById
    links: list[Link]
    pictures: dict[str, PictureFile]
    downloads: dict[str, StoredFile]

    def check_past(self, now: datetime) -> Iterator[Problem]:
        """Yield each event called held before it is over, and what was said or confirmed in the future."""
        for entry in self.loaded:
            found: list[Found] = list(check_own_word(entry.record, now))
            if isinstance(entry.record, Event):
                found += check_over(entry.record, self.by_id, now)
            elif isinstance(entry.record, Project):
                found += check_confirmed(entry.record, now)
            for keys, message in found:
                yield entry.raw.problem((*entry.keys, *keys), message)


def load_records(data: Path) -> Iterator[Loaded]:
    """Yield every record of a data folder that is in order, with where it stands."""
    for raw in read_data(data).raws:
        yield from _loaded(raw, Reading())


def read_records(data: Path, docs: Path, keep: Keep = made_anew) -> Records:
    """Return the records of a data folder and what they name of docs/, with what is wrong so far.

    keep gives back what was read of a file before.
    """
    reading = read_data(data)
    problems = reading.problems
    loaded = [entry for raw in reading.raws for entry in _loaded(raw, reading)]
    records = _by_id(loaded, problems)
    links: list[Link] = []
    known = _known(reading, records)
    named = _check_each(reading, loaded, records, links)
    problems.extend(tell_missing(named, records, known, reading))
    for raw in reading.nameless:
        reading.ids[raw.kind.name].update(meant_by(raw.id))
    for each, _ in named:
        if each.kind in reading.unsure:
            reading.ids[each.kind].add(each.id)
    problems.extend(_copies(loaded))
    problems.extend(_taken_again(loaded, records))
    problems.extend(_held_twice(loaded))
    pictures = _pictures(loaded, docs / "pictures", keep, problems)
    downloads = _downloads(loaded, docs / "files", keep, problems)
    return Records(reading, loaded, records, links, pictures, downloads)


def _check_each(reading: Reading, loaded: list[Loaded], records: ById, links: list[Link]) -> list[Placed]:
    """Check each record among the others; return what they name that is no sound record."""
    gone: list[Placed] = []
    for entry in loaded:
        named: list[Missing] = []
        found = [
            *check_references(entry.kind, entry.record, records, links, named),
            *check_meaning(entry.record, records),
        ]
        unknown = {missing.keys for missing in named}
        reading.problems.extend(
            entry.raw.problem((*entry.keys, *keys), message) for keys, message in found if keys not in unknown
        )
        gone.extend((replace(each, keys=(*entry.keys, *each.keys)), entry.raw) for each in named)
    sound = {id(entry.raw) for entry in loaded}
    for raw in (raw for raw in reading.raws if id(raw) not in sound):
        gone.extend((each, raw) for each in check_faulty(raw.kind.model, raw.values))
    return gone


def _loaded(raw: Raw, reading: Reading) -> Iterator[Loaded]:
    if "id" in raw.values:
        reading.problems.append(raw.problem(("id",), OWN_ID))
    reading.problems.extend(raw.problem(keys, message) for keys, message in cut_texts(raw))
    try:
        record = raw.kind.model.model_validate({**raw.values, "id": raw.id})
    except ValidationError as failure:
        errors = failure.errors(include_url=False)
        found = explain_all(errors, raw.kind.model, hurt=raw.hurt)
        reading.problems.extend(raw.fault(keys, message) for message, keys in found)
        if raw.keys and raw.last and raw.cut:
            reading.unsure.add(raw.kind.name)
        return
    if raw.hurt:
        return
    yield Loaded(raw.kind.name, record, raw)
    for kind, part, keys in record.parts():
        yield Loaded(kind, part, raw, keys)


def _by_id(loaded: list[Loaded], problems: list[Problem]) -> dict[str, dict[str, Record]]:
    """Return the records by kind and id; an id that another file has taken is a problem."""
    entries: dict[str, dict[str, Loaded]] = {kind: {} for kind in (*KINDS, *PARTS)}
    for entry in loaded:
        first = entries[entry.kind].setdefault(entry.record.id, entry)
        if first is not entry:
            where = first.raw.problem(first.keys, "")
            problems.append(
                entry.raw.problem(
                    entry.keys,
                    f"'{entry.record.id}' already stands in {where.path}:{where.line}; choose another id",
                )
            )
    return {kind: {id: entry.record for id, entry in found.items()} for kind, found in entries.items()}


def _copies(loaded: list[Loaded]) -> Iterator[Problem]:
    """Yield each record that says the same as another of its kind: a copy not yet changed."""
    seen: dict[tuple[object, ...], Loaded] = {}
    for entry in loaded:
        alike = KINDS[entry.kind].alike if entry.kind in KINDS else None
        if alike is None:
            continue
        first = seen.setdefault((entry.kind, *alike.values(entry.record)), entry)
        if first is not entry:
            message = f"is a copy of {first.raw.path}: the same {alike.words}; change it or delete it"
            yield entry.raw.problem((alike.key,), message)


def _taken_again(loaded: list[Loaded], records: ById) -> Iterator[Problem]:
    """Yield each former id of a project that is the id, or a former one, of another."""
    seen: dict[str, str] = {}
    for entry in loaded:
        for id in entry.record.formerly if isinstance(entry.record, Project) else ():
            other = id if id in records["projects"] else seen.setdefault(id, entry.record.id)
            if other != entry.record.id:
                wrong = f"'{id}' belongs to the project '{other}'; take it out of one of them"
                yield entry.raw.problem(("formerly",), wrong)


def _held_twice(loaded: list[Loaded]) -> Iterator[Problem]:
    """Yield what only one can have and another has too: a DOI, an ORCID iD."""
    seen: dict[str, tuple[str, str]] = {}
    for entry in loaded:
        for held in held_alone(entry.record):
            here = entry.raw.problem((*entry.keys, *held.keys), "").place
            owner, where = seen.setdefault(held.value, (held.owner, here))
            if owner != held.owner:
                yield entry.raw.problem((*entry.keys, *held.keys), held.wrong.format(where))


def _pictures(
    loaded: list[Loaded], folder: Path, keep: Keep, problems: list[Problem]
) -> dict[str, PictureFile]:
    """Return the pictures that records name; one that cannot be shown is a problem of each that does."""
    naming = [
        PlacedPicture(named, entry.raw, (*entry.keys, *named.keys))
        for entry in loaded
        for named in pictures_in(entry.record)
    ]
    found = read_pictures(folder, (placed.named.name for placed in naming), keep)
    problems.extend(check_pictures(naming, found))
    return dict(sound(found))


def _downloads(
    loaded: list[Loaded], folder: Path, keep: Keep, problems: list[Problem]
) -> dict[str, StoredFile]:
    """Return the files for readers that records name; one that is none is a problem where it is named."""
    naming = [
        Named(file, entry.raw, (*entry.keys, *keys))
        for entry in loaded
        for keys, file in parts_of(entry.record, File)
    ]
    found = read_downloads(folder, (each.file.file for each in naming if each.file.file), keep)
    problems.extend(check_files(naming, found, folder))
    return {name: file for name, file in found.items() if isinstance(file, StoredFile)}


def _known(reading: Reading, records: ById) -> Known:
    """Return the ids that may be named, faulty records too; None where a faulty one hides which."""
    known: dict[str, set[str] | None] = {}
    for kind in KINDS.values():
        ids = set(reading.ids[kind.name])
        known[kind.name] = None if kind.name in reading.unsure else ids
        hidden = kind.name in reading.unsure or len(records[kind.name]) < len(ids)
        known.update({part.name: None if hidden else set(records[part.name]) for part in kind.parts})
    return known
