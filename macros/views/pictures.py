"""A picture and what its record says of it -> HTML that loads no more of it than a screen needs."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from markupsafe import Markup

from ..catalogue.renditions import WEBP, Rendition, original_copy, renditions
from ..catalogue.shown_pictures import cover_picture
from ..catalogue.stored import PictureFile
from ..records.base import Record
from ..records.picture import Picture
from .view import View

# How wide a picture is shown, as site.css has it: on its own, as a tile of a gallery, as a cover, in a list.
ALONE = "(min-width: 48rem) 46rem, calc(100vw - 2rem)"
TILE = "(min-width: 62rem) 15rem, (min-width: 40rem) 30vw, 44vw"
COVER = "(min-width: 40rem) 13rem, 9rem"
PORTRAIT = COVER
SMALL = "6rem"


def render_picture(view: View, file: PictureFile, alt: str, sizes: str, eager: bool = False) -> Markup:
    """Return a picture in all its copies; one that is not eager waits until a reader comes near."""
    copies = renditions(file)
    webp = [copy for copy in copies if copy.media_type == WEBP]
    older = [copy for copy in copies if copy.media_type != WEBP]
    return view.render(
        "picture",
        webp=_set(view, webp),
        older=_set(view, older if len(older) > 1 else ()),
        src=view.to(older[-1].path),
        shown=(webp or older)[-1],
        alt=alt,
        sizes=sizes,
        eager=eager,
    )


def render_figure(view: View, told: Picture, sizes: str = ALONE, eager: bool = False) -> Markup:
    """Return a picture of a record with its caption, credit and licence."""
    file = view.catalogue.pictures[told.file]
    made = render_picture(view, file, view.text(told.alt), sizes, eager)
    return view.render("figure", picture=made, told=told, original=original(view, told))


def render_written(
    view: View, file: PictureFile, said: Mapping[str, str], eager: bool = False, alone: bool = True
) -> Markup:
    """Return a picture of a hand-written page by what Markdown says of it: alt, title, id, class.

    One that stands alone in its paragraph becomes a figure, with its title as caption.
    """
    picture = render_picture(view, file, said.get("alt", ""), ALONE, eager)
    return view.render("written_picture", picture=picture, said=said, alone=alone)


def render_gallery(view: View, gallery: Sequence[Picture]) -> Markup:
    """Return the pictures of a record as tiles, each a link to the large one; nothing where it has none."""
    return view.render("gallery", tiles=list(_tiles(view, gallery))) if gallery else Markup()


def render_cover(view: View, record: Record, eager: bool = False, sizes: str = COVER) -> Markup:
    """Return the cover of a study or a document, or nothing where it has none."""
    file = cover_picture(view.catalogue, record)
    if file is None:
        return Markup()
    title = view.text(getattr(record, "title", None))
    alt = f"Cover of “{title}”" if eager else ""
    picture = render_picture(view, file, alt, sizes, eager)
    return view.render("cover", picture=picture, told=getattr(record, "cover", None))


def render_logo(view: View, record: Any, eager: bool = False) -> Markup:
    """Return the logo of an organization, or nothing; its name always stands beside it."""
    if not record.logo:
        return Markup()
    return render_picture(view, view.catalogue.pictures[record.logo], "", SMALL, eager)


def original(view: View, told: Picture) -> dict[str, Any] | None:
    """Return where readers get the file of a picture as it is, where its record offers that."""
    if not told.original:
        return None
    file = view.catalogue.pictures[told.file]
    kind = file.media_type.partition("/")[2].upper()
    size = f"{file.width:,} × {file.height:,}, {max(0.1, file.length / 1e6):.1f} MB"
    return {"href": view.to(original_copy(file).path), "words": f"{kind}, {size}"}


def _tiles(view: View, gallery: Iterable[Picture]) -> Iterable[dict[str, Any]]:
    for told in gallery:
        file = view.catalogue.pictures[told.file]
        large = next(copy for copy in reversed(renditions(file)) if copy.media_type == WEBP)
        yield {
            "picture": render_picture(view, file, view.text(told.alt), TILE),
            "large": large,
            "told": told,
            "original": original(view, told),
        }


def _set(view: View, copies: Iterable[Rendition]) -> str:
    return ", ".join(f"{view.to(copy.path)} {copy.width}w" for copy in copies)
