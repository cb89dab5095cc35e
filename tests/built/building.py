"""A project's folder -> its site, by MkDocs in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def build(project: Path, site: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Build a project strictly into a folder, with more environment variables if need be."""
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
