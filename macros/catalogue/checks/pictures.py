"""Pictures that records name -> what is wrong with them: none there, shown twice, an original that tells."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ..pictured import Named
from ..problems import Problem
from ..reading.data_files import Raw
from ..shape import KeyPath
from ..stored import PictureFile

GALLERY = "gallery"
NOTED = (
    "holds what the camera noted, such as where and when; take out 'original: true', or name the copy that "
    "'outreach picture' makes of it"
)


@dataclass(frozen=True, slots=True)
class Placed:
    """A picture that a record names, the raw record, and the key path in it."""

    named: Named
    raw: Raw
    keys: KeyPath


def check_pictures(naming: Sequence[Placed], found: Mapping[str, PictureFile | str]) -> Iterator[Problem]:
    """Yield what is wrong with the pictures that records name; found holds each, or what is wrong with it."""
    seen: set[tuple[str, KeyPath, str]] = set()
    for placed in naming:
        name, keys = placed.named.name, placed.keys
        picture = found[name]
        if isinstance(picture, str):
            yield replace(placed.raw.problem(keys, picture), cause=f"docs/pictures/{name}")
        elif placed.named.original and picture.exif:
            yield placed.raw.problem((*keys[:-1], "original"), f"docs/pictures/{name} {NOTED}")
        gallery = keys[:-2] if GALLERY in keys else None
        if gallery is None:
            continue
        if (placed.raw.path, gallery, name) in seen:
            yield placed.raw.problem(keys, f"'{name}' stands twice in this gallery; keep one of them")
        seen.add((placed.raw.path, gallery, name))
