"""Items -> JSON Feed 1.1 (jsonfeed.org/version/1.1)."""

import json
from collections.abc import Iterable
from typing import Any

from ..records.moment import utc_words
from ..releases.feeds import Feed
from ..settings import Site
from .items import Item

VERSION = "https://jsonfeed.org/version/1.1"


def encode_json_feed(feed: Feed, items: Iterable[Item], site: Site) -> bytes:
    """Return a feed as JSON; an item's id is its guid, the same as in the other formats."""
    values = {
        "version": VERSION,
        "title": f"{site.title}: {feed.title}",
        "home_page_url": site.url + feed.home,
        "feed_url": site.url + feed.path("json"),
        "description": feed.purpose,
        "language": site.language,
        "authors": [_author(site)],
        "items": [_item(item, site) for item in items],
    }
    return json.dumps(values, ensure_ascii=False, indent=1).encode() + b"\n"


def _author(site: Site) -> dict[str, str]:
    return {"name": site.author, "url": site.url}


def _item(item: Item, site: Site) -> dict[str, Any]:
    values: dict[str, Any] = {
        "id": item.guid,
        "url": item.url,
        "title": item.title,
        "summary": item.summary,
        "content_html": item.content,
        "date_published": utc_words(item.published),
        "language": site.language,
        "authors": [_author(site)],
    }
    if item.updated != item.published:
        values["date_modified"] = utc_words(item.updated)
    if item.categories:
        values["tags"] = [category.label for category in item.categories]
    if item.enclosure:
        picture = item.enclosure
        values["image"] = picture.url
        values["attachments"] = [
            {"url": picture.url, "mime_type": picture.type, "size_in_bytes": picture.length}
        ]
    return values
