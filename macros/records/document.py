"""Documents: what the site's facts rest on, and what those documents themselves cite."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from .base import CountryId, Link, OrganizationId, PlaceNumber, Record, TopicId, problem
from .file import Files
from .kind import CardOf, Key, Kind, OwnPage, newest_first
from .picture import Cover
from .plain_text import Line, WordsOfALine
from .source import Source
from .text import Text
from .when import PartialDate

DocumentKind = Literal[
    "report",
    "note",
    "approach",
    "plan",
    "declaration",
    "decision",
    "strategy",
    "statement",
    "slides",
    "letter",
    "press release",
    "agenda",
    "video",
    "web page",
    "data",
]
DocumentStanding = Literal["draft", "final", "adopted", "cited"]


class Document(Record):
    """A source document; with standing 'cited' it is known only through another one."""

    title: Line
    short: Annotated[Line, Field(description="How references name it: '2018 review'")]
    kind: DocumentKind
    standing: DocumentStanding
    standing_note: Line | None = None
    date: PartialDate | None = None
    symbol: WordsOfALine | None = None
    paragraphs: Annotated[PlaceNumber | None, Field(description="How many numbered paragraphs it has")] = None
    sections: Annotated[
        tuple[Line, ...], Field(description="Its named sections, which sources may name")
    ] = ()
    summary: Text | None = None
    authors: tuple[OrganizationId, ...] = ()
    countries: tuple[CountryId, ...] = ()
    topics: tuple[TopicId, ...] = ()
    link: Link | None = None
    cover: Annotated[Cover | None, Field(description="Else the first page of the full text")] = None
    files: Files = ()
    cited_in: Annotated[tuple[Source, ...], Field(description="Where our own documents cite it")] = ()

    @property
    def own(self) -> bool:
        """Return whether it is one of the site's own source documents, not only cited by one."""
        return self.standing != "cited"

    @model_validator(mode="after")
    def _cited_says_where(self) -> "Document":
        if self.standing == "cited" and not self.cited_in:
            raise problem(
                "is 'cited' but cited_in is missing; name there the document that cites it", "standing"
            )
        if any(source.secretariat for source in self.cited_in):
            raise problem("names documents alone; take out what the Secretariat knows itself", "cited_in")
        return self


def _own_first(document: Document) -> Key:
    return (not document.own, *newest_first(document))


def _label(document: Document) -> str:
    return f"Source document · {document.kind}" if document.own else f"Document · {document.kind}"


KIND = Kind(
    name="documents",
    model=Document,
    layout="one a file",
    noun="document",
    label="Documents",
    page=OwnPage(
        folder="documents",
        call="document",
        list="document_list",
        link="document_link",
        apart=("studies", "events", "projects", "organizations", "countries", "topics", "timeline"),
        card=CardOf(design="study", label=_label),
        article=True,
    ),
    order=_own_first,
    datasets=("files",),
)
