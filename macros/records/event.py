"""Events: meetings, workshops and forums, with the standing that the documents give them."""

import re
from hashlib import sha256
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, WithJsonSchema, model_validator

from .base import (
    CountryId,
    DocumentId,
    EventId,
    FactId,
    FrameworkCode,
    Headcount,
    Link,
    OrganizationId,
    Part,
    Record,
    Scope,
    TopicId,
    problem,
)
from .change import Change
from .clock import Clock, Zone
from .contributor import Contributors
from .file import Files
from .kind import Alike, CardOf, Kind, OwnPage, Said, newest_first, titled_alike
from .language import LanguageCode
from .money import Budget
from .picture import Gallery
from .place import Place
from .plain_text import Line
from .programme import Session
from .recording import Recording
from .source import Basis, Sources
from .taken import AlsoAt
from .text import Text
from .when import PartialDate

UID = re.compile(r"[0-9a-f]{12}@neaspec\.org")


def uid_of(token: str) -> str:
    """Return the uid (RFC 5545, section 3.8.4.7) made from a token, such as a new event's id."""
    return f"{sha256(token.encode()).hexdigest()[:12]}@neaspec.org"


def days_of(when: PartialDate | None) -> tuple[str, str]:
    """Return the first and last day of a date (2027-03-01), or two empty texts where they are not known."""
    return (when.first.isoformat(), when.last.isoformat()) if when and when.exact else ("", "")


def _uid(value: str) -> str:
    if not UID.fullmatch(value):
        raise problem(
            f"'{value}' is not a uid; 'outreach new events <id>' writes one, twelve digits or letters a to f "
            "before '@neaspec.org', and it never changes"
        )
    return value


Uid = Annotated[
    str,
    AfterValidator(_uid),
    WithJsonSchema({"type": "string", "pattern": UID.pattern}),
]
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
EventStanding = Literal["planned", "confirmed", "held", "cancelled", "postponed"]
ParticipantKind = Literal[
    "governments",
    "international organizations",
    "academia",
    "civil society",
    "private sector",
    "local communities",
]


class Participants(Part):
    """Who came: a number, how exact it is, of which kinds, and who they were."""

    number: Headcount | None = None
    about: Annotated[Literal["exactly", "around", "more than"], Field(description="How exact")] = "exactly"
    kinds: tuple[ParticipantKind, ...] = ()
    who: Text | None = None

    @model_validator(mode="after")
    def _says_something(self) -> "Participants":
        if self.number is None and self.who is None:
            raise problem("says neither how many came nor who; give 'number' or 'who'")
        return self


class Registration(Part):
    """How to register: where, until when, and what else to know."""

    link: Link
    closes: Annotated[PartialDate | None, Field(description="The last day")] = None
    note: Text | None = None


class Outcome(Part):
    """What came of it: the points that its report makes, the documents, the figures."""

    text: Text | None = None
    points: tuple[Line, ...] = ()
    documents: tuple[DocumentId, ...] = ()
    figures: tuple[FactId, ...] = ()


