"""The catalogue at its moment -> which files readers may download: the one answer for pages and formats."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..records.base import Record
from ..records.event import Event
from ..records.file import File
from ..records.study import Study
from ..records.taken import Presented
from .catalogue import Catalogue
from .shape import KeyPath, parts_of
from .stored import StoredFile

FULL_TEXT = "full text"


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


def every_file_of(catalogue: Catalogue, kind: str, record: Record) -> Iterator[Placed]:
    """Yield the files of a record that are out, those of its sessions and presentations too."""
    for keys, file in parts_of(record, File):
        for offered in _offered(catalogue, file):
            yield Placed(kind, record, keys, offered)


def offered_files(catalogue: Catalogue) -> Iterator[Placed]:
    """Yield every file that is out, with who names it, in the order of the records."""
    for kind, record in catalogue.everything():
        yield from every_file_of(catalogue, kind, record)


def awaited_files(catalogue: Catalogue) -> Iterator[tuple[str, Record, File]]:
    """Yield every file whose moment is still to come, with kind and record."""
    for kind, record in catalogue.everything():
        for _, file in parts_of(record, File):
            if waits(catalogue, file):
                yield kind, record, file


def waits(catalogue: Catalogue, file: File) -> bool:
    """Return whether the moment of a file's release is still to come."""
    return file.released is not None and file.released > catalogue.now


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


def _offered(catalogue: Catalogue, file: File) -> Iterator[Offered]:
    if waits(catalogue, file):
        return
    stored = catalogue.downloads.get(file.file) if file.file else None
    if stored or file.link:
        yield Offered(file, stored)
