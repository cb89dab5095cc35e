"""Projects: the entries of the register, who carries them out, where, and what they seek and offer."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from .base import (
    ID_PATTERN,
    AreaId,
    CountryId,
    DocumentId,
    EventId,
    OrganizationId,
    Part,
    ProjectId,
    Record,
    StudyId,
    TopicId,
    problem,
)
from .contributor import Contributors
from .file import Files
from .kind import Alike, CardOf, Key, Kind, OwnPage, Said
from .period import When
from .picture import Gallery
from .place import Locality
from .plain_text import FurtherLink, Name, Prose, Remark
from .questionnaire import Questionnaire
from .source import Source
from .taken import AlsoAt
from .text import Text
from .when import PartialDate

ProjectKind = Literal["project", "programme", "plan", "mechanism", "network", "research"]
ProjectStatus = Literal["planned", "under way", "completed", "suspended"]
ProjectRole = Literal["lead", "implementing", "funding", "supporting", "partner", "reviewing"]
NeedKind = Literal["partners", "funding", "data", "expertise"]


FormerId = Annotated[str, Field(pattern=ID_PATTERN)]


class Involved(Part):
    """An organization and what it does in a project."""

    organization: OrganizationId
    role: ProjectRole


class Need(Part):
    """Something that a project seeks or offers, and what more it says of it."""

    what: NeedKind
    note: Remark | None = None


def _need(value: Any) -> Any:
    return {"what": value} if isinstance(value, str) else value


ShortNeed = Annotated[Need, BeforeValidator(_need)]


class Project(Record):
    """An entry of the register: a project, programme or other joint work on the land."""

    name: Name
    kind: ProjectKind
    summary: Prose
    status: Annotated[ProjectStatus | None, Field(description="As far as the source says")] = None
    period: Annotated[When | None, Field(description="2015-2024, or starts: 2008 below it")] = None
    organizations: tuple[Involved, ...] = ()
    countries: Annotated[tuple[CountryId, ...], Field(description="Where the work is done")] = ()
    supported_by: Annotated[
        tuple[CountryId, ...], Field(description="Countries that run or fund it elsewhere")
    ] = ()
    places: tuple[Locality, ...] = ()
    areas: Annotated[tuple[AreaId, ...], Field(min_length=1, description="Activity areas of the plan")]
    topics: tuple[TopicId, ...] = ()
    seeks: tuple[ShortNeed, ...] = ()
    offers: tuple[ShortNeed, ...] = ()
    links: tuple[FurtherLink, ...] = ()
    files: Files = ()
    gallery: Gallery = ()
    contacts: Annotated[Contributors, Field(description="Whom readers may ask")] = ()
    also_at: Annotated[tuple[AlsoAt, ...], Field(description="Where partners show it too")] = ()
    events: tuple[EventId, ...] = ()
    studies: tuple[StudyId, ...] = ()
    documents: tuple[DocumentId, ...] = ()
    related: tuple[ProjectId, ...] = ()
    formerly: Annotated[
        tuple[FormerId, ...], Field(description="Ids it had before; their addresses are redirects")
    ] = ()
    last_confirmed: Annotated[PartialDate, Field(description="When its people or a document last said so")]
    sources: tuple[Source, ...] = ()
    questionnaire: Annotated[Questionnaire | None, Field(description="In place of a document")] = None

    @model_validator(mode="after")
    def _rests_on_something(self) -> "Project":
        if not self.sources and self.questionnaire is None:
            raise problem("rests on nothing; name the document in 'sources', or the 'questionnaire'")
        return self

    @property
    def title(self) -> Text:
        """Return the name that lists and links show."""
        return self.name

    def taking_part(self) -> tuple[str, ...]:
        """Return the ids of the organizations that take part, each once; who only reviews it does not."""
        return tuple(dict.fromkeys(i.organization for i in self.organizations if i.role != "reviewing"))

    def led_by(self) -> tuple[str, ...]:
        """Return the ids of the organizations that lead it."""
        return tuple(involved.organization for involved in self.organizations if involved.role == "lead")


def _values(project: Project) -> Key:
    return (project.name, project.kind, tuple(sorted(project.taking_part())))


KIND = Kind(
    name="projects",
    model=Project,
    layout="one a file",
    noun="project",
    label="Projects",
    shelf="Register of projects",
    page=OwnPage(
        folder="register",
        call="project",
        list="register",
        link="project_link",
        related=("announcements", "projects", "events", "studies", "documents"),
        apart=("countries", "topics", "organizations", "areas", "people"),
        card=CardOf(design="project", label=lambda project: project.kind.capitalize()),
        article=True,
    ),
    reserved=("gaps", "seeking"),
    said=Said(feed="register", purpose="News of the projects in the NEAMSP register."),
    alike=Alike(values=_values, words="name, kind and organizations", key="name"),
    datasets=("register", "register-places", "register-needs", "register-gaps", "files"),
)
