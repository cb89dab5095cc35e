"""The catalogue at its moment -> which files readers may download: the one answer for pages and formats."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from pydantic import BaseModel

from ..records.announcement import Announcement
from ..records.base import Record
from ..records.event import Event
from ..records.file import File
from ..records.study import Study
from ..records.taken import Presented
from .addresses import address_of
from .bibliography import citable
from .catalogue import Catalogue
from .kinds import KINDS
from .shape import KeyPath, parts_of
from .stored import StoredFile

FULL_TEXT = "full text"
M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Offered:
    """A file that readers may have: what its record says of it, and what it is; stored is None elsewhere."""

    file: File
    stored: StoredFile | None

    def url(self, site_url: str) -> str:
        """Return its address: under a site's, or where else it lies."""
        return f"{site_url}{self.stored.path}" if self.stored else str(self.file.link)

    @property
    def former_paths(self) -> tuple[str, ...]:
        """Return the addresses under the site's at which it was before, and still is."""
        return tuple(f"files/{name}" for name in self.file.formerly)


@dataclass(frozen=True, slots=True)
class Placed:
    """An offered file and the record that names it; keys lead to the file inside the record."""

    kind: str
    record: Record
    keys: KeyPath
    offered: Offered


@dataclass(frozen=True, slots=True)
class Presentation:
    """A study, how it is presented at an event, and the files of that presentation."""

    study: Study
    presented: Presented
    files: tuple[Offered, ...]


def files_of(catalogue: Catalogue, record: object) -> tuple[Offered, ...]:
    """Return the files of a record, or of a session or presentation, that are out at the catalogue's moment.

    What has no key 'files' has none.
    """
    files: tuple[File, ...] = getattr(record, "files", ())
    return tuple(offered for file in files for offered in _offered(catalogue, file))


def files_told(catalogue: Catalogue, announcement: Announcement) -> tuple[Offered, ...]:
    """Return the files that go with an announcement: its own, then those of the record that it is about."""
    kind, id = announcement.about.node
    about = files_of(catalogue, catalogue.record(kind, id)) if kind in KINDS else ()
    return (*files_of(catalogue, announcement), *about)


def every_file_of(catalogue: Catalogue, kind: str, record: Record) -> Iterator[Placed]:
    """Yield the files of a record that are out, those of its sessions and presentations too."""
    for keys, file in parts_of(record, File):
        for offered in _offered(catalogue, file):
            yield Placed(kind, record, keys, offered)


def offered_files(catalogue: Catalogue) -> Iterator[Placed]:
    """Yield every file that is out, with who names it, in the order of the records."""
    for kind, record in catalogue.everything():
        yield from every_file_of(catalogue, kind, record)


def awaited_files(catalogue: Catalogue, now: datetime) -> Iterator[tuple[str, Record, File]]:
    """Yield every file whose moment is still to come, with kind and record."""
    for kind, record in catalogue.everything():
        for _, file in parts_of(record, File):
            if _waits(file, now):
                yield kind, record, file


def without_awaited(records: Iterable[tuple[str, Record]], now: datetime) -> dict[str, dict[str, Record]]:
    """Return the records that differ at a moment, by kind and id: without their files still to come.

    Nothing that walks a record finds such a file then, whatever it makes of the record.
    """
    changed: dict[str, dict[str, Record]] = {}
    for kind, record in records:
        if any(_waits(file, now) for _, file in parts_of(record, File)):
            changed.setdefault(kind, {})[record.id] = _cut(record, now)
    return changed


def presentations(catalogue: Catalogue, event: Event) -> tuple[Presentation, ...]:
    """Return how studies are presented at an event, in the order of the studies, with files that are out."""
    return tuple(
        Presentation(study, presented, files_of(catalogue, presented))
        for study in catalogue.studies.values()
        for presented in study.presented
        if presented.event == event.id
    )


def full_text(catalogue: Catalogue, study: Study) -> Offered | None:
    """Return the PDF of a study's full text that stands on the site, the first of several, or None."""
    return next(
        (
            offered
            for offered in files_of(catalogue, study)
            if offered.file.kind == FULL_TEXT and offered.stored and offered.stored.pages
        ),
        None,
    )


def copies_for_scholars(catalogue: Catalogue, study: Study) -> dict[str, str]:
    """Return addresses beside the page of a study at which its full text stands too, with the file's own.

    Google Scholar takes only a file in the folder of the page that names it. The present address is the
    first; those of the names that page and file had before stay. None unless the study can be cited.
    """
    offered = full_text(catalogue, study) if citable(study) else None
    if offered is None or offered.stored is None:
        return {}
    page = address_of("studies", study.id)
    pages = (page, *(old for old, to in catalogue.moves.items() if to == page))
    names = [name.rpartition("/")[2] for name in (offered.stored.name, *offered.file.formerly)]
    return {f"{page}{name}": offered.stored.path for page in pages for name in names}


def _waits(file: File, now: datetime) -> bool:
    """Return whether the moment of a file's release is still to come."""
    return file.released is not None and file.released > now


def _cut(part: M, now: datetime) -> M:
    """Return a record or a part of one without the files that wait, in whatever list they stand."""
    changed: dict[str, Any] = {}
    for name, value in part:
        if isinstance(value, tuple) and any(isinstance(item, BaseModel) for item in value):
            kept = (item for item in value if not (isinstance(item, File) and _waits(item, now)))
            changed[name] = tuple(_cut(item, now) for item in kept)
        elif isinstance(value, BaseModel):
            changed[name] = _cut(value, now)
    return part.model_copy(update=changed)


def _offered(catalogue: Catalogue, file: File) -> Iterator[Offered]:
    if _waits(file, catalogue.now):
        return
    stored = catalogue.downloads.get(file.file) if file.file else None
    if stored or file.link:
        yield Offered(file, stored)
