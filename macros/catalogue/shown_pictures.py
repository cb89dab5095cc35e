"""The catalogue at its moment -> which pictures readers get of its records, and in which copies."""

from collections.abc import Iterator
from itertools import chain

from ..records.announcement import Announcement
from ..records.base import Record
from .catalogue import Catalogue
from .downloads import FULL_TEXT, files_of
from .pictured import pictures_in
from .renditions import Rendition, cover_of, original_copy, preview_copy, renditions
from .stored import PictureFile

Copies = dict[PictureFile, tuple[Rendition, ...]]


def copies_of_records(catalogue: Catalogue) -> Copies:
    """Return every picture that a record shows, with its copies in order, each once."""
    found: dict[PictureFile, dict[Rendition, None]] = {}
    for picture, copies in chain.from_iterable(_copies(catalogue, one) for _, one in catalogue.everything()):
        found.setdefault(picture, {}).update(dict.fromkeys(copies))
    return {picture: tuple(copies) for picture, copies in found.items()}


def cover_picture(catalogue: Catalogue, record: Record) -> PictureFile | None:
    """Return the cover of a study or a document: its own, else the first page of a full text that is out."""
    own = getattr(record, "cover", None)
    if own is not None:
        return catalogue.pictures.get(own.file)
    texts = (one.stored for one in files_of(catalogue, record) if one.file.kind == FULL_TEXT and one.stored)
    return next((cover for text in texts if (cover := cover_of(text))), None)


def preview_picture(catalogue: Catalogue, announcement: Announcement) -> Rendition | None:
    """Return the copy of an announcement's picture for previews and feeds, or None where its card serves."""
    own = announcement.picture and catalogue.pictures.get(announcement.picture.file)
    return preview_copy(own) if own else None


def _copies(catalogue: Catalogue, record: Record) -> Iterator[tuple[PictureFile, tuple[Rendition, ...]]]:
    for named in pictures_in(record):
        picture = catalogue.pictures[named.name]
        yield picture, renditions(picture)
        if named.original:
            yield picture, (original_copy(picture),)
    if isinstance(record, Announcement) and (preview := preview_picture(catalogue, record)):
        yield catalogue.pictures[record.picture.file], (preview,)  # type: ignore[union-attr]  # it has one
    if hasattr(record, "cover") and (cover := cover_picture(catalogue, record)):
        yield cover, renditions(cover)
