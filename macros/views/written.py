"""Front matter of a page written by hand -> the same, with what its record already says."""

from typing import Any

from ..catalogue.addresses import address_of
from .pages import RENDERERS, description_of
from .view import View


def describe(view: View, path: str, meta: dict[str, Any]) -> dict[str, Any]:
    """Return a page's front matter; a record's page takes title and description from the record."""
    kind, _, id = path.rstrip("/").partition("/")
    kind = {address_of(kind, "")[:-2]: kind for kind in RENDERERS}.get(kind, "")
    if not kind or id not in view.catalogue.ids(kind):
        return meta
    record: Any = view.catalogue.record(kind, id)
    return {"title": view.text(record.title), "description": description_of(view, record), **meta}
