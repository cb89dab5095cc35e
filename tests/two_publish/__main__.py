"""By hand: python -m tests.two_publish [histories] [three publishes at once] [kills], such as 50 50 100."""

import sys
import tempfile
from collections.abc import Callable
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

from .accidents import run_at_once, run_killed
from .histories import run_history

RUNS: tuple[tuple[str, Callable[[int, Path], int]], ...] = (
    ("histories", run_history),
    ("times three publishes at once", run_at_once),
    ("kills", run_killed),
)


def main(counts: list[int]) -> None:
    """Run each kind as often as is said; an assertion that fails says with which seed."""
    for (name, run), count in zip(RUNS, counts, strict=False):
        total = 0
        for seed in range(count):
            with tempfile.TemporaryDirectory() as folder, redirect_stdout(StringIO()):
                try:
                    total += run(seed, Path(folder))
                except Exception as wrong:
                    wrong.add_note(f"{name}: seed {seed}")
                    raise
        print(f"{count} {name}: all is well ({total})", flush=True)


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or [50])
