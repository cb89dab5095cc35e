"""The catalogue: every record by kind and id, and the questions that go across records."""

from collections.abc import Collection, Iterable, Iterator, KeysView, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from types import MappingProxyType
from typing import cast

from ..records.announcement import Announcement
from ..records.area import Area
from ..records.base import Record
from ..records.contact import Contact
from ..records.country import Country
from ..records.document import Document
from ..records.event import Event
from ..records.fact import Fact
from ..records.framework import Framework
from ..records.moment import day_of
from ..records.organization import Organization
from ..records.person import Person
from ..records.plan import Plan, PlanActivity
from ..records.project import Project
from ..records.release import Ledger, Release
from ..records.source import Source
from ..records.study import Study
from ..records.topic import Topic
from .links import Link, Links
from .shape import value_at
from .stored import PictureFile, StoredFile
from .timing import Timing, timing

EMPTY = Ledger()
UNTIMED = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Citation:
    """A record that rests on a document, and the place in the document."""

    kind: str
    record: Record
    source: Source


class Catalogue:
    """All we know; records are looked up by kind and id, relations from either end.

    ledger     what was released, withdrawn and put into calendars, as data/ledger/ has it
    pictures   the pictures that records name, by their path below docs/pictures/
    downloads  the files for readers that records name, by their path below docs/files/
    releases   what was released by the catalogue's moment, newest first; empty before as_of
    retracted  by announcement when corrections of it were withdrawn, which changes its words again
    now        the moment at which it is looked at; UNTIMED where time plays no part
    moves      redirects: old address -> new address, under the site's
    studies, events, projects, ... and parts of records: those of a kind by id, in the order of the files
    """

    def __init__(
        self,
        records: Mapping[str, Mapping[str, Record]],
        links: Links,
        named: Mapping[str, Collection[str]] | None = None,
        *,
        ledger: Ledger = EMPTY,
        pictures: Mapping[str, PictureFile] = MappingProxyType({}),
        downloads: Mapping[str, StoredFile] = MappingProxyType({}),
        now: datetime = UNTIMED,
        moves: Mapping[str, str] = MappingProxyType({}),
        gone: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self._records = records
        self._links = links
        self.ledger = ledger
        self.pictures = pictures
        self.downloads = downloads
        self.releases: tuple[Release, ...] = ()
        self.retracted: Mapping[str, tuple[datetime, ...]] = MappingProxyType({})
        self.now = now
        self.moves = moves
        self._gone = gone
        self._faulty = {kind: sorted(set(ids) - set(records[kind])) for kind, ids in (named or {}).items()}
        self.documents = cast("Mapping[str, Document]", records["documents"])
        self.topics = cast("Mapping[str, Topic]", records["topics"])
        self.countries = cast("Mapping[str, Country]", records["countries"])
        self.organizations = cast("Mapping[str, Organization]", records["organizations"])
        self.people = cast("Mapping[str, Person]", records["people"])
        self.facts = cast("Mapping[str, Fact]", records["facts"])
        self.studies = cast("Mapping[str, Study]", records["studies"])
        self.events = cast("Mapping[str, Event]", records["events"])
        self.areas = cast("Mapping[str, Area]", records["areas"])
        self.projects = cast("Mapping[str, Project]", records["projects"])
        self.plans = cast("Mapping[str, Plan]", records["plans"])
        self.announcements = cast("Mapping[str, Announcement]", records["announcements"])
        self.framework_items = records["framework-items"]
        self.plan_activities = cast("Mapping[str, PlanActivity]", records["plan-activities"])

    @property
    def framework(self) -> Framework:
        """Return the logical framework."""
        return cast("Framework", self._records["framework"]["framework"])

    @property
    def contact(self) -> Contact | None:
        """Return how to reach the Secretariat, where that is told."""
        return cast("Contact | None", self._records["contact"].get("contact"))

    def as_public(
        self,
        now: datetime,
        announcements: Mapping[str, Announcement],
        releases: tuple[Release, ...],
        more: Iterable[Link],
        changed: Mapping[str, Mapping[str, Record]] = MappingProxyType({}),
    ) -> "Catalogue":
        """Return this catalogue at a moment: some of its announcements, what was released, more links.

        changed are the records that differ then, by kind and id.
        """
        records = {**self._records, "announcements": announcements}
        for kind, few in changed.items():
            records[kind] = {id: few.get(id, record) for id, record in records[kind].items()}
        public = Catalogue(
            records,
            self._links.public(announcements, more),
            ledger=self.ledger,
            pictures=self.pictures,
            downloads=self.downloads,
            now=now,
            moves=self.moves,
        )
        public.releases = releases
        return public

    def why_gone(self, kind: str, id: str) -> str:
        """Return the cause under which a record is told to be missing, or nothing where it is there."""
        cause = self._gone.get(f"{kind}/{id}", "")
        return cause or ("" if id in self.ids(kind) else f"{kind}/{id}")

    def ids(self, kind: str) -> KeysView[str]:
        """Return every id of a kind in the order of the files; while there are problems, faulty ones too."""
        faulty = self._faulty.get(kind)
        return (
            {**self._records[kind], **dict.fromkeys(faulty)}.keys() if faulty else self._records[kind].keys()
        )

    def record(self, kind: str, id: str) -> Record:
        """Return one record; KeyError where there is none."""
        return self._records[kind][id]

    def everything(self) -> Iterator[tuple[str, Record]]:
        """Yield every record with its kind, parts of records included."""
        for kind, records in self._records.items():
            for record in records.values():
                yield kind, record

    @property
    def today(self) -> date:
        """Return the day of the catalogue's moment."""
        return day_of(self.now)

    def timing(self, event: Event) -> Timing:
        """Return how an event stands at the catalogue's moment."""
        return timing(event, self.countries, self.now, self.events)

    def related(self, kind: str, id: str, to: str) -> tuple[Record, ...]:
        """Return the records of kind 'to' that a record names or that name it."""
        return tuple(self._records[to][found] for found in self._links.related((kind, id), to))

    def resting_on(self, document: str) -> tuple[Citation, ...]:
        """Return each record that rests on a document, once for each place."""
        citations = []
        for link in self._links.citing(("documents", document)):
            record = self._records[link.origin[0]][link.origin[1]]
            source = value_at(record, link.keys[: _length_to_source(link.keys)])
            citations.append(Citation(link.origin[0], record, source))
        return tuple(citations)


def _length_to_source(keys: tuple[str | int, ...]) -> int:
    """Return how many keys lead to the Source that ends in 'document' or in 'citing', n."""
    return len(keys) - (2 if isinstance(keys[-1], int) else 1)
