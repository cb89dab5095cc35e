"""The command that adds to the ledger what has fallen due: publish."""

import argparse
from datetime import UTC, datetime

from ..catalogue import Catalogue
from ..catalogue.addresses import address_of
from ..publish import append_entry, write_bytes
from ..records.moment import spoken
from ..records.release import Entered, Entry, Withdrawal
from ..releases.ledger_entries import new_files
from ..releases.moves import PUBLIC, public_text
from ..releases.releasing import additions
from ..settings import Folders
from .opening import checked_project, moment_of
from .speaking import say


def publish(folders: Folders, options: argparse.Namespace) -> int:
    """Add to the ledger what has fallen due or was withdrawn; doing it twice changes nothing."""
    if options.now and options.now > datetime.now(UTC):
        early = "is still to come; nothing can be released before its time, leave --now away"
        say(f"{spoken(options.now)} {early}")
        return 1
    project = checked_project(folders, options)
    catalogue = project.catalogue
    new = additions(catalogue, moment_of(options))
    for name, content, entry in new_files(catalogue.ledger, new):
        append_entry(folders.ledger / name, content)
        say(_said_of(catalogue, entry))
    text, grown = public_text(folders.data, catalogue, {page.path for page in project.written})
    if grown:
        write_bytes(folders.data / PUBLIC, text.encode())
        say(f"new addresses: {grown}")
    changed = [str(folders.ledger.relative_to(folders.root))] if new else []
    changed += [f"{folders.data.name}/{PUBLIC}"] if grown else []
    if not new:
        say("Nothing has fallen due; the ledger is as it was.")
    if changed:
        say(f"Now build the site, and commit {' and '.join(changed)}.")
    return 0


def _said_of(catalogue: Catalogue, entry: Entry) -> str:
    if isinstance(entry, Entered):
        days = " to ".join(dict.fromkeys(entry.days)) or "days not known"
        return f"calendars {days}: {entry.slot.summary} ({entry.slot.status.lower()})"
    what = "withdrawn" if isinstance(entry, Withdrawal) else "released"
    said = next(a for a in catalogue.announcements.values() if a.guid == entry.guid)
    headline = f'"{said.headline}" ({address_of("announcements", said.id)})'
    return f"{what} {spoken(entry.moment.astimezone(UTC))} {headline}"
