"""The options of a command -> the project that it works on, and the moment that it works at."""

import argparse
import os
from datetime import UTC, datetime

from ..catalogue import Problem, ProblemsFound
from ..mkdocs_yml import configured
from ..moments import epoch_moment
from ..press.contents import Project
from ..project import open_project
from ..releases.checks.ledger import check_clock
from ..settings import Folders


def check_top(folders: Folders, *, site: bool = True) -> None:
    """Raise ProblemsFound where a folder is no project: it has no records, or no settings of a site."""
    if not folders.data.is_dir():
        no_folder = "there is no such folder; run this at the top of the project"
        raise ProblemsFound([Problem(folders.data.name, 1, no_folder)])
    if site and not folders.settings.is_file():
        no_file = "there is no such file; run this at the top of the project"
        raise ProblemsFound([Problem(folders.settings.name, 1, no_file)])


def check_settings(folders: Folders) -> None:
    """Raise ProblemsFound where mkdocs.yml has mistakes; an engine would tell them in its own words."""
    _, problems = configured(folders.root, os.environ)
    if problems:
        raise ProblemsFound(problems)


def checked_project(folders: Folders, options: argparse.Namespace) -> Project:
    """Return the checked project; a ledger that is ahead of the clock is a mistake too."""
    now = moment_of(options)
    project = open_project(folders, now)
    ahead = check_clock(project.catalogue.ledger, now, folders.data.name)
    if ahead:
        raise ProblemsFound(ahead)
    return project


def moment_of(options: argparse.Namespace) -> datetime:
    """Return the moment a command works at: --now, else SOURCE_DATE_EPOCH, else the clock."""
    said: datetime | None = options.now or epoch_moment(os.environ)
    return (said or datetime.now(UTC)).replace(microsecond=0)
