"""The command that makes what people hand out and pin up: flyer."""

import argparse
import os
from pathlib import Path

from ..catalogue import Catalogue, suggestion
from ..catalogue.kinds import KINDS
from ..emitters.flyer.choosing import KINDS as WITH_FLYER
from ..emitters.flyer.choosing import flyer_of, picture_of
from ..emitters.flyer.document import encode_flyer, undrawn
from ..emitters.flyer.flyer import Flyer, Shown
from ..emitters.pictures.opening import DAMAGED, open_pixels
from ..emitters.qr import encode_posters
from ..project import open_public
from ..publish import write_all
from ..records.announcement import Announcement
from ..settings import Folders
from .speaking import say
from .stopping import Stopped

PIXELS = 1900  # as wide as the page at the density of print


def flyer(folders: Folders, options: argparse.Namespace) -> int:
    """Write a page of A4 about an event or a study, as PDF, and the QR code of its address for posters."""
    opened = open_public(folders, os.environ, options.now)
    catalogue, site = opened.public.catalogue, opened.public.site
    kind, id = _meant(catalogue, options.record)
    made = flyer_of(catalogue, kind, id, site, _shown(folders, catalogue, (kind, id), site.language))
    folder = options.folder or folders.flyers
    drawn, png = encode_posters(made.link)
    files = {
        folder / f"{id}.pdf": encode_flyer(made),
        folder / f"{id}-qr.svg": drawn,
        folder / f"{id}-qr.png": png,
    }
    write_all(files)
    say(*(f"{_name(file, folders)} is written ({len(content):,} bytes)" for file, content in files.items()))
    for line in _notes(made):
        say(line)
    return 0


def _meant(catalogue: Catalogue, words: str) -> tuple[str, str]:
    """Return kind and id of what 'forum-2027' or 'events/forum-2027' means; raises Stopped for others."""
    kind, _, id = words.rpartition("/")
    nouns = {name: KINDS[name].noun for name in WITH_FLYER}
    found = [name for name in WITH_FLYER if id in catalogue.ids(name) and kind in ("", name, nouns[name])]
    if len(found) == 1:
        return found[0], id
    if found:
        raise Stopped(f"'{id}' is an event and a study; write events/{id} or studies/{id}")
    raise Stopped(_other(catalogue, kind, id) or _unknown(catalogue, words, id))


def _other(catalogue: Catalogue, kind: str, id: str) -> str:
    """Return what a record is that has no flyer, and which has one; '' where there is no such record."""
    other = next((name for name in KINDS if id in catalogue.ids(name) and kind in ("", name)), None)
    if other is None or other in WITH_FLYER:
        return ""
    record = catalogue.record(other, id)
    about = record.about.node if isinstance(record, Announcement) else ("", "")
    hint = f"; it is about {'/'.join(about)}, which has one" if about[0] in WITH_FLYER else ""
    return f"'{id}' is of {other}, and only events and studies have a flyer{hint}"


def _unknown(catalogue: Catalogue, words: str, id: str) -> str:
    near = suggestion(id, [one for name in WITH_FLYER for one in catalogue.ids(name)])
    return f"there is no event or study '{words}'{near or '; its id is the name of its file, without .yml'}"


def _shown(folders: Folders, catalogue: Catalogue, node: tuple[str, str], language: str) -> Shown | None:
    """Return the picture of a record, read from docs/."""
    chosen = picture_of(catalogue, *node, language)
    if chosen is None:
        return None
    place = "files" if chosen.page else "pictures"
    file = folders.docs / place / chosen.picture.name
    try:
        pixels = open_pixels(chosen.picture, file, min(chosen.picture.width, PIXELS))
    except DAMAGED as wrong:
        if isinstance(wrong, OSError) and wrong.errno is not None:
            raise
        raise Stopped(f"{_name(file, folders)}: is damaged; copy it anew, or save it again") from None
    return Shown(pixels, chosen.alt, chosen.credit, chosen.cover)


def _notes(made: Flyer) -> list[str]:
    lost = undrawn(made)
    return [f"note: the typefaces lack the letters of {lost}; the flyer goes without them"] if lost else []


def _name(file: Path, folders: Folders) -> str:
    return os.path.relpath(file, folders.root) if file.is_relative_to(folders.root) else str(file)
