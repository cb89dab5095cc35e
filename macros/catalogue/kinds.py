"""Which kinds of record there are, and where the files of each stand in data/."""

from dataclasses import dataclass
from typing import Literal

from ..records.announcement import Announcement
from ..records.area import Area
from ..records.base import Record
from ..records.country import Country
from ..records.document import Document
from ..records.event import Event
from ..records.fact import Fact
from ..records.framework import Framework
from ..records.organization import Organization
from ..records.plan import Plan
from ..records.project import Project
from ..records.step import Step
from ..records.study import Study
from ..records.topic import Topic

Layout = Literal["one a file", "many a file", "vocabulary", "single"]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record: its plural name, its class, how files hold it, and what one is called.

    Ids that are reserved stand for pages that the site has at such an address.
    """

    name: str
    model: type[Record]
    layout: Layout
    noun: str
    parts: tuple[str, ...] = ()
    reserved: tuple[str, ...] = ()

    @property
    def in_folder(self) -> bool:
        """Return whether its files stand in data/<name>/, rather than in data/<name>.yml."""
        return self.layout in ("one a file", "many a file")


KINDS = {
    kind.name: kind
    for kind in (
        Kind("documents", Document, "one a file", "document"),
        Kind("topics", Topic, "vocabulary", "topic"),
        Kind("countries", Country, "vocabulary", "country"),
        Kind("organizations", Organization, "one a file", "organization"),
        Kind("facts", Fact, "many a file", "fact"),
        Kind("studies", Study, "one a file", "study"),
        Kind("events", Event, "one a file", "event"),
        Kind("areas", Area, "vocabulary", "activity area"),
        Kind("projects", Project, "one a file", "project", reserved=("gaps", "seeking")),
        Kind("framework", Framework, "single", "logical framework", ("framework-items",)),
        Kind("timeline", Step, "vocabulary", "step of the time line"),
        Kind("plans", Plan, "one a file", "activity plan", ("plan-activities",)),
        Kind("announcements", Announcement, "one a file", "announcement"),
    )
}

PARTS = {"framework-items": "item of the framework", "plan-activities": "activity of a plan"}
