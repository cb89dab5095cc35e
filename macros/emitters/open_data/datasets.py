"""Which sets of open data there are: the records that each holds, and the fields of each."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, NamedTuple

from ...catalogue import Catalogue
from ...catalogue.register import Gap, board
from ...records.event import Event
from ...records.place import Locality
from ...records.project import Need, Project
from ...releases.calendars import place_name
from . import values as v
from .dataset import Dataset, by_id
from .downloads import FILES
from .fields import ITSELF, Field, Shape, Source, Type, maybe, several
from .people import AUTHOR, AUTHORS
from .taken import ALSO_AT, PRESENTED, PRESENTED_SHAPE, RECORDINGS
from .values import TEXT, WHEN, WORD, Named, named


class PartOf(NamedTuple):
    """A part of a project: a place, or what it seeks or offers."""

    project: Project
    part: Locality | Need
    direction: str = ""


class Cell(NamedTuple):
    """An activity area in a country, and what there is in it."""

    area: str
    country: str
    found: Gap


def _places(catalogue: Catalogue) -> Iterator[PartOf]:
    return (PartOf(project, place) for project in PROJECTS(catalogue) for place in project.places)


def _needs(catalogue: Catalogue) -> Iterator[PartOf]:
    """Yield each thing that a project seeks, then each that it offers."""
    for project in PROJECTS(catalogue):
        yield from (PartOf(project, need, "seeks") for need in project.seeks)
        yield from (PartOf(project, need, "offers") for need in project.offers)


def _cells(catalogue: Catalogue) -> Iterator[Cell]:
    return (Cell(area, country, found) for (area, country), found in board(catalogue).items())


def _involved(involved: Iterable[Any]) -> list[Named]:
    return [Named("organizations", one.organization, one.role) for one in involved]


def _organizers(event: Event) -> list[Named]:
    roles = {"organizer": event.organizers, "co-organizer": event.co_organizers}
    return [Named("organizations", id, role) for role, ids in roles.items() for id in ids]


def _place(source: Source, event: Event) -> str | None:
    return place_name(source.catalogue, event, source.site.language) or None


def _page(kind: str) -> Field:
    return Field("url", "The address of its page", v.PAGE, lambda record: Named(kind, record.id))


PROJECTS = by_id("projects")
COUNTRY_LIST = several(named("countries"))
ID = Field("id", "Its id, which never changes", WORD)
TITLE = Field("title", "Its title", TEXT)
SUMMARY = Field("summary", "What it is about", TEXT)
SCOPE = Field("scope", "neaspec: the programme's own; external: by others", WORD)
COUNTRIES = Field("countries", "The member States that it concerns", COUNTRY_LIST)
WORK_DONE = Field("countries", "Where the work is done", COUNTRY_LIST)
TOPICS = Field("topics", "The topics that it is filed under", several(named("topics")))
PEOPLE = Field("organizations", "Who takes part, and how", v.PEOPLE, lambda one: _involved(one.organizations))
SOURCES = Field("sources", "What it rests on: documents and the places in them", v.REFERENCES)
CONFIRMED = Field("last_confirmed", "When its people or a document last spoke of it", WHEN)
PROJECT = Field("project", "The project", named("projects"), "project.id")
CODE = (Field("code", "", WORD, "id"), Field("title", "", TEXT))
ACTIVITY = Shape("ActivityShape", "An activity of the logical framework.", CODE)
OUTPUT = Shape(
    "OutputShape",
    "An output of the logical framework, and the activities that lead to it.",
    (
        *CODE,
        Field("line_of_work", "", TEXT, "line"),
        Field("years", "", several(WHEN)),
        Field("activities", "", several(ACTIVITY.type()), lambda output: output.activities.values()),
    ),
)
GROUPS = (
    v.WHEN_SHAPE,
    v.NAMED_SHAPE,
    v.PARTICIPANT,
    AUTHOR,
    v.SPOT,
    v.NEED,
    v.REFERENCE,
    PRESENTED_SHAPE,
    OUTPUT,
    ACTIVITY,
)

REGISTER = (
    ID,
    Field("name", "Its name", TEXT),
    _page("projects"),
    Field("kind", "Project, programme, plan, mechanism, network or research", WORD),
    Field("summary", "What is done", TEXT),
    Field("status", "Planned, under way, completed or suspended, where told", maybe(WORD)),
    Field("starts", "When it starts, as exact as it is told", maybe(WHEN), "period.starts"),
    Field("ends", "When it ends, as exact as it is told", maybe(WHEN), "period.ends"),
    PEOPLE,
    WORK_DONE,
    Field("supported_by", "Countries that run or fund it elsewhere", COUNTRY_LIST),
    Field("places", "Places, with their points where these are known", v.SPOTS),
    Field("areas", "Activity areas of the Multi-Stakeholder Plan", several(named("areas"))),
    TOPICS,
    Field("seeks", "What it seeks", v.NEEDS),
    Field("offers", "What it offers", v.NEEDS),
    Field("links", "Its addresses elsewhere", several(v.URL)),
    CONFIRMED,
    replace(SOURCES, of=lambda one: (*one.sources, *filter(None, (one.questionnaire,)))),
    ALSO_AT,
)
PLACES = (
    PROJECT,
    Field("place", "The name of the place", TEXT, "part.name"),
    Field("country", "The country, where it is told", maybe(v.COUNTRY_NAME), "part.country"),
    Field("latitude", "Degrees north (WGS 84), where a point is known", maybe(v.DEGREES), "part.point.lat"),
    Field("longitude", "Degrees east (WGS 84), where a point is known", maybe(v.DEGREES), "part.point.lon"),
    Field(
        "approximate", "Whether the point is about the middle of it", maybe(v.FLAG), "part.point.approximate"
    ),
    Field("note", "Where the point comes from, what is left open", maybe(TEXT), "part.note"),
)
NEEDS = (
    Field("direction", "seeks or offers", WORD),
    Field("what", "Partners, funding, data or expertise", WORD, "part.what"),
    Field("note", "What more is said of it", maybe(TEXT), "part.note"),
    PROJECT,
    replace(PEOPLE, of=lambda one: _involved(one.project.organizations)),
    replace(WORK_DONE, of="project.countries"),
    replace(CONFIRMED, of="project.last_confirmed"),
)
GAPS = (
    Field("area", "The activity area", named("areas")),
    Field("country", "The member State", named("countries")),
    Field("projects", "How many projects of the register there are", v.COUNT, "found.projects"),
    Field("organizations", "How many organizations take part in them", v.COUNT, "found.organizations"),
)
STUDIES = (
    ID,
    TITLE,
    _page("studies"),
    Field("kind", "Study, policy paper, background paper, report and so on", WORD),
    SCOPE,
    Field("stage", "Proposed, in preparation, final or overtaken", WORD),
    SUMMARY,
    Field("published", "When it was final", maybe(WHEN)),
    Field("due", "When it is planned to be final", maybe(WHEN)),
    replace(PEOPLE, of=lambda study: _involved(study.partners)),
    COUNTRIES,
    TOPICS,
    SOURCES,
    Field("authors", "Its authors, in the order printed", AUTHORS, ITSELF),
    Field("doi", "Its DOI", maybe(WORD)),
    Field("isbn", "Its ISBN", maybe(WORD)),
    Field("series", "The series in which it appears", maybe(TEXT), "series.title"),
    Field("series_number", "Its number there", maybe(WORD), "series.number"),
    Field("edition", "Which edition it is", maybe(TEXT)),
    Field("languages", "The languages in which it is written (BCP 47)", several(WORD)),
    Field("licence", "The licence under which it may be used", maybe(TEXT), "licence.name"),
    Field("licence_url", "The address of the licence", maybe(WORD), "licence.link"),
    PRESENTED,
    ALSO_AT,
)
EVENTS = (
    ID,
    TITLE,
    _page("events"),
    Field("uid", "By which calendars know it", maybe(WORD)),
    Field("kind", "Workshop, forum, meeting and so on", WORD),
    SCOPE,
    Field("standing", "Planned, confirmed, held, cancelled or postponed", WORD),
    Field("date", "When it takes or took place", maybe(WHEN)),
    Field("place", "Building, city and country, as far as known", Type(str | None, _place), ITSELF),
    SUMMARY,
    Field("organizations", "Organizers, and those who join them", v.PEOPLE, _organizers),
    COUNTRIES,
    TOPICS,
    SOURCES,
    RECORDINGS,
    ALSO_AT,
)
FACTS = (
    ID,
    Field("label", "What it is", TEXT),
    _page("facts"),
    Field("kind", "Figure, target, pledge, programme, finding or date", WORD),
    replace(COUNTRIES, of="about"),
    Field("qualifier", "How exact the value is: about, more than, up to", maybe(WORD)),
    Field("value", "The number, where it is one", maybe(v.NUMBER)),
    Field("value_to", "The upper end of a range", maybe(v.NUMBER)),
    Field("unit", "The unit of the number", maybe(TEXT)),
    Field("statement", "What is said, where it is not a number", maybe(TEXT)),
    Field("year", "The date that it holds for", maybe(WHEN)),
    TOPICS,
    SOURCES,
)
FRAMEWORK = (
    Field("title", "What it is called", TEXT),
    Field("objective", "What it is to serve in the long run", TEXT),
    Field("outcome", "What is to be different at its end", TEXT),
    Field("period", "The years that it covers", WHEN),
    Field(
        "outputs", "Its outputs, with their activities", several(OUTPUT.type()), lambda f: f.outputs.values()
    ),
    SOURCES,
)
DATASETS = (
    Dataset(
        "register",
        "Register of projects",
        "Projects on the land in North-East Asia: who, where, on what, since when, what they seek and offer.",
        "register/",
        PROJECTS,
        Shape("ProjectShape", "A project of the register.", REGISTER),
        ("csv", "json", "geojson"),
    ),
    Dataset(
        "register-places",
        "Places of projects",
        "Each place of each project, one a line, with its point where one is known.",
        "register/",
        _places,
        Shape("PlaceShape", "A place of a project.", PLACES),
    ),
    Dataset(
        "register-needs",
        "Who seeks and offers what",
        "Partners, funding, data and expertise that projects of the register seek or offer, one a line.",
        "register/seeking/",
        _needs,
        Shape("NeedShape", "Something that a project seeks or offers.", NEEDS),
    ),
    Dataset(
        "register-gaps",
        "Gap board",
        "How many projects and organizations work on each activity area in each country, empty fields too.",
        "register/gaps/",
        _cells,
        Shape("GapShape", "How many projects and organizations work on an activity area in a country.", GAPS),
    ),
    Dataset(
        "studies",
        "Studies",
        "Studies and knowledge products, with their stage; the final ones also as references.",
        "studies/",
        by_id("studies"),
        Shape("StudyShape", "A study or knowledge product.", STUDIES),
        ("csv", "json", "bib", "ris", "csl.json"),
    ),
    Dataset(
        "events",
        "Events",
        "Meetings, workshops and forums, with their dates and standing.",
        "events/",
        by_id("events"),
        Shape("EventShape", "An event.", EVENTS),
    ),
    Dataset(
        "facts",
        "Facts and figures",
        "Figures, targets, pledges and dated commitments, each with the year that it holds for.",
        "facts/",
        by_id("facts"),
        Shape("FactShape", "A figure, target, pledge, programme, finding or date.", FACTS),
    ),
    Dataset(
        "framework",
        "Logical framework",
        "Objective, outcome, outputs and activities of the approach.",
        "approach/",
        lambda catalogue: [catalogue.framework],
        Shape("FrameworkShape", "The logical framework of the approach.", FRAMEWORK),
        ("json",),
    ),
    FILES,
)
