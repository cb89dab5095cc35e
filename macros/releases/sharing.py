"""Announcements -> what their posts are built from, and the posts themselves, channel by channel."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from ..catalogue.addresses import address_of
from ..catalogue.catalogue import Catalogue
from ..catalogue.downloads import Offered
from ..catalogue.shape import KeyPath
from ..records.announcement import Announcement
from ..settings import Site
from .feeds import GENERAL, countries_of, topics_of, window
from .holding_words import Told, told
from .posts.channels import CHANNELS
from .posts.composing import Post, Said, TooLong, compose
from .posts.hashtags import hashtag
from .releasing import standings
from .when_where import when_and_where

MOST = 30
KIND = "announcements"


@dataclass(frozen=True, slots=True)
class Shared:
    """An announcement as partners share it: its link, its posts, the address of its card, what that shows.

    Where its words no longer hold, told says what changed, the posts say so first, and newer is the link of
    the announcement that took its place. files are what readers of it may download.
    """

    announcement: Announcement
    link: str
    posts: tuple[Post, ...]
    card: str
    alt: str
    told: Told
    width: int = 1200
    height: int = 630
    type: str = "image/png"
    newer: str = ""
    files: tuple[Offered, ...] = ()

    @property
    def offered(self) -> tuple[Post, ...]:
        """Return the posts to pass on: none of words that no longer hold."""
        return self.posts if self.told.holding.holds else ()


def code_path(shared: Shared) -> str:
    """Return the address of the QR code of an announcement's link, without the ending of its kind."""
    return f"share/codes/{shared.announcement.guid.rpartition(':')[2]}"


def posts_of(catalogue: Catalogue, announcement: Announcement, site: Site) -> tuple[Post, ...]:
    """Return the post of an announcement for each channel.

    Raises TooLong where its own words do not fit with the link, which a longer address of the site can do.
    """
    said = said_of(catalogue, announcement, site)
    return tuple(compose(channel, said) for channel in CHANNELS.values())


def said_of(catalogue: Catalogue, announcement: Announcement, site: Site) -> Said:
    """Return what the posts of an announcement are built from: its words, its record's date and place.

    Words that no longer hold are led by what changed, and its own words for a channel are left out.
    """
    language = site.language
    now = told(catalogue, announcement, language)
    kind, id = announcement.about.node
    record = None if kind == "pages" else catalogue.record(kind, id)
    when, where = when_and_where(catalogue, record, language)
    topics = (catalogue.topics[id].name for id in topics_of(catalogue, announcement))
    countries = (catalogue.countries[id].short for id in countries_of(catalogue, announcement))
    tags = (hashtag(name.to(language)) for name in (*topics, *countries))
    return Said(
        headline=now.headline,
        link=link_of(catalogue, announcement, site),
        summary=now.summary if now.holding.holds else now.notice,
        when=when if now.holding.state not in ("cancelled", "postponed") else "",
        where=where,
        hashtags=tuple(tag for tag in tags if tag),
        words=_own(announcement) if now.holding.holds else {},
    )


def newer_of(catalogue: Catalogue, now: Told, site: Site) -> str:
    """Return the link of the announcement that took another's place, or '' where there is none."""
    return link_of(catalogue, now.holding.by, site) if now.holding.by else ""


def link_of(catalogue: Catalogue, announcement: Announcement, site: Site) -> str:
    """Return the link by which an announcement is shared: that of its release, which no new name changes."""
    released = catalogue.ledger.releases.get(announcement.guid)
    return site.url + (released.path if released else address_of(KIND, announcement.id))


def recent(catalogue: Catalogue) -> tuple[Announcement, ...]:
    """Return what the feed of all updates carries, newest first: no corrections, no old news."""
    present = {announcement.guid: announcement for announcement in catalogue.announcements.values()}
    newest = window(catalogue, GENERAL[0])
    return tuple(present[release.guid] for release in newest if release.guid in present)


def unsaid(catalogue: Catalogue, now: datetime) -> tuple[Announcement, ...]:
    """Return what staff are writing: drafts and what is scheduled, the next first; else the newest."""
    waiting = [s.announcement for s in standings(catalogue, now) if s.state in ("draft", "scheduled")]
    posts = [a for a in waiting if a.released and a.kind != "correction"]
    posts.sort(key=lambda announcement: (announcement.released, announcement.id))
    return tuple(posts[:MOST]) or recent(catalogue)[:1]


def check_words(
    catalogue: Catalogue, announcement: Announcement, site: Site
) -> Iterator[tuple[KeyPath, str]]:
    """Yield each of an announcement's own words that is more than its channel takes with the link."""
    link = link_of(catalogue, announcement, site)
    for id, words in _own(announcement).items():
        try:
            compose(CHANNELS[id], Said(str(announcement.headline), link, words={id: words}))
        except TooLong as wrong:
            yield ("words", id), str(wrong)


def _own(announcement: Announcement) -> dict[str, str]:
    return announcement.words.model_dump(exclude_none=True) if announcement.words else {}
