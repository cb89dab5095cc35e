"""Engines with a command of their own, MkDocs and ProperDocs -> a site that our plugin makes in their build.

Each runs in a process that ends when the one that began it does: that holds the other end of the standard
input open for as long as it lives.
"""

import os
import runpy
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from threading import Thread

SETTINGS = "mkdocs.yml"
QUIET = {
    "NO_MKDOCS_2_WARNING": "1",
    "DISABLE_MKDOCS_2_WARNING": "true",
    "PYTHONIOENCODING": "utf-8:backslashreplace",
}


def run_command(
    engine: str, site: Path, project: Path, environment: Mapping[str, str], hear: Callable[[str], None]
) -> int:
    """Let an engine build a project into a folder; return the status of its command, and hear each line."""
    words = ["build", "--strict", "--config-file", SETTINGS, "--site-dir", str(site)]
    with subprocess.Popen(  # noqa: S603 - our own words
        [sys.executable, "-m", __name__, engine, *words],
        cwd=project,
        env={**environment, **QUIET},
        encoding="utf-8",
        errors="backslashreplace",
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    ) as running:
        try:
            for line in running.stdout or ():
                hear(line.rstrip("\n"))
        except BaseException:
            running.kill()
            raise
    return running.returncode


def _end_with_the_command() -> None:
    while os.read(0, 1):
        pass
    os._exit(1)


if __name__ == "__main__":
    Thread(target=_end_with_the_command, daemon=True).start()
    sys.argv.pop(0)
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
