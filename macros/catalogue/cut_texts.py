"""Raw records -> texts that lose their end, since a ' #' after a text begins a remark.

A remark after an id, a date, a number or a word of a list is a remark; after a text without quotes nobody can
tell it from the rest of the text, so there the whole text stands in quotes, and the remark behind them.
"""

import re
from collections.abc import Iterator

from .plain import span_of
from .reading import Raw
from .shape import KeyPath, texts_in_values

REMARK = re.compile(r"[ \t]+#")
MEND = "what follows ' #' is a remark; put the whole text in quotes, and a remark behind them"
SHOWN = 60


def cut_texts(raw: Raw) -> Iterator[tuple[KeyPath, str]]:
    """Yield key path and message of each text of a record with a remark on its last line."""
    if not REMARK.search(raw.text):
        return
    for keys, _ in texts_in_values(raw.kind.model, raw.values):
        span = span_of(raw.text, (*raw.keys, *keys))
        if span and REMARK.match(raw.text, span[1]) and _unquoted(raw.text, span[0]):
            rest = raw.text[span[1] :].split("\n", 1)[0].strip()
            yield keys, f"'{rest[:SHOWN]}' is left out: {MEND}"


def _unquoted(text: str, start: int) -> bool:
    return text[start] not in "'\"|>"
