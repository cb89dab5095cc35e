"""Checks that no record can make alone: what it names, and what its documents allow."""

from collections.abc import Callable, Iterator, Mapping

from ..records.announcement import Announcement
from ..records.base import Record
from ..records.country import Country
from ..records.document import Document
from ..records.event import Event
from ..records.fact import Fact
from ..records.plan import Plan
from ..records.project import Project
from ..records.source import Source
from ..records.text import Text
from .chart_checks import check_bars
from .event_checks import check_event
from .kinds import KINDS, PARTS
from .links import Link
from .problems import suggestion
from .project_checks import check_project
from .shape import KeyPath, RefPath, named_ids, named_in_values, value_at
from .sharing import check_words

Records = Mapping[str, Mapping[str, Record]]
Known = Mapping[str, set[str] | None]
Found = tuple[KeyPath, str]
Check = Callable[[Record, Records], Iterator[Found]]
NO_RECORDS: Mapping[str, Record] = {}


def check_references(
    kind: str, record: Record, records: Records, known: Known, links: list[Link]
) -> Iterator[Found]:
    """Yield what is wrong with the ids that a record names, and add the right ones to links."""
    seen: set[tuple[KeyPath, str, str]] = set()
    node = (kind, record.id)
    for keys, ref, id in named_ids(record):
        if id not in records[ref.kind]:
            yield from _unknown(keys, ref, id, known[ref.kind], records[ref.kind])
        elif (ref.kind, id) == node:
            yield keys, f"names itself ('{id}'); name another one or delete the line"
        elif not ref.cites and (keys[:-1], ref.kind, id) in seen:
            yield keys, f"'{id}' stands twice in this list; keep one of them"
        else:
            seen.add((keys[:-1], ref.kind, id))
            links.append(Link(node, (ref.kind, id), keys, ref.cites))
            if ref.cites and keys[-1] == "document":
                yield from _place_exists(keys, value_at(record, keys[:-1]), records["documents"][id])


def check_faulty(model: type[Record], values: object, known: Known) -> Iterator[Found]:
    """Yield the unknown ids that a faulty record names, so that they need no second run."""
    for keys, ref, id in named_in_values(model, values):
        yield from _unknown(keys, ref, id, known[ref.kind])


def check_meaning(record: Record, records: Records) -> Iterator[Found]:
    """Yield where a record says what its documents or its own parts do not allow."""
    for check in MEANING.get(type(record), ()):
        yield from check(record, records)


def _unknown(
    keys: KeyPath, ref: RefPath, id: str, known: set[str] | None, records: Mapping[str, Record] = NO_RECORDS
) -> Iterator[Found]:
    if known is None or id in known:
        return
    kind = KINDS.get(ref.kind)
    noun = kind.noun if kind else PARTS[ref.kind]
    new = f"write its record (outreach new {ref.kind} ...)"
    file = new if kind and kind.layout == "one a file" and ref.kind != "announcements" else ""
    mend = f"{file or 'write its record'}, or name one of" if kind else "use one of"
    near = _called(id, records) or suggestion(id, sorted(known)) or f"; {mend}: {_some(known)}"
    yield keys, f"there is no {noun} '{id}'{near}"


def _called(name: str, records: Mapping[str, Record]) -> str:
    """Return a hint where a name stands in place of an id, or the beginning of an id for the whole."""
    for id, record in records.items():
        texts = (getattr(record, key, None) for key in ("title", "short"))
        names = {words.casefold() for text in texts if isinstance(text, Text) for _, words in text.words}
        if name.casefold() in names or id.startswith(f"{name}-"):
            return f"; did you mean '{id}'?"
    return ""


def _some(known: set[str], most: int = 8) -> str:
    names = sorted(known)
    return ", ".join(names[:most]) + (" and others" if len(names) > most else "") or "none"


def _place_exists(keys: KeyPath, source: Source, document: Record) -> Iterator[Found]:
    if not isinstance(document, Document):
        return
    if source.section and document.sections and source.section not in document.sections:
        sections = [str(section) for section in document.sections]
        near = suggestion(str(source.section), sections) or f"; use one of: {', '.join(sections)}"
        yield (*keys[:-1], "section"), f"'{document.id}' has no section '{source.section}'{near}"
    if source.paragraphs:
        yield from _paragraphs_exist(keys, source, document)


def _paragraphs_exist(keys: KeyPath, source: Source, document: Document) -> Iterator[Found]:
    place = (*keys[:-1], "paragraph")
    if document.paragraphs is None:
        yield place, f"'{document.id}' has no numbered paragraphs; name the section instead"
    elif source.paragraphs[0] < 1 or source.paragraphs[-1] > document.paragraphs:
        yield place, f"'{document.id}' has paragraphs 1 to {document.paragraphs}; correct the number"


def _held_events_are_reported(record: Record, records: Records) -> Iterator[Found]:
    if not isinstance(record, Event) or record.standing != "held":
        return
    when = record.date or record.sort_as
    document = records["documents"].get(record.basis.source.document)
    written = document.date if isinstance(document, Document) else None
    if when and written and written.last < when.first:
        yield (
            ("standing",),
            (
                f"'standing' cannot be 'held' on the word of '{record.basis.source.document}' ({written}), "
                "which is older than the event; name a later document or say planned or confirmed"
            ),
        )


def _charts_share_a_unit(record: Record, records: Records) -> Iterator[Found]:
    if not isinstance(record, Country):
        return
    for number, chart in enumerate(record.charts):
        facts = [fact for id in chart.facts if isinstance(fact := records["facts"].get(id), Fact)]
        for place, fact in enumerate(facts):
            if fact.value is None:
                yield ("charts", number, "facts", place), f"'{fact.id}' has no value to draw; leave it out"
        units = sorted({str(fact.unit) for fact in facts if fact.unit})
        if len(units) > 1:
            yield (
                ("charts", number, "facts"),
                f"these have {' and '.join(units)}; keep those of one unit in a chart",
            )


def _plan_holds_together(record: Record, records: Records) -> Iterator[Found]:
    if not isinstance(record, Plan):
        return
    for number, activity in record.activities.items():
        keys: KeyPath = ("activities", number)
        if activity.pillar not in record.pillars:
            near = ", ".join(record.pillars)
            yield (*keys, "pillar"), f"the plan has no pillar '{activity.pillar}'; use one of: {near}"
        if activity.supports == number:
            yield (*keys, "supports"), "names itself; name the activity that it serves"
        elif activity.supports is not None and activity.supports not in record.activities:
            near = ", ".join(record.activities)
            yield (*keys, "supports"), f"the plan has no activity '{activity.supports}'; use one of: {near}"


MEANING: dict[type[Record], tuple[Check, ...]] = {
    Event: (_held_events_are_reported, check_event),
    Country: (_charts_share_a_unit, check_bars),
    Plan: (_plan_holds_together,),
    Project: (check_project,),
    Announcement: (check_words,),
}
