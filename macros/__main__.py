"""The command line: outreach check | build | new | rename | announce | publish | import | status | schema."""

import argparse
import os
import re
import secrets
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import get_args

from .catalogue import Catalogue, ProblemsFound, suggestion
from .catalogue.addresses import address_of
from .catalogue.kinds import KINDS
from .catalogue.ledger_checks import check_clock
from .catalogue.ledger_entries import new_files
from .catalogue.moves import PUBLIC, public_text
from .catalogue.notes import language_notes
from .catalogue.releasing import additions
from .emitters.drafts import draft_id, encode_draft, kind_of, named_record, new_guid, unfit
from .emitters.schemas import encode_schemas
from .emitters.status import status_lines
from .emitters.templates import encode_template
from .environment import Project, open_project
from .importing import accept, read_questionnaire
from .intake.decoding import Unreadable
from .intake.report import report_lines
from .locking import Busy, publishing
from .moments import EPOCH, epoch_moment, moment_said
from .publish import append_entry, clear_entries, clear_unfinished, recover, swap_in, write_bytes
from .records.announcement import AnnouncementKind
from .records.base import ID_PATTERN
from .records.event import uid_of
from .records.moment import spoken
from .records.release import Entered, Entry, Withdrawal
from .renaming import rename_files, renaming_of, unfit_name
from .settings import Folders

TIMED = ("check", "build", "publish", "announce", "import", "status")


def main(arguments: list[str] | None = None) -> int:
    """Run one command; return 0 where all went well, 1 where something is to be mended."""
    parser = _parser()
    options = parser.parse_args(arguments)
    folders = Folders(options.project.resolve())
    try:
        status: int = options.run(folders, options)
    except ProblemsFound as found:
        print(found)
        print(f"{len(found.problems)} to mend.", file=sys.stderr)
        return 1
    return status


def check(folders: Folders, options: argparse.Namespace) -> int:
    """Check every record and every macro call, and say all that is to be mended."""
    started = time.perf_counter()
    project = _checked(folders, options)
    records = sum(1 for _ in project.catalogue.everything())
    for line in (*project.undrawn(), *language_notes(folders.data, project.catalogue, project.site.language)):
        print(f"note: {line}")
    seconds = time.perf_counter() - started
    print(f"{records} records and {len(project.written)} pages are in order ({seconds:.1f} s).")
    return 0


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
    token = secrets.token_hex(6)
    ours = {"events": {"uid": uid_of(token)}, "announcements": {"guid": new_guid(token)}}
    made = ours.get(options.kind, {})
    write_bytes(file, encode_template(KINDS[options.kind], made).encode())
    print(f"{shown} is written; fill it in, then run: make check")
    return 0


def rename(folders: Folders, options: argparse.Namespace) -> int:
    """Give a record another id, wherever it stands; its old address leads on to the new one."""
    project = open_project(folders)
    named = (options.kind, options.old, options.new)
    wrong = unfit_name(project.catalogue, *named)
    if wrong:
        print(wrong)
        return 1
    try:
        written = rename_files(renaming_of(folders, project, *named))
    except OSError as failed:
        print(f"Renaming stopped: {failed.strerror} ({failed.filename}); see 'git status'")
        return 1
    print(f"{written} files written; {address_of(*named[:2])} leads on. Now run: make check")
    return 0


def announce(folders: Folders, options: argparse.Namespace) -> int:
    """Write a draft announcement of a record, filled in as far as the record goes."""
    catalogue = open_project(folders).catalogue
    node = named_record(catalogue, options.record)
    if isinstance(node, list):
        near = suggestion(options.record, [*node, *(name.partition("/")[2] for name in node)])
        names = near or f"; use one of: {', '.join(node[:8])}{' and others' if len(node) > 8 else ''}"
        print(f"'{options.record}' names no one record{names}")
        return 1
    record = None if node[0] == "pages" else catalogue.record(*node)
    id = options.id or draft_id(catalogue, node, options.kind or kind_of(record, _moment(options)))
    if not re.fullmatch(ID_PATTERN, id):
        print(f"'{id}' cannot be an id; write lower-case letters and digits joined by single hyphens")
        return 1
    wrong = unfit(catalogue, node, options.kind or kind_of(record, _moment(options)))
    if wrong:
        print(wrong)
        return 1
    file = folders.data / "announcements" / f"{id}.yml"
    shown = file.relative_to(folders.root)
    if file.exists():
        print(f"{shown} is there already; choose another id with --id, or edit that file")
        return 1
    guid = new_guid(secrets.token_hex(6))
    write_bytes(file, encode_draft(catalogue, node, guid, options.kind, _moment(options)).encode())
    print(f"{shown} is written as a draft; edit it, say 'standing: ready', then run: make check")
    return 0


def publish(folders: Folders, options: argparse.Namespace) -> int:
    """Add to the ledger what has fallen due or was withdrawn; doing it twice changes nothing."""
    if options.now and options.now > datetime.now(UTC):
        early = "is still to come; nothing can be released before its time, leave --now away"
        print(f"{spoken(options.now)} {early}")
        return 1
    if not folders.data.is_dir():
        _checked(folders, options)
    try:
        with publishing(folders.ledger_lock):
            return _publish(folders, options)
    except Busy:
        print("Another publishing is still at work; run this again when it has ended.")
    except OSError as wrong:
        place = f" ({wrong.filename})" if wrong.filename else ""
        reason = wrong.strerror or str(wrong)
        print(f"Publishing stopped: {reason}{place}; the ledger is whole, mend that and run this again.")
    return 1


