"""Raw records -> texts that lose their end, since a ' #' after a text begins a remark.

A remark after an id, a date, a number or a word of a list is a remark; after a text without quotes nobody can
tell it from the rest of the text, unless two spaces set it off, as in the guide, or the text is quoted.
"""

from collections.abc import Iterator

from ..shape import KeyPath, texts_in_values
from .data_files import Raw
from .plain import span_of

SIGN = " #"
MEND = "what follows ' #' is a remark; put the whole text in quotes, or two spaces before a remark"
SHOWN = 60
QUOTES = ("'", '"', "|", ">")


def cut_texts(raw: Raw) -> Iterator[tuple[KeyPath, str]]:
    """Yield key path and message of each text of a record that may go on behind ' #'."""
    if SIGN not in raw.text:
        return
    for keys, _ in texts_in_values(raw.kind.model, raw.values):
        start, end = span_of(raw.text, (*raw.keys, *keys)) or (0, 0)
        if raw.text.startswith(SIGN, end) and not raw.text.startswith(QUOTES, start):
            rest = raw.text[end:].split("\n", 1)[0].strip()
            yield keys, f"'{rest[:SHOWN]}' is left out: {MEND}"
