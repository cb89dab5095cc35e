"""The programme of an event: sessions with their times, speakers and documents."""

from typing import Annotated

from pydantic import Field

from .base import DocumentId, OrganizationId, Part
from .clock import Clock
from .plain_text import Line
from .text import Text
from .when import PartialDate


class Speaker(Part):
    """Who speaks, and for whom."""

    name: Line
    role: Line | None = None
    organization: OrganizationId | None = None


class Session(Part):
    """A part of the programme; its times are those of the event's zone."""

    title: Line
    date: Annotated[PartialDate | None, Field(description="Its day, where the event has several")] = None
    starts: Clock | None = None
    ends: Clock | None = None
    summary: Text | None = None
    speakers: tuple[Speaker, ...] = ()
    documents: tuple[DocumentId, ...] = ()
