"""Topics, countries and kinds -> which feeds there are, what each is for, and which carry an announcement."""

from dataclasses import dataclass
from itertools import islice
from typing import Literal

from ..catalogue.catalogue import Catalogue
from ..catalogue.kinds import ANNOUNCED, KINDS
from ..records.announcement import Announcement
from ..records.release import Release
from ..records.text import DEFAULT_LANGUAGE

WINDOW = 30
FORMATS = {
    "xml": ("RSS", "application/rss+xml"),
    "atom": ("Atom", "application/atom+xml"),
    "json": ("JSON Feed", "application/feed+json"),
}
OPML = "feeds/feeds.opml"
PROGRAMME = "programme"

Group = Literal["everything", "kinds", "topics", "countries"]


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed of announcements; it is there even while nothing has been announced in it.

    name     its permanent name, by which its files are called: 'topics/forests'
    group    under which heading it is listed: everything, by kind, by topic, by country
    title    what it is called
    purpose  what it is for, in a sentence
    page     the page of what it carries, where that has another address than the feed's own name
    """

    name: str
    group: Group
    title: str
    purpose: str
    page: str = ""

    @property
    def home(self) -> str:
        """Return the address, under the site's, of the page of what it carries: 'topics/forests/'."""
        return self.page or f"{self.name}/"

    def path(self, format: str) -> str:
        """Return its address under the site's: 'feeds/topics/forests.xml'."""
        return f"feeds/{self.name}.{format}"


GENERAL = (
    Feed("updates", "everything", "All updates", "Everything that is announced here, newest first."),
    *(
        Feed(said.feed, "kinds", KINDS[kind].title, said.purpose)
        for kind, said in ANNOUNCED.items()
        if said.purpose
    ),
    Feed(
        PROGRAMME,
        "kinds",
        "Programme",
        "The approach, the activity plans and the work as a whole.",
        "approach/",
    ),
)


def feeds(catalogue: Catalogue, language: str = DEFAULT_LANGUAGE) -> tuple[Feed, ...]:
    """Return every feed of the site; each is there even while nothing has been announced in it."""
    topics, countries = subjects(catalogue, language)
    return (
        *GENERAL,
        *(Feed(f"topics/{id}", "topics", name, f"Every update on: {name}.") for id, name in topics),
        *(Feed(f"countries/{id}", "countries", n, f"Every update that concerns {n}.") for id, n in countries),
    )


def subjects(catalogue: Catalogue, language: str) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Return ids and names of the topics and of the countries that have feeds and calendars of their own."""
    topics = sorted(catalogue.topics.values(), key=lambda topic: (topic.order, topic.id))
    countries = sorted(catalogue.countries.values(), key=lambda country: country.id)
    return [(t.id, t.name.to(language)) for t in topics], [(c.id, c.name.to(language)) for c in countries]


def window(catalogue: Catalogue, feed: Feed) -> tuple[Release, ...]:
    """Return the newest 30 releases of a feed, withdrawn ones included, so that no older one comes back."""
    return tuple(islice((release for release in catalogue.releases if feed.name in release.feeds), WINDOW))


def feeds_carrying(catalogue: Catalogue, announcement: Announcement) -> tuple[str, ...]:
    """Return the names of the feeds that an announcement goes into when it is released.

    A correction goes into none: it changes the item that it corrects, so that nothing is posted twice.
    """
    if announcement.kind == "correction" or announcement.archive:
        return ()
    return (
        "updates",
        _of_kind(announcement.about.node[0]),
        *(f"topics/{id}" for id in topics_of(catalogue, announcement)),
        *(f"countries/{id}" for id in countries_of(catalogue, announcement)),
    )


def topics_of(catalogue: Catalogue, announcement: Announcement) -> tuple[str, ...]:
    """Return the topics that an announcement names, else those of its record."""
    return announcement.topics or _of_record(catalogue, announcement, "topics")


def countries_of(catalogue: Catalogue, announcement: Announcement) -> tuple[str, ...]:
    """Return the countries that an announcement names, else those of its record."""
    kind, id = announcement.about.node
    own = (id,) if kind == "countries" else _of_record(catalogue, announcement, "countries")
    return announcement.countries or own


def _of_kind(kind: str) -> str:
    """Return the feed of a kind; that of pages is the programme's."""
    return ANNOUNCED[kind].feed if kind in ANNOUNCED else PROGRAMME


def _of_record(catalogue: Catalogue, announcement: Announcement, to: str) -> tuple[str, ...]:
    kind, id = announcement.about.node
    if kind == "pages":
        return ()
    return tuple(record.id for record in catalogue.related(kind, id, to))
