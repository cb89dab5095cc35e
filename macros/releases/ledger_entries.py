"""Entries of the ledger <-> JSON: the files of data/ledger/, one an entry, named by moment and digest.

Two branches that publish add files of different names, so that Git merges them by itself. A file names in
'after' the entries that it follows, as a commit names its parents: an entry that is lost is missed.
"""

import json
import re
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from ..catalogue.problems import Problem
from ..catalogue.reading.conflicts import CONFLICT, conflict_line
from ..catalogue.reading.files import unfit
from ..records.moment import utc_words
from ..records.release import Entered, Entry, Ledger, Recorded, Release, Withdrawal
from ..settings import LEDGER

NAME = re.compile(r"[0-9]{8}T[0-9]{6}Z-([0-9a-f]{16})\.json")
LARGEST = 100_000
TAKE_BACK = (
    'take the ledger back as it was (git checkout HEAD -- "data/ledger*", and during a merge also: '
    'git checkout MERGE_HEAD -- "data/ledger*"), or delete this file if Git never had it; '
    "then run: outreach publish"
)
BY_KEY: dict[str, type[Entry]] = {"withdrawn": Withdrawal, "entered": Entered}


def new_files(ledger: Ledger, additions: Iterable[Entry]) -> Iterator[tuple[str, bytes, Entry]]:
    """Yield name, content and entry of each file that the ledger grows by; each follows the one before."""
    after = ledger.heads
    for entry in additions:
        digest = digest_of(entry, after)
        content = json.dumps({**values_of(entry), "after": list(after)}, indent=1) + "\n"
        yield name_of(entry, digest), content.encode(), entry
        after = (digest,)


def read_entries(folder: Path, shown: str) -> tuple[list[Recorded], set[str], list[Problem]]:
    """Return the entries of the folder, the digests that names of files claim, and what is wrong there."""
    fault = unfit(folder, folder.parent.parent, folder=True)
    if fault:
        return [], set(), [Problem(shown, 1, fault)]
    found: list[Recorded] = []
    claimed: set[str] = set()
    problems: list[Problem] = []
    for file in sorted(folder.iterdir()):
        if file.name.startswith((".", "~")) or file.name.endswith("~"):
            continue
        here = f"{shown}/{file.name}"
        name = NAME.fullmatch(file.name)
        if name is None or unfit(file, folder.parent.parent):
            problems.append(Problem(here, 1, "is no entry of the ledger; move or delete it"))
            continue
        claimed.add(name[1])
        recorded = _recorded(file)
        if recorded is None:
            mark = conflict_line(_text(file))
            what = CONFLICT if mark else "is damaged and cannot be read"
            problems.append(Problem(here, mark or 1, f"{what}; {TAKE_BACK}"))
        elif file.name != name_of(recorded.entry, recorded.digest):
            problems.append(Problem(here, 1, f"was changed: its name and what it says differ; {TAKE_BACK}"))
        else:
            found.append(recorded)
    return found, claimed, problems


def name_of(entry: Entry, digest: str) -> str:
    """Return the name of an entry's file: '20261128T090000Z-0123456789abcdef.json'."""
    return f"{re.sub('[-:]', '', utc_words(entry.moment))}-{digest}.json"


def digest_of(entry: Entry, after: Iterable[str]) -> str:
    """Return the digest of an entry and of what it follows; line ends and spaces do not matter to it."""
    words = canonical({**values_of(entry), "after": sorted(after)})
    return sha256(words.encode()).hexdigest()[:16]


def canonical(values: dict[str, Any]) -> str:
    """Return values as the one text that digests and seals are worked out from."""
    return json.dumps(values, sort_keys=True)


def values_of(entry: Entry) -> dict[str, Any]:
    """Return an entry as the values of its JSON object."""
    if isinstance(entry, Withdrawal):
        return {"withdrawn": utc_words(entry.withdrawn), "guid": entry.guid}
    if isinstance(entry, Entered):
        return {"entered": utc_words(entry.entered), **entry.model_dump(mode="json", exclude={"entered"})}
    return {
        "released": utc_words(entry.released),
        **({"asked": utc_words(entry.asked)} if entry.asked else {}),
        "guid": entry.guid,
        "path": entry.path,
        "feeds": list(entry.feeds),
    }


def decoded(text: str) -> dict[str, Any]:
    """Return the JSON object of a text; nothing where it is none."""
    try:
        values = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return values if isinstance(values, dict) else {}


def entry_from(values: dict[str, Any]) -> Entry | None:
    """Return the entry that values make, or None where they make none."""
    model = next((model for key, model in BY_KEY.items() if key in values), Release)
    try:
        return model.model_validate(values)
    except (ValidationError, RecursionError):
        return None


def _text(file: Path) -> str:
    """Return what a file says; nothing where that is no text, or too much for an entry."""
    if file.stat().st_size > LARGEST:
        return ""
    try:
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


def _recorded(file: Path) -> Recorded | None:
    values = decoded(_text(file))
    after = values.pop("after", None)
    if not isinstance(after, list) or not all(isinstance(digest, str) for digest in after):
        return None
    entry = entry_from(values)
    if entry is None:
        return None
    return Recorded(entry, digest_of(entry, after), tuple(after), f"{LEDGER}/{file.name}")
