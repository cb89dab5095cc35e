"""A number of mutations -> how often check and build agreed, and each case where they did not."""

import shutil
import signal
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from types import FrameType

from macros.settings import Folders
from tests.copies import copied

from .building import built, checked
from .mutating import FAMILIES
from .reading import foreign

SAMPLE = Folders(Path(__file__).parents[1] / "sample_data")
PATIENCE = 60  # seconds; a check or build of the sample takes one


@dataclass(slots=True)
class Tally:
    """How many mutations were tried, by family and answer, and what went wrong."""

    counts: Counter[str] = field(default_factory=Counter)
    disagreements: list[str] = field(default_factory=list)
    crashes: list[str] = field(default_factory=list)
    published: list[str] = field(default_factory=list)


def run(count: int, seed: int, whole: bool = True) -> Tally:
    """Return the tally of so many mutations; whole builds what the check refuses, too."""
    tally, names = Tally(), sorted(FAMILIES)
    with tempfile.TemporaryDirectory() as folder:
        top = Path(folder)
        (top / "cache").mkdir()
        for number in range(count):
            chance = Random(seed * 1_000_000 + number)  # noqa: S311 - nothing here is secret
            name = names[number % len(names)]
            project = copied(SAMPLE, top / "project")
            (project.root / ".cache").symlink_to(top / "cache")
            FAMILIES[name](project, chance)
            _note(tally, f"{name} ({seed}/{number})", project, top / "site", whole)
            shutil.rmtree(top / "project")
            shutil.rmtree(top / "site", ignore_errors=True)
    return tally


def _note(tally: Tally, name: str, project: Folders, site: Path, whole: bool) -> None:
    try:
        with _patience():
            check = checked(project)
            build = built(project, site) if check.passed or whole else check
    except TimeoutError:
        tally.crashes.append(f"{name}: hangs")
        return
    tally.counts["passed" if check.passed else "refused"] += 1
    if check.crash or build.crash:
        tally.crashes.append(f"{name}: {check.crash or build.crash}")
    if check.passed != build.passed:
        tally.disagreements.append(f"{name}: check {check.passed}, build {build.passed} {build.words}")
    if build.passed:
        tally.published.extend(f"{name}: {what}" for what in foreign(site))


@contextmanager
def _patience() -> Iterator[None]:
    def give_up(_: int, __: FrameType | None) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, give_up)
    signal.alarm(PATIENCE)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
