"""data/ledger.jsonl -> what was released, withdrawn and put into calendars; and the lines it grows by.

Each line is a JSON object whose seal is worked out from the line and the seal above it, so that a line
that was edited, moved or lost shows.
"""

import json
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from ..records.moment import spoken, utc_words
from ..records.release import Entered, Entry, Ledger, Release, Withdrawal
from .problems import Problem

LEDGER = "ledger.jsonl"
RESTORE = "take the file back as it was (git checkout data/ledger.jsonl), then run: outreach publish"


BY_KEY: dict[str, type[Entry]] = {"withdrawn": Withdrawal, "entered": Entered}


def read_ledger(file: Path, shown: str) -> tuple[Ledger | None, list[Problem]]:
    """Return the ledger of a file, and what is wrong with it; None where nothing can be built on it."""
    if not file.is_file():
        return None, [Problem(shown, 1, f"is missing; it knows what was released: {RESTORE}")]
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError as wrong:
        bad = wrong.object.count(b"\n", 0, wrong.start) + 1
        return None, [Problem(shown, bad, f"is damaged and cannot be read; {RESTORE}")]
    entries: list[Entry] = []
    problems: list[Problem] = []
    seal = ""
    for number, line in enumerate(lines, 1):
        entry, own_seal = _entry(line)
        if entry is None:
            problems.append(Problem(shown, number, f"is damaged and cannot be read; {RESTORE}"))
            return None, problems
        if own_seal != _seal(seal, entry):
            what = "does not follow from the line above: it was changed by hand, or a line was lost"
            return None, [Problem(shown, number, f"{what}; {RESTORE}")]
        entries.append(entry)
        seal = own_seal
    problems.extend(_in_order(entries, shown))
    return (Ledger(tuple(entries), seal) if not problems else None), problems


def ledger_lines(ledger: Ledger, additions: Iterable[Entry]) -> str:
    """Return the lines that the file grows by, each with its seal."""
    seal = ledger.seal
    lines = []
    for entry in additions:
        seal = _seal(seal, entry)
        lines.append(json.dumps({**_values(entry), "seal": seal}) + "\n")
    return "".join(lines)


def _entry(line: str) -> tuple[Entry | None, str]:
    """Return the entry of a line and the seal that stands in it, or None where it is no entry."""
    try:
        values = json.loads(line)
        seal = values.pop("seal")
        model = next((model for key, model in BY_KEY.items() if key in values), Release)
        return model.model_validate(values), str(seal)
    except (ValueError, ValidationError, KeyError, TypeError, AttributeError, RecursionError):
        return None, ""


def _values(entry: Entry) -> dict[str, Any]:
    if isinstance(entry, Withdrawal):
        return {"withdrawn": utc_words(entry.withdrawn), "guid": entry.guid}
    if isinstance(entry, Entered):
        return {"entered": utc_words(entry.entered), **entry.model_dump(mode="json", exclude={"entered"})}
    return {
        "released": utc_words(entry.released),
        "guid": entry.guid,
        "path": entry.path,
        "feeds": list(entry.feeds),
    }


def _seal(above: str, entry: Entry) -> str:
    words = above + json.dumps(_values(entry), sort_keys=True)
    return sha256(words.encode()).hexdigest()[:16]


def _in_order(entries: list[Entry], shown: str) -> Iterator[Problem]:
    """Yield where a line says what no publishing writes: out of order, twice, or never released."""
    newest: Release | None = None
    seen: set[tuple[bool, str]] = set()
    sequences: dict[str, int] = {}
    for number, entry in enumerate(entries, 1):
        if isinstance(entry, Entered):
            if entry.sequence != sequences.get(entry.uid, -1) + 1:
                yield Problem(shown, number, f"{entry.uid} is out of its order; {RESTORE}")
            sequences[entry.uid] = entry.sequence
            continue
        gone = isinstance(entry, Withdrawal)
        if (gone, entry.guid) in seen:
            yield Problem(shown, number, f"{entry.guid} stands here a second time; {RESTORE}")
        elif isinstance(entry, Withdrawal) and (False, entry.guid) not in seen:
            yield Problem(shown, number, f"{entry.guid} is withdrawn but was never released; {RESTORE}")
        elif isinstance(entry, Release) and newest and entry.released <= newest.released:
            yield Problem(shown, number, f"is not later than {spoken(newest.released)} above; {RESTORE}")
        seen.add((gone, entry.guid))
        newest = entry if isinstance(entry, Release) else newest
