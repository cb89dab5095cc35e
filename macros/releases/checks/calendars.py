"""Events and the ledger -> where they contradict each other: who has an event in a calendar is told."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from ...catalogue.problems import Problem
from ...catalogue.shape import KeyPath
from ...records.event import Event, days_of, uid_of
from ...records.release import Entered, Ledger

Placing = Callable[[KeyPath, str], Problem]


def check_uids(values: Iterable[tuple[str, Any, Placing]], ledger: Ledger) -> Iterator[Problem]:
    """Yield each uid that another file has; values are ids and uids of all files, faulty ones too.

    A uid belongs to the event with which calendars have it, else to the first file.
    """
    holders: dict[str, list[tuple[str, Placing]]] = {}
    for id, uid, problem in values:
        if isinstance(uid, str):
            holders.setdefault(uid, []).append((id, problem))
    for uid, held in holders.items():
        entry = ledger.entered.get(uid)
        own = next((n for n, (id, _) in enumerate(held) if entry and id == entry.event), 0)
        there = held[own][1](("uid",), "")
        for n, (_, problem) in enumerate(held):
            if n != own:
                other = uid_of(problem(("uid",), "").path)
                wrong = f"this uid is that of {there.path}:{there.line}; write another here, such as {other}"
                yield problem(("uid",), wrong)


def check_entered(
    events: Iterable[tuple[Event, Placing]], stated: set[str], there: set[str], ledger: Ledger, name: str
) -> Iterator[Problem]:
    """Yield where an event is not what calendars have of it, without a change that says so.

    stated: uids of all files, valid or not; there: ids of all files, valid or not.
    name is how problems call the data folder.
    """
    yield from _vanished(stated, there, ledger, name)
    for event, problem in events:
        former = ledger.uid_at.get(event.id)
        versions = ledger.versions.get(event.uid or "", ())
        if former and former not in stated:
            yield problem(("uid",) if event.uid else (), f"'uid' was {former} in the calendars; set it back")
        elif event.uid is None and event.days[0]:
            line = f"uid: {uid_of(event.id)}"
            yield problem((), f"has days and no uid, by which calendars know it; add a line '{line}'")
        elif versions:
            # Two branches may each have an entry of the last sequence: what follows from either is right.
            last = [entry for entry in reversed(versions) if entry.sequence == versions[-1].sequence]
            yield from min((list(_unsaid(event, problem, entry)) for entry in last), key=len)


def _vanished(stated: set[str], there: set[str], ledger: Ledger, name: str) -> Iterator[Problem]:
    """Yield each event that calendars have and no file; a file that lost its uid speaks for itself."""
    places = {r.entry.uid: r for r in ledger.recorded if isinstance(r.entry, Entered)}
    for uid, entry in ledger.entered.items():
        speaks = entry.event in there and ledger.uid_at[entry.event] == uid
        if uid not in stated and not speaks:
            what = f"{uid} is in people's calendars ({entry.slot.summary}), and no event has it now"
            file = f"data/events/{entry.event}.yml"
            mend = f"bring back {file} (git checkout), or its uid; what does not take place is cancelled"
            where = (f"{name}/{places[uid].file}", places[uid].line)
            yield Problem(*where, f"{what}; {mend}", f"events/{entry.event}")


def _unsaid(event: Event, problem: Placing, entry: Entered) -> Iterator[Problem]:
    """Yield other days without a line in changes, since the ledger had the event, that says so."""
    if len(event.changes) < entry.changes:
        message = "'changes' had more lines when it went into the calendars; bring them back (git checkout)"
        yield problem(("changes",) if event.changes else (), message)
        return
    if not entry.days[0]:
        return
    had = entry.days[0] if entry.days[0] == entry.days[1] else " to ".join(entry.days)
    dated = [n for n, c in enumerate(event.changes) if n >= entry.changes and c.was_on]
    if dated and days_of(event.changes[dated[0]].was_on) != entry.days:
        yield problem(("changes", dated[0], "was_on"), f"calendars have {had}; correct 'was_on'")
    elif event.days != entry.days and not any(event.changes[n].what == "moved" for n in dated):
        line = f"- {{what: moved, on: ..., was_on: {had}, why: ...}}"
        message = (
            f"calendars have {had}; say when and why it moved, under 'changes', in a line such as '{line}'"
        )
        yield problem(("date",) if event.date else (), message)
