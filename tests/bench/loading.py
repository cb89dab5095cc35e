"""How long loading and checking takes, against PyYAML's C loader alone on the same texts."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import yaml

from macros.releases.loading import load_catalogue
from macros.settings import Folders

from .generated import generate_records

RUNS = 5


@dataclass(frozen=True, slots=True)
class Loading:
    """Seconds of each, and what is promised of the ratio."""

    files: int
    lines: float
    ours: float
    load: float
    events: float
    promise: float = 2.0

    @property
    def ratio(self) -> float:
        """Return our time over that of yaml.load with the C loader."""
        return self.ours / self.load

    def __str__(self) -> str:
        return (
            f"loading and checking {self.files} files of {self.lines:.0f} lines: {self.ratio:.2f} times "
            f"yaml.load with CSafeLoader (promised: {self.promise:.0f}), "
            f"{self.ours / self.events:.2f} times yaml.parse (events only)"
        )


def measure_loading(project: Folders, scratch: Path, count: int) -> Loading:
    """Return the medians of runs taken in turn, so that a busy machine slows all alike."""
    data = scratch / "data"
    generate_records(project, data, count)
    texts = [file.read_text() for file in sorted(data.rglob("*.yml"))]

    def load() -> None:
        for text in texts:
            yaml.load(text, yaml.CSafeLoader)

    def parse() -> None:
        for text in texts:
            for _ in yaml.parse(text, yaml.CSafeLoader):
                pass

    taken = [[_seconds(work) for work in (lambda: load_catalogue(data), load, parse)] for _ in range(RUNS)]
    ours, loading, parsing = (statistics.median(column) for column in zip(*taken, strict=True))
    lines = sum(text.count("\n") for text in texts) / len(texts)
    return Loading(len(texts), lines, ours, loading, parsing)


def _seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started
