"""A study -> the body of its page."""

from markupsafe import Markup

from ..records.study import Study
from .cite import render_cite
from .relations import plan_activities
from .view import View


def render_study(view: View, study: Study, related: str = "") -> Markup:
    """Return everything that the record says of a study, and what it is linked with."""
    organizations = view.catalogue.organizations
    return view.render(
        "study",
        study=study,
        partners=[
            {"role": p.role.capitalize(), "organization": organizations[p.organization]}
            for p in study.partners
        ],
        countries=view.related("studies", study, "countries"),
        topics=view.related("studies", study, "topics"),
        framework=view.related("studies", study, "framework-items"),
        activities=plan_activities(view, "studies", study),
        overtaken_by=view.catalogue.studies.get(study.overtaken_by or ""),
        cite=render_cite(view, study),
        related=related,
    )
