"""The command line: what it prints, and how it ends."""

import subprocess
import sys
from pathlib import Path

from macros.settings import Folders

from .faulty import FAULTY, difference, expected_lines


def test_check_prints_every_mistake_and_fails() -> None:
    """The faulty project gives exactly the expected lines, exit 1, and never a traceback."""
    done = _check(FAULTY.root)
    differs = difference(done.stdout.splitlines())
    assert not differs, differs
    assert done.returncode == 1
    assert "Traceback" not in done.stdout + done.stderr
    assert done.stderr == f"{len(expected_lines())} to mend.\n"


def test_check_of_the_real_project_finds_nothing_to_mend(real: Folders) -> None:
    """What stands in the repository can be built."""
    done = _run("--project", str(real.root), "check", "--now", "2031-01-01")
    assert "are in order" in done.stdout, done.stdout
    assert (done.returncode, done.stderr) == (0, "")


def test_check_of_a_folder_without_records_says_so(tmp_path: Path) -> None:
    """Run in the wrong place, it tells the editor to go to the right one."""
    done = _check(tmp_path)
    assert done.returncode == 1
    assert "data:1: there is no such folder; run this at the top of the project" in done.stdout
    assert "Traceback" not in done.stderr


def test_a_command_that_does_not_exist_is_refused() -> None:
    """A mistyped command ends with what the commands are."""
    done = _run("chekc")
    assert done.returncode == 2
    assert "check" in done.stderr


def _check(project: Path) -> subprocess.CompletedProcess[str]:
    return _run("--project", str(project), "check")


def _run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "macros", *arguments]
    top = Path(__file__).parents[1]
    return subprocess.run(command, cwd=top, capture_output=True, encoding="utf-8", check=False)
