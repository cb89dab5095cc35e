"""A project's folder -> its site, in this process or in one of its own."""

import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest
from mkdocs.commands import build as mkdocs_build
from mkdocs.config import load_config

from macros.moments import EPOCH

ROOT = Path(__file__).parents[2]


def site_of(project: Path, site: Path, now: datetime | None = None) -> Path:
    """Build a project strictly into a folder, as it will stand at a moment; return that folder.

    In this process, which is quicker: every test that only reads a site gets it here.
    """
    with pytest.MonkeyPatch.context() as patched:
        if now:
            patched.setenv(EPOCH, str(int(now.timestamp())))
        config = load_config(str(project / "mkdocs.yml"), strict=True, site_dir=str(site))
        config.plugins.on_startup(command="build", dirty=False)
        mkdocs_build.build(config)
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
