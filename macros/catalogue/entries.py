"""A project -> the words of its line in the register, for pages and for the browser alike."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ..records.project import Project, ProjectStatus
from ..records.text import DEFAULT_LANGUAGE
from ..records.words import date_words
from .catalogue import Catalogue
from .register import stale_from

UNTIL = "until {}"
SINCE: Mapping[ProjectStatus | None, str] = {
    "planned": "from {}",
    "completed": "began {}",
    "suspended": "began {}",
}


@dataclass(frozen=True, slots=True)
class Line:
    """The words of a project's line in the register; an empty text is not known."""

    name: str
    meta: str
    who: str
    where: str
    what: str
    when: str
    confirmed: str
    stale_from: date


def line_of(catalogue: Catalogue, project: Project, language: str = DEFAULT_LANGUAGE) -> Line:
    """Return the words of a project's line."""
    organizations = (catalogue.organizations[involved.organization] for involved in project.organizations)
    names = dict.fromkeys((o.short or o.name).to(language) for o in organizations)
    supporters = [catalogue.countries[id].short.to(language) for id in project.supported_by]
    return Line(
        name=project.name.to(language),
        meta=" · ".join(filter(None, (project.kind.capitalize(), project.status))),
        who=", ".join([*names, *supporters]),
        where=where_words(catalogue, project, language),
        what=", ".join(catalogue.areas[id].short.to(language) for id in project.areas),
        when=when_words(project, language),
        confirmed=date_words(project.last_confirmed, language),
        stale_from=stale_from(project),
    )


def where_words(catalogue: Catalogue, project: Project, language: str = DEFAULT_LANGUAGE) -> str:
    """Return places and countries: 'Kubuqi Desert; China'."""
    places = ", ".join(dict.fromkeys(place.name.to(language) for place in project.places))
    countries = ", ".join(catalogue.countries[id].short.to(language) for id in project.countries)
    return "; ".join(filter(None, (places, countries)))


def when_words(project: Project, language: str = DEFAULT_LANGUAGE) -> str:
    """Return the period, as exact as it is known: '2015–2024', 'since 2008', 'from 2027', or ''."""
    period = project.period
    if period is None:
        return ""
    if period.both:
        return date_words(period.both, language)
    if period.starts:
        return SINCE.get(project.status, "since {}").format(date_words(period.starts, language))
    return UNTIL.format(date_words(period.ends, language)) if period.ends else ""
