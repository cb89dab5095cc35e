"""The commands that make the site: build, and serve, which shows it while one writes."""

import argparse
import os
import time
import traceback
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from ..catalogue import ProblemsFound
from ..engines.commands import run_command
from ..engines.plain import plain
from ..exchange import abandon, begin, list_beside, missing_files, place_of, swap_in, unfit_place
from ..locking import BUILD_PATIENCE, alone
from ..moments import EPOCH
from ..program import made_site
from ..project import open_public
from ..publish import clear_unfinished_files, write_bytes, write_site
from ..settings import MEANT, Folders
from .opening import check_settings, check_top
from .speaking import say, warn
from .stopping import Stopped, said_by_system, sentence

PLAIN = "plain"
ENGINES = ("mkdocs", "properdocs", PLAIN)
FALLEN = ("ERROR ", "Traceback (")
STANDS = "the last site stands as it was"


def build(folders: Folders, options: argparse.Namespace) -> int:
    """Build the site beside the last one and swap it in; a failed build changes nothing."""
    check_top(folders)
    check_settings(folders)
    wrong = unfit_place(folders.site)
    if wrong:
        raise Stopped(wrong)
    with alone(folders.build_lock, BUILD_PATIENCE, _waiting):
        started = time.perf_counter()
        for cache in (folders.cards, folders.references, folders.readings):
            clear_unfinished_files(cache)
        new = begin(folders.site)
        try:
            pages = _build(folders, new, options)
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


def _build(folders: Folders, new: Path, options: argparse.Namespace) -> int | None:
    """Build into a new folder and swap it in; return how many pages it has, or None where there is none."""
    say("Checking the records and building the site ...")
    if not _made(folders, new, options):
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


def _made(folders: Folders, new: Path, options: argparse.Namespace) -> bool:
    """Make every document in a folder, and beside it the list of them; return whether that went well."""
    if options.engine == PLAIN:
        return _made_here(folders, new, options.now)
    said = {EPOCH: str(int(options.now.timestamp()))} if options.now else {}
    return _made_by_command(folders, new, options.engine, {**said, MEANT: str(list_beside(new))})


def _made_here(folders: Folders, new: Path, now: datetime | None) -> bool:
    """Make the documents in this process."""
    opened = open_public(folders, os.environ, now)
    try:
        written = write_site(new, made_site(opened, plain))
    except (OSError, MemoryError, ProblemsFound):
        raise
    except Exception:
        warn(_fall(folders, traceback.format_exc().splitlines()))
        return False
    write_bytes(list_beside(new), "\n".join(written).encode())
    for line in (*opened.public.notes(), *filter(None, [opened.waiting])):
        say(line)
    return True


def _made_by_command(folders: Folders, new: Path, engine: str, said: Mapping[str, str]) -> bool:
    """Let an engine's own command build; pass on what it says, but of a fall only one sentence."""
    heard: list[str] = []
    held: list[str] = []

    def hear(line: str) -> None:
        heard.append(line)
        if held or line.startswith(FALLEN):
            held.append(line)
        else:
            warn(line)

    status = run_command(engine, new, folders.root, {**os.environ, **said}, hear)
    if any(line.startswith("Traceback (") for line in held):
        warn(_fall(folders, heard))
    elif held:
        warn(*held)
    return status == 0


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
