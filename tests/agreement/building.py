"""A project's folder -> what the check says of it, and what the strict build does with it."""

import logging
import os
from dataclasses import dataclass
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from macros.catalogue import ProblemsFound
from macros.mkdocs_yml import configured
from macros.project import open_public
from macros.settings import Folders
from tests.views.goldens import NOW

BUILDING = ("mkdocs", "mkdocs.config", "macros", "MARKDOWN")


@dataclass(frozen=True, slots=True)
class Answer:
    """Whether a project passed, and what was said; a crash is what no one caught."""

    passed: bool
    words: str = ""
    crash: str = ""


def checked(project: Folders) -> Answer:
    """Return what the check says."""
    try:
        open_public(project, os.environ, NOW)
    except ProblemsFound as found:
        return Answer(False, str(found))
    except Exception as crash:
        return Answer(False, crash=repr(crash))
    return Answer(True)


def built(project: Folders, site: Path) -> Answer:
    """Return what a strict build does, into a folder: as 'outreach build', the settings come first."""
    _, problems = configured(project.root, os.environ)
    if problems:
        return Answer(False, str(ProblemsFound(problems)))
    for name in BUILDING:
        logging.getLogger(name).propagate = False
        logging.getLogger(name).addHandler(logging.NullHandler())
    try:
        config = load_config(str(project.root / "mkdocs.yml"), strict=True, site_dir=str(site))
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
    except (SystemExit, MkDocsException) as stopped:
        return Answer(False, str(stopped))
    except Exception as crash:
        return Answer(False, crash=repr(crash))
    return Answer(True)
