"""What was released -> the items of feeds: the same guid, date and words in every feed and format."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from types import MappingProxyType

from ..catalogue import Catalogue
from ..catalogue.downloads import files_told
from ..records.announcement import AUTHORITY, Announcement
from ..records.release import Release
from ..releases.feeds import Feed, countries_of, topics_of, window
from ..releases.holding_words import told
from ..releases.releasing import corrections_of
from ..settings import Site


@dataclass(frozen=True, slots=True)
class Category:
    """A word that an item is filed under: its term, its label, and the address that defines it."""

    term: str
    label: str
    scheme: str


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A picture or file that goes with an item: absolute address, media type, true length in bytes.

    title is that of a file.
    """

    url: str
    type: str
    length: int
    title: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a feed; published is the moment of its release, updated that of its last correction,
    made or taken back.
    """

    guid: str
    url: str
    title: str
    summary: str
    content: str = field(repr=False)
    published: datetime
    updated: datetime
    categories: tuple[Category, ...] = ()
    enclosure: Enclosure | None = None
    files: tuple[Enclosure, ...] = ()


NO_CARDS: Mapping[str, Enclosure] = MappingProxyType({})


def items_by_feed(
    catalogue: Catalogue,
    feeds: Iterable[Feed],
    site: Site,
    contents: Mapping[str, str],
    cards: Mapping[str, Enclosure] = NO_CARDS,
) -> dict[str, tuple[Item, ...]]:
    """Return the items of each feed by its name, newest first.

    The newest 30 releases of a feed are its window; one that was withdrawn leaves its place empty, so
    that no older item comes back. contents holds the HTML of each announcement shown, by its id; cards
    the picture that goes with each.
    """
    present = {announcement.guid: announcement for announcement in catalogue.announcements.values()}
    items: dict[str, Item] = {}
    found = {}
    for feed in feeds:
        shown = [release for release in window(catalogue, feed) if release.guid in present]
        for release in shown:
            if release.guid not in items:
                announcement = present[release.guid]
                items[release.guid] = _item(catalogue, announcement, release, site, contents, cards)
        found[feed.name] = tuple(items[release.guid] for release in shown)
    return found


def feed_id(feed: Feed) -> str:
    """Return the permanent id of a feed, which does not follow the site's address."""
    return f"tag:{AUTHORITY}:feeds/{feed.name}"


def _item(
    catalogue: Catalogue,
    announcement: Announcement,
    release: Release,
    site: Site,
    contents: Mapping[str, str],
    cards: Mapping[str, Enclosure],
) -> Item:
    corrections = corrections_of(catalogue, announcement)
    now = told(catalogue, announcement, site.language)
    moments = [correction.released for correction in corrections if correction.released]
    moments += [now.holding.since] if now.holding.since else []
    moments += catalogue.retracted.get(announcement.id, ())
    return Item(
        guid=release.guid,
        url=site.url + release.path,
        title=now.headline,
        summary=" ".join(now.summary.split()),
        content=contents[announcement.id],
        published=release.released.astimezone(UTC),
        updated=max([release.released, *moments]).astimezone(UTC),
        categories=_categories(catalogue, announcement, site),
        enclosure=cards.get(announcement.id),
        files=tuple(_files(catalogue, announcement, site)),
    )


def _categories(catalogue: Catalogue, announcement: Announcement, site: Site) -> tuple[Category, ...]:
    topics = [catalogue.topics[id] for id in topics_of(catalogue, announcement)]
    countries = [catalogue.countries[id] for id in countries_of(catalogue, announcement)]
    return (
        *(Category(t.id, t.name.to(site.language), f"{site.url}topics/") for t in topics),
        *(Category(c.id, c.short.to(site.language), f"{site.url}countries/") for c in countries),
    )


def _files(catalogue: Catalogue, announcement: Announcement, site: Site) -> Iterator[Enclosure]:
    for offered in files_told(catalogue, announcement):
        if stored := offered.stored:
            title = offered.file.title.to(site.language)
            yield Enclosure(offered.url(site.url), stored.media_type, stored.length, title)
