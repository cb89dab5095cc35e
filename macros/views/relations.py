"""A record -> what it is linked with: other records, parts of the plan and of the framework."""

from typing import Any

from markupsafe import Markup

from ..catalogue.kinds import KINDS, PAGED
from ..catalogue.register import facets
from ..records.base import Record
from ..records.event import Event
from ..records.project import Project
from ..records.study import Study
from .filters import path_of
from .lists import LARGE, LISTED
from .paging import STEP
from .view import View

IN_ITS_PLACE = {"timeline": "In the time line of the approach"}
# What may be thousands is shown in part; the rest stands in the register, narrowed by this filter.
NARROWED = {("countries", "projects"): "country", ("topics", "projects"): "topic"}
MOST = 12
# So it is with studies and events, which stand in lists that are narrowed by these filters.
FILTERS = {"countries": "country", "topics": "topic", "organizations": LARGE}


def render_related(view: View, kind: str, record: Record) -> Markup:
    """Return what a record is linked with, from either side, by kind."""
    everything = [(to, view.related(kind, record, to)) for to in related_kinds(kind)]
    found = [(to, [one for one in records if not _told_above(record, one)]) for to, records in everything]
    groups = [_group(view, kind, record, to, records) for to, records in found if records]
    return view.render("related", groups=groups)


def _told_above(record: Record, other: Record) -> bool:
    """Return whether the page says already that a study is presented at an event, from either side."""
    for study, event in ((record, other), (other, record)):
        if isinstance(study, Study) and isinstance(event, Event):
            return any(one.event == event.id for one in study.presented)
    return False


def related_kinds(kind: str) -> tuple[str, ...]:
    """Return the kinds that are listed below a record: those that its kind names, then those that ask."""
    own = PAGED[kind].related
    return (*own, *(other for other, page in PAGED.items() if kind in page.below and other not in own))


def _group(view: View, kind: str, record: Record, to: str, records: list[Record]) -> dict[str, Any]:
    """Return the records of a kind; of what may be thousands, some, and where the rest stands."""
    label = IN_ITS_PLACE.get(to, KINDS[to].label)
    group = {"kind": to, "label": f"Related {to}" if to == kind else label, "records": records}
    if to in LISTED and kind in FILTERS and len(records) > STEP:
        more = path_of(to, FILTERS[kind], record.id)
        return {**group, "records": records[:STEP], "more": more, "total": len(records), "where": "the list"}
    narrowed = NARROWED.get((kind, to), "")
    projects = [found for found in records if isinstance(found, Project)] if narrowed else []
    filed = [p for p in projects if record.id in facets(view.catalogue, p)[narrowed]]
    if len(filed) <= MOST:
        return {**group, "more": "", "total": len(records)}
    return {
        **group,
        "records": filed[:MOST],
        "more": path_of("register", narrowed, record.id),
        "total": len(filed),
        "where": "the register",
    }


def plan_activities(view: View, kind: str, record: Record) -> list[dict[str, Any]]:
    """Return the activities of plans that a record belongs to, with plan and number."""
    found = view.related(kind, record, "plan-activities")
    return [
        {
            "activity": activity,
            "plan": activity.id.rpartition("-")[0],
            "number": activity.id.rpartition("-")[2],
        }
        for activity in found
    ]


def linked_work(view: View, kind: str, record: Record) -> list[tuple[str, Record, str]]:
    """Return what is linked to a part of the framework, as kind, record and label."""
    links = [
        (to, found, view.name(found))
        for to in ("studies", "events")
        for found in view.related(kind, record, to)
    ]
    for entry in plan_activities(view, kind, record):
        links.append(
            ("plan-activities", entry["activity"], f"Plan {entry['plan']}, activity {entry['number']}")
        )
    return links
