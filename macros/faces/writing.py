"""The commands that write records and what goes with them: new, rename, announce, import, schema."""

import argparse
import re
import secrets

from ..catalogue import suggestion
from ..catalogue.addresses import address_of, file_of
from ..catalogue.kinds import KINDS
from ..emitters.drafts import draft_id, encode_draft, kind_of, named_record, unfit
from ..emitters.schemas import encode_schemas
from ..emitters.templates import encode_template
from ..importing import accept, read_questionnaire
from ..intake.decoding import Unreadable
from ..intake.report import report_lines
from ..project import open_project
from ..publish import write_all, write_bytes
from ..records.announcement import new_guid
from ..records.base import ID_PATTERN
from ..renaming import rename_files, renaming_of, unfit_name
from ..settings import Folders
from .opening import checked_project, moment_of
from .speaking import say


def new(folders: Folders, options: argparse.Namespace) -> int:
    """Write the file of a new record, with the keys that it needs."""
    kind, token = KINDS[options.kind], secrets.token_hex(6)
    id = options.id if kind.in_folder else kind.name
    shown = file_of(kind.name, id, folders.data.name)
    file = folders.root / shown
    if not re.fullmatch(ID_PATTERN, id):
        say(f"'{id}' cannot be an id; write lower-case letters and digits joined by single hyphens")
        return 1
    if file.exists():
        say(f"{shown} is there already; {'choose another id, or ' if kind.in_folder else ''}edit that file")
        return 1
    made = {key: make(token) for key, make in kind.made.items()}
    write_bytes(file, encode_template(kind, made).encode())
    say(f"{shown} is written; fill it in, then run: make check")
    return 0


def rename(folders: Folders, options: argparse.Namespace) -> int:
    """Give a record another id, wherever it stands; its old address becomes a redirect."""
    project = open_project(folders)
    named = (options.kind, options.old, options.new)
    wrong = unfit_name(project.catalogue, *named)
    if wrong:
        say(wrong)
        return 1
    written = rename_files(renaming_of(folders, project, *named))
    say(f"{written} files written; {address_of(*named[:2])} leads on. Now run: make check")
    return 0


def announce(folders: Folders, options: argparse.Namespace) -> int:
    """Write a draft announcement of a record, filled in as far as the record goes."""
    catalogue = open_project(folders).catalogue
    node = named_record(catalogue, options.record)
    if isinstance(node, list):
        near = suggestion(options.record, [*node, *(name.partition("/")[2] for name in node)])
        names = near or f"; use one of: {', '.join(node[:8])}{' and others' if len(node) > 8 else ''}"
        say(f"'{options.record}' names no one record{names}")
        return 1
    record = None if node[0] == "pages" else catalogue.record(*node)
    id = options.id or draft_id(catalogue, node, options.kind or kind_of(record, moment_of(options)))
    if not re.fullmatch(ID_PATTERN, id):
        say(f"'{id}' cannot be an id; write lower-case letters and digits joined by single hyphens")
        return 1
    wrong = unfit(catalogue, node, options.kind or kind_of(record, moment_of(options)))
    if wrong:
        say(wrong)
        return 1
    file = folders.data / "announcements" / f"{id}.yml"
    shown = file.relative_to(folders.root)
    if file.exists():
        say(f"{shown} is there already; choose another id with --id, or edit that file")
        return 1
    guid = new_guid(secrets.token_hex(6))
    write_bytes(file, encode_draft(catalogue, node, guid, options.kind, moment_of(options)).encode())
    say(f"{shown} is written as a draft; edit it, say 'standing: ready', then run: make check")
    return 0


def import_(folders: Folders, options: argparse.Namespace) -> int:
    """Say what a questionnaire would do to the register; with --write, do it: all of it or nothing."""
    project = checked_project(folders, options)
    try:
        said = (options.encoding, options.received, options.accept)
        intake = read_questionnaire(project.catalogue, options.file, *said)
    except Unreadable as wrong:
        say(*(f"{options.file.name}: {line}" for line in str(wrong).splitlines()))
        return 1
    say(*report_lines(intake))
    if not intake.acceptable:
        say("Nothing was written; mend the rows that are refused or doubtful, then import the file again.")
        return 1
    written = accept(folders, intake, moment_of(options), write=options.write)
    if not written:
        say("The register has all of it already.")
    elif options.write:
        say(f"{written} file{'s' if written > 1 else ''} written; read what came in, then commit it.")
    else:
        say("Nothing was written yet; the same command with --write does it.")
    return 0


def schema(folders: Folders, _: argparse.Namespace) -> int:
    """Write the JSON Schemas of the records, all or none."""
    schemas = {folders.schemas / name: content for name, content in encode_schemas().items()}
    changed = {f: words for f, words in schemas.items() if not f.is_file() or f.read_bytes() != words}
    write_all(changed)
    for file in schemas:
        say(f"{file.relative_to(folders.root)} {'written' if file in changed else 'unchanged'}")
    return 0
