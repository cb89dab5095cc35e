"""A record -> what is wrong with the ids that it names, and the links to what is there."""

from collections.abc import Iterator

from ...records.base import Record
from ...records.document import Document
from ...records.source import Source
from ..links import Link
from ..shape import KeyPath, named_ids, named_in_values, value_at
from .meaning import ById, Found
from .missing import PARAGRAPHS, SECTIONS, Missing


def check_references(
    kind: str, record: Record, records: ById, links: list[Link], missing: list[Missing]
) -> Iterator[Found]:
    """Yield what is wrong with the ids that a record names; add right ones to links, others to missing."""
    seen: set[tuple[KeyPath, str, str]] = set()
    node = (kind, record.id)
    for keys, ref, id in named_ids(record):
        if id not in records[ref.kind]:
            missing.append(Missing(keys, ref.kind, id))
        elif (ref.kind, id) == node:
            yield keys, f"names itself ('{id}'); name another one or delete the line"
        elif not ref.cites and (keys[:-1], ref.kind, id) in seen:
            yield keys, f"'{id}' stands twice in this list; keep one of them"
        else:
            seen.add((keys[:-1], ref.kind, id))
            links.append(Link(node, (ref.kind, id), keys, ref.cites))
            if ref.cites and keys[-1] == "document":
                _note_place(keys, value_at(record, keys[:-1]), records["documents"][id], missing)


def check_faulty(model: type[Record], values: object) -> Iterator[Missing]:
    """Yield each id that a faulty record names, so that unknown ones need no second run."""
    for keys, ref, id in named_in_values(model, values):
        yield Missing(keys, ref.kind, id)


def _note_place(keys: KeyPath, source: Source, document: Record, missing: list[Missing]) -> None:
    if not isinstance(document, Document):
        return
    if source.section and document.sections and source.section not in document.sections:
        missing.append(Missing((*keys[:-1], "section"), SECTIONS, str(source.section), document.id))
    wrong = _paragraphs_wrong(source, document) if source.paragraphs else ""
    if wrong:
        missing.append(Missing((*keys[:-1], "paragraph"), PARAGRAPHS, wrong, document.id))


def _paragraphs_wrong(source: Source, document: Document) -> str:
    if document.paragraphs is None:
        return f"'{document.id}' has no numbered paragraphs; name the section instead"
    if source.paragraphs[0] < 1 or source.paragraphs[-1] > document.paragraphs:
        return f"'{document.id}' has paragraphs 1 to {document.paragraphs}; correct the number"
    return ""
