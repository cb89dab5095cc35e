"""The register -> the index by which the browser narrows it: the words of its lines and their values."""

import json
from dataclasses import asdict
from datetime import date
from typing import Any

from ..catalogue import Catalogue
from ..catalogue.entries import line_of
from ..catalogue.register import choices, facets
from ..records.text import DEFAULT_LANGUAGE

PATH = "register/index.json"
TEXTS = ("id", "name", "meta", "who", "where", "what", "when", "confirmed", "stale_from")


def encode_register_index(catalogue: Catalogue, language: str = DEFAULT_LANGUAGE) -> dict[str, bytes]:
    """Return the index by its address: JSON with texts, values by filter, and a line for each project.

    A line holds its texts in that order, then for each filter the numbers of its values.
    """
    labels = choices(catalogue, language)
    numbers = {name: {value: n for n, value in enumerate(found)} for name, found in labels.items()}
    projects = sorted(catalogue.projects.values(), key=lambda p: (str(p.title).casefold(), p.id))
    lines = []
    for project in projects:
        words: dict[str, Any] = {"id": project.id, **asdict(line_of(catalogue, project, language))}
        values = facets(catalogue, project)
        filed = [[numbers[name][v] for v in values[name] if v in numbers[name]] for name in labels]
        lines.append([*(_plain(words[name]) for name in TEXTS), *filed])
    index = {"texts": TEXTS, "values": {name: list(found) for name, found in labels.items()}, "lines": lines}
    return {PATH: json.dumps(index, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"}


def _plain(value: str | date) -> str:
    return value.isoformat() if isinstance(value, date) else value
