"""Publishing at once, killed, on a full disk, where nothing can be written, with a clock that is ahead."""

import errno
import os
import re
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from filelock import FileLock

from macros import locking
from macros.__main__ import main
from macros.records.moment import spoken

from ..feeds.edits import Copy
from .accidents import MANY, due, hold_whole, run_at_once
from .repository import checks, say

KILLED = """
import os, sys
from macros.__main__ import main
left, real = int(sys.argv[1]), getattr(os, sys.argv[2])
def counted(*arguments):
    global left
    left -= 1
    if left < 0:
        os._exit(9)
    return real(*arguments)
setattr(os, sys.argv[2], counted)
main(sys.argv[3:])
"""


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    """Return a project in which some announcements are due."""
    return due(tmp_path)


def arguments(copy: Copy) -> list[str]:
    """Return the arguments that publish at the project's moment."""
    return ["--project", str(copy.root), "publish", "--now", spoken(copy.now)]


def stopped(copy: Copy, capsys: pytest.CaptureFixture[str]) -> str:
    """Publish, which does not succeed; return the one sentence that says why."""
    capsys.readouterr()
    assert main(arguments(copy)) == 1
    said = capsys.readouterr()
    return (said.out if said.err.endswith("to mend.\n") else said.err).splitlines()[-1]


@pytest.mark.parametrize("seed", [2, 11])
def test_of_three_who_publish_at_once_one_releases(seed: int, tmp_path: Path) -> None:
    """The others wait for the lock, read the project anew and find nothing to do."""
    assert run_at_once(seed, tmp_path) == 1


@pytest.mark.parametrize(("call", "nth"), [("fsync", 0), ("fsync", 5), ("rename", 0), ("rename", 7)])
def test_publishing_that_is_killed_leaves_the_ledger_whole(copy: Copy, call: str, nth: int) -> None:
    """What was written is whole, the rest follows with the next publishing, and nothing is left beside."""
    before = copy.ledger()
    call = {"rename": "replace"}.get(call, call)
    command = [sys.executable, "-c", KILLED, str(nth), call, *arguments(copy)]
    done = subprocess.run(command, check=False, capture_output=True)
    assert done.returncode == 9, done.stderr
    left = copy.ledger()
    assert before.items() <= left.items()
    assert len(left) - len(before) == nth
    assert checks(copy)
    copy.publish()
    assert left.items() <= copy.ledger().items()
    hold_whole(copy, MANY)


@pytest.mark.parametrize("nth", [0, 3])
def test_a_full_disk_ends_with_a_sentence(
    copy: Copy, nth: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What fits is written whole; the command says why it stopped, and goes on when there is room again."""
    real, calls = os.fsync, []

    def full(descriptor: int) -> None:
        calls.append(descriptor)
        if len(calls) > nth:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        real(descriptor)

    before = len(copy.ledger())
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        said = stopped(copy, capsys)
    assert re.fullmatch(
        r"data/ledger/[\w-]+\.json: the disk is full; make room, then run this again. Every record is whole.",
        said,
    )
    assert len(copy.ledger()) == before + nth
    assert checks(copy)
    copy.publish()
    hold_whole(copy, MANY)


def test_a_lock_that_cannot_be_made_ends_with_a_sentence(
    copy: Copy, capsys: pytest.CaptureFixture[str]
) -> None:
    """A folder stands where the lock is to be, as in a folder that nobody may write to."""
    before = copy.ledger()
    lock = copy.root / "data" / ".ledger.lock"
    lock.unlink(missing_ok=True)
    lock.mkdir()
    assert stopped(copy, capsys).startswith("data/.ledger.lock: a folder is where a file is to be")
    assert copy.ledger() == before


def test_a_ledger_that_is_no_folder_is_told(copy: Copy, capsys: pytest.CaptureFixture[str]) -> None:
    """A file stands where the folder is to be."""
    (copy.root / "data" / "ledger").write_text("")
    assert stopped(copy, capsys) == "data/ledger:1: must be a folder; move or delete this file"


def test_who_waits_too_long_for_another_is_told(
    copy: Copy, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A lock that is never let go of does not hang the command for ever."""
    monkeypatch.setattr(locking, "PATIENCE", 0)
    before = copy.ledger()
    with FileLock(copy.root / "data" / ".ledger.lock", is_singleton=False):
        said = stopped(copy, capsys)
    assert said == "Another command is still at work here; run this again when it has ended."
    assert copy.ledger() == before


def test_a_release_of_a_clock_that_was_ahead_is_undone(
    copy: Copy, capsys: pytest.CaptureFixture[str]
) -> None:
    """The files that the check names can be deleted: then all is as if the clock had been right."""
    say(copy, "tomorrow", copy.now + timedelta(days=2))
    early = copy.now
    copy.now += timedelta(days=3)
    copy.publish()
    ahead = copy.ledger()
    copy.now = early
    said = stopped(copy, capsys)
    (name,) = set(re.findall(r"data/ledger/([\w-]+\.json)(?=, then run)", said))
    assert re.fullmatch(
        r"data/ledger/(\S+):1: is dated 2026-04-03 01:00 Z, which is still to come; if this was not made "
        r"public yet, delete data/ledger/\1, then run: outreach publish; else set this machine's clock "
        r"if it is slow, else wait until then",
        said,
    )
    (copy.root / "data" / "ledger" / name).unlink()
    copy.publish()
    assert checks(copy)
    assert copy.ledger().items() == ahead.items() - {(name, ahead[name])}
    copy.now += timedelta(days=2)
    copy.publish()
    assert copy.ledger() == ahead


def test_all_that_followed_a_clock_that_was_ahead_is_undone_with_it(
    copy: Copy, capsys: pytest.CaptureFixture[str]
) -> None:
    """What was published after the wrong release follows it, and is named with it; it is published anew."""
    early = copy.now
    copy.publish()
    say(copy, "tomorrow", early + timedelta(days=2))
    file = copy.root / "data" / "events" / "salt-day-2027.yml"
    copy.now += timedelta(days=3)
    file.write_text(file.read_text().replace("Salt lake day", "Salt day"))
    copy.publish()
    copy.now = early
    said = stopped(copy, capsys)
    names = re.findall(r"data/ledger/([\w-]+\.json)", said.partition("delete ")[2])
    assert len(names) == 2
    for name in names:
        (copy.root / "data" / "ledger" / name).unlink()
    copy.publish()
    assert checks(copy)
    hold_whole(copy, MANY)
