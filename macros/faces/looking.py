"""The commands that only look, and say what is to be mended or is due: check, status."""

import argparse
import os
import time
from collections.abc import Iterator
from datetime import datetime

from ..catalogue.checks.file_notes import file_notes
from ..catalogue.checks.notes import language_notes
from ..emitters.status import status_lines
from ..press.downloads import unnamed_files
from ..project import Opened, open_project, open_public
from ..releases.checks.ledger import check_clock
from ..settings import Folders
from .opening import moment_of
from .speaking import say


def check(folders: Folders, options: argparse.Namespace) -> int:
    """Check records, pages and settings, and say all that is to be mended; what passes can be built."""
    started = time.perf_counter()
    opened = open_public(folders, os.environ, options.now)
    project = opened.public
    records = sum(1 for _ in project.catalogue.everything())
    for line in _notes(folders, opened, moment_of(options)):
        say(f"note: {line}")
    seconds = time.perf_counter() - started
    say(f"{records} records and {len(project.written)} pages are in order ({seconds:.1f} s).")
    return 0


def status(folders: Folders, options: argparse.Namespace) -> int:
    """Say what is due, scheduled, in draft, and what was never announced."""
    say(*status_lines(open_project(folders).catalogue, moment_of(options)))
    return 0


def _notes(folders: Folders, opened: Opened, now: datetime) -> Iterator[str]:
    """Yield what is no mistake, and what an editor would want to know."""
    project = opened.public
    ahead = check_clock(project.catalogue.ledger, now, folders.data.name)
    yield from (str(problem) for problem in ahead)
    yield from project.notes()
    yield from language_notes(folders.data, project.catalogue, project.site.language)
    whole = opened.everything
    yield from file_notes(folders.data, whole.catalogue)
    yield from unnamed_files(whole.catalogue, whole.assets, whole.prose, whole.extensions)
