"""The commands that only look, and say what is to be mended or is due: check, status."""

import argparse
import os
import time

from ..catalogue.ledger_checks import check_clock
from ..emitters.status import status_lines
from ..project import open_project, open_public
from ..settings import Folders
from .opening import moment_of
from .speaking import say


def check(folders: Folders, options: argparse.Namespace) -> int:
    """Check records, pages and settings, and say all that is to be mended; what passes can be built."""
    started = time.perf_counter()
    project = open_public(folders, os.environ, options.now).public
    for ahead in check_clock(project.catalogue.ledger, moment_of(options), folders.data.name):
        say(f"note: {ahead}")
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
