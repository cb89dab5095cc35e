"""Entries -> the lines of data/ledger.jsonl, as publishing wrote them before there was data/ledger/."""

import json
from collections.abc import Iterable

from macros.records.release import Entry
from macros.releases.former_ledger import seal_of
from macros.releases.ledger_entries import canonical, values_of


def former_lines(additions: Iterable[Entry], above: str = "") -> str:
    """Return the lines that the file grew by, each with its seal; above is the last seal in it."""
    lines = []
    for entry in additions:
        above = seal_of(above, canonical(values_of(entry)))
        lines.append(json.dumps({**values_of(entry), "seal": above}) + "\n")
    return "".join(lines)
