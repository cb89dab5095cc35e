"""A page written by hand for a record -> the same, with what the record already says."""

from typing import Any

from markupsafe import Markup

from ..catalogue.addresses import named_at
from .pages import description_of, title_of
from .relations import render_related
from .view import View


def describe(view: View, path: str, meta: dict[str, Any]) -> dict[str, Any]:
    """Return a page's front matter; a record's page takes title and description from the record."""
    found = _record_at(view, path)
    if found is None:
        return meta
    _, record = found
    return {"title": title_of(view, record), "description": description_of(view, record), **meta}


def related_at(view: View, path: str) -> Markup:
    """Return what follows the prose of a record's page: what the record is linked with."""
    found = _record_at(view, path)
    return render_related(view, *found) if found else Markup("")


def _record_at(view: View, path: str) -> tuple[str, Any] | None:
    """Return kind and record of the page at an address, or None where it is no record's page."""
    named = named_at(path)
    return (named[0], view.catalogue.record(*named)) if named else None
