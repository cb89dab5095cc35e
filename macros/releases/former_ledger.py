"""data/ledger.jsonl -> the releases, withdrawals and calendar entries of the time before data/ledger/.

Each line is a JSON object whose seal is worked out from the line and the seal above it, so that a line
that was edited, moved or lost shows. The file is read for good and never written.
"""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from ..catalogue.problems import Problem
from ..catalogue.reading.conflicts import CONFLICT, conflict_line
from ..catalogue.reading.files import content_of
from ..records.moment import spoken
from ..records.release import Entered, Recorded, Release, Withdrawal
from ..settings import FORMER_LEDGER
from .ledger_entries import canonical, decoded, entry_from, values_of

RESTORE = (
    f"take the file back as it was (git checkout HEAD -- data/{FORMER_LEDGER}; where HEAD has the damage "
    f"too, an older commit: git log -- data/{FORMER_LEDGER}), then run: outreach publish"
)
LARGEST = 100_000_000


def read_former(file: Path, shown: str) -> tuple[tuple[Recorded, ...] | None, list[Problem]]:
    """Return the entries of the file, and what is wrong with it; None where nothing can be built on it."""
    content, fault = content_of(file, file.parent.parent, LARGEST)
    if fault:
        return None, [Problem(shown, 1, fault)]
    try:
        lines = content.decode("utf-8").splitlines()
    except UnicodeDecodeError as wrong:
        bad = wrong.object.count(b"\n", 0, wrong.start) + 1
        return None, [Problem(shown, bad, f"is damaged and cannot be read; {RESTORE}")]
    found: list[Recorded] = []
    above = ""
    for number, line in enumerate(lines, 1):
        values = decoded(line)
        seal = str(values.pop("seal", ""))
        entry = entry_from(values) if seal else None
        if entry is None:
            return None, [Problem(shown, number, f"{_damage(line)}; {RESTORE}")]
        if seal != seal_of(above, canonical(values_of(entry))):
            what = "does not follow from the line above: it was changed by hand, or a line was lost"
            return None, [Problem(shown, number, f"{what}; {RESTORE}")]
        found.append(Recorded(entry, seal, (above,) if above else (), FORMER_LEDGER, number))
        above = seal
    problems = list(_in_order(found, shown))
    return (tuple(found) if not problems else None), problems


def seal_of(above: str, words: str) -> str:
    """Return the seal of a line's words under the seal above it."""
    return sha256((above + words).encode()).hexdigest()[:16]


def _damage(line: str) -> str:
    return CONFLICT if conflict_line(line) else "is damaged and cannot be read"


def _in_order(found: list[Recorded], shown: str) -> Iterator[Problem]:
    """Yield where a line says what no publishing wrote: out of order, twice, or never released."""
    newest: Release | None = None
    seen: set[tuple[bool, str]] = set()
    sequences: dict[str, int] = {}
    for recorded in found:
        entry, number = recorded.entry, recorded.line
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
