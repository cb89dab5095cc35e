"""Pictures in the words of a page, and those of records -> their HTML, and the copies that go with a site."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote

from lxml.html import fragment_fromstring
from markupsafe import Markup

from ..catalogue import Catalogue
from ..catalogue.addresses import named_at
from ..catalogue.renditions import PDF, Rendition, renditions
from ..catalogue.shown_pictures import Copies, cover_picture, preview_picture
from ..catalogue.stored import PictureFile
from ..emitters.pictures.copies import Wanted
from ..views.pictures import render_written
from ..views.view import View
from .links import SCHEME

FOLDER = "pictures/"
IMAGE = re.compile(r"<p>\s*(?P<alone><img\b[^>]*>)\s*</p>|(?P<among><img\b[^>]*>)")


def with_pictures(
    html: str, pictures: Mapping[str, PictureFile], view: View, first: bool, note: Callable[[str], None]
) -> str:
    """Return the HTML that an engine made of a page, with each picture of docs/pictures/ in its copies.

    first tells whether readers see its first picture at once; note is told the name of each.
    """
    waiting = [first]

    def shown(found: re.Match[str]) -> str:
        tag = fragment_fromstring(found["alone"] or found["among"])
        path = unquote(tag.get("src", "").removeprefix(SCHEME))
        picture = pictures.get(path.removeprefix(FOLDER))
        if picture is None or not tag.get("src", "").startswith(f"{SCHEME}{FOLDER}"):
            return found[0]
        note(picture.name)
        eager = waiting.pop() if waiting else False
        made = render_written(view, picture, dict(tag.attrib), eager, alone=bool(found["alone"]))
        return Markup("{}").format(made)

    return IMAGE.sub(shown, html)


def previews_of(catalogue: Catalogue) -> Copies:
    """Return the copies of announcements' own pictures that previews and feeds show."""
    return {
        catalogue.pictures[one.picture.file]: (copy,)
        for one in catalogue.announcements.values()
        if one.picture and (copy := preview_picture(catalogue, one))
    }


def cover_path(catalogue: Catalogue, path: str) -> str:
    """Return the address of the cover of what a page is about, in a format for every program, or ''."""
    kind, id = named_at(path) or ("", "")
    known = bool(kind) and id in catalogue.ids(kind)
    cover = cover_picture(catalogue, catalogue.record(kind, id)) if known else None
    return renditions(cover)[-1].path if cover else ""


def unshown(others: Iterable[str], named: Collection[str]) -> Iterator[str]:
    """Yield a line for each picture of docs/ that no record and no page names."""
    for path in others:
        if path.startswith(FOLDER) and path.removeprefix(FOLDER) not in named:
            yield f"docs/{path}: no record or page shows it, so it is not published"


def together(*several: Copies) -> Copies:
    """Return the copies of several, each picture once with all that any wants of it."""
    found: dict[PictureFile, dict[Rendition, None]] = {}
    for copies in several:
        for picture, wanted in copies.items():
            found.setdefault(picture, {}).update(dict.fromkeys(wanted))
    return {picture: tuple(wanted) for picture, wanted in found.items()}


def copies_of_written(names: Iterable[str], pictures: Mapping[str, PictureFile]) -> Copies:
    """Return the copies of the pictures that hand-written pages show."""
    return {pictures[name]: renditions(pictures[name]) for name in sorted(set(names))}


def wanted(copies: Copies, docs: Path) -> Iterator[Wanted]:
    """Yield each picture with its copies and the file of docs/ in which it lies, by name."""
    for picture in sorted(copies, key=lambda picture: picture.name):
        folder = "files" if picture.media_type == PDF else "pictures"
        yield Wanted(picture, docs / folder / picture.name, copies[picture])
