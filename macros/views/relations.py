"""How records stand to parts of the plan and the framework, told in the same way on every page."""

from typing import Any

from ..records.base import Record
from .view import View


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
