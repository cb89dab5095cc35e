"""A record -> the pictures of docs/pictures/ that it names, each with the key by which it does."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from ..records.base import Record
from .shape import KeyPath


class Named(NamedTuple):
    """A picture by its name, the keys under which a record names it, and whether readers get the file."""

    keys: KeyPath
    name: str
    original: bool = False


def pictures_in(record: Record) -> Iterator[Named]:
    """Yield every picture that a record names: its picture, cover, logo and gallery."""
    made: Any = record
    for key in ("picture", "cover"):
        if (one := getattr(made, key, None)) is not None:
            yield Named((key, "file"), one.file, getattr(one, "original", False))
    if (logo := getattr(made, "logo", None)) is not None:
        yield Named(("logo",), logo)
    for number, one in enumerate(getattr(made, "gallery", ())):
        yield Named(("gallery", number, "file"), one.file, one.original)
