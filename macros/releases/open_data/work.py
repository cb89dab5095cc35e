"""Studies, events, facts and the logical framework -> the shapes of open data."""

from collections.abc import Iterator

from ...records.event import Event
from ...records.framework import FrameworkOutput
from ..calendars import place_name
from ..open_data import shapes
from .speaking import Speaker


def studies(speaker: Speaker) -> Iterator[shapes.Shape]:
    """Yield the studies, by id."""
    for _, study in sorted(speaker.catalogue.studies.items()):
        yield shapes.StudyShape(
            id=study.id,
            title=speaker.words(study.title),
            url=speaker.url("studies", study.id),
            kind=study.kind,
            scope=study.scope,
            stage=study.stage,
            summary=speaker.words(study.summary),
            published=speaker.maybe_date(study.published),
            due=speaker.maybe_date(study.due),
            organizations=speaker.people((p.organization, p.role) for p in study.partners),
            countries=speaker.named("countries", study.countries),
            topics=speaker.named("topics", study.topics),
            sources=speaker.sources(study.sources),
        )


def events(speaker: Speaker) -> Iterator[shapes.Shape]:
    """Yield the events, by id."""
    for _, event in sorted(speaker.catalogue.events.items()):
        yield shapes.EventShape(
            id=event.id,
            title=speaker.words(event.title),
            url=speaker.url("events", event.id),
            uid=event.uid,
            kind=event.kind,
            scope=event.scope,
            standing=event.standing,
            date=speaker.maybe_date(event.date),
            place=place_name(speaker.catalogue, event, speaker.site.language) or None,
            summary=speaker.words(event.summary),
            organizations=speaker.people(_organizers(event)),
            countries=speaker.named("countries", event.countries),
            topics=speaker.named("topics", event.topics),
            sources=speaker.sources(event.sources),
        )


def facts(speaker: Speaker) -> Iterator[shapes.Shape]:
    """Yield the facts, by id."""
    for _, fact in sorted(speaker.catalogue.facts.items()):
        yield shapes.FactShape(
            id=fact.id,
            label=speaker.words(fact.label),
            url=speaker.url("facts", fact.id),
            kind=fact.kind,
            countries=speaker.named("countries", fact.about),
            qualifier=fact.qualifier,
            value=float(fact.value) if fact.value is not None else None,
            value_to=float(fact.value_to) if fact.value_to is not None else None,
            unit=speaker.maybe(fact.unit),
            statement=speaker.maybe(fact.statement),
            year=speaker.maybe_date(fact.year),
            topics=speaker.named("topics", fact.topics),
            sources=speaker.sources(fact.sources),
        )


def framework(speaker: Speaker) -> Iterator[shapes.Shape]:
    """Yield the logical framework, the only item of its set."""
    found = speaker.catalogue.framework
    yield shapes.FrameworkShape(
        title=speaker.words(found.title),
        objective=speaker.words(found.objective),
        outcome=speaker.words(found.outcome),
        period=speaker.date(found.period),
        outputs=[_output(speaker, output) for output in found.outputs.values()],
        sources=speaker.sources(found.sources),
    )


def _organizers(event: Event) -> Iterator[tuple[str, str]]:
    yield from ((id, "organizer") for id in event.organizers)
    yield from ((id, "co-organizer") for id in event.co_organizers)


def _output(speaker: Speaker, output: FrameworkOutput) -> shapes.OutputShape:
    return shapes.OutputShape(
        code=output.id,
        title=speaker.words(output.title),
        line_of_work=speaker.words(output.line),
        years=[speaker.date(year) for year in output.years],
        activities=[
            shapes.ActivityShape(code=activity.id, title=speaker.words(activity.title))
            for activity in output.activities.values()
        ],
    )
