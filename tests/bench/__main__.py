"""Runs the benchmarks and prints their ratios."""

import sys
import tempfile
from pathlib import Path

from macros.settings import Folders

from .building import measure_builds
from .feeds import measure_encoding, measure_share
from .loading import measure_loading
from .register import measure_register

SIZES = (500, 5000)
ANNOUNCEMENTS = 10_000
PROJECTS = (200, 2000)


def main() -> int:
    """Measure feeds, loading, then whole builds; return 1 where a promise is broken."""
    project = Folders(Path(__file__).parents[2])
    feeds = (measure_encoding(ANNOUNCEMENTS), measure_share(project))
    for measured in feeds:
        print(measured, flush=True)
    with tempfile.TemporaryDirectory() as scratch:
        loading = measure_loading(project, Path(scratch) / "loading", SIZES[-1])
        print(loading, flush=True)
        print(measure_register(Path(scratch) / "register", *PROJECTS), flush=True)
        builds = measure_builds(project, Path(scratch) / "building", SIZES)
        for build in builds:
            print(build, flush=True)
        growth = builds[-1].ours.seconds / builds[0].ours.seconds
        print(f"growth from {SIZES[0]} to {SIZES[-1]} records: {growth:.1f} (linear is 10)")
    kept = [measured.ratio <= measured.promise for measured in (*feeds, loading)]
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main())
