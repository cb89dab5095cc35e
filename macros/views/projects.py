"""A project of the register -> the body of its page; an organization -> what it does in which projects."""

from typing import Any

from markupsafe import Markup

from ..catalogue.downloads import files_of
from ..catalogue.entries import when_words
from ..catalogue.register import is_stale, stale_from
from ..records.organization import Organization
from ..records.project import Project, ProjectRole
from .downloads import render_files
from .map import HEIGHT, WIDTH, in_view, position
from .people import render_contacts
from .pictures import render_gallery
from .view import View

ROLES: dict[ProjectRole, str] = {
    "lead": "Led by",
    "implementing": "Carried out by",
    "funding": "Funded by",
    "supporting": "Supported by",
    "partner": "With",
    "reviewing": "Reviewed by",
}
DOES: dict[ProjectRole, str] = {
    "lead": "leads it",
    "implementing": "carries it out",
    "funding": "funds it",
    "supporting": "supports it",
    "partner": "is a partner",
    "reviewing": "reviewed it",
}
LAND = "register/land.svg"


def render_project(view: View, project: Project, related: str = "") -> Markup:
    """Return everything that the record says of a project, and what it is linked with."""
    catalogue = view.catalogue
    return view.render(
        "project",
        project=project,
        when=when_words(project, view.language),
        roles=_roles(view, project),
        places=[(place, catalogue.countries.get(place.country or "")) for place in project.places],
        points=[
            (*position(float(place.point.lat), float(place.point.lon)), place.point.approximate)
            for place in project.places
            if place.point and in_view(float(place.point.lat), float(place.point.lon))
        ],
        land=LAND,
        width=WIDTH,
        height=HEIGHT,
        countries=[catalogue.countries[id] for id in project.countries],
        supporters=[catalogue.countries[id] for id in project.supported_by],
        areas=[catalogue.areas[id] for id in project.areas],
        topics=view.related("projects", project, "topics"),
        told=_told(view, project),
        gallery=render_gallery(view, project.gallery),
        contacts=render_contacts(view, project.contacts),
        stale_from=stale_from(project),
        stale=is_stale(project, catalogue.today),
        files=render_files(view, files_of(view.catalogue, project)),
        related=related,
    )


def render_projects_of(view: View, organization: Organization) -> Markup:
    """Return the projects in which an organization takes part, each with what it does there."""
    rows = [
        (project, [DOES[i.role] for i in project.organizations if i.organization == organization.id])
        for project in view.related("organizations", organization, "projects")
        if isinstance(project, Project)
    ]
    return view.render("projects_of", rows=rows)


def _roles(view: View, project: Project) -> list[tuple[str, list[Any]]]:
    """Return the organizations of a project by what they do, in a fixed order."""
    found = {
        words: [view.catalogue.organizations[i.organization] for i in project.organizations if i.role == role]
        for role, words in ROLES.items()
    }
    return [(words, organizations) for words, organizations in found.items() if organizations]


def _told(view: View, project: Project) -> dict[str, Any] | None:
    """Return who answered the questionnaire that a project rests on, and when."""
    told = project.questionnaire
    if told is None:
        return None
    return {
        "by": view.catalogue.organizations.get(told.answered_by or ""),
        "received": view.date(told.received),
    }
