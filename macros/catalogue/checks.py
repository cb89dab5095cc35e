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
from .chart_checks import check_bars
from .event_checks import check_event
from .links import Link
from .missing import PARAGRAPHS, SECTIONS, Missing
from .project_checks import check_project
from .shape import KeyPath, named_ids, named_in_values, value_at
from .sharing import check_words

Records = Mapping[str, Mapping[str, Record]]
Found = tuple[KeyPath, str]
Check = Callable[[Record, Records], Iterator[Found]]


def check_references(
    kind: str, record: Record, records: Records, links: list[Link], missing: list[Missing]
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


def check_meaning(record: Record, records: Records) -> Iterator[Found]:
    """Yield where a record says what its documents or its own parts do not allow."""
    for check in MEANING.get(type(record), ()):
        yield from check(record, records)


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
        units = {str(fact.unit): fact.id for fact in facts if fact.unit}
        if len(units) > 1:
            said = " and ".join(f"{unit} in '{id}'" for unit, id in sorted(units.items()))
            wrong = f"the 'unit' is {said}; keep facts of one unit in a chart"
            yield ("charts", number, "facts"), wrong


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
