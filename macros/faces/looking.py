"""The commands that only look, and say what is to be mended or is due: check, status."""

import argparse
import time

from ..emitters.status import status_lines
from ..environment import open_project
from ..settings import Folders
from .opening import checked_project, moment_of
from .speaking import say


def check(folders: Folders, options: argparse.Namespace) -> int:
    """Check every record and every macro call, and say all that is to be mended."""
    started = time.perf_counter()
    project = checked_project(folders, options)
    records = sum(1 for _ in project.catalogue.everything())
    for line in project.undrawn():
        say(f"note: {line}")
    seconds = time.perf_counter() - started
    say(f"{records} records and {len(project.written)} pages are in order ({seconds:.1f} s).")
    return 0


def status(folders: Folders, options: argparse.Namespace) -> int:
    """Say what is due, scheduled, in draft, and what was never announced."""
    say(*status_lines(open_project(folders).catalogue, moment_of(options)))
    return 0
