"""How long a whole build takes, against plain MkDocs with Material on as many Markdown pages."""

import os
import shutil
import subprocess
import sys
import time
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


@dataclass(frozen=True, slots=True)
class Build:
    """Seconds of our build and of the plain one, for a number of records."""

    count: int
    ours: float
    plain: float

    def __str__(self) -> str:
        return f"building {self.count} records: {self.ours / self.plain:.2f} times plain MkDocs with Material"


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
    return Build(count, seconds(ours.root), seconds(plain.root))


def seconds(root: Path) -> float:
    """Return how long a whole build of a project takes."""
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict"]
    started = time.perf_counter()
    subprocess.run(command, cwd=root, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, check=True)
    return time.perf_counter() - started
