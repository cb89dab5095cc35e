"""A copy of the sample project -> commands run in it, and what they leave behind."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

from macros.settings import Folders
from tests.copies import copied

ROOT = Path(__file__).parents[2]
SAMPLE = Folders(ROOT / "tests" / "sample_data")
Tree = dict[str, bytes]


def small_project(root: Path) -> Folders:
    """Return a copy of the sample project."""
    return copied(SAMPLE, root)


def start(folders: Folders, *arguments: str, **options: Any) -> subprocess.Popen[str]:
    """Start a command in a process of its own."""
    return start_module("macros", "--project", str(folders.root), *arguments, **options)


def start_module(*arguments: str, before: str = "", **options: Any) -> subprocess.Popen[str]:
    """Start a module of Python in a process of its own; 'before' is a folder with modules of a test."""
    env = {**os.environ, "PYTHONPATH": f"{before}{os.pathsep}{ROOT}" if before else str(ROOT)}
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "stdin": subprocess.DEVNULL}
    command = [sys.executable, "-m", *arguments]
    begin: Any = {"cwd": ROOT, "preexec_fn": _hear_ctrl_c}
    return subprocess.Popen(command, env=env, text=True, **(begin | streams | options))


def _hear_ctrl_c() -> None:
    """Let Ctrl-C reach the process; shells let what they start in the background ignore it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def ended(running: subprocess.Popen[str]) -> tuple[int, str, str]:
    """Return how a command ended, its output, and what it said beside it."""
    out, err = running.communicate(timeout=300)
    return running.returncode, out or "", err or ""


def tree(folder: Path) -> Tree:
    """Return every file of a folder that Git would see, with its bytes."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file() and file.name != ".ledger.lock" and ".cache" not in file.parts
    }


def left_over(root: Path) -> list[str]:
    """Return what stands beside files and folders, unfinished."""
    return sorted(file.name for file in (*root.glob(".site.*"), *root.rglob(".*.new")))
