"""Items -> RSS 2.0 and Atom 1.0 (RFC 4287), by feedgen."""

from collections.abc import Iterable
from datetime import datetime
from html import escape
from typing import Any

from feedgen.entry import FeedEntry
from feedgen.feed import FeedGenerator

from ..releases.feeds import FORMATS, Feed
from ..settings import Site
from .items import Item, feed_id

TTL = 60
LINK_ATTRIBUTES = ("rel", "type", "hreflang", "title", "length")


class _Entry(FeedEntry):  # type: ignore[misc]  # feedgen has no types
    """An entry whose Atom links keep rel, type, language and length, and whose description in RSS is HTML."""

    def atom_entry(self, extensions: bool = True) -> Any:
        entry = super().atom_entry(extensions)
        for element, link in zip(entry.findall("link"), self.link() or (), strict=True):
            for name in LINK_ATTRIBUTES:
                if link.get(name):
                    element.set(name, link[name])
        return entry

    def rss_entry(self, extensions: bool = True) -> Any:
        entry = super().rss_entry(extensions)
        description = entry.find("description")
        description.text = _html(description.text)
        return entry


def encode_feed(
    feed: Feed, items: Iterable[Item], site: Site, changed: datetime, made: dict[str, Any]
) -> tuple[bytes, bytes]:
    """Return a feed as RSS 2.0 and as Atom 1.0, with when it changed; made keeps what several feeds share."""
    items = list(items)
    both = []
    for format in ("xml", "atom"):
        generator = _generator(feed, site, changed, format)
        for item in items:
            if item.guid not in made:
                made[item.guid] = _entry(item, site)
            generator.add_entry(made[item.guid], order="append")
        both.append(generator)
    rss, atom = both
    return rss.rss_str(pretty=True), atom.atom_str(pretty=True)


def _generator(feed: Feed, site: Site, changed: datetime, format: str) -> Any:
    """Return the feed without its items; its own link first, since RSS takes the last."""
    generator = FeedGenerator()
    generator.load_extension("dc", atom=False)
    generator.id(feed_id(feed))
    generator.title(f"{site.title}: {feed.title}")
    generator.description(_html(feed.purpose) if format == "xml" else feed.purpose)
    generator.link(href=site.url + feed.path(format), rel="self", type=FORMATS[format][1])
    generator.link(href=site.url + feed.home, rel="alternate", type="text/html")
    generator.language(site.language)
    generator.rights(site.rights)
    generator.author(name=site.author, uri=site.url)
    generator.generator("NEASPEC outreach")
    generator.updated(changed)
    generator.ttl(TTL)
    return generator


def _html(words: str) -> str:
    """Return words as HTML, which descriptions of RSS 2.0 are; those of Atom are text by their type."""
    return escape(words, quote=False)


def _entry(item: Item, site: Site) -> _Entry:
    entry = _Entry()
    entry.load_extension("dc", atom=False)
    entry.guid(item.guid, permalink=False)
    entry.title(item.title)
    entry.link(href=item.url, rel="alternate", type="text/html", hreflang=site.language)
    entry.summary(item.summary)
    entry.content(item.content, type="html")
    entry.author(name=site.author)
    entry.dc.dc_creator(site.author)
    entry.published(item.published)
    entry.updated(item.updated)
    for category in item.categories:
        entry.category(term=category.term, label=category.label, scheme=category.scheme)
    if item.enclosure:
        entry.link(
            href=item.enclosure.url,
            rel="enclosure",
            type=item.enclosure.type,
            length=str(item.enclosure.length),
        )
    return entry
