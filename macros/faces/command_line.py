"""Words of a command line -> the command that they name, run with its options."""

import argparse
import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import get_args

from .. import locking
from ..catalogue import ProblemsFound
from ..catalogue.kinds import KINDS
from ..locking import Busy, alone
from ..moments import moment_said
from ..publish import clear_unfinished_files
from ..records.announcement import AnnouncementKind
from ..settings import Folders
from .building import ENGINES, build, serve
from .flyers import flyer
from .looking import check, status
from .opening import check_top
from .picturing import picture
from .publishing import publish
from .speaking import begin_speaking, end_speaking, say, warn
from .stopping import Stopped, sentence
from .writing import announce, import_, new, rename, schema

INTERRUPTED = 130  # 128 and SIGINT, as shells say it
WRITERS = (new, rename, announce, publish, schema, picture)  # and import with --write
TIMED = ("check", "build", "publish", "announce", "import", "status", "flyer")


def run(arguments: list[str] | None = None) -> int:
    """Run one command; return 0 where all went well, 1 where something is to be mended, 130 after Ctrl-C.

    Whatever stops a command ends here, in words: no command has to look out for a full disk.
    """
    begin_speaking()
    try:
        options = _parser().parse_args(arguments)
        return _told(Folders(Path(os.path.realpath(options.project))), options)
    except KeyboardInterrupt:
        warn("Stopped by Ctrl-C; every record is whole.")
        return INTERRUPTED
    finally:
        end_speaking()


def _told(folders: Folders, options: argparse.Namespace) -> int:
    """Run a command; what the system refuses, to the command or to its lines, is told in a sentence."""
    try:
        return _tried(folders, options)
    except OSError as wrong:
        warn(sentence(wrong, folders.root))
        return 1


def _tried(folders: Folders, options: argparse.Namespace) -> int:
    try:
        return _alone(folders, options)
    except ProblemsFound as found:
        say(found)
        warn(f"{len(found.problems)} to mend.")
    except Busy:
        warn("Another command is still at work here; run this again when it has ended.")
    except Stopped as stopped:
        warn(stopped)
    return 1


def _alone(folders: Folders, options: argparse.Namespace) -> int:
    """Run a command; one that writes records does so alone, and clears away what killed ones left."""
    command: Callable[[Folders, argparse.Namespace], int] = options.run
    if not getattr(options, "write", command in WRITERS):
        return command(folders, options)
    check_top(folders, site=False)
    with alone(folders.data_lock, locking.PATIENCE):
        clear_unfinished_files(folders.root, below=False)
        clear_unfinished_files(folders.data)
        clear_unfinished_files(folders.docs)
        clear_unfinished_files(folders.readings.parent)  # whoever else writes there makes it anew
        return command(folders, options)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="outreach", description="The records behind the site.")
    parser.add_argument("--project", type=Path, default=Path(), help="the project's folder (default: here)")
    commands = parser.add_subparsers(required=True, metavar="command")
    for run in (check, build, serve, new, rename, announce, publish, import_, status, schema, picture, flyer):
        name = run.__name__.rstrip("_")
        command = commands.add_parser(name, help=run.__doc__, description=run.__doc__)
        command.set_defaults(run=run)
        if name in TIMED:
            moment = "the moment to work at (default: the clock): 2027-03-01 or '2027-03-01 09:00 +09:00'"
            command.add_argument("--now", type=_said, help=moment)
        _add_arguments(command, run)
    return parser


def _add_arguments(command: argparse.ArgumentParser, run: object) -> None:
    """Add what a command asks for beside the moment."""
    if run is build:
        command.add_argument(
            "--engine", choices=ENGINES, default=ENGINES[0], help="what turns Markdown into HTML"
        )
    if run in (new, rename):
        command.add_argument("kind", choices=_kinds(optional=run is new))
    if run is rename:
        command.add_argument("old", help="the id that it has")
        command.add_argument("new", help="the id that it gets")
    if run is new:
        command.add_argument(
            "id", nargs="?", default="", help="its file's name and part of its address: forum-2027"
        )
    if run is import_:
        command.add_argument("file", type=Path, help="the questionnaire that came back, CSV or XLSX")
        command.add_argument("--write", action="store_true", help="write the records, all or none")
        command.add_argument("--encoding", help="of a CSV file, where it is not told rightly: gb18030")
        command.add_argument("--received", default="", help="the date of answer of rows without one")
        command.add_argument("--accept", action="append", default=[], help="take a doubtful entry, by id")
    if run is picture:
        command.add_argument("file", type=Path, help="the picture as it came: JPEG, PNG, WebP or TIFF")
        command.add_argument("--name", default="", help="the name that it gets: forum-2026")
    if run is flyer:
        command.add_argument("record", help="an event or a study: dld-forum-2025, studies/land-study")
        command.add_argument("--folder", type=Path, help="where to write (default: flyers/ in the project)")
    if run is announce:
        command.add_argument("record", help="what it is about: dld-forum-2025, plans/2026, approach")
        command.add_argument("--kind", choices=get_args(AnnouncementKind), help="else as the record suggests")
        command.add_argument("--id", help="the new file's name, else made from record and kind")


def _kinds(optional: bool) -> list[str]:
    """Return the kinds of which each record has its file, and those of one file that may be lacking."""
    return [k.name for k in KINDS.values() if k.layout == "one a file" or (optional and k.optional)]


def _said(words: str) -> datetime:
    try:
        return moment_said(words)
    except ValueError as wrong:
        raise argparse.ArgumentTypeError(str(wrong)) from None
