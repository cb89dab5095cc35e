"""The shapes in which records go out as open data: names beside ids, dates with the days that they span.

Each field's description is the data dictionary; the JSON Schemas are made from the same classes.
"""

from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field

HALF = "; "


def _described(schema: dict[str, Any], shape: type[Any]) -> None:
    schema["description"] = shape.means


class Shape(BaseModel):
    """A group of values of open data; what it means is content, and so no docstring, which -OO takes out."""

    model_config = ConfigDict(frozen=True, extra="forbid", json_schema_extra=_described)
    means: ClassVar[str]


class Named(Shape):
    means: ClassVar[str] = "Something of this site: its id, its name, its page."

    id: str
    name: str
    url: str

    def __str__(self) -> str:
        return self.name


class When(Shape):
    means: ClassVar[str] = (
        "A date as exact as its source: in words, and the first and last day that it may mean (ISO 8601)."
    )

    words: str
    first: str
    last: str

    def __str__(self) -> str:
        return self.words


class Participant(Named):
    means: ClassVar[str] = "An organization, its kind and what it does."

    kind: str
    role: str

    def __str__(self) -> str:
        return f"{self.name} ({self.role})"


class Spot(Shape):
    means: ClassVar[str] = (
        "A place; latitude and longitude are in degrees (WGS 84), or null where no point is known."
    )

    name: str
    country: str | None
    latitude: float | None
    longitude: float | None
    approximate: bool | None
    note: str | None

    def __str__(self) -> str:
        if self.latitude is None:
            return self.name
        about = ", approximate" if self.approximate else ""
        return f"{self.name} ({self.latitude}, {self.longitude}{about})"


class Wanted(Shape):
    means: ClassVar[str] = (
        "What is sought or offered: partners, funding, data or expertise, and what more is said of it."
    )

    what: str
    note: str | None

    def __str__(self) -> str:
        return f"{self.what}: {self.note}" if self.note else self.what


class Reference(Shape):
    means: ClassVar[str] = (
        "What a record rests on: a document and the place in it, or a questionnaire and its date."
    )

    document: str
    place: str
    url: str | None

    def __str__(self) -> str:
        return HALF.join(part for part in (self.document, self.place) if part).replace(HALF, ", ")


Id = Annotated[str, Field(description="Its id, which never changes")]
Page = Annotated[str, Field(description="The address of its page")]
Sources = Annotated[list[Reference], Field(description="What it rests on: documents and the places in them")]
Topics = Annotated[list[Named], Field(description="The topics that it is filed under")]
Countries = Annotated[list[Named], Field(description="The member States that it concerns")]


class ProjectShape(Shape):
    means: ClassVar[str] = "A project of the register."

    id: Id
    name: Annotated[str, Field(description="Its name")]
    url: Page
    kind: Annotated[str, Field(description="Project, programme, plan, mechanism, network or research")]
    summary: Annotated[str, Field(description="What is done")]
    status: Annotated[str | None, Field(description="Planned, under way, completed or suspended, where told")]
    starts: Annotated[When | None, Field(description="When it starts, as exact as it is told")]
    ends: Annotated[When | None, Field(description="When it ends, as exact as it is told")]
    organizations: Annotated[list[Participant], Field(description="Who takes part, and how")]
    countries: Annotated[list[Named], Field(description="Where the work is done")]
    supported_by: Annotated[list[Named], Field(description="Countries that run or fund it elsewhere")]
    places: Annotated[list[Spot], Field(description="Places, with their points where these are known")]
    areas: Annotated[list[Named], Field(description="Activity areas of the Multi-Stakeholder Plan")]
    topics: Topics
    seeks: Annotated[list[Wanted], Field(description="What it seeks")]
    offers: Annotated[list[Wanted], Field(description="What it offers")]
    links: Annotated[list[str], Field(description="Its addresses elsewhere")]
    last_confirmed: Annotated[When, Field(description="When its people or a document last spoke of it")]
    sources: Sources


class StudyShape(Shape):
    means: ClassVar[str] = "A study or knowledge product."

    id: Id
    title: Annotated[str, Field(description="Its title")]
    url: Page
    kind: Annotated[str, Field(description="Study, policy paper, background paper, report and so on")]
    scope: Annotated[str, Field(description="neaspec: the programme's own; external: by others")]
    stage: Annotated[str, Field(description="Proposed, in preparation, final or overtaken")]
    summary: Annotated[str, Field(description="What it is about")]
    published: Annotated[When | None, Field(description="When it was final")]
    due: Annotated[When | None, Field(description="When it is planned to be final")]
    organizations: Annotated[list[Participant], Field(description="Who takes part, and how")]
    countries: Countries
    topics: Topics
    sources: Sources


