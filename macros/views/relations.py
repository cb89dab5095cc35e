"""A record -> what it is linked with: other records, parts of the plan and of the framework."""

from typing import Any

from markupsafe import Markup

from ..records.base import Record
from .filters import path_of
from .view import View

LABELS = {
    "announcements": "Updates",
    "studies": "Studies",
    "events": "Events",
    "projects": "Projects",
    "organizations": "Organizations",
    "documents": "Documents",
    "timeline": "In the time line of the approach",
}
RELATED = {
    "studies": ("announcements", "events", "studies", "projects", "documents", "timeline"),
    "events": ("announcements", "events", "studies", "projects", "documents", "timeline"),
    "projects": ("announcements", "projects", "events", "studies", "documents"),
    "countries": ("announcements", "events", "studies", "projects", "organizations", "documents"),
    "plans": ("announcements",),
    "organizations": ("organizations", "events", "studies", "documents", "timeline"),
    "topics": ("announcements", "studies", "events", "projects", "organizations", "documents"),
}
# What may be thousands is shown in part; the rest stands in the register, narrowed by this filter.
NARROWED = {("countries", "projects"): "country", ("topics", "projects"): "topic"}
MOST = 12


def render_related(view: View, kind: str, record: Record) -> Markup:
    """Return what a record is linked with, from either side, by kind."""
    found = [(to, view.related(kind, record, to)) for to in RELATED.get(kind, ())]
    groups = [
        {
            "kind": to,
            "label": f"Related {to}" if to == kind else LABELS[to],
            "records": records[:MOST] if (kind, to) in NARROWED else records,
            "more": path_of("register", NARROWED[kind, to], record.id) if (kind, to) in NARROWED else "",
            "total": len(records),
        }
        for to, records in found
        if records
    ]
    return view.render("related", groups=groups)


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
