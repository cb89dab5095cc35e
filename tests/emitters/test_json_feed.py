"""What JSON Feed says beside what it has in common with RSS and Atom."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from macros.emitters.items import Category, Enclosure, Item
from macros.emitters.json_feed import encode_json_feed
from macros.releases.feeds import Feed

from .announced import SITE

FEED = Feed("topics/sand", "topics", "Moving sand", "Every update on: Moving sand.")
MOMENT = datetime(2027, 3, 1, tzinfo=UTC)
AUTHORS = [{"name": SITE.author, "url": SITE.url}]
PLAIN: dict[str, Any] = {
    "guid": "tag:neaspec.org,2026:1",
    "url": f"{SITE.url}updates/x/",
    "title": "A title",
    "summary": "A summary.",
    "content": "<p>Words</p>",
    "published": MOMENT,
    "updated": MOMENT,
}


def feed_of(**values: Any) -> dict[str, Any]:
    """Return the feed of one item with some values of its own, read back."""
    found: dict[str, Any] = json.loads(encode_json_feed(FEED, [Item(**PLAIN | values)], SITE))
    return found


def test_an_item_says_all_that_it_has_and_no_more() -> None:
    """An item without categories and picture, never changed since, has no keys for them."""
    assert feed_of()["items"] == [
        {
            "id": "tag:neaspec.org,2026:1",
            "url": f"{SITE.url}updates/x/",
            "title": "A title",
            "summary": "A summary.",
            "content_html": "<p>Words</p>",
            "date_published": "2027-03-01T00:00:00Z",
            "language": SITE.language,
            "authors": AUTHORS,
        }
    ]


@pytest.mark.parametrize(
    ("values", "key", "expected"),
    [
        (
            {"categories": (Category("sand", "Sand", "s"), Category("altan", "Altan", "c"))},
            "tags",
            ["Sand", "Altan"],
        ),
        ({"updated": MOMENT + timedelta(seconds=1)}, "date_modified", "2027-03-01T00:00:01Z"),
        (
            {"enclosure": Enclosure("https://example.org/a.png", "image/png", 7)},
            "image",
            "https://example.org/a.png",
        ),
    ],
)
def test_what_an_item_has_is_said_under_its_own_key(values: Any, key: str, expected: Any) -> None:
    """Topics and countries are tags by their labels; a change has its moment; a picture is the image."""
    assert feed_of(**values)["items"][0][key] == expected


def test_a_picture_is_attached_with_its_type_and_length() -> None:
    """The same picture as in the enclosure of the other formats."""
    (item,) = feed_of(enclosure=Enclosure("https://example.org/a.png", "image/png", 7))["items"]
    attached = {"url": "https://example.org/a.png", "mime_type": "image/png", "size_in_bytes": 7}
    assert item["attachments"] == [attached]


def test_a_feed_says_what_it_is_and_where_it_stands() -> None:
    """Title, purpose, page, own address, language and author, beside the items."""
    feed = feed_of()
    assert {key: value for key, value in feed.items() if key != "items"} == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": f"{SITE.title}: Moving sand",
        "home_page_url": f"{SITE.url}topics/sand/",
        "feed_url": f"{SITE.url}feeds/topics/sand.json",
        "description": "Every update on: Moving sand.",
        "language": SITE.language,
        "authors": AUTHORS,
    }
