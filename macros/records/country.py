"""Countries: the six member States, and the charts that show their figures."""

from typing import Annotated

from pydantic import Field

from .base import FactId, Part, Quantity, Record
from .clock import Zone
from .kind import CardOf, Kind, OwnPage, Said
from .place import Extent, Point
from .plain_text import Line
from .source import Sources
from .text import Text


class Chart(Part):
    """A small bar chart of facts that share a unit."""

    title: Line
    facts: Annotated[tuple[FactId, ...], Field(min_length=1)]
    maximum: Annotated[Quantity | None, Field(description="The value of a full bar: 100 for %")] = None
    note: Text | None = None


class Country(Record):
    """A member State of NEASPEC."""

    name: Line
    short: Line
    zone: Annotated[Zone | None, Field(description="Its time zone, where it has one: Asia/Seoul")] = None
    point: Annotated[Point | None, Field(description="Where maps write its name")] = None
    extent: Annotated[Extent | None, Field(description="A rough box; points outside it are slips")] = None
    summary: Text
    charts: tuple[Chart, ...] = ()
    sources: Sources

    @property
    def title(self) -> Text:
        """Return the name that lists and links show."""
        return self.name


KIND = Kind(
    name="countries",
    model=Country,
    layout="vocabulary",
    noun="country",
    label="Countries",
    page=OwnPage(
        folder="countries",
        call="country",
        list="country_list",
        link="country_link",
        related=("announcements", "events", "studies", "projects", "organizations", "documents"),
        apart=("facts",),
        card=CardOf(design="country", label=lambda _: "Member State of NEASPEC", always=True),
    ),
    said=Said(feed="programme"),
)
