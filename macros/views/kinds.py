"""A kind of record -> how it is shown: the page of one, and the list of all."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from .countries import render_country
from .documents import render_document
from .events import render_event
from .indexes import render_cards, render_documents, render_organizations
from .lists import render_list
from .organizations import render_organization, render_topic
from .people import render_person
from .plans import render_plan, render_plan_head
from .projects import render_project
from .register import render_register
from .studies import render_study
from .updates import render_update, render_updates
from .view import View

Render = Callable[..., Markup]


@dataclass(frozen=True, slots=True)
class Shown:
    """How a kind is shown.

    page     what makes the body of a record's page: of the view, the record, and what it is related with
    list     what makes the list of all, or None where there is none; records/<kind>.py names its call
    opening  what a page written by hand begins with, where that is less than the whole body
    """

    page: Render
    list: Render | None
    opening: Render | None = None


def study_list(view: View) -> Markup:
    """Return all studies, with filters."""
    return render_list(view, "studies")


def event_list(view: View) -> Markup:
    """Return all events, with filters."""
    return render_list(view, "events")


def in_cards(kind: str) -> Render:
    """Return what makes a list of a card for each record of a kind."""

    def render(view: View) -> Markup:
        """Return a card for each, with what the site holds on it."""
        return render_cards(view, kind)

    return render


def in_fragment(name: str) -> Render:
    """Return what makes a page by a fragment alone, for a kind that needs no more than its record."""

    def render(view: View, record: Any, related: str = "") -> Markup:
        return view.render(name, record=record, related=related)

    return render


PAGES: Mapping[str, Shown] = {
    "studies": Shown(render_study, study_list),
    "events": Shown(render_event, event_list),
    "countries": Shown(render_country, in_cards("countries")),
    "organizations": Shown(render_organization, render_organizations),
    "people": Shown(render_person, None),
    "projects": Shown(render_project, render_register),
    "topics": Shown(render_topic, in_cards("topics")),
    "documents": Shown(render_document, render_documents),
    "plans": Shown(render_plan, None, opening=render_plan_head),
    "announcements": Shown(render_update, render_updates),
}
