"""Studies and knowledge products, with the stage that the documents give them."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from .base import (
    CountryId,
    DocumentId,
    EventId,
    FrameworkCode,
    OrganizationId,
    Part,
    Record,
    Scope,
    StudyId,
    TopicId,
    problem,
)
from .contributor import Contributors
from .file import Files
from .kind import Alike, CardOf, Kind, OwnPage, Said, newest_first, titled_alike
from .language import LanguageCode
from .licence import ShortLicence
from .money import Budget
from .picture import Cover, Gallery
from .plain_text import Line
from .publication import Doi, Isbn, Series
from .source import Basis, Sources
from .taken import AlsoAt, Presented
from .text import Text
from .when import PartialDate

StudyKind = Literal[
    "study", "policy paper", "background paper", "research", "training material", "concept note", "report"
]
Stage = Literal["proposed", "in preparation", "final", "overtaken"]
SINGLE = "land degradation, restoration"
PartnerRole = Literal["lead", "co-author", "partner", "consulted"]


class Partner(Part):
    """An organization and what it does in a study."""

    organization: OrganizationId
    role: PartnerRole


class Study(Record):
    """A study, paper or report: what it asks, how far it is, and what it is part of."""

    title: Line
    kind: StudyKind
    scope: Scope = "neaspec"
    stage: Stage
    basis: Annotated[Basis, Field(description="The document's words that decide the stage")]
    summary: Text
    aims: tuple[Line, ...] = ()
    period: Annotated[PartialDate | None, Field(description="When the work is done or planned")] = None
    due: Annotated[PartialDate | None, Field(description="When it is planned to be final")] = None
    published: Annotated[PartialDate | None, Field(description="When it was final")] = None
    budget: Budget | None = None
    partners: tuple[Partner, ...] = ()
    countries: tuple[CountryId, ...] = ()
    topics: Annotated[tuple[TopicId, ...], Field(min_length=1)]
    framework: tuple[FrameworkCode, ...] = ()
    events: tuple[EventId, ...] = ()
    documents: tuple[DocumentId, ...] = ()
    related: tuple[StudyId, ...] = ()
    overtaken_by: StudyId | None = None
    authors: Annotated[Contributors, Field(description="People and organizations, in the order printed")] = ()
    editors: Contributors = ()
    contacts: Annotated[Contributors, Field(description="Whom readers may ask")] = ()
    abstract: Annotated[Text | None, Field(description="The publication's own, in paragraphs")] = None
    keywords: tuple[Line, ...] = ()
    doi: Doi | None = None
    isbn: Isbn | None = None
    series: Series | None = None
    edition: Annotated[Line | None, Field(description="Such as '2nd edition'")] = None
    languages: Annotated[tuple[LanguageCode, ...], Field(description="In which it is written: en, ru")] = ()
    licence: ShortLicence | None = None
    citation: Annotated[
        Line | None, Field(description="How it is to be cited, where its publisher insists on it")
    ] = None
    cover: Annotated[Cover | None, Field(description="Else the first page of the full text")] = None
    files: Files = ()
    gallery: Gallery = ()
    presented: Annotated[tuple[Presented, ...], Field(description="Where it was or will be presented")] = ()
    also_at: Annotated[tuple[AlsoAt, ...], Field(description="Where partners show it too")] = ()
    sources: Sources

    @model_validator(mode="after")
    def _overtaken_says_by_what(self) -> "Study":
        if (self.stage == "overtaken") != (self.overtaken_by is not None):
            raise problem("'overtaken' and the key overtaken_by go together; give both or neither", "stage")
        if self.stage in ("proposed", "in preparation") and self.published:
            message = f"cannot be given while the study is {self.stage}; delete it or correct the stage"
            raise problem(message, "published")
        return self

    @model_validator(mode="after")
    def _keywords_are_single(self) -> "Study":
        for keyword in self.keywords:
            if "," in str(keyword) or ";" in str(keyword):
                raise problem(f"'{keyword}' holds several; write each on its own: [{SINGLE}]", "keywords")
        return self

    @property
    def planned(self) -> PartialDate | None:
        """Return the date for which it is planned, while it is not final."""
        waiting = self.stage in ("proposed", "in preparation")
        return (self.due or self.period) if waiting else None

    @property
    def date(self) -> PartialDate | None:
        """Return the date that lists sort by: published, else due, else the period of the work."""
        return self.published or self.due or self.period


KIND = Kind(
    name="studies",
    model=Study,
    layout="one a file",
    noun="study",
    label="Studies",
    page=OwnPage(
        folder="studies",
        call="study",
        list="study_list",
        link="study_link",
        related=("announcements", "events", "studies", "projects", "documents", "timeline"),
        apart=("countries", "topics", "organizations", "framework-items", "people"),
        card=CardOf(design="study", label=lambda study: f"{study.kind.capitalize()} · {study.stage}"),
        article=True,
    ),
    order=newest_first,
    said=Said(feed="studies", purpose="Studies and papers: begun, published, corrected.", awaited=True),
    alike=Alike(values=titled_alike, words="title, kind and date", key="title"),
    datasets=("studies", "files"),
)