def _publish(folders: Folders, options: argparse.Namespace) -> int:
    """Read the project and add to its ledger; nobody else does so meanwhile."""
    project = _checked(folders, options)
    catalogue = project.catalogue
    new = additions(catalogue, _moment(options))
    clear_entries(folders.ledger)
    for name, content, entry in new_files(catalogue.ledger, new):
        append_entry(folders.ledger / name, content)
        print(_said_of(catalogue, entry))
    text, grown = public_text(folders.data, catalogue, {page.path for page in project.written})
    if grown:
        write_bytes(folders.data / PUBLIC, text.encode())
        print(f"new addresses: {grown}")
    changed = [str(folders.ledger.relative_to(folders.root))] if new else []
    changed += [f"{folders.data.name}/{PUBLIC}"] if grown else []
    if not new:
        print("Nothing has fallen due; the ledger is as it was.")
    if changed:
        print(f"Now build the site, and commit {' and '.join(changed)}.")
    return 0


def _said_of(catalogue: Catalogue, entry: Entry) -> str:
    if isinstance(entry, Entered):
        days = " to ".join(dict.fromkeys(entry.days)) or "days not known"
        return f"calendars {days}: {entry.slot.summary} ({entry.slot.status.lower()})"
    what = "withdrawn" if isinstance(entry, Withdrawal) else "released"
    said = next(a for a in catalogue.announcements.values() if a.guid == entry.guid)
    headline = f'"{said.headline}" ({address_of("announcements", said.id)})'
    return f"{what} {spoken(entry.moment.astimezone(UTC))} {headline}"


def import_(folders: Folders, options: argparse.Namespace) -> int:
    """Say what a questionnaire would do to the register; with --write, do it: all of it or nothing."""
    project = _checked(folders, options)
    try:
        intake = read_questionnaire(project.catalogue, options.file, options.encoding, options.received)
    except (Unreadable, OSError) as wrong:
        for line in str(wrong).splitlines():
            print(f"{options.file.name}: {line}")
        return 1
    for line in report_lines(intake):
        print(line)
    if not intake.acceptable:
        print("Nothing was written; mend the rows that are refused or doubtful, then import the file again.")
        return 1
    written = accept(folders, intake, _moment(options), write=options.write)
    if not written:
        print("The register has all of it already.")
    elif options.write:
        print(f"{written} file{'s' if written > 1 else ''} written; read what came in, then commit it.")
    else:
        print("Nothing was written yet; the same command with --write does it.")
    return 0


def status(folders: Folders, options: argparse.Namespace) -> int:
    """Say what is due, scheduled, in draft, and what was never announced."""
    print("\n".join(status_lines(open_project(folders).catalogue, _moment(options))))
    return 0


def schema(folders: Folders, _: argparse.Namespace) -> int:
    """Write the JSON Schemas of the records."""
    for name, content in encode_schemas().items():
        state = "written" if write_bytes(folders.schemas / name, content) else "unchanged"
        print(f"{folders.schemas.relative_to(folders.root)}/{name} {state}")
    return 0


def _checked(folders: Folders, options: argparse.Namespace) -> Project:
    """Return the checked project; a ledger that is ahead of the clock is a mistake too."""
    now = _moment(options)
    project = open_project(folders, now)
    ahead = check_clock(project.catalogue.ledger, now, folders.data.name)
    if ahead:
        raise ProblemsFound(ahead)
    return project


def _moment(options: argparse.Namespace) -> datetime:
    """Return the moment a command works at: --now, else SOURCE_DATE_EPOCH, else the clock."""
    said: datetime | None = options.now or epoch_moment(os.environ)
    return (said or datetime.now(UTC)).replace(microsecond=0)


def _said(words: str) -> datetime:
    try:
        return moment_said(words)
    except ValueError as wrong:
        raise argparse.ArgumentTypeError(str(wrong)) from None


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="outreach", description="The records behind the site.")
    parser.add_argument("--project", type=Path, default=Path(), help="the project's folder (default: here)")
    commands = parser.add_subparsers(required=True, metavar="command")
    for run in (check, build, new, rename, announce, publish, import_, status, schema):
        name = run.__name__.rstrip("_")
        command = commands.add_parser(name, help=run.__doc__, description=run.__doc__)
        command.set_defaults(run=run)
        if name in TIMED:
            moment = "the moment to work at (default: the clock): 2027-03-01 or '2027-03-01 09:00 +09:00'"
            command.add_argument("--now", type=_said, help=moment)
        if run in (new, rename):
            command.add_argument("kind", choices=[k.name for k in KINDS.values() if k.layout == "one a file"])
        if run is rename:
            command.add_argument("old", help="the id that it has")
            command.add_argument("new", help="the id that it gets")
        if run is new:
            command.add_argument("id", help="its file's name and part of its address: forum-2027")
        if run is import_:
            command.add_argument("file", type=Path, help="the questionnaire that came back, CSV or XLSX")
            command.add_argument("--write", action="store_true", help="write the records, all or none")
            command.add_argument("--encoding", help="of a CSV file, where it is not told rightly: gb18030")
            command.add_argument("--received", default="", help="the date of answer of rows without one")
        if run is announce:
            command.add_argument("record", help="what it is about: dld-forum-2025, plans/2026, approach")
            command.add_argument(
                "--kind", choices=get_args(AnnouncementKind), help="else as the record suggests"
            )
            command.add_argument("--id", help="the new file's name, else made from record and kind")
    return parser


if __name__ == "__main__":
    sys.exit(main())
