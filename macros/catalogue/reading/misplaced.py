"""A file or folder of data/ under a name that is none of ours -> the name that it should have."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from ...records.kind import Kind
from ...settings import FORMER_LEDGER, LEDGER
from ..problems import nearest
from .files import content_of, there
from .plain import plain_values

LARGEST = 1_000_000


def meant_place(entry: Path, places: Mapping[str, Kind]) -> str | None:
    """Return the place that is meant, a folder with '/' after it; None where nothing tells.

    A name that looks like none of ours may hold what is missing: then what it holds tells.
    """
    if entry.name.startswith(LEDGER):
        return FORMER_LEDGER
    slash = "/" if entry.is_dir() else ""
    names = (*places, FORMER_LEDGER, f"{LEDGER}/")
    return nearest(entry.name + slash, names) or _by_content(entry, places)


def _by_content(entry: Path, places: Mapping[str, Kind]) -> str | None:
    """Return the first place that nothing stands at and whose records are those of a file or folder."""
    folder = entry.is_dir()
    file = next(iter(sorted(entry.glob("*.yml"))), None) if folder else entry
    content, fault = content_of(file, entry.parent.parent, LARGEST) if file else (b"", "")
    if not content or fault or len(content) > LARGEST:
        return None
    text = content.decode("utf-8", "replace")
    if not folder and text.startswith("{") and not there(entry.parent / FORMER_LEDGER):
        return FORMER_LEDGER
    values = plain_values(text).value
    gone = [name for name in places if name.endswith("/") == folder and not there(entry.parent / name)]
    return next((name for name in gone if _is_of(places[name], values)), None)


def _is_of(kind: Kind, values: Any) -> bool:
    """Return whether the first record of plain values is one of a kind."""
    if kind.layout in ("many a file", "vocabulary") and isinstance(values, dict):
        values = next(iter(values.values()), None)
    try:
        kind.model.model_validate({**values, "id": "x"} if isinstance(values, dict) else values)
    except ValidationError:
        return False
    return True