class EventShape(Shape):
    means: ClassVar[str] = "An event."

    id: Id
    title: Annotated[str, Field(description="Its title")]
    url: Page
    uid: Annotated[str | None, Field(description="By which calendars know it")]
    kind: Annotated[str, Field(description="Workshop, forum, meeting and so on")]
    scope: Annotated[str, Field(description="neaspec: the programme's own; external: by others")]
    standing: Annotated[str, Field(description="Planned, confirmed, held, cancelled or postponed")]
    date: Annotated[When | None, Field(description="When it takes or took place")]
    place: Annotated[str | None, Field(description="Building, city and country, as far as known")]
    summary: Annotated[str, Field(description="What it is about")]
    organizations: Annotated[list[Participant], Field(description="Organizers, and those who join them")]
    countries: Countries
    topics: Topics
    sources: Sources


class FactShape(Shape):
    means: ClassVar[str] = "A figure, target, pledge, programme, finding or date."

    id: Id
    label: Annotated[str, Field(description="What it is")]
    url: Page
    kind: Annotated[str, Field(description="Figure, target, pledge, programme, finding or date")]
    countries: Countries
    qualifier: Annotated[str | None, Field(description="How exact the value is: about, more than, up to")]
    value: Annotated[float | None, Field(description="The number, where it is one")]
    value_to: Annotated[float | None, Field(description="The upper end of a range")]
    unit: Annotated[str | None, Field(description="The unit of the number")]
    statement: Annotated[str | None, Field(description="What is said, where it is not a number")]
    year: Annotated[When | None, Field(description="The date that it holds for")]
    topics: Topics
    sources: Sources


class ActivityShape(Shape):
    means: ClassVar[str] = "An activity of the logical framework."

    code: str
    title: str


class OutputShape(Shape):
    means: ClassVar[str] = "An output of the logical framework, and the activities that lead to it."

    code: str
    title: str
    line_of_work: str
    years: list[When]
    activities: list[ActivityShape]


class FrameworkShape(Shape):
    means: ClassVar[str] = "The logical framework of the approach."

    title: Annotated[str, Field(description="What it is called")]
    objective: Annotated[str, Field(description="What it is to serve in the long run")]
    outcome: Annotated[str, Field(description="What is to be different at its end")]
    period: Annotated[When, Field(description="The years that it covers")]
    outputs: Annotated[list[OutputShape], Field(description="Its outputs, with their activities")]
    sources: Sources


class NeedShape(Shape):
    means: ClassVar[str] = "Something that a project seeks or offers."

    direction: Annotated[str, Field(description="seeks or offers")]
    what: Annotated[str, Field(description="Partners, funding, data or expertise")]
    note: Annotated[str | None, Field(description="What more is said of it")]
    project: Annotated[Named, Field(description="The project")]
    organizations: Annotated[list[Participant], Field(description="Who takes part, and how")]
    countries: Annotated[list[Named], Field(description="Where the work is done")]
    last_confirmed: Annotated[When, Field(description="When its people or a document last spoke of it")]


class GapShape(Shape):
    means: ClassVar[str] = "How many projects and organizations work on an activity area in a country."

    area: Annotated[Named, Field(description="The activity area")]
    country: Annotated[Named, Field(description="The member State")]
    projects: Annotated[int, Field(description="How many projects of the register there are")]
    organizations: Annotated[int, Field(description="How many organizations take part in them")]


class PlaceShape(Shape):
    means: ClassVar[str] = "A place of a project."

    project: Annotated[Named, Field(description="The project")]
    place: Annotated[str, Field(description="The name of the place")]
    country: Annotated[str | None, Field(description="The country, where it is told")]
    latitude: Annotated[float | None, Field(description="Degrees north (WGS 84), where a point is known")]
    longitude: Annotated[float | None, Field(description="Degrees east (WGS 84), where a point is known")]
    approximate: Annotated[bool | None, Field(description="Whether the point is about the middle of it")]
    note: Annotated[str | None, Field(description="Where the point comes from, what is left open")]


class Collection(Shape):
    means: ClassVar[str] = "A file of open data: what it holds, under which licence, and its items."

    title: str
    description: str
    publisher: str
    licence: Annotated[str, Field(description="The address of the licence")]
    page: Annotated[str, Field(description="Where the same stands for people")]
    items: list[Any]
