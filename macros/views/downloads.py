"""The files of a record, or of a session of an event -> the block from which they are downloaded."""

from collections.abc import Iterable, Iterator
from typing import Any

from markupsafe import Markup

from ..catalogue.downloads import Offered
from ..catalogue.file_words import what_words
from .view import View


def render_files(view: View, files: Iterable[Offered]) -> Markup:
    """Return the main file as a large link and the others as a list; nothing where there is none."""
    offered = tuple(described(view, files))
    return view.render("files", main=offered[0], more=offered[1:]) if offered else Markup()


def described(view: View, files: Iterable[Offered]) -> Iterator[dict[str, Any]]:
    """Yield files as fragments show them: address from the page, title, what it is, and its kind."""
    for offered in files:
        stored, file = offered.stored, offered.file
        title = view.text(file.title)
        yield {
            "href": offered.url(view.root),
            "title": title,
            "kind": "" if title.casefold() == file.kind else file.kind.capitalize(),
            "what": what_words(offered, view.language),
            "note": view.text(file.note),
            "language": file.language,
            "type": stored.media_type if stored else "",
            "here": stored is not None,
        }
