"""The approach -> its time line, its logical framework as a table, its lines of work, its drawing."""

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from ..records.base import Record
from ..records.framework import FrameworkOutput
from .relations import linked_work
from .view import View


def render_timeline(view: View) -> Markup:
    """Return the steps of the approach, oldest first, each with its links and sources."""
    return view.render("timeline", entries=[_step(view, step) for step in view.records("timeline")])


def render_framework(view: View) -> Markup:
    """Return the logical framework as a table with headings for rows and columns."""
    framework = view.catalogue.framework
    columns = [_column(view, output) for output in framework.outputs.values()]
    return view.render("framework", framework=framework, columns=columns)


def render_lines_of_work(view: View) -> Markup:
    """Return the three lines of work in brief."""
    return view.render("lines_of_work", framework=view.catalogue.framework)


def render_interlinks(view: View, caption: str) -> Markup:
    """Return our drawing of how land, climate and biodiversity depend on each other."""
    return view.render("interlinks", caption=caption)


def _step(view: View, step: Record) -> Mapping[str, Any]:
    events: list[Any] = view.related("timeline", step, "events")
    studies: list[Any] = view.related("timeline", step, "studies")
    done = any(event.standing == "held" for event in events) or any(s.stage == "final" for s in studies)
    ahead = not done and any(event.announced for event in events)
    links = [("studies", study) for study in reversed(studies)] + [
        ("events", event) for event in reversed(events)
    ]
    return {"step": step, "links": links, "ahead": ahead}


def _column(view: View, output: FrameworkOutput) -> Mapping[str, Any]:
    def work(item: Record) -> list[tuple[str, Record, str]]:
        return linked_work(view, "framework-items", item)

    return {
        "output": output,
        "activities": [{"activity": a, "links": work(a)} for a in output.activities.values()],
        "years": " and ".join(view.date(year) for year in output.years),
        "links": work(output),
    }
