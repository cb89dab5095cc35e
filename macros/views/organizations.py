"""An organization or a topic -> the body of its page."""

from markupsafe import Markup

from ..records.organization import Organization
from ..records.topic import Topic
from .facts import render_fact_table
from .pictures import render_logo
from .projects import render_projects_of
from .view import View


def render_organization(view: View, organization: Organization, related: str = "") -> Markup:
    """Return what the documents say of an organization, and what it is linked with."""
    countries = view.catalogue.countries
    facts = [fact for fact in view.catalogue.facts.values() if organization.id in fact.organizations]
    return view.render(
        "organization",
        organization=organization,
        logo=render_logo(view, organization, eager=True),
        based=[countries[id] for id in organization.countries],
        members=[countries[id] for id in organization.members],
        observers=[countries[id] for id in organization.observers],
        topics=view.related("organizations", organization, "topics"),
        facts=render_fact_table(view, facts, f"Facts about {view.name(organization)}"),
        projects=render_projects_of(view, organization),
        told=view.date(organization.questionnaire.received) if organization.questionnaire else "",
        related=related,
    )


def render_topic(view: View, topic: Topic, related: str = "") -> Markup:
    """Return what is filed under a topic."""
    facts = [fact for fact in view.catalogue.facts.values() if topic.id in fact.topics]
    return view.render(
        "topic",
        topic=topic,
        facts=render_fact_table(view, facts, f"Facts about {view.text(topic.name).lower()}"),
        related=related,
    )
