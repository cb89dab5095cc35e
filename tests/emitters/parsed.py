"""A feed's bytes -> what a reader finds in it, the same shape for RSS, Atom and JSON."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from email.utils import parsedate_to_datetime
from html import unescape
from typing import Any

from lxml import etree

ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"


@dataclass(frozen=True)
class Entry:
    """An item as it reads in every format; enclosures are address, media type and length."""

    id: str
    url: str
    title: str
    summary: str
    content: str
    published: datetime
    enclosures: tuple[tuple[str, str, int], ...] = ()
    updated: datetime | None = field(default=None, compare=False)


@dataclass(frozen=True)
class Parsed:
    """A feed: its title, its addresses, when it changed (JSON Feed has no such field), its items."""

    title: str
    addresses: tuple[str, ...]
    updated: datetime | None
    entries: tuple[Entry, ...]


def parse(content: bytes, format: str) -> Parsed:
    """Return a feed of a format ('xml', 'atom' or 'json'), read back."""
    parsers: dict[str, Callable[[bytes], Parsed]] = {"xml": parse_rss, "atom": parse_atom, "json": parse_json}
    return parsers[format](content)


def parse_rss(content: bytes) -> Parsed:
    """Return an RSS 2.0 feed; a date without a zone has none here either."""
    channel = etree.fromstring(content).find("channel")
    own = channel.find(f"{ATOM}link").get("href")
    return Parsed(
        title=channel.findtext("title"),
        addresses=(channel.findtext("link"), own),
        updated=parsedate_to_datetime(channel.findtext("lastBuildDate")),
        entries=tuple(_rss_entry(item) for item in channel.findall("item")),
    )


def parse_atom(content: bytes) -> Parsed:
    """Return an Atom 1.0 feed."""
    feed = etree.fromstring(content)
    return Parsed(
        title=feed.findtext(f"{ATOM}title"),
        addresses=tuple(link.get("href") for link in feed.findall(f"{ATOM}link")),
        updated=datetime.fromisoformat(feed.findtext(f"{ATOM}updated")),
        entries=tuple(_atom_entry(entry) for entry in feed.findall(f"{ATOM}entry")),
    )


def parse_json(content: bytes) -> Parsed:
    """Return a JSON feed."""
    feed = json.loads(content)
    return Parsed(
        title=feed["title"],
        addresses=(feed["home_page_url"], feed["feed_url"]),
        updated=None,
        entries=tuple(_json_entry(item) for item in feed["items"]),
    )


def _rss_entry(item: Any) -> Entry:
    enclosures = (dict(found.attrib) for found in item.findall("enclosure"))
    return Entry(
        id=item.findtext("guid"),
        url=item.findtext("link"),
        title=item.findtext("title"),
        summary=unescape(item.findtext("description")),
        content=item.findtext(CONTENT),
        published=parsedate_to_datetime(item.findtext("pubDate")),
        enclosures=tuple((e["url"], e["type"], int(e["length"])) for e in enclosures),
    )


def _atom_entry(entry: Any) -> Entry:
    links = [dict(link.attrib) for link in entry.findall(f"{ATOM}link")]
    (url,) = (link["href"] for link in links if link["rel"] == "alternate")
    enclosures = (link for link in links if link["rel"] == "enclosure")
    return Entry(
        id=entry.findtext(f"{ATOM}id"),
        url=url,
        title=entry.findtext(f"{ATOM}title"),
        summary=entry.findtext(f"{ATOM}summary"),
        content=entry.findtext(f"{ATOM}content"),
        published=datetime.fromisoformat(entry.findtext(f"{ATOM}published")),
        enclosures=tuple((e["href"], e["type"], int(e["length"])) for e in enclosures),
        updated=datetime.fromisoformat(entry.findtext(f"{ATOM}updated")),
    )


def _json_entry(item: dict[str, Any]) -> Entry:
    modified = item.get("date_modified", item["date_published"])
    attachments = item.get("attachments", ())
    return Entry(
        id=item["id"],
        url=item["url"],
        title=item["title"],
        summary=item["summary"],
        content=item["content_html"],
        published=datetime.fromisoformat(item["date_published"]),
        enclosures=tuple((a["url"], a["mime_type"], a["size_in_bytes"]) for a in attachments),
        updated=datetime.fromisoformat(modified),
    )
