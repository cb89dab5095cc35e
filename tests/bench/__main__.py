"""Runs the benchmarks and prints their ratios."""

import sys
import tempfile
from pathlib import Path

from macros.settings import Folders

from .building import measure_builds
from .loading import measure_loading

SIZES = (500, 5000)


def main() -> int:
    """Measure loading, then whole builds; return 1 where a promise is broken."""
    project = Folders(Path(__file__).parents[2])
    with tempfile.TemporaryDirectory() as scratch:
        loading = measure_loading(project, Path(scratch) / "loading", SIZES[-1])
        print(loading, flush=True)
        builds = measure_builds(project, Path(scratch) / "building", SIZES)
        for build in builds:
            print(build, flush=True)
        growth = builds[-1].ours / builds[0].ours
        print(f"growth from {SIZES[0]} to {SIZES[-1]} records: {growth:.1f} (linear is 10)")
    return 0 if loading.ratio <= loading.promise else 1


if __name__ == "__main__":
    sys.exit(main())
