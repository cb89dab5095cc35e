"""Names of what is not there -> one problem for each thing that is missing, however often it is named."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from ...records.base import Record
from ...records.document import Document
from ...records.text import Text
from ..kinds import KINDS, PARTS
from ..problems import Problem, nearest, suggestion
from ..reading.data_files import Raw, Reading, meant_by
from ..shape import KeyPath

Known = Mapping[str, set[str] | None]
Records = Mapping[str, Mapping[str, Record]]
SECTIONS, PARAGRAPHS = "sections", "paragraphs"
# Kinds of which a file holds many: where it was cut or deleted, several ids are gone at once.
SHARED = (SECTIONS, *PARTS, *(kind.name for kind in KINDS.values() if kind.layout == "many a file"))


@dataclass(frozen=True, slots=True)
class Missing:
    """What a record names and nothing has: where, its kind, its id.

    Of a section there is its document too; of paragraphs the id is what is wrong with them."""

    keys: KeyPath
    kind: str
    id: str
    document: str = ""


Placed = tuple[Missing, Raw]


def tell_missing(
    named: Iterable[Placed], records: Records, known: Known, reading: Reading
) -> Iterator[Problem]:
    """Yield a problem for each place that names what no file has; those of one cause are told as one.

    Of a kind that has no record at all, the place where they belong is missing, and nothing else is told.
    """
    by_kind: defaultdict[tuple[str, str], list[Placed]] = defaultdict(list)
    named = list(named)
    for missing, raw in named:
        if not _is_known(missing, known, reading):
            by_kind[missing.kind, missing.document].append((missing, raw))
    for (kind, _), placed in by_kind.items():
        ids = {missing.id for missing, _ in placed}
        if kind in KINDS and not known[kind] and len(ids) > 1:
            yield _no_place(kind, len(placed), reading.name)
            reading.ids[kind].update(ids)
            continue
        near = {missing.id: _near(missing, records, known) for missing, _ in placed}
        far = sorted(id for id in ids if not near[id]) if kind in SHARED else []
        if kind in KINDS:  # the ledger takes for a faulty record what is told here to be gone
            counts = Counter(missing.id for missing, _ in placed)
            reading.ids[kind].update(id for id in ids if not near[id] or counts[id] > 1)
        for missing, raw in placed:
            several = far if len(far) > 1 and missing.id in far else [missing.id]
            sentence = _sentence(missing, several, near[missing.id], records, known)
            found = raw.fault(missing.keys, sentence)
            gone = f"{kind}/{missing.document}{' '.join(several)}"
            cause = found.cause or (numbering(missing.document) if kind == PARAGRAPHS else gone)
            reading.gone[f"{kind}/{missing.id}"] = cause
            yield replace(found, cause=cause)


def numbering(document: str) -> str:
    """Return the cause of what is wrong with paragraphs of a document, in records and on pages."""
    return f"{PARAGRAPHS}/{document}"


def _is_known(missing: Missing, known: Known, reading: Reading) -> bool:
    """Return whether a file has an id, or may have it: under one that cannot be an id and looks like it."""
    ids = known.get(missing.kind, set())
    nameless = [raw.id for raw in reading.nameless if raw.kind.name == missing.kind]
    meant = (id for name in nameless for id in (name, *meant_by(name)))
    return ids is None or missing.id in ids or bool(nearest(missing.id, meant))


def _no_place(kind: str, count: int, name: str) -> Problem:
    where = f"{name}/{kind}" if KINDS[kind].in_folder else f"{name}/{kind}.yml"
    wrong = f"is missing or holds no record, and {count:,} places name one"
    return Problem(where, 1, f"{wrong}; bring it back (git checkout HEAD -- {where}), or write it")


def _near(missing: Missing, records: Records, known: Known) -> str:
    """Return '; did you mean ...?' with what a name is a slip of, or nothing."""
    if missing.kind == PARAGRAPHS:
        return ""
    if missing.kind == SECTIONS:
        return suggestion(missing.id, _sections(missing, records))
    there = known.get(missing.kind) or set()
    return _called(missing.id, records.get(missing.kind, {})) or suggestion(missing.id, sorted(there))


def _sentence(missing: Missing, ids: list[str], near: str, records: Records, known: Known) -> str:
    if missing.kind == PARAGRAPHS:
        return missing.id
    names, many = " and ".join(f"'{id}'" for id in ids), len(ids) > 1
    if missing.kind == SECTIONS:
        others = f"; use one of: {', '.join(_sections(missing, records))}"
        return f"'{missing.document}' has no section{'s' if many else ''} {names}{near or others}"
    kind = KINDS.get(missing.kind)
    noun = (kind or PARTS[missing.kind]).noun
    new = f"write its record (outreach new {missing.kind} ...)"
    file = new if kind and kind.layout == "one a file" and missing.kind != "announcements" else ""
    own = "bring their records back" if many else "write its record"
    mend = f"{file or own}, or name one of" if kind else "use one of"
    what = f"are no {missing.kind}" if many and kind else f"is no {noun}"
    return f"there {what} {names}{near or f'; {mend}: {_some(known, missing)}'}"


def _sections(missing: Missing, records: Records) -> list[str]:
    document = records["documents"][missing.document]
    return [str(section) for section in document.sections] if isinstance(document, Document) else []


def _called(name: str, records: Mapping[str, Record]) -> str:
    """Return a hint where a name stands in place of an id, or the beginning of an id for the whole."""
    for id, record in records.items():
        texts = (getattr(record, key, None) for key in ("title", "short"))
        names = {words.casefold() for text in texts if isinstance(text, Text) for _, words in text.words}
        if name.casefold() in names or id.startswith(f"{name}-"):
            return f"; did you mean '{id}'?"
    return ""


def _some(known: Known, missing: Missing, most: int = 8) -> str:
    names = sorted(known.get(missing.kind) or ())
    return ", ".join(names[:most]) + (" and others" if len(names) > most else "") or "none"
