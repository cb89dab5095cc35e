"""The commands that make the site: build, and serve, which shows it while one writes."""

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

from ..exchange import abandon, begin, list_beside, missing_files, place_of, swap_in, unfit_place
from ..locking import BUILD_PATIENCE, alone
from ..moments import EPOCH
from ..publish import clear_unfinished_files, write_bytes
from ..settings import MEANT, Folders
from .opening import check_settings, check_top
from .speaking import say, warn
from .stopping import Stopped, said_by_system, sentence

FALLEN = ("ERROR ", "Traceback (")
STANDS = "the last site stands as it was"


def build(folders: Folders, options: argparse.Namespace) -> int:
    """Build the site beside the last one and swap it in; a failed build changes nothing."""
    check_top(folders)
    check_settings(folders)
    wrong = unfit_place(folders.site)
    if wrong:
        raise Stopped(wrong)
    said = {EPOCH: str(int(options.now.timestamp()))} if options.now else {}
    with alone(folders.build_lock, BUILD_PATIENCE, _waiting):
        started = time.perf_counter()
        for cache in (folders.cards, folders.references):
            clear_unfinished_files(cache)
        new = begin(folders.site)
        try:
            pages = _build(folders, new, said)
        finally:
            abandon(new)
    if pages is None:
        return 1
    say(f"{pages} pages in {folders.site.name}/ ({time.perf_counter() - started:.1f} s).")
    return 0


def serve(folders: Folders, _: argparse.Namespace) -> int:
    """Show the site while you write, with drafts; a mistake is told, and the last good pages stay."""
    from .preview import preview

    check_top(folders, site=False)
    preview(folders)
    return 0


def _waiting() -> None:
    warn("Another build is at work; this one waits for it to end ...")


def _build(folders: Folders, new: Path, said: Mapping[str, str]) -> int | None:
    """Build into a new folder and swap it in; return how many pages it has, or None where there is none."""
    say("Checking the records and building the site ...")
    if not _made(folders, new, {**said, MEANT: str(list_beside(new))}):
        warn(f"The site was not built; {STANDS}.")
        return None
    missing = missing_files(new)
    if missing is None:
        raise Stopped(f"{folders.site.name}: the list of what to build is gone; run this again; {STANDS}.")
    names, meant = missing
    if names:
        lost = f"{len(names)} of {meant} files that were built are gone, such as {names[0]}"
        raise Stopped(f"{folders.site.name}: {lost}; run this again; {STANDS}.")
    pages = sum(1 for _ in new.rglob("*.html"))
    swap_in(new, place_of(folders.site))
    return pages


def _made(folders: Folders, new: Path, said: Mapping[str, str]) -> bool:
    """Let MkDocs build into a folder; pass on what it says, but of a fall only one sentence."""
    command = [sys.executable, "-m", "macros.faces.engine", "build", "--strict", "--site-dir", str(new)]
    quiet = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONIOENCODING": "utf-8:backslashreplace", **said}
    heard: list[str] = []
    held: list[str] = []

    def hear(line: str) -> None:
        heard.append(line)
        if held or line.startswith(FALLEN):
            held.append(line)
        else:
            warn(line)

    status = _run(command, folders.root, quiet, hear)
    if any(line.startswith("Traceback (") for line in held):
        warn(_fall(folders, heard))
    elif held:
        warn(*held)
    return status == 0


def _run(command: list[str], folder: Path, words: Mapping[str, str], hear: Callable[[str], None]) -> int:
    """Run a command whose input stays open as long as this process lives; return its status."""
    with subprocess.Popen(  # noqa: S603 - our own words
        command,
        cwd=folder,
        env=words,
        encoding="utf-8",
        errors="backslashreplace",
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    ) as running:
        try:
            for line in running.stdout or ():
                hear(line.rstrip("\n"))
        except BaseException:
            running.kill()
            raise
    return running.returncode


def _fall(folders: Folders, heard: list[str]) -> str:
    """Return why the program fell, in a sentence; all that it said is kept in a file."""
    log = folders.build_log
    last = next((line for line in reversed(heard) if line.strip()), "")
    system = said_by_system(last)
    if system:
        return sentence(system, folders.root)
    with suppress(OSError):
        write_bytes(log, "\n".join([*heard, ""]).encode())
    shown = log.relative_to(folders.root)
    return f"{shown}: the program fell over the project ({last}); send this file to who looks after it"
