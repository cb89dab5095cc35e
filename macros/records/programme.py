"""The programme of an event: sessions with their times, speakers and documents."""

from typing import Annotated

from pydantic import Field

from .base import DocumentId, Part
from .clock import Clock
from .contributor import Contributors
from .file import Files
from .plain_text import Line
from .recording import Recording
from .text import Text
from .when import PartialDate


class Session(Part):
    """A part of the programme; its times are those of the event's zone."""

    title: Line
    date: Annotated[PartialDate | None, Field(description="Its day, where the event has several")] = None
    starts: Clock | None = None
    ends: Clock | None = None
    summary: Text | None = None
    speakers: Contributors = ()
    documents: tuple[DocumentId, ...] = ()
    files: Files = ()
    recording: Recording | None = None
