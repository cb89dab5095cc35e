"""Items -> JSON Feed 1.1 (jsonfeed.org/version/1.1)."""

import json
from collections.abc import Iterable
from typing import Any

from ..records.moment import utc_words
from ..releases.feeds import Feed
from ..settings import Site
from .items import Enclosure, Item

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


def _attachment(one: Enclosure) -> dict[str, Any]:
    values = {"url": one.url, "mime_type": one.type, "title": one.title, "size_in_bytes": one.length}
    return {key: value for key, value in values.items() if value != ""}


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
        values["image"] = item.enclosure.url
    attached = [*filter(None, [item.enclosure]), *item.files]  # the picture first, as in other formats
    if attached:
        values["attachments"] = [_attachment(one) for one in attached]
    return values
