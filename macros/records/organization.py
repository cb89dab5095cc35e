"""Organizations: who works on desertification and land degradation in the subregion."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from .base import CountryId, Link, OrganizationId, Record, TopicId, problem
from .kind import CardOf, Kind, OwnPage
from .picture import LogoName
from .plain_text import Name, Prose
from .questionnaire import Questionnaire
from .source import Source
from .text import Text
from .when import PartialDate

OrganizationKind = Literal["intergovernmental", "government", "civil society", "academia", "private sector"]


class Organization(Record):
    """An organization or network, its kind and what the documents say of it."""

    name: Name
    short: Name | None = None
    kind: OrganizationKind
    summary: Annotated[Prose | None, Field(description="What the documents say of it")] = None
    founded: PartialDate | None = None
    countries: Annotated[tuple[CountryId, ...], Field(description="Where it is based or whose it is")] = ()
    members: tuple[CountryId, ...] = ()
    observers: tuple[CountryId, ...] = ()
    part_of: OrganizationId | None = None
    topics: tuple[TopicId, ...] = ()
    link: Link | None = None
    logo: Annotated[LogoName | None, Field(description="An SVG or PNG below docs/pictures/")] = None
    sources: tuple[Source, ...] = ()
    questionnaire: Annotated[Questionnaire | None, Field(description="In place of a document")] = None

    @model_validator(mode="after")
    def _rests_on_something(self) -> "Organization":
        if not self.sources and self.questionnaire is None:
            raise problem("rests on nothing; name the document in 'sources', or the 'questionnaire'")
        if self.summary is None and self.questionnaire is None:
            raise problem("has no summary; say in a sentence or two what the document says of it")
        return self

    @property
    def title(self) -> Text:
        """Return the name that lists and links show."""
        return self.name


KIND = Kind(
    name="organizations",
    model=Organization,
    layout="one a file",
    noun="organization",
    label="Organizations",
    page=OwnPage(
        folder="organizations",
        call="organization",
        list="organization_list",
        link="organization_link",
        related=("organizations", "events", "studies", "documents", "timeline"),
        apart=("countries", "topics", "projects", "facts", "contact"),
        card=CardOf(design="organization", label=lambda organization: organization.kind.capitalize()),
    ),
)
