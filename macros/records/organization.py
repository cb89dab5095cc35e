"""Organizations: who works on desertification and land degradation in the subregion."""

from typing import Annotated, Literal

from pydantic import Field

from .base import CountryId, Link, OrganizationId, Record, TopicId
from .source import Sources
from .text import Text
from .when import PartialDate

OrganizationKind = Literal["intergovernmental", "government", "civil society", "academia", "private sector"]


class Organization(Record):
    """An organization or network, its kind and what the documents say of it."""

    name: Text
    short: Text | None = None
    kind: OrganizationKind
    summary: Text
    founded: PartialDate | None = None
    countries: Annotated[tuple[CountryId, ...], Field(description="Where it is based or whose it is")] = ()
    members: tuple[CountryId, ...] = ()
    observers: tuple[CountryId, ...] = ()
    part_of: OrganizationId | None = None
    topics: tuple[TopicId, ...] = ()
    link: Link | None = None
    sources: Sources

    @property
    def title(self) -> Text:
        """Return the name that lists and links show."""
        return self.name
