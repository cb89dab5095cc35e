"""Events: meetings, workshops and forums, with the standing that the documents give them."""

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
    TopicId,
    Whole,
    problem,
)
from .money import Budget
from .source import Basis, Sources
from .text import Text
from .when import PartialDate

EventKind = Literal[
    "workshop",
    "training workshop",
    "expert group meeting",
    "forum",
    "senior officials meeting",
    "conference of the parties",
    "scoping meeting",
    "special event",
    "associated event",
    "meeting",
]
EventStanding = Literal["planned", "confirmed", "held", "cancelled"]


class Place(Part):
    """Where it takes place, as far as the documents say."""

    city: Text | None = None
    country: CountryId | None = None
    note: Text | None = None


class Participants(Part):
    """Who came: a number, how exact it is, and who they were."""

    number: Whole | None = None
    about: Annotated[Literal["exactly", "around", "more than"], Field(description="How exact")] = "exactly"
    who: Text


class Event(Record):
    """An event: when and where, by whom, what about, and what came of it."""

    title: Text
    short: Annotated[Text | None, Field(description="A short name for lists: 'SOM-28'")] = None
    kind: EventKind
    scope: Scope = "neaspec"
    standing: EventStanding
    basis: Annotated[Basis, Field(description="The document's words that decide the standing")]
    date: PartialDate | None = None
    date_note: Annotated[Text | None, Field(description="What is known where no date is given")] = None
    sort_as: Annotated[PartialDate | None, Field(description="Its place in lists; never shown")] = None
    duration: Text | None = None
    place: Place | None = None
    summary: Text
    organizers: tuple[OrganizationId, ...] = ()
    partners: tuple[OrganizationId, ...] = ()
    attended_by: Annotated[tuple[OrganizationId, ...], Field(description="Organizations that took part")] = ()
    participants: Participants | None = None
    countries: tuple[CountryId, ...] = ()
    topics: Annotated[tuple[TopicId, ...], Field(min_length=1)]
    framework: tuple[FrameworkCode, ...] = ()
    outcomes: tuple[Text, ...] = ()
    budget: Budget | None = None
    documents: tuple[DocumentId, ...] = ()
    part_of: EventId | None = None
    related: tuple[EventId, ...] = ()
    sources: Sources

    @model_validator(mode="after")
    def _holds_together(self) -> "Event":
        if self.date is None and (self.date_note is None or self.sort_as is None):
            raise problem(
                "has no date; give it, or say what is known in date_note and where it belongs in sort_as"
            )
        if self.outcomes and self.standing != "held":
            message = (
                f"cannot be given while the event is {self.standing}; delete them or correct the standing"
            )
            raise problem(message, "outcomes")
        return self

    @property
    def announced(self) -> bool:
        """Return whether the documents only announce it: planned or confirmed, not yet held."""
        return self.standing in ("planned", "confirmed")
