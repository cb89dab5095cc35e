"""Checks that no record can make alone: what it names, and what its documents allow."""

from collections.abc import Callable, Iterator, Mapping

from ...records.base import Record
from ...records.country import Country
from ...records.event import Event
from ...records.fact import Fact
from ...records.plan import Plan
from ...records.project import Project
from ...records.study import Study
from ..shape import KeyPath
from ..sources import written_on
from .charts import check_bars
from .contributors import check_contributors
from .events import check_event
from .projects import check_project
from .taken import check_presented, check_recordings

ById = Mapping[str, Mapping[str, Record]]
Found = tuple[KeyPath, str]
Check = Callable[[Record, ById], Iterator[Found]]


def check_meaning(record: Record, records: ById) -> Iterator[Found]:
    """Yield where a record says what its documents or its own parts do not allow."""
    for check in MEANING.get(type(record), ()):
        yield from check(record, records)


def _held_events_are_reported(record: Record, records: ById) -> Iterator[Found]:
    if not isinstance(record, Event) or record.standing != "held":
        return
    when = record.date or record.sort_as
    source = record.basis.source
    written = written_on(source, records["documents"])
    whose = f"of '{source.document}'" if source.document else "that the Secretariat gave"
    mend = "name a later document" if source.document else "give the day on which it said so afterwards"
    if when and written and written.last < when.first:
        yield (
            ("standing",),
            (
                f"'standing' cannot be 'held' on the word {whose} ({written}), "
                f"which is older than the event; {mend} or say planned or confirmed"
            ),
        )


def _charts_share_a_unit(record: Record, records: ById) -> Iterator[Found]:
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


def _plan_holds_together(record: Record, records: ById) -> Iterator[Found]:
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
    Event: (_held_events_are_reported, check_event, check_recordings, check_contributors),
    Country: (_charts_share_a_unit, check_bars),
    Plan: (_plan_holds_together,),
    Project: (check_project, check_contributors),
    Study: (check_presented, check_contributors),
}
