"""Records -> notes on what is in order, and yet is shown nowhere: words in a language that the site lacks."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from ...records.language import language_names
from ...records.text import DEFAULT_LANGUAGE, LANGUAGES, Text
from ..catalogue import Catalogue
from ..reading.data_files import Raw, read_data
from ..shape import KeyPath, texts_in_values


def language_notes(data: Path, catalogue: Catalogue, shown: str = DEFAULT_LANGUAGE) -> Iterator[str]:
    """Yield a line for each record and each language of its words that the site does not show."""
    if any(_is_translated(record) for _, record in catalogue.everything()):
        for raw in read_data(data, data.name).raws:
            yield from _of_record(raw, shown)


def _is_translated(value: Any) -> bool:
    if isinstance(value, Text):
        return len(value.words) > 1
    if isinstance(value, BaseModel):
        return any(_is_translated(part) for part in value.__dict__.values())
    if isinstance(value, tuple | dict):
        return any(_is_translated(part) for part in (value.values() if isinstance(value, dict) else value))
    return False


def _of_record(raw: Raw, shown: str) -> Iterator[str]:
    first: dict[str, KeyPath] = {}
    count: Counter[str] = Counter()
    for keys, _ in texts_in_values(raw.kind.model, raw.values):
        code = str(keys[-1])
        if code in LANGUAGES and code not in (DEFAULT_LANGUAGE, shown):
            first.setdefault(code, keys)
            count[code] += 1
    for code, keys in first.items():
        times = f" {count[code]} times" if count[code] > 1 else ""
        what = f"words in '{code}' are given{times}, but the site does not show {language_names()[code]} yet"
        yield str(raw.problem(keys, what))
