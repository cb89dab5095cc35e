"""data/ledger.jsonl and data/ledger/ -> what was released, withdrawn and put into calendars."""

import heapq
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from ..catalogue.problems import Problem
from ..catalogue.reading.files import there
from ..records.moment import spoken
from ..records.release import Entered, Ledger, Recorded, Release, Withdrawal
from ..settings import FORMER_LEDGER, LEDGER
from .former_ledger import read_former
from .ledger_entries import TAKE_BACK, read_entries

MISSING = (
    f"is missing; it or data/{FORMER_LEDGER} knows what was released: take them back (git checkout HEAD -- "
    f'"data/ledger*"), or make an empty folder data/{LEDGER} where nothing ever was'
)


def read_ledger(data: Path, name: str) -> tuple[Ledger | None, list[Problem]]:
    """Return the ledger of a data folder, and what is wrong with it; None where nothing can be built on it.

    name is how problems call the folder. One of the two places is enough.
    """
    file, folder = data / FORMER_LEDGER, data / LEDGER
    if not there(file) and not there(folder):
        return None, [Problem(f"{name}/{LEDGER}", 1, MISSING)]
    former, problems = read_former(file, f"{name}/{FORMER_LEDGER}") if there(file) else ((), [])
    new: list[Recorded] = []
    claimed: set[str] = set()
    if there(folder):
        new, claimed, wrong = read_entries(folder, f"{name}/{LEDGER}")
        problems.extend(wrong)
    if former is not None:
        problems.extend(_lost(new, claimed | {line.digest for line in former}, name))
    if former is None or problems:
        return None, problems
    ordered = (*former, *_ordered(new))
    problems = list(_never_written(ordered, name))
    return (Ledger(ordered) if not problems else None), problems


def following(ledger: Ledger, first: set[str]) -> tuple[Recorded, ...]:
    """Return the entries of some digests and all that follow them, near or far."""
    reached = set(first)
    for recorded in ledger.recorded:
        if not reached.isdisjoint(recorded.after):
            reached.add(recorded.digest)
    return tuple(recorded for recorded in ledger.recorded if recorded.digest in reached)


def _lost(new: list[Recorded], known: set[str], name: str) -> Iterator[Problem]:
    """Yield the first file that follows an entry which is not there, for each such entry."""
    told: set[str] = set()
    for recorded in new:
        gone = set(recorded.after) - known - told
        if gone:
            told |= gone
            what = f"follows the entry {min(gone)}, which is lost"
            yield Problem(f"{name}/{recorded.file}", 1, f"{what}; {TAKE_BACK}")


def _ordered(new: list[Recorded]) -> Iterator[Recorded]:
    """Yield each entry after those that it follows, else by moment and digest: the same on every branch."""
    by_digest = {recorded.digest: recorded for recorded in new}
    followers: dict[str, list[Recorded]] = {}
    waits: dict[str, int] = {}
    for recorded in by_digest.values():
        above = set(recorded.after) & set(by_digest)
        waits[recorded.digest] = len(above)
        for digest in above:
            followers.setdefault(digest, []).append(recorded)
    ready = [recorded.order for recorded in by_digest.values() if not waits[recorded.digest]]
    heapq.heapify(ready)
    while ready:
        _, digest = heapq.heappop(ready)
        yield by_digest[digest]
        for follower in followers.get(digest, ()):
            waits[follower.digest] -= 1
            if not waits[follower.digest]:
                heapq.heappush(ready, follower.order)


def _never_written(ordered: tuple[Recorded, ...], name: str) -> Iterator[Problem]:
    """Yield where a file of the folder says what no publishing writes, though its digest is true."""
    released = {r.entry.guid for r in ordered if isinstance(r.entry, Release)}
    entered = [r.entry for r in ordered if isinstance(r.entry, Entered)]
    versions = {(entry.uid, n) for entry in entered for n in (entry.sequence, -1)}
    newest: dict[str, datetime] = {}  # by digest, the newest release among an entry and all that it follows
    for recorded in ordered:
        entry = recorded.entry
        before = max((newest[digest] for digest in recorded.after if digest in newest), default=None)
        wrong = ""
        if isinstance(entry, Withdrawal) and entry.guid not in released:
            wrong = f"{entry.guid} is withdrawn but was never released"
        elif isinstance(entry, Entered) and (entry.uid, entry.sequence - 1) not in versions:
            wrong = f"{entry.uid} is out of its order"
        elif isinstance(entry, Release) and before and entry.released <= before:
            wrong = f"is not later than {spoken(before)}, which it follows"
        if wrong and recorded.file != FORMER_LEDGER:
            yield Problem(f"{name}/{recorded.file}", recorded.line, f"{wrong}; {TAKE_BACK}")
        moments = [m for m in (before, entry.released if isinstance(entry, Release) else None) if m]
        if moments:
            newest[recorded.digest] = max(moments)
