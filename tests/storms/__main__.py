"""Numbers of rounds -> storms of builds at once and of kills: python -m tests.storms 6 4 50."""

import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from random import Random

from macros.settings import Folders

from ..intake.questionnaires import as_csv, rows
from .small import Tree, ended, left_over, small_project, start, tree

LONGEST = {"build": 8.0, "import": 3.0, "publish": 2.5}  # seconds: about what each takes
WORDS = {
    "build": ("build",),
    "import": ("import", "answers.csv", "--write", "--now", "2027-01-10"),
    "publish": ("publish", "--now", "2026-04-01"),
}


def at_once(folders: Folders, builds: int, rounds: int, whole: Tree) -> None:
    """Build at once, so many rounds, and hold that each ends well and the site is that of a build alone."""
    said: Counter[str] = Counter()
    for _ in range(rounds):
        for status, out, err in [ended(one) for one in [start(folders, "build") for _ in range(builds)]]:
            last = out.splitlines()[-1].partition(" (")[0] if out else err
            waited = ", after waiting" if "waits for it to end" in err else ""
            said[f"exit {status}, {last}{waited}"] += 1
        assert tree(folders.site) == whole
        assert left_over(folders.root) == []
    print(f"{builds} builds at once, {rounds} rounds: {len(whole)} files the same each time; {dict(said)}")


def killed(folders: Folders, name: str, kills: int, whole: Tree) -> None:
    """Kill a command at so many moments, and hold that site and records are whole and what is left goes."""
    pick, dead, left = Random(7), 0, 0  # noqa: S311 - no secret
    shutil.copytree(folders.data, folders.root / "kept")
    for number in range(kills):
        running = start(
            folders, *(word.replace("answers", str(folders.root / "answers")) for word in WORDS[name])
        )
        time.sleep(pick.uniform(0.1, LONGEST[name] * (number + 1) / kills))
        running.send_signal(signal.SIGKILL)
        running.communicate()
        dead += running.returncode == -signal.SIGKILL
        left += len(left_over(folders.root))
        assert tree(folders.site) == whole
        assert ended(start(folders, "check", "--now", "2027-01-10"))[0] == 0
        assert ended(start(folders, "schema"))[0] == 0
        assert not list(folders.data.rglob(".*.new"))
        shutil.rmtree(folders.data)
        shutil.copytree(folders.root / "kept", folders.data)
    shutil.rmtree(folders.root / "kept")
    print(f"{name}: {dead} of {kills} killed at work, {left} things left beside and cleared; all whole")


def main(twos: int, threes: int, kills: int) -> None:
    """Run the storms in a project of their own."""
    with tempfile.TemporaryDirectory() as scratch:
        folders = small_project(Path(scratch) / "project")
        (folders.root / "answers.csv").write_bytes(as_csv(rows(40)))
        assert ended(start(folders, "schema"))[0] == 0
        assert ended(start(folders, "build"))[0] == 0
        whole = tree(folders.site)
        at_once(folders, 2, twos, whole)
        at_once(folders, 3, threes, whole)
        for name, share in (
            ("build", kills * 2 // 5),
            ("import", kills * 3 // 10),
            ("publish", kills * 3 // 10),
        ):
            killed(folders, name, share, whole)
        assert ended(start(folders, "build"))[0] == 0
        assert tree(folders.site) == whole
        assert left_over(folders.root) == []


if __name__ == "__main__":
    main(*map(int, sys.argv[1:] or (6, 4, 50)))
