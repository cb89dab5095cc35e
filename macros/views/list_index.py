"""Lists that fill several pages -> the indexes by which the browser narrows them: words and values."""

import json
from dataclasses import asdict

from .entries import forms_of, words_of
from .lists import LISTED, Entry, shelf_of
from .paging import Shelf
from .view import View

TEXTS = ("group", "id", "title", "when", "about", "summary", "days", "starts", "ends", "badges")


def list_indexes(view: View) -> dict[str, bytes]:
    """Return the index of each list of several pages by its address, in the form of the register's.

    A line holds an entry's texts, the last of them the number of its badges, then for each filter the
    numbers of its values.
    """
    shelves = (shelf_of(view, listed) for listed in LISTED.values())
    return {shelf.index: _index(view, shelf) for shelf in shelves if shelf.several}


def _index(view: View, shelf: Shelf[Entry]) -> bytes:
    numbers = {name: {value: n for n, value in enumerate(found)} for name, found in shelf.labels.items()}
    badges: dict[tuple[tuple[str, str, str], ...], int] = {}
    lines = []
    for entry in shelf.entries:
        state = getattr(entry.record, LISTED[shelf.home].state)
        forms, starts, ends = forms_of(view, entry.record, state)
        number = badges.setdefault(forms, len(badges))
        words = asdict(words_of(view, entry.record))
        texts = {"group": entry.group, **words, "starts": starts, "ends": ends, "badges": number}
        filed = ([known[value] for value in entry.values[name]] for name, known in numbers.items())
        lines.append([*(texts[name] for name in TEXTS), *filed])
    values = {name: list(known) for name, known in numbers.items()}
    index = {"texts": TEXTS, "badges": list(badges), "values": values, "lines": lines}
    return json.dumps(index, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
