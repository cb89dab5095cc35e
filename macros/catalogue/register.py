"""The register across its projects: what each is filed under, what nobody does, what is out of date."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import product
from typing import get_args

from ..records.organization import OrganizationKind
from ..records.project import NeedKind, Project
from ..records.text import DEFAULT_LANGUAGE
from .catalogue import Catalogue
from .cells import cells, cells_of

CURRENT_YEARS = 3
BAND = 5
UNKNOWN = "not-given"
Facets = dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Gap:
    """What the register holds of an activity area in a country: ids; both may be empty."""

    projects: tuple[str, ...]
    organizations: tuple[str, ...]


def facets(catalogue: Catalogue, project: Project) -> Facets:
    """Return the values by which each filter finds a project."""
    kinds = {catalogue.organizations[i.organization].kind for i in project.organizations}
    return {
        "area": project.areas,
        "country": project.countries or (UNKNOWN,),
        "topic": project.topics,
        "organization": tuple(_slug(kind) for kind in get_args(OrganizationKind) if kind in kinds),
        "period": tuple(_bands(project)) or (UNKNOWN,),
        "seeking": tuple(need.what for need in project.seeks),
        "place": cells_of(project),
    }


def choices(catalogue: Catalogue, language: str = DEFAULT_LANGUAGE) -> dict[str, dict[str, str]]:
    """Return for each filter the values that it knows with their labels, in order."""
    bands = sorted({band for project in catalogue.projects.values() for band in _bands(project)})
    areas = sorted(catalogue.areas.values(), key=lambda area: (area.order, area.id))
    topics = sorted(catalogue.topics.values(), key=lambda topic: (topic.order, topic.id))
    countries = sorted(catalogue.countries.values(), key=lambda country: str(country.name))
    places = sorted(cells(catalogue, language).values(), key=lambda c: (c.whole, c.label.casefold(), c.id))
    return {
        "area": {area.id: area.short.to(language) for area in areas},
        "country": {**{c.id: c.short.to(language) for c in countries}, UNKNOWN: "Not named"},
        "topic": {topic.id: topic.name.to(language) for topic in topics},
        "organization": {_slug(kind): kind.capitalize() for kind in get_args(OrganizationKind)},
        "period": {**{band: band.replace("-", "–") for band in bands}, UNKNOWN: "Not given"},
        "seeking": {need: need.capitalize() for need in get_args(NeedKind)},
        "place": {cell.id: cell.label for cell in places},
    }


def board(catalogue: Catalogue) -> dict[tuple[str, str], Gap]:
    """Return the gap board: what there is of each activity area (first) in each country, in order."""
    areas = sorted(catalogue.areas.values(), key=lambda area: (area.order, area.id))
    countries = sorted(catalogue.countries.values(), key=lambda country: str(country.name))
    held: dict[tuple[str, str], list[Project]] = {(a.id, c.id): [] for a in areas for c in countries}
    for project in catalogue.projects.values():
        for area, country in product(project.areas, project.countries):
            held[area, country].append(project)
    return {field: _gap(projects) for field, projects in held.items()}


def _gap(projects: list[Project]) -> Gap:
    organizations = {id for project in projects for id in project.taking_part()}
    return Gap(tuple(project.id for project in projects), tuple(sorted(organizations)))


def stale_from(project: Project) -> date:
    """Return the last day of a project's three years; from the day after it counts as not confirmed."""
    last = project.last_confirmed.last
    # The 29th of February has its third anniversary on the 1st of March.
    if (last.month, last.day) == (2, 29):
        return date(last.year + CURRENT_YEARS, 3, 1)
    return last.replace(year=last.year + CURRENT_YEARS)


def is_stale(project: Project, today: date) -> bool:
    """Return whether a project has not been confirmed for more than three years."""
    return today > stale_from(project)


def _slug(words: str) -> str:
    return words.replace(" ", "-")


def _bands(project: Project) -> Iterator[str]:
    """Yield the spans of five years in which a project is known to run: '2015-2019'."""
    period = project.period
    dates = [date for date in (period.starts, period.ends) if date] if period else []
    if not dates:
        return
    last = dates[-1].last.year
    if period and period.ends is None and project.status == "under way":
        last = max(last, project.last_confirmed.last.year)
    for year in range(dates[0].first.year // BAND * BAND, last + 1, BAND):
        yield f"{year}-{year + BAND - 1}"
