"""Where something is taken: the events at which a study is presented, partners' pages of the same thing."""

from typing import Annotated

from pydantic import Field

from .base import EventId, Link, OrganizationId, Part
from .contributor import Contributors
from .file import Files
from .plain_text import Line


class Presented(Part):
    """An event at which a study was or will be presented."""

    event: EventId
    session: Annotated[Line | None, Field(description="The title of the session, as the event has it")] = None
    speakers: Contributors = ()
    files: Files = ()


class AlsoAt(Part):
    """A page of the same thing on a partner's site; ours is the one to quote."""

    organization: OrganizationId
    link: Link
