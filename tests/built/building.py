"""A project's folder -> its site, in this process or in one of its own."""

import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path

from macros.engines.plain import plain
from macros.program import made_site
from macros.project import open_public
from macros.publish import write_site
from macros.settings import Folders

ROOT = Path(__file__).parents[2]


def site_of(project: Path, site: Path, now: datetime | None = None) -> Path:
    """Make a project's site in a folder, as it will stand at a moment; return that folder.

    Every test that only reads a site gets it here: each engine makes the same bytes (tests/engines).
    """
    write_site(site, made_site(open_public(Folders(project), os.environ, now), plain))
    return site


def build(project: Path, site: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Build as MkDocs's own command does, with more environment variables if need be."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)]
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment}
    return subprocess.run(command, cwd=project, env=env, capture_output=True, text=True, check=False)


def build_at(
    moment: float, project: Path, site: Path, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Build as build does, with the clock at another moment (seconds since 1970)."""
    code = (
        "import sys, time_machine\n"
        "from mkdocs.__main__ import cli\n"
        f"with time_machine.travel({moment}, tick=True):\n"
        "    cli(sys.argv[1:])\n"
    )
    command = [sys.executable, "-c", code, "build", "--strict", "--site-dir", str(site)]
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment}
    return subprocess.run(command, cwd=project, env=env, capture_output=True, text=True, check=False)
