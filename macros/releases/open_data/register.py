"""The register -> the shapes of open data: projects, what they seek and offer, the gap board."""

from collections.abc import Iterator

from ...catalogue.register import board
from ...records.project import Project
from ..open_data import shapes
from .speaking import Speaker


def projects(speaker: Speaker) -> Iterator[shapes.Shape]:
    """Yield the projects of the register, by id."""
    for _, project in sorted(speaker.catalogue.projects.items()):
        period = project.period
        yield shapes.ProjectShape(
            id=project.id,
            name=speaker.words(project.name),
            url=speaker.url("projects", project.id),
            kind=project.kind,
            summary=speaker.words(project.summary),
            status=project.status,
            starts=speaker.maybe_date(period.starts if period else None),
            ends=speaker.maybe_date(period.ends if period else None),
            organizations=_people(speaker, project),
            countries=speaker.named("countries", project.countries),
            supported_by=speaker.named("countries", project.supported_by),
            places=[speaker.spot(place) for place in project.places],
            areas=speaker.named("areas", project.areas),
            topics=speaker.named("topics", project.topics),
            seeks=[speaker.wanted(need) for need in project.seeks],
            offers=[speaker.wanted(need) for need in project.offers],
            links=[link.url for link in project.links],
            last_confirmed=speaker.date(project.last_confirmed),
            sources=[*speaker.sources(project.sources), *speaker.questionnaire(project)],
        )


def needs(speaker: Speaker) -> Iterator[shapes.Shape]:
    """Yield each thing that a project seeks, then each that it offers."""
    for _, project in sorted(speaker.catalogue.projects.items()):
        for direction, found in (("seeks", project.seeks), ("offers", project.offers)):
            for need in found:
                yield shapes.NeedShape(
                    direction=direction,
                    what=need.what,
                    note=speaker.maybe(need.note),
                    project=speaker.named("projects", [project.id])[0],
                    organizations=_people(speaker, project),
                    countries=speaker.named("countries", project.countries),
                    last_confirmed=speaker.date(project.last_confirmed),
                )


def gaps(speaker: Speaker) -> Iterator[shapes.Shape]:
    """Yield each activity area in each country, empty or not."""
    for (area, country), found in board(speaker.catalogue).items():
        yield shapes.GapShape(
            area=speaker.named("areas", [area])[0],
            country=speaker.named("countries", [country])[0],
            projects=len(found.projects),
            organizations=len(found.organizations),
        )


def places(speaker: Speaker) -> Iterator[shapes.Shape]:
    """Yield each place of each project, with its point where one is known."""
    for _, project in sorted(speaker.catalogue.projects.items()):
        for place in project.places:
            spot = speaker.spot(place)
            yield shapes.PlaceShape(
                project=speaker.named("projects", [project.id])[0],
                place=spot.name,
                country=spot.country,
                latitude=spot.latitude,
                longitude=spot.longitude,
                approximate=spot.approximate,
                note=spot.note,
            )


def _people(speaker: Speaker, project: Project) -> list[shapes.Participant]:
    return speaker.people((involved.organization, involved.role) for involved in project.organizations)
