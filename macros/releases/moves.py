"""data/moves.yml and data/addresses.txt -> which old addresses lead where, and which were ever public.

Both speak of addresses under the site's own, as readers see them: 'studies/a-study/'. A redirect (an old
address and its new one) is for ever; an address that was public once is never left without a page.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ..catalogue.addresses import address_of, file_of, named_at, no_page
from ..catalogue.catalogue import Catalogue
from ..catalogue.problems import Problem, suggestion
from ..catalogue.reading.conflicts import conflict
from ..catalogue.reading.files import content_of, there, unfit
from ..catalogue.reading.plain import line_of, plain_values
from ..records.base import Record
from ..records.event import Event
from ..records.project import Project
from .calendars import ids_in_ledger

LARGEST = 10_000_000
MOVES, PUBLIC = "moves.yml", "addresses.txt"
ADDRESS = re.compile(r"(?:[a-z0-9]+(?:[-_][a-z0-9]+)*/)+")
FORM = "write it as readers see it after the site's own, such as 'studies/a-study/'"


@dataclass(frozen=True, slots=True)
class Moves:
    """The redirects of data/moves.yml: from each old address to the last of its chain, and their lines."""

    to: Mapping[str, str] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)


def add_moves(data: Path, catalogue: Catalogue, pages: Collection[str]) -> list[Problem]:
    """Hand the redirects of a data folder to its catalogue; return what is wrong with old addresses.

    pages are the addresses of docs/.
    """
    moves, problems = read_moves(data)
    catalogue.moves = moves.to
    if problems:
        return problems
    return [*check_moves(moves, catalogue, pages), *check_public(data, catalogue, pages)]


def read_moves(data: Path, name: str = "data") -> tuple[Moves, list[Problem]]:
    """Return the redirects of a data folder and what is wrong with them; none where there is no such file."""
    file, shown = data / MOVES, f"{name}/{MOVES}"
    if not there(file):
        return Moves(), []
    content, fault = content_of(file, data.parent, LARGEST)
    if fault:
        return Moves(), [Problem(shown, 1, fault)]
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return Moves(), [Problem(shown, line, "is not UTF-8; save the file again with the encoding UTF-8")]
    if not "".join(line for line in text.splitlines() if not line.startswith("#")).strip():
        return Moves(), []
    plain = plain_values(text)
    if plain.faults or not isinstance(plain.value, dict):
        faults = plain.faults or [(1, "must be lines such as 'studies/old-id/: studies/new-id/'")]
        return Moves(), [Problem(shown, line, message) for line, message in faults]
    said = {str(old): new for old, new in plain.value.items()}
    lines = {old: line_of(text, (old,)) for old in said}
    problems = [Problem(shown, lines[old], wrong) for old, wrong in _malformed(said)]
    if problems:
        return Moves(), problems
    ends = {old: _end(old, said) for old in said}
    loops = [old for old, end in ends.items() if end is None]
    problems = [
        Problem(shown, lines[old], f"'{old}' leads back to itself; take one of its lines out")
        for old in loops[:1]
    ]
    return Moves({old: end for old, end in ends.items() if end}, lines), problems


def check_moves(moves: Moves, catalogue: Catalogue, pages: Collection[str]) -> Iterator[Problem]:
    """Yield redirects from an address that has a page, and to one that has none; pages are those of docs/."""
    for old, new in moves.to.items():
        place = (f"data/{MOVES}", moves.lines[old])
        if has_page(old, catalogue, pages):
            yield Problem(*place, f"'{old}' is a page of the site; take this line out, or rename that page")
        elif not has_page(new, catalogue, pages):
            near = suggestion(new, _addresses(catalogue, pages))
            yield Problem(
                *place, f"'{new}' is no page of the site{near or '; name the page that stands now'}"
            )


def check_public(
    data: Path, catalogue: Catalogue, pages: Collection[str], name: str = "data"
) -> Iterator[Problem]:
    """Yield each address that was public and has neither a page now nor a redirect."""
    marks = conflict(_public(data))
    if marks:
        yield from (Problem(f"{name}/{PUBLIC}", line, message) for line, message in marks)
        return
    former = redirects(catalogue)
    file = data / PUBLIC
    fault = unfit(file, data.parent) if there(file) else ""
    if fault:
        yield Problem(f"{name}/{PUBLIC}", 1, fault)
    for line, address in enumerate(read_public(data), 1):
        if not address or address in former or has_page(address, catalogue, pages):
            continue
        kind, id = named_at(address) or ("", "")
        near = suggestion(address, _addresses(catalogue, pages))
        where = f"bring back {file_of(kind, id, name)}" if kind and id else "bring the page back"
        mend = f"add '{address}: <its new address>' to data/{MOVES}, or {where}"
        yield Problem(
            f"{name}/{PUBLIC}",
            line,
            f"'{address}' was public, and no page stands there now{near}; {mend}",
            f"{kind}/{id}" if kind else no_page(address),
        )


def read_public(data: Path) -> list[str]:
    """Return the lines of the list of public addresses, in the order of the file; none without it."""
    lines = _public(data).splitlines()
    return [line.strip() if ADDRESS.fullmatch(line.strip()) else "" for line in lines]


def _public(data: Path) -> str:
    content, _ = content_of(data / PUBLIC, data.parent, LARGEST)
    return content.decode("utf-8", errors="replace")


def public_text(data: Path, catalogue: Catalogue, pages: Collection[str]) -> tuple[str, int]:
    """Return the list of public addresses as it grows by those of today, and how many are new."""
    known = {address for address in read_public(data) if address}
    everything = known | {address for address in _addresses(catalogue, pages) if address}
    return "".join(f"{address}\n" for address in sorted(everything)), len(everything - known)


def has_page(address: str, catalogue: Catalogue, pages: Collection[str]) -> bool:
    """Return whether a page of docs/ or of a record, a faulty one too, stands at an address."""
    kind, id = named_at(address) or ("", "")
    return address in pages or bool(kind and id in catalogue.ids(kind))


def redirects(catalogue: Catalogue) -> dict[str, str]:
    """Return every redirect, from old address to new: of the table, the ledger and records themselves."""
    found = dict(catalogue.moves)
    for event in catalogue.events.values():
        found |= _to(event, "events", ids_in_ledger(catalogue, event))
    for project in catalogue.projects.values():
        found |= _to(project, "projects", project.formerly)
    return found


def former_ids(catalogue: Catalogue, kind: str, record: Record) -> tuple[str, ...]:
    """Return the ids that a record had before: by the table of moves, the ledger, or its own word."""
    own = address_of(kind, record.id)
    named = (named_at(old) for old, new in catalogue.moves.items() if new == own)
    found = {old[1] for old in named if old and old[0] == kind}
    if isinstance(record, Event):
        found.update(ids_in_ledger(catalogue, record))
    if isinstance(record, Project):
        found.update(record.formerly)
    return tuple(sorted(found - set(catalogue.ids(kind))))


def _to(record: Record, kind: str, ids: Iterable[str]) -> dict[str, str]:
    return {address_of(kind, id): address_of(kind, record.id) for id in ids}


def _addresses(catalogue: Catalogue, pages: Collection[str]) -> Iterator[str]:
    """Yield the address of each page that stays: those of docs/ and of records, announcements aside.

    What is announced keeps its address in the ledger.
    """
    for page in pages:
        if (named_at(page) or ("", ""))[0] != "announcements":
            yield page
    for kind, id in ((kind, record.id) for kind, record in catalogue.everything()):
        address = address_of(kind, id)
        if kind != "announcements" and named_at(address):
            yield address


def _malformed(said: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    for old, new in said.items():
        if not ADDRESS.fullmatch(old):
            yield old, f"'{old}' is no address of this site; {FORM}"
        elif not isinstance(new, str) or not ADDRESS.fullmatch(new):
            yield old, f"'{new}' is no address of this site; {FORM}"


def _end(old: str, said: Mapping[str, object]) -> str | None:
    """Return where a chain of redirects ends, or None where it goes round."""
    seen = {old}
    here = str(said[old])
    while here in said:
        if here in seen:
            return None
        seen.add(here)
        here = str(said[here])
    return here