class Event(Record):
    """An event: when and where, by whom, what about, and what came of it."""

    title: Line
    uid: Annotated[Uid | None, Field(description="By which calendars know it; made once, never changed")] = (
        None
    )
    short: Annotated[Line | None, Field(description="A short name for lists: 'SOM-28'")] = None
    kind: EventKind
    scope: Scope = "neaspec"
    standing: EventStanding
    basis: Annotated[Basis, Field(description="The document's words that decide the standing")]
    date: PartialDate | None = None
    date_note: Annotated[Line | None, Field(description="What is known where no date is given")] = None
    sort_as: Annotated[PartialDate | None, Field(description="Its place in lists; never shown")] = None
    duration: Line | None = None
    starts: Annotated[Clock | None, Field(description="When it begins, in its zone: 09:30")] = None
    ends: Annotated[Clock | None, Field(description="When it ends on its last day: 17:00")] = None
    zone: Zone | None = None
    place: Place | None = None
    summary: Text
    organizers: tuple[OrganizationId, ...] = ()
    co_organizers: Annotated[
        tuple[OrganizationId, ...], Field(description="Those in cooperation with whom it is held")
    ] = ()
    attended_by: Annotated[tuple[OrganizationId, ...], Field(description="Organizations that took part")] = ()
    participants: Participants | None = None
    languages: Annotated[tuple[LanguageCode, ...], Field(description="In which it is held: en, ru")] = ()
    registration: Registration | None = None
    programme: tuple[Session, ...] = ()
    countries: tuple[CountryId, ...] = ()
    topics: Annotated[tuple[TopicId, ...], Field(min_length=1)]
    framework: tuple[FrameworkCode, ...] = ()
    outcome: Outcome | None = None
    changes: Annotated[
        tuple[Change, ...], Field(description="What changed after it was announced, oldest first")
    ] = ()
    budget: Budget | None = None
    documents: tuple[DocumentId, ...] = ()
    files: Files = ()
    gallery: Gallery = ()
    recording: Annotated[Recording | None, Field(description="Where it can be seen or heard")] = None
    contacts: Annotated[Contributors, Field(description="Whom readers may ask")] = ()
    also_at: Annotated[tuple[AlsoAt, ...], Field(description="Where partners show it too")] = ()
    part_of: EventId | None = None
    related: tuple[EventId, ...] = ()
    sources: Sources

    @model_validator(mode="after")
    def _holds_together(self) -> "Event":
        if self.date is None and (self.date_note is None or self.sort_as is None):
            raise problem(
                "has no date; give it, or say what is known in date_note and where it belongs in sort_as"
            )
        return self

    @property
    def announced(self) -> bool:
        """Return whether the documents only announce it: planned or confirmed, not yet held."""
        return self.standing in ("planned", "confirmed")

    @property
    def called_off(self) -> bool:
        """Return whether it does not take place on its date: cancelled or postponed."""
        return self.standing in ("cancelled", "postponed")

    @property
    def days(self) -> tuple[str, str]:
        """Return its first and last day (2027-03-01), or two empty texts where they are not known."""
        return days_of(self.date)

    def session(self, title: Text | None) -> Session | None:
        """Return the session of a title, in whichever language the title is given; None for none."""
        asked = {words for _, words in title.words} if title else set()
        return next((one for one in self.programme if asked & {words for _, words in one.title.words}), None)

    def recordings(self) -> tuple[tuple[Line, Recording], ...]:
        """Return its recordings, that of the whole first, each with the title of what it is of."""
        parts: tuple[Event | Session, ...] = (self, *self.programme)
        return tuple((part.title, part.recording) for part in parts if part.recording)

    def moved_from(self) -> tuple[PartialDate, ...]:
        """Return the dates that it was moved away from, oldest first."""
        return tuple(change.was_on for change in self.changes if change.what == "moved" and change.was_on)


def open_ended(timed: Event | Session, when: PartialDate) -> bool:
    """Return whether it begins at an hour of a single day and how long it goes on is not told."""
    return bool(timed.starts and not timed.ends and when.single)


def _label(event: Event) -> str:
    """Return the kind of an event, and that it does not take place where it does not."""
    kind = event.kind.capitalize()
    return f"{kind} · {event.standing}" if event.called_off else kind


KIND = Kind(
    name="events",
    model=Event,
    layout="one a file",
    noun="event",
    label="Events",
    page=OwnPage(
        folder="events",
        call="event",
        list="event_list",
        link="event_link",
        related=("announcements", "events", "studies", "projects", "documents", "timeline"),
        apart=("countries", "topics", "organizations", "framework-items", "facts", "plans", "people"),
        card=CardOf(design="event", label=_label),
        article=True,
    ),
    order=newest_first,
    said=Said(
        feed="events",
        purpose="Dates to save, registrations, reminders and what came of meetings.",
        awaited=True,
    ),
    made={"uid": uid_of},
    alike=Alike(values=titled_alike, words="title, kind and date", key="title"),
    datasets=("events", "files"),
)
