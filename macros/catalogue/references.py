"""The files of data/ and an id -> their texts with another id where they name that record."""

from collections import defaultdict
from pathlib import Path

from .loading import Loaded, load_records
from .problems import ProblemsFound
from .reading.plain import span_of
from .shape import named_ids

Span = tuple[int, int]
QUOTES = "'\""
BY_HAND = "names '{id}' in a form that cannot be rewritten; write the id plainly, then rename"


def renamed_references(data: Path, kind: str, old: str, new: str) -> dict[str, str]:
    """Return the new text of each file that names a record, by the file's path within the folder.

    Raises ProblemsFound where an id stands in a form that cannot be replaced alone.
    """
    texts: dict[str, str] = {}
    spans: defaultdict[str, set[Span]] = defaultdict(set)
    for entry in load_records(data):
        for span in _spans(entry, kind, old):
            path = entry.raw.path.partition("/")[2]
            texts[path] = entry.raw.text
            spans[path].add(span)
    return {path: replaced(text, spans[path], new) for path, text in texts.items()}


def replaced(text: str, spans: set[Span], new: str) -> str:
    """Return a text with other words at some places of it."""
    for start, end in sorted(spans, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def _spans(entry: Loaded, kind: str, id: str) -> list[Span]:
    found = []
    for keys, ref, named in named_ids(entry.record):
        if ref.kind == kind and named == id:
            raw = entry.raw
            start, end = span_of(raw.text, (*raw.keys, *entry.keys, *keys)) or (0, 0)
            if raw.text[start:end].startswith(tuple(QUOTES)):
                start, end = start + 1, end - 1
            if raw.text[start:end] != id:
                raise ProblemsFound([raw.problem((*entry.keys, *keys), BY_HAND.format(id=id))])
            found.append((start, end))
    return found
