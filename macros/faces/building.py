"""The commands that make the site: build."""

import argparse
import os
import subprocess
import sys
import time

from ..moments import EPOCH
from ..publish import clear_unfinished, recover, swap_in
from ..settings import Folders


def build(folders: Folders, options: argparse.Namespace) -> int:
    """Build the site beside the last one and swap it in; a failed build changes nothing."""
    recover(folders.site)
    new = clear_unfinished(folders.site)
    started = time.perf_counter()
    print("Checking the records and building the site ...", flush=True)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(new)]
    said = {EPOCH: str(int(options.now.timestamp()))} if options.now else {}
    quiet = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **said}
    done = subprocess.run(command, cwd=folders.root, env=quiet, check=False)  # noqa: S603 - our own words
    if done.returncode != 0:
        clear_unfinished(folders.site)
        print("The site was not built; the last one stands as it was.", file=sys.stderr)
        return 1
    pages = sum(1 for _ in new.rglob("*.html"))
    swap_in(new, folders.site)
    print(f"{pages} pages in {folders.site.name}/ ({time.perf_counter() - started:.1f} s).")
    return 0
