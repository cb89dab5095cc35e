"""What Markdown pages may call, by name: {{ fact("mn-affected-2015") }}, {{ study_list() }}.

Each function takes the view of its page first, which the page leaves out. The types of the other
arguments say which kind of record they name; call_check holds pages to them before a build.
"""

import re
from collections.abc import Callable, Mapping

from markupsafe import Markup

from ..records.announcement import AnnouncementId
from ..records.base import CountryId, DocumentId, EventId, FactId, OrganizationId, ProjectId, StudyId, TopicId
from ..records.plan import PlanId
from ..records.source import Source
from ..views.approach import render_framework, render_interlinks, render_lines_of_work, render_timeline
from ..views.countries import render_country
from ..views.documents import render_document
from ..views.events import render_event
from ..views.facts import render_fact, render_fact_index, render_key_figures
from ..views.feeds import render_feed_list
from ..views.gaps import render_gaps, render_needs
from ..views.home import (
    render_coming_events,
    render_country_strip,
    render_register_figures,
    render_studies_in_hand,
)
from ..views.indexes import render_countries, render_documents, render_organizations, render_topics
from ..views.lists import render_list
from ..views.organizations import render_organization, render_topic
from ..views.plans import render_plan_activities, render_plan_head, render_plan_timeline
from ..views.projects import render_project
from ..views.register import render_register
from ..views.studies import render_study
from ..views.updates import render_latest, render_update, render_updates
from ..views.view import View
from .open_data import data_dictionary, open_data


def fact(view: View, id: FactId) -> Markup:
    """Return a fact's value and year, with its reference."""
    return render_fact(view, view.catalogue.facts[id])


def cite(view: View, document: DocumentId, place: str) -> Markup:
    """Return a reference to a document: a paragraph ('8', '6-14'), else a section in words."""
    return view.cite(source_of(document, place))


def source_of(document: str, place: str) -> Source:
    """Return the source that a page names; ValueError where the place cannot be one."""
    key = "paragraph" if re.fullmatch("[0-9-]+", place) else "section"
    return Source.model_validate({"document": document, key: place})


def key_figures(view: View, *ids: FactId) -> Markup:
    """Return facts as large figures."""
    return render_key_figures(view, [view.catalogue.facts[id] for id in ids])


def study(view: View, id: StudyId) -> Markup:
    """Return the body of a study's page."""
    return render_study(view, view.catalogue.studies[id])


def event(view: View, id: EventId) -> Markup:
    """Return the body of an event's page."""
    return render_event(view, view.catalogue.events[id])


def country(view: View, id: CountryId) -> Markup:
    """Return the body of a country's page."""
    return render_country(view, view.catalogue.countries[id])


def organization(view: View, id: OrganizationId) -> Markup:
    """Return the body of an organization's page."""
    return render_organization(view, view.catalogue.organizations[id])


def project(view: View, id: ProjectId) -> Markup:
    """Return the body of a project's page."""
    return render_project(view, view.catalogue.projects[id])


def topic(view: View, id: TopicId) -> Markup:
    """Return the body of a topic's page."""
    return render_topic(view, view.catalogue.topics[id])


def document(view: View, id: DocumentId) -> Markup:
    """Return the body of a document's page."""
    return render_document(view, view.catalogue.documents[id])


def update(view: View, id: AnnouncementId) -> Markup:
    """Return the body of an announcement's page; longer words follow it."""
    return render_update(view, view.catalogue.announcements[id])


def study_list(view: View) -> Markup:
    """Return all studies, with filters."""
    return render_list(view, "studies")


def event_list(view: View) -> Markup:
    """Return all events, with filters."""
    return render_list(view, "events")


def plan_head(view: View, id: PlanId) -> Markup:
    """Return a plan's title, standing, objective and sums."""
    return render_plan_head(view, view.catalogue.plans[id])


def plan_timeline(view: View, id: PlanId) -> Markup:
    """Return a plan's activities by quarter."""
    return render_plan_timeline(view, view.catalogue.plans[id])


def plan_activities(view: View, id: PlanId) -> Markup:
    """Return a plan's activities under their pillars."""
    return render_plan_activities(view, view.catalogue.plans[id])


def study_link(view: View, id: StudyId, words: str = "") -> Markup:
    """Return a link to a study."""
    return _link(view, "studies", id, words)


def event_link(view: View, id: EventId, words: str = "") -> Markup:
    """Return a link to an event."""
    return _link(view, "events", id, words)


def organization_link(view: View, id: OrganizationId, words: str = "") -> Markup:
    """Return a link to an organization."""
    return _link(view, "organizations", id, words)


def topic_link(view: View, id: TopicId, words: str = "") -> Markup:
    """Return a link to a topic."""
    return _link(view, "topics", id, words)


def project_link(view: View, id: ProjectId, words: str = "") -> Markup:
    """Return a link to a project."""
    return _link(view, "projects", id, words)


def document_link(view: View, id: DocumentId, words: str = "") -> Markup:
    """Return a link to a document."""
    return _link(view, "documents", id, words)


def country_link(view: View, id: CountryId, words: str = "") -> Markup:
    """Return a link to a country."""
    return _link(view, "countries", id, words)


def _link(view: View, kind: str, id: str, words: str) -> Markup:
    return view.render("link", kind=kind, record=view.catalogue.record(kind, id), words=words)


CALLS: Mapping[str, Callable[..., Markup]] = {
    "fact": fact,
    "cite": cite,
    "fact_list": render_fact_index,
    "key_figures": key_figures,
    "study": study,
    "event": event,
    "country": country,
    "organization": organization,
    "project": project,
    "topic": topic,
    "document": document,
    "update": update,
    "study_list": study_list,
    "event_list": event_list,
    "country_list": render_countries,
    "organization_list": render_organizations,
    "topic_list": render_topics,
    "document_list": render_documents,
    "register": render_register,
    "gap_board": render_gaps,
    "needs_board": render_needs,
    "open_data": open_data,
    "data_dictionary": data_dictionary,
    "timeline": render_timeline,
    "framework": render_framework,
    "lines_of_work": render_lines_of_work,
    "interlinks": render_interlinks,
    "plan_head": plan_head,
    "plan_timeline": plan_timeline,
    "plan_activities": plan_activities,
    "update_list": render_updates,
    "latest_updates": render_latest,
    "feed_list": render_feed_list,
    "coming_events": render_coming_events,
    "studies_in_hand": render_studies_in_hand,
    "country_strip": render_country_strip,
    "register_figures": render_register_figures,
    "study_link": study_link,
    "event_link": event_link,
    "organization_link": organization_link,
    "project_link": project_link,
    "topic_link": topic_link,
    "document_link": document_link,
    "country_link": country_link,
}

OPENING: Mapping[str, str] = {
    "studies": "study",
    "events": "event",
    "countries": "country",
    "organizations": "organization",
    "projects": "project",
    "topics": "topic",
    "documents": "document",
    "plans": "plan_head",
    "announcements": "update",
}
