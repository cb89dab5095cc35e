"""Lists that fill several pages -> the indexes by which the browser narrows them: HTML and values."""

import json

from .lists import LISTED, Entry, entry_drawer, shelf_of
from .paging import Shelf
from .view import View

TEXTS = ("group", "html")


def list_indexes(view: View) -> dict[str, bytes]:
    """Return the index of each list of several pages by its address, in the form of the register's.

    A line holds an entry's group and its HTML as seen from the whole list, then for each filter the
    numbers of its values.
    """
    shelves = (shelf_of(view, listed) for listed in LISTED.values())
    return {shelf.index: _index(view, shelf) for shelf in shelves if shelf.several}


def _index(view: View, shelf: Shelf[Entry]) -> bytes:
    numbers = {name: {value: n for n, value in enumerate(found)} for name, found in shelf.labels.items()}
    here, drawn = view.at(shelf.whole().path), entry_drawer(shelf)
    lines = [
        [
            entry.group,
            drawn(here, entry),
            *([known[value] for value in entry.values[name]] for name, known in numbers.items()),
        ]
        for entry in shelf.entries
    ]
    index = {"texts": TEXTS, "values": {name: list(known) for name, known in numbers.items()}, "lines": lines}
    return json.dumps(index, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
