"""The command line: outreach check | build | new | schema."""

import argparse
import os
import re
import subprocess
import sys
import time
from pathlib import Path

from .catalogue import ProblemsFound
from .catalogue.kinds import KINDS
from .emitters.schemas import encode_schemas
from .emitters.templates import encode_template
from .environment import open_project
from .publish import clear_unfinished, recover, swap_in, write_bytes
from .records.base import ID_PATTERN
from .settings import Folders


def main(arguments: list[str] | None = None) -> int:
    """Run one command; return 0 where all went well, 1 where something is to be mended."""
    parser = _parser()
    options = parser.parse_args(arguments)
    folders = Folders(options.project.resolve())
    status: int = options.run(folders, options)
    return status


def check(folders: Folders, _: argparse.Namespace) -> int:
    """Check every record and every macro call, and say all that is to be mended."""
    started = time.perf_counter()
    try:
        project = open_project(folders)
    except ProblemsFound as found:
        print(found)
        print(f"{len(found.problems)} to mend.", file=sys.stderr)
        return 1
    records = sum(1 for _ in project.catalogue.everything())
    seconds = time.perf_counter() - started
    print(f"{records} records and {len(project.written)} pages are in order ({seconds:.1f} s).")
    return 0


def build(folders: Folders, _: argparse.Namespace) -> int:
    """Build the site beside the last one and swap it in; a failed build changes nothing."""
    recover(folders.site)
    new = clear_unfinished(folders.site)
    started = time.perf_counter()
    print("Checking the records and building the site ...", flush=True)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(new)]
    quiet = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, cwd=folders.root, env=quiet, check=False)  # noqa: S603 - our own words
    if done.returncode != 0:
        clear_unfinished(folders.site)
        print("The site was not built; the last one stands as it was.", file=sys.stderr)
        return 1
    pages = sum(1 for _ in new.rglob("*.html"))
    swap_in(new, folders.site)
    print(f"{pages} pages in {folders.site.name}/ ({time.perf_counter() - started:.1f} s).")
    return 0


def new(folders: Folders, options: argparse.Namespace) -> int:
    """Write the file of a new record, with the keys that it needs."""
    file = folders.data / options.kind / f"{options.id}.yml"
    shown = file.relative_to(folders.root)
    if not re.fullmatch(ID_PATTERN, options.id):
        print(f"'{options.id}' cannot be an id; write lower-case letters and digits joined by single hyphens")
        return 1
    if file.exists():
        print(f"{shown} is there already; choose another id, or edit that file")
        return 1
    write_bytes(file, encode_template(KINDS[options.kind]).encode())
    print(f"{shown} is written; fill it in, then run: make check")
    return 0


def schema(folders: Folders, _: argparse.Namespace) -> int:
    """Write the JSON Schemas of the records."""
    for name, content in encode_schemas().items():
        state = "written" if write_bytes(folders.schemas / name, content) else "unchanged"
        print(f"{folders.schemas.relative_to(folders.root)}/{name} {state}")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="outreach", description="The records behind the site.")
    parser.add_argument("--project", type=Path, default=Path(), help="the project's folder (default: here)")
    commands = parser.add_subparsers(required=True, metavar="command")
    for run in (check, build, new, schema):
        command = commands.add_parser(run.__name__, help=run.__doc__, description=run.__doc__)
        command.set_defaults(run=run)
        if run is new:
            command.add_argument("kind", choices=[k.name for k in KINDS.values() if k.layout == "one a file"])
            command.add_argument("id", help="its file's name and part of its address: forum-2027")
    return parser


if __name__ == "__main__":
    sys.exit(main())
