"""A study -> the body of its page."""

from markupsafe import Markup

from ..catalogue.bibliography import doi_page
from ..catalogue.downloads import files_of
from ..records.language import language_names
from ..records.organization import Organization
from ..records.study import Study
from .cite import render_cite
from .codes import paper_code
from .downloads import render_files
from .people import render_byline, render_contacts
from .pictures import render_cover, render_gallery
from .relations import plan_activities
from .taken import presented_at
from .view import View


def render_study(view: View, study: Study, related: str = "") -> Markup:
    """Return everything that the record says of a study, and what it is linked with."""
    return view.render(
        "study",
        study=study,
        roles=_roles(view, study),
        countries=view.related("studies", study, "countries"),
        topics=view.related("studies", study, "topics"),
        framework=view.related("studies", study, "framework-items"),
        activities=plan_activities(view, "studies", study),
        overtaken_by=view.catalogue.studies.get(study.overtaken_by or ""),
        cover=render_cover(view, study, eager=True),
        gallery=render_gallery(view, study.gallery),
        byline=render_byline(view, study),
        publication=render_publication(view, study),
        contacts=render_contacts(view, study.contacts),
        cite=render_cite(view, study),
        presented=presented_at(view, study),
        files=render_files(view, files_of(view.catalogue, study)),
        code=paper_code(view, "studies", study.id),
        related=related,
    )


def render_publication(view: View, study: Study) -> Markup:
    """Return what a study is known by as a publication: edition, series, DOI, ISBN, languages, licence."""
    return view.render(
        "publication",
        study=study,
        doi=doi_page(study.doi) if study.doi else "",
        languages=[language_names(view.language)[code] for code in study.languages],
    )


def _roles(view: View, study: Study) -> list[tuple[str, list[Organization]]]:
    """Return the organizations of a study by what they do, in the record's order."""
    roles = dict.fromkeys(partner.role for partner in study.partners)
    return [
        (
            role.capitalize(),
            [view.catalogue.organizations[p.organization] for p in study.partners if p.role == role],
        )
        for role in roles
    ]
