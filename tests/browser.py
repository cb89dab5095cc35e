"""The Chromium that browser tests drive: one that is on the machine, or one that this installs."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
HOW = (
    "No Chromium was found and none could be installed. Install one ('apt-get install chromium' on "
    "Debian and Ubuntu, or '.venv/bin/playwright install chromium'), or name the one you have: "
    "CHROMIUM=/path/to/chromium make test"
)


def chromium() -> str:
    """Return the path of a Chromium, installing one where there is none; RuntimeError says how to get one."""
    found = _found()
    if found:
        return found
    for install in (_by_apt, _by_playwright):
        if install() and (found := _found()):
            return found
    raise RuntimeError(HOW)


def _found() -> str | None:
    named = os.environ.get("CHROMIUM")
    if named:
        return named if Path(named).is_file() else None
    system = next(filter(None, map(shutil.which, NAMES)), None)
    return system or _playwrights_own()


def _playwrights_own() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).is_file() else None


def _by_apt() -> bool:
    if not shutil.which("apt-get") or os.geteuid() != 0:
        return False
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    commands = (
        ["apt-get", "update", "-qq"],
        ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"],
    )
    return all(_ran(command, quiet) for command in commands)


def _by_playwright() -> bool:
    return _ran([sys.executable, "-m", "playwright", "install", "chromium"], dict(os.environ))


def _ran(command: list[str], environment: dict[str, str]) -> bool:
    return subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=False).returncode == 0
