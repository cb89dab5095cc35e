"""People with a biography; all others are named where they act, without a record of their own."""

from typing import Annotated

from pydantic import Field, model_validator

from .base import Flag, Link, OrganizationId, Record, TopicId, problem
from .contributor import Email, Orcid, check_sorted
from .kind import CardOf, Key, Kind, OwnPage
from .picture import Picture
from .plain_text import Line, Name, Prose
from .source import Source


class Person(Record):
    """A person who agreed to a page of their own: name, biography, where they work."""

    name: Annotated[Name, Field(description="As it is written: Kim Min-jun")]
    sorted: Annotated[Line | None, Field(description="As lists sort it: Kim, Min-jun")] = None
    public: Annotated[Flag, Field(description="That the person agreed to be shown")]
    biography: Prose
    role: Line | None = None
    organization: OrganizationId | None = None
    orcid: Orcid | None = None
    email: Email | None = None
    link: Link | None = None
    picture: Picture | None = None
    topics: tuple[TopicId, ...] = ()
    sources: tuple[Source, ...] = ()

    @model_validator(mode="after")
    def _agreed(self) -> "Person":
        if not self.public:
            raise problem(
                "cannot be false here: a record of a person is a public page; delete the file, or write "
                "'public: true' once they agreed",
                "public",
            )
        check_sorted(self.name, self.sorted)
        return self

    @property
    def title(self) -> Name:
        """Return the name that lists and links show."""
        return self.name

    @property
    def summary(self) -> Prose:
        """Return the biography, as previews and search show it."""
        return self.biography


def _by_name(person: Person) -> Key:
    return (str(person.sorted or person.name).casefold(), person.id)


KIND = Kind(
    name="people",
    model=Person,
    layout="one a file",
    noun="person",
    label="People",
    page=OwnPage(
        folder="people",
        call="person",
        link="person_link",
        below=("organizations",),
        apart=("studies", "events", "projects", "organizations", "topics"),
        card=CardOf(design="organization", label=lambda person: str(person.role or "Person")),
    ),
    order=_by_name,
)
