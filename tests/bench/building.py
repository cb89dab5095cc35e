"""What a whole build takes, against plain MkDocs with Material on as many Markdown pages."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from macros.releases.loading import load_catalogue
from macros.settings import Folders

from .generated import generate_markdown, generate_records

PLAIN = """\
site_name: Plain
site_url: https://neaspec.org/dld/
theme: {name: material, font: false}
plugins: [search]
nav: [index.md]
validation: {omitted_files: ignore}
"""
MKDOCS = ("mkdocs", "build", "--quiet", "--strict")
PRESS = ("macros", "build", "--engine", "plain")


@dataclass(frozen=True, slots=True)
class Spent:
    """What a command took: processor seconds, and megabytes of memory at its most."""

    seconds: float
    megabytes: float

    def __str__(self) -> str:
        return f"{self.seconds:.1f} CPU-s, {self.megabytes:.0f} MB"


@dataclass(frozen=True, slots=True)
class Build:
    """What our build took with MkDocs and with Python-Markdown alone, and the plain one, for some records."""

    count: int
    ours: Spent
    alone: Spent
    plain: Spent

    def __str__(self) -> str:
        ratios = [spent.seconds / self.plain.seconds for spent in (self.ours, self.alone)]
        return (
            f"building {self.count} records: {ratios[0]:.2f} times plain MkDocs with Material ({self.ours}; "
            f"by the engine 'plain' {ratios[1]:.2f} times, {self.alone}; plain MkDocs {self.plain})"
        )


def measure_builds(project: Folders, scratch: Path, sizes: tuple[int, ...]) -> list[Build]:
    """Return the builds of each size; our site also holds its lists, filters and vocabularies."""
    return [_measure(project, scratch / str(count), count) for count in sizes]


def _measure(project: Folders, scratch: Path, count: int) -> Build:
    ours, plain = Folders(scratch / "ours"), Folders(scratch / "plain")
    for name in ("docs", "overrides"):
        shutil.copytree(project.root / name, ours.root / name)
    shutil.copy(project.root / "mkdocs.yml", ours.root)
    (ours.root / "macros").symlink_to(project.root / "macros")
    generate_records(project, ours.data, count)
    generate_markdown(load_catalogue(ours.data), plain.docs, count)
    (plain.root / "mkdocs.yml").write_text(PLAIN)
    spent(ours.root, PRESS)  # cards and references are made once, and kept
    return Build(count, spent(ours.root), spent(ours.root, PRESS), spent(plain.root))


def spent(root: Path, command: tuple[str, ...] = MKDOCS) -> Spent:
    """Return what a command of Python took in a project's folder."""
    words = [sys.executable, "-m", *command]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    running = subprocess.Popen(words, cwd=root, env=environment, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(running.pid, 0)
    running.returncode = os.waitstatus_to_exitcode(status)
    if running.returncode:
        raise subprocess.CalledProcessError(running.returncode, words)
    return Spent(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
