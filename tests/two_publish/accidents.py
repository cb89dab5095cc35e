"""A seed -> publishing at the same time as others, or killed in the middle: is the ledger whole?"""

import os
import signal
import subprocess
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from macros.__main__ import main
from macros.records.moment import spoken
from macros.settings import Folders

from ..copies import copied
from ..feeds.edits import ROOT, Copy
from .histories import ledger_of
from .repository import SAMPLE, checks, publish_command, say

PAST = datetime(2026, 4, 1, tzinfo=UTC)  # whatever the clock of the machine says
MANY = 12
LONGEST = 0.2  # seconds: about what publishing so many takes


def due(folder: Path, count: int = MANY) -> Copy:
    """Return a project, without Git, in which so many announcements are due."""
    root = folder / "project"
    copied(Folders(SAMPLE), root)
    copy = Copy(root, PAST)
    copy.publish()
    copy.now += timedelta(hours=1)
    for number in range(count):
        say(copy, f"said-{number}", PAST + timedelta(minutes=number // 2))
    return copy


def run_at_once(seed: int, folder: Path, processes: int = 3) -> int:
    """Publish in several processes at once; return how many released something: exactly one may."""
    copy = due(folder, 1 + seed % MANY)
    command = publish_command(copy)
    started = [
        subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        for _ in range(processes)
    ]
    said = [process.communicate()[0] for process in started]
    assert [process.returncode for process in started] == [0] * processes, said
    released = [words for words in said if words.startswith("released")]
    nothing = [words for words in said if words == "Nothing has fallen due; the ledger is as it was.\n"]
    assert (len(released), len(nothing)) == (1, processes - 1), said
    hold_whole(copy, 1 + seed % MANY)
    return len(released)


def run_killed(seed: int, folder: Path) -> int:
    """Kill a publishing at some moment, publish again, and hold that all is there once; return files left."""
    copy = due(folder)
    before = copy.ledger()
    child = forked(lambda: main(["--project", str(copy.root), "publish", "--now", spoken(copy.now)]))
    time.sleep(Random(seed).uniform(0, LONGEST))  # noqa: S311 - no secret
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    left = copy.ledger()
    assert before.items() <= left.items()
    assert checks(copy)
    copy.publish()
    assert left.items() <= copy.ledger().items()
    hold_whole(copy, MANY)
    return len(left) - len(before)


def forked(run: Callable[[], object]) -> int:
    """Run something in a forked process, silently; return its id."""
    child = os.fork()
    if child == 0:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        run()
        os._exit(0)
    return child


def hold_whole(copy: Copy, count: int) -> None:
    """Hold that so many announcements are released, each once, with nothing left beside."""
    guids = [release.guid for release in ledger_of(copy).releases.values()]
    assert sum(":said-" in guid for guid in guids) == count
    files = [file.name for file in (copy.root / "data" / "ledger").iterdir()]
    assert not [name for name in files if name.startswith(".")]
    assert sum(b":said-" in content for content in copy.ledger().values()) == count
    assert checks(copy)
