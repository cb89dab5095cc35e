"""The real records and generated announcements -> a project in memory, and its feeds at a moment."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import Any

from hypothesis import strategies as st

from macros.catalogue import Catalogue
from macros.catalogue.links import Link
from macros.press.contents import Project
from macros.records.announcement import Announcement
from macros.records.release import Ledger, Release, Withdrawal
from macros.releases.feeds import FORMATS, feeds
from macros.releases.releasing import due
from macros.settings import Licence, Site

from ..taken import taken
from .parsed import Parsed, parse

SITE = Site(
    url="https://neaspec.org/dld/",
    title="NEASPEC <&> \"Land\" 'n' 土地",
    description="Studies & events.",
    rights="NEASPEC & others",
    licence=Licence("An <open> licence", "https://example.org/licence"),
)
START = datetime(2026, 12, 1, tzinfo=UTC)
COUNT, RELEASED, WITHDRAWN, CORRECTED = 45, 41, 15, 38
NOW = START + timedelta(hours=RELEASED - 1, minutes=30)
HOSTILE = (
    "<", ">", "&", '"', "'", "]]>", "<3", "1 < 2 > 0", "& co", "&amp", "&regulations", "--", "{{ x }}",
    "%s", "\\", "🏜️", "👩\u200d🌾",
    "𠮷野家", "사막화 방지", "Цөлжилт", "опустынивание", "砂漠化", "العربية",
    "é", "\u0301", "\u200b", "\u00a0", "\u2028", "\u00ad", "\ufeff", " ",
)  # fmt: skip

characters = st.characters(exclude_categories=("Cc", "Cs", "Co")).filter(lambda c: ord(c) & 0xFFFE != 0xFFFE)
hostile = st.lists(st.sampled_from(HOSTILE), min_size=1, max_size=8).map("".join)
texts = (st.text(characters, min_size=1, max_size=30) | hostile).filter(taken)


@dataclass(frozen=True)
class Built:
    """The feeds of a project at a moment, by address."""

    project: Project
    now: datetime
    files: dict[str, bytes]

    @property
    def names(self) -> list[str]:
        """Return the name of every feed that there must be."""
        return [feed.name for feed in feeds(self.project.catalogue)]

    def parsed(self, name: str) -> dict[str, Parsed]:
        """Return a feed by format, read back."""
        return {format: parse(self.files[f"feeds/{name}.{format}"], format) for format in FORMATS}

    def everything(self) -> list[tuple[str, str, Parsed]]:
        """Return every feed in every format, with its name and format."""
        return [(name, format, feed) for name in self.names for format, feed in self.parsed(name).items()]


def build(project: Project, now: datetime, prose: dict[str, str] | None = None) -> Built:
    """Return the feeds of a project at a moment."""
    public = replace(project, site=SITE).at(now)
    return Built(public, now, public.feeds(prose or {}))


def announcement(n: int, **values: Any) -> Announcement:
    """Return announcement number n, released n hours after the start, with some values of its own."""
    return Announcement.model_validate(
        {
            "id": f"news-{n}",
            "guid": f"tag:neaspec.org,2026:{n:012x}",
            "standing": "ready",
            "kind": "news",
            "about": {"page": "approach"},
            "released": START + timedelta(hours=n),
            "headline": f"News number {n}",
            "summary": f"What is to be said of number {n}.",
            **values,
        }
    )


def project_of(real: Project, announcements: Iterable[Announcement], ledger: Ledger | None = None) -> Project:
    """Return the real project with other announcements, and a ledger that is empty unless given."""
    by_id = {a.id: a for a in announcements}
    corrections = [
        Link(("announcements", a.id), ("announcements", a.corrects), ("corrects",), cites=False)
        for a in by_id.values()
        if a.corrects
    ]
    catalogue = real.catalogue.as_public(NOW, by_id, (), corrections)
    catalogue.ledger = ledger or Ledger()
    return replace(real, catalogue=catalogue, written=())


def many(real: Project, words: Iterable[tuple[str, str]] = ()) -> Project:
    """Return a project of 45 announcements, some still to come, with every standing there is.

    words are headlines and summaries to use in place of plain ones.
    """
    subjects, said = _subjects(real.catalogue), dict(enumerate(words))
    everything = [announcement(n, **subjects[n % len(subjects)], **_words(said.get(n))) for n in range(COUNT)]
    first = project_of(real, everything)
    releases = due(first.catalogue, START + timedelta(hours=20))
    gone = releases[WITHDRAWN]
    everything[WITHDRAWN] = everything[WITHDRAWN].model_copy(update={"standing": "withdrawn"})
    entries: tuple[Release | Withdrawal, ...] = (
        *releases,
        Withdrawal(guid=gone.guid, withdrawn=releases[-1].released),
    )
    return project_of(real, [*everything, *_others()], Ledger.of(entries))


def _subjects(catalogue: Catalogue) -> list[dict[str, Any]]:
    kinds = {"study": "studies", "event": "events", "plan": "plans", "country": "countries"}
    abouts = [{"about": {key: id}} for key, kind in kinds.items() for id in islice(catalogue.ids(kind), 2)]
    named = {kind: tuple(islice(catalogue.ids(kind), 2)) for kind in ("topics", "countries")}
    return [*abouts, named]


def _words(said: tuple[str, str] | None) -> dict[str, str]:
    return {"headline": said[0], "summary": said[1]} if said else {}


def _others() -> list[Announcement]:
    """Return what is in no feed: a correction, a draft, old news."""
    corrected = {"kind": "correction", "corrects": f"news-{CORRECTED}"}
    return [
        announcement(100, **corrected, released=NOW - timedelta(minutes=10)),
        announcement(101, standing="draft"),
        announcement(102, archive=True, released=None, dated="June 2018"),
        announcement(103, archive=True, released=START + timedelta(minutes=1)),
    ]
