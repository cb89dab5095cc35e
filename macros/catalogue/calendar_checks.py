"""Events and the ledger -> where they contradict each other: who has an event in a calendar is told."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from ..records.event import Event, uid_of
from ..records.release import Entered, Ledger
from .problems import Problem
from .shape import KeyPath

Placing = Callable[[KeyPath, str], Problem]


def check_uids(values: Iterable[tuple[Any, Placing]]) -> Iterator[Problem]:
    """Yield each uid that an earlier file has; values are those of files, faulty ones too."""
    first: dict[str, Problem] = {}
    for uid, problem in values:
        if not isinstance(uid, str):
            continue
        here = problem(("uid",), "")
        there = first.setdefault(uid, here)
        if there is not here:
            other = uid_of(here.path)
            wrong = f"this uid already stands in {there.path}:{there.line}; write another, such as {other}"
            yield problem(("uid",), wrong)


def check_entered(
    events: Iterable[tuple[Event, Placing]], stated: set[str], unread: set[str], ledger: Ledger, shown: str
) -> Iterator[Problem]:
    """Yield where an event is not what calendars have of it, without a change that says so.

    stated are the uids of all files, faulty ones too; unread the ids of files that cannot be read.
    """
    yield from _vanished(stated, unread, ledger, shown)
    by_event = {entry.event: entry for entry in ledger.entered.values()}
    for event, problem in events:
        entry = ledger.entered.get(event.uid or "")
        former = by_event.get(event.id)
        if entry:
            yield from _unsaid(event, problem, entry)
        elif former and former.uid not in stated:
            yield problem(("uid",), f"was {former.uid} in the calendars; set it back")


def _vanished(stated: set[str], unread: set[str], ledger: Ledger, shown: str) -> Iterator[Problem]:
    lines = {entry.uid: line for line, entry in ledger.numbered() if isinstance(entry, Entered)}
    for uid, entry in ledger.entered.items():
        file = f"data/events/{entry.event}.yml"
        if uid not in stated and entry.event not in unread:
            what = f"{uid} is in people's calendars ({entry.slot.summary}), and no event has it now"
            mend = f"bring back {file} (git checkout), or its uid; what does not take place is cancelled"
            yield Problem(shown, lines[uid], f"{what}; {mend}")


def _unsaid(event: Event, problem: Placing, entry: Entered) -> Iterator[Problem]:
    """Yield other days, or an event called off, without a line in changes since the ledger had it."""
    if len(event.changes) > entry.changes:
        return
    if entry.changes > len(event.changes):
        message = "had more lines when it went into the calendars; keep them, and add below"
        yield problem(("changes",) if event.changes else (), f"'changes' {message}")
        return
    days = (event.date.first.isoformat(), event.date.last.isoformat()) if event.date else None
    if days != entry.days:
        told = entry.days[0] if entry.days[0] == entry.days[1] else " to ".join(entry.days)
        line = f"changes: [{{what: moved, on: ..., was_on: {told}, why: ...}}]"
        yield (
            problem(
                ("date",) if event.date else (),
                f"calendars have {told}; say when and why it moved, in a line such as '{line}'",
            )
        )
