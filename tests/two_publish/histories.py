"""A seed -> a history of two branches that publish and are merged, and whether all that must hold did."""

import shutil
from datetime import timedelta
from pathlib import Path
from random import Random

from macros.records.release import Ledger
from macros.releases.ledger import read_ledger

from ..feeds.edits import Copy, read, write
from .repository import EVENTS, Subscriber, checks, clone, commit, merge, repository, say, withdraw

ROUNDS = 3
STEPS = 4
MINUTES = (-120, -5, 0, 0, 1, 1, 30)


def run_history(seed: int, folder: Path) -> int:
    """Live through a history of two branches in a new folder; return how many merges there were."""
    pick = Random(seed)  # noqa: S311 - no secret
    main = repository(folder / "main")
    subscriber = Subscriber(_made(folder / "read"))
    subscriber.look(main)
    ours, theirs = clone(main, folder / "ours"), clone(main, folder / "theirs")
    for number in range(ROUNDS):
        _shared(ours, number)
        merge(theirs, ours)
        for copy, own in ((ours, 1), (theirs, 2)):
            for _ in range(pick.randint(1, STEPS)):
                _step(copy, pick, own)
            if pick.random() < 0.8:
                copy.now += timedelta(minutes=2)
                _publish(copy)
        same = _both_ways(folder / f"merged-{number}", ours, theirs)
        _agree(*same)
        subscriber.look(ours)
        _publish(ours)
        subscriber.look(ours)
        _agree_alone(ours)
        merge(theirs, ours)
    assert subscriber.once(), subscriber.new
    return 3 * ROUNDS


def ledger_of(copy: Copy) -> Ledger:
    """Return the ledger of a project, which has nothing wrong."""
    ledger, problems = read_ledger(copy.root / "data", "data")
    assert ledger, problems
    return ledger


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


def _shared(copy: Copy, number: int) -> None:
    """Commit an announcement that both branches will have and may both release."""
    say(copy, f"said-by-both-{number}", copy.now + timedelta(minutes=1))
    commit(copy)


def _step(copy: Copy, pick: Random, own: int) -> None:
    """Do one thing that an editor does; own is the event that only this branch edits."""
    copy.now += timedelta(minutes=pick.choice((0, 1, 1, 5)))
    what = pick.choice(("say", "say", "say", "withdraw", "event", "publish"))
    if what == "say":
        moment = copy.now + timedelta(minutes=pick.choice(MINUTES))
        say(copy, f"said-{own}-{copy.fresh()}", moment)
    elif what == "withdraw":
        withdraw(copy, pick)
    elif what == "event":
        file = copy.root / "data" / "events" / f"{EVENTS[own]}.yml"
        write(file, read(file) | {"title": f"Event {own}, title {copy.fresh()}"})
    else:
        _publish(copy)
    commit(copy)


def _publish(copy: Copy) -> None:
    copy.publish()
    commit(copy)


def _both_ways(folder: Path, ours: Copy, theirs: Copy) -> tuple[Copy, Copy]:
    """Merge two branches into each other, in both orders; both are then where they were, and merged."""
    other = Copy(folder, theirs.now)
    shutil.copytree(theirs.root, folder, symlinks=True)
    merge(other, ours)
    merge(ours, theirs)
    ours.serial = theirs.serial = max(ours.serial, theirs.serial)
    return ours, other


def _agree(one: Copy, other: Copy) -> None:
    """Hold that the order of a merge makes no difference to ledger and feeds, and nothing is wrong."""
    first, second = ledger_of(one), ledger_of(other)
    assert first == second
    assert one.feeds() == other.feeds()
    assert checks(one)
    assert checks(other)


def _agree_alone(copy: Copy) -> None:
    """Hold that a project in which all is published has nothing to publish, and builds the same again."""
    before, feeds = copy.ledger(), copy.feeds()
    copy.publish()
    assert (copy.ledger(), copy.feeds()) == (before, feeds)
    assert checks(copy)
