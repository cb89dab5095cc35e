"""Announcements: what we say of a record, once; a record is what we know."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Annotated, Literal, get_type_hints

from pydantic import AfterValidator, BeforeValidator, ConfigDict, Field, WithJsonSchema, model_validator

from .base import (
    CountryId,
    EventId,
    Flag,
    Id,
    Part,
    ProjectId,
    Record,
    Ref,
    StudyId,
    TopicId,
    kind_named,
    problem,
)
from .event import EventStanding
from .file import Files
from .kind import CardOf, Key, Kind, OwnPage
from .moment import Moment
from .picture import Gallery, Picture
from .plain_text import FurtherLink, Line, WordsOfALine
from .plan import PlanId
from .study import Stage
from .text import Text, Words
from .when import PartialDate, Span

AnnouncementKind = Literal[
    "published",
    "save the date",
    "registration",
    "reminder",
    "moved",
    "postponed",
    "cancelled",
    "outcome",
    "news",
    "correction",
]
AnnouncementStanding = Literal["draft", "ready", "withdrawn"]
AnnouncementId = Annotated[Id, Ref("announcements")]

AUTHORITY = "neaspec.org,2026"
GUID = re.compile(r"tag:[a-z0-9.@-]+,\d{4}(-\d\d){0,2}:[A-Za-z0-9._~!$&'()*+,;=:@/?-]+", re.ASCII)
ONE = "or study, project, plan, country; or page: approach"


def _guid(value: str) -> str:
    if not GUID.fullmatch(value):
        raise problem(
            f"'{value}' is not a guid; 'outreach announce' makes one, such as tag:{AUTHORITY}:4f9c2b7e01d3"
        )
    return value


def _page(value: object) -> object:
    return {"page": value} if isinstance(value, str) else value


Guid = Annotated[str, AfterValidator(_guid), WithJsonSchema({"type": "string", "pattern": "^tag:"})]


class About(Part):
    """The one record that an announcement is about, or the page of the approach."""

    model_config = ConfigDict(json_schema_extra={"minProperties": 1, "maxProperties": 1})

    event: Annotated[EventId | None, Field(description=ONE)] = None
    study: StudyId | None = None
    project: ProjectId | None = None
    plan: PlanId | None = None
    country: CountryId | None = None
    page: Literal["approach"] | None = None

    @model_validator(mode="after")
    def _exactly_one(self) -> "About":
        if len(self.model_fields_set) != 1:
            raise problem(
                "names no one record; write one, such as 'event: dld-forum-2025', or 'page: approach'"
            )
        return self

    @property
    def node(self) -> tuple[str, str]:
        """Return kind and id of the record; the page of the approach has kind 'pages'."""
        named = ((kind, getattr(self, key)) for kind, key in about_keys().items())
        return next((kind, id) for kind, id in named if id)


@cache
def about_keys() -> Mapping[str, str]:
    """Return the kinds that may be announced, each with its key in 'about': events are named by 'event'."""
    hints = get_type_hints(About, include_extras=True)
    return {kind_named(hint) or "pages": key for key, hint in hints.items() if key in About.model_fields}


class WrittenFor(Part):
    """How the record stood when the words were last looked at: what of it they may say."""

    standing: Annotated[EventStanding | None, Field(description="Of an event: planned, confirmed")] = None
    date: Annotated[PartialDate | None, Field(description="Of an event: its date")] = None
    place: Annotated[WordsOfALine | None, Field(description="Of an event: its place")] = None
    stage: Annotated[Stage | None, Field(description="Of a study: its stage")] = None


class ChannelWords(Part):
    """The announcement's own words for a channel, in place of those made from it."""

    x: Words | None = None
    bluesky: Words | None = None
    mastodon: Words | None = None
    linkedin: Words | None = None
    facebook: Words | None = None
    telegram: Words | None = None
    vk: Words | None = None
    weibo: Words | None = None


class Announcement(Record):
    """Something said of a record: its guid and its moment never change once it is released."""

    guid: Annotated[Guid, Field(description="Made by 'outreach announce'; never change it")]
    standing: AnnouncementStanding
    kind: AnnouncementKind
    about: Annotated[About, BeforeValidator(_page)]
    released: Annotated[Moment | None, Field(description="Day, time and zone: 2027-03-01 09:00 +09:00")] = (
        None
    )
    archive: Annotated[Flag, Field(description="Old news: shown, never in feeds")] = False
    dated: Annotated[PartialDate | None, Field(description="Of old news: when it was")] = None
    headline: Line
    summary: Text
    corrects: AnnouncementId | None = None
    written_for: Annotated[
        WrittenFor | None,
        Field(description="How its record stood when the words were last looked at"),
    ] = None
    topics: Annotated[tuple[TopicId, ...], Field(description="Else those of the record")] = ()
    countries: Annotated[tuple[CountryId, ...], Field(description="Else those of the record")] = ()
    links: tuple[FurtherLink, ...] = ()
    picture: Picture | None = None
    gallery: Gallery = ()
    files: Files = ()
    words: Annotated[ChannelWords | None, Field(description="Own words for a channel")] = None

    @model_validator(mode="after")
    def _has_its_moment(self) -> "Announcement":
        if self.archive and (self.released is None) == (self.dated is None):
            raise problem("is old news and needs one date; write 'dated: June 2018'", "archive")
        if not self.archive and self.dated:
            raise problem("is for old news alone; write 'released', or add the line 'archive: true'", "dated")
        if not self.archive and self.released is None:
            raise problem("has no moment; add a line 'released: 2027-03-01 09:00 +09:00' with its time zone")
        return self

    @model_validator(mode="after")
    def _correction_says_of_what(self) -> "Announcement":
        if (self.kind == "correction") != (self.corrects is not None):
            raise problem("'correction' and the key corrects go together; give both or neither", "kind")
        return self

    @property
    def title(self) -> Text:
        """Return the headline, under the name that every record has for its heading."""
        return self.headline

    @property
    def date(self) -> PartialDate:
        """Return the day of its release in the zone it was written in, or the date of old news."""
        if self.released is None:
            assert self.dated is not None  # noqa: S101 - _has_its_moment holds it
            return self.dated
        day = Span(self.released.date(), "day")
        return PartialDate(day, day)


def new_guid(token: str) -> str:
    """Return a guid (a tag URI, RFC 4151) around twelve random hex digits."""
    return f"tag:{AUTHORITY}:{token}"


def _newest_first(announcement: Announcement) -> Key:
    """Newest first; two of one day by their moments."""
    moment = announcement.released
    return (
        -announcement.date.last.toordinal(),
        -moment.timestamp() if moment else 0,
        announcement.id,
    )


KIND = Kind(
    name="announcements",
    model=Announcement,
    layout="one a file",
    noun="announcement",
    label="Updates",
    page=OwnPage(
        folder="updates",
        call="update",
        list="update_list",
        noun="update",
        apart=("announcements", "topics"),
        card=CardOf(design="announcement", label=lambda announcement: announcement.kind.capitalize()),
        article=True,
    ),
    order=_newest_first,
    made={"guid": new_guid},
)
