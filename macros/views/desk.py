"""What waits for staff -> the desk: a page of the preview, never of the site."""

from collections.abc import Iterable

from markupsafe import Markup

from ..catalogue.addresses import address_of, file_of
from ..releases.agenda import Section, Task
from .page import Page
from .view import View

NOTHING = Markup("")
PATH = "desk/"
TITLE = "Desk"


def desk_page(view: View, agenda: Iterable[Section], moment: str, looks: Markup = NOTHING) -> Page:
    """Return the desk: what is due, overdue, in draft or never announced at a moment, with what to do.

    looks is how channels will show what is being written.
    """
    here = view.at(PATH)
    sections = [
        {"label": s.label, "mend": s.mend, "tasks": [_task(here, task) for task in s.tasks]} for s in agenda
    ]
    html = here.render("desk", sections=sections, moment=moment, looks=looks)
    return Page(PATH, TITLE, "What waits for staff.", html, listed=False)


def _task(view: View, task: Task) -> dict[str, str]:
    """Return a task with its file; a withdrawn announcement has no page to link to."""
    there = task.id in view.catalogue.ids(task.kind)
    return {
        "when": task.when,
        "title": task.title,
        "file": file_of(task.kind, task.id, "data"),
        "href": view.to(address_of(task.kind, task.id)) if there else "",
    }
