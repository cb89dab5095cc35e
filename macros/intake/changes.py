"""An entry before and after a correction -> what changes, as a person reads it."""

from collections.abc import Iterator
from itertools import takewhile
from typing import Any

from pydantic import BaseModel

from ..records.project import Project
from .brief import shown

NOTHING = "nothing"
MOST_ALIKE, KEPT_ALIKE = 30, 15


def changes_of(old: Project, new: Project) -> Iterator[str]:
    """Yield what a correction changes: the key, the old words and the new."""
    for name in Project.model_fields:
        was, is_now = getattr(old, name), getattr(new, name)
        if was != is_now:
            before, after = _apart(_words(was), _words(is_now))
            yield f"{name}: {before} -> {after}"
    kept = {str(place.name) for place in new.places if place.note}
    for place in old.places:
        if place.note and str(place.name) not in kept:
            yield f"note dropped: {shown(str(place.name))}: {shown(str(place.note))}"


def _apart(was: str, is_now: str) -> tuple[str, str]:
    """Return two texts cut short; where they begin alike for long, from a little before they part."""
    pairs = zip(was, is_now, strict=False)
    alike = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    start, cut = (alike - KEPT_ALIKE, "…") if alike > MOST_ALIKE else (0, "")
    return shown(cut + was[start:]), shown(cut + is_now[start:])


def _words(value: Any) -> str:
    """Return a value of a record as a person reads it."""
    if isinstance(value, BaseModel):
        parts = ((name, getattr(value, name)) for name in type(value).model_fields)
        found = (name if part is True else _words(part) for name, part in parts)
        return " ".join(words for words in found if words != NOTHING)
    if isinstance(value, tuple):
        return ", ".join(_words(each) for each in value) or NOTHING
    return NOTHING if value is None or value is False else str(value)
