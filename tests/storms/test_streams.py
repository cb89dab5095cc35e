"""Closed pipes, closed streams, a full output, Ctrl-C: no traceback, and an exit that says how it went."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from macros.settings import Folders

from .small import ROOT, ended, left_over, small_project, start, tree

NO_TERMINAL = 'exec "$0" -m macros --project "$1" check '


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Folders:
    """Return a small project with two mistakes in it."""
    folders = small_project(tmp_path_factory.mktemp("streams") / "project")
    for name in ("salt-day-2027", "reed-workshop-2027"):
        file = folders.data / "events" / f"{name}.yml"
        file.write_text(file.read_text(encoding="utf-8") + "nonsense: 1\n", encoding="utf-8")
    return folders


@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&-", ">&- 2>&- <&-", "| head -n 0", "2>&1 | head -n 1"])
def test_a_closed_stream_changes_nothing_but_what_is_seen(project: Folders, closed: str) -> None:
    """A check that finds mistakes exits 1, whoever has stopped listening."""
    script = f"set -o pipefail; ({NO_TERMINAL}) {closed}"
    command = ["bash", "-c", script, sys.executable, str(project.root)]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        command, cwd=ROOT, env=env, capture_output=True, text=True, check=False, timeout=100
    )
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr


def test_an_output_that_is_full_is_told(project: Folders) -> None:
    """Where the lines cannot be written, the command says so beside them and exits 1."""
    full = Path("/dev/full")
    if not full.exists():
        pytest.fail("this system has no /dev/full; run the tests on Linux")
    with full.open("w") as out:
        status, _, said = ended(start(project, "check", stdout=out))
    assert (status, said) == (
        1,
        "Stopped: the disk is full; make room, then run this again. Every record is whole.\n",
    )


@pytest.mark.parametrize("after", [0.15, 0.6])
@pytest.mark.parametrize("command", [("check",), ("build",), ("announce", "salt-day-2027")])
def test_ctrl_c_ends_a_command_at_once_with_130(
    project: Folders, command: tuple[str, ...], after: float
) -> None:
    """Stopped at any moment there is no traceback, nothing is left beside, and no record has changed."""
    before = tree(project.data)
    running = start(project, *command)
    time.sleep(after)
    running.send_signal(signal.SIGINT)
    status, out, said = ended(running)
    assert status in (130, 1, -signal.SIGINT), said  # 1: it had ended by then; -2: Python was not yet up
    assert "Traceback" not in said or "_run_code" not in said, said  # where Python runs a program
    assert status != 130 or said.endswith("every record is whole.\n") or said == ""
    assert "Traceback" not in out
    assert left_over(project.root) == []
    assert tree(project.data) == before
