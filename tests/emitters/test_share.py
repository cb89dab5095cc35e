"""Posts as JSON, as feeds and links as QR codes: whole, absolute, and the same items as in every feed."""

import html
import json
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import feedparser
import time_machine
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker
from PIL import Image
from reader import make_reader

from macros.emitters.items import Enclosure
from macros.emitters.post_feeds import encode_post_feeds
from macros.emitters.qr import WIDE, encode_shared
from macros.emitters.share import PATH, encode_posts, released
from macros.press.contents import Project
from macros.records.release import FIRST_DAY
from macros.releases.feed_dates import posts_date
from macros.releases.holding_words import told
from macros.releases.posts.channels import CHANNELS
from macros.releases.sharing import Shared, code_path, posts_of, recent
from macros.settings import NO_LICENCE

from .announced import NOW, SITE, Built, announcement, build, project_of, texts
from .parsed import Parsed, parse_rss

ADDRESS = {"type": "string", "format": "uri", "pattern": "^https://neaspec\\.org/dld/"}
WORDS, COUNT = {"type": "string", "minLength": 1}, {"type": "integer", "minimum": 1}
POST = {
    "channel": {"enum": list(CHANNELS)},
    "name": WORDS,
    "text": WORDS,
    "count": COUNT,
    "limit": COUNT,
    "unit": {"enum": ["weighted characters", "graphemes", "UTF-16 units"]},
    "own": {"type": "boolean"},
}
CARD = {"url": ADDRESS, "width": {"const": 1200}, "height": {"const": 630}, "alt": WORDS}
MOMENT = {"type": "string", "format": "date-time", "pattern": "Z$"}


def whole(values: dict[str, Any], *optional: str) -> dict[str, Any]:
    """Return the schema of an object that has these values and no others."""
    needed = [name for name in values if name not in optional]
    return {"type": "object", "properties": values, "required": needed, "additionalProperties": False}


ITEM = {
    "guid": {"type": "string", "pattern": "^tag:"},
    "link": ADDRESS,
    "headline": WORDS,
    "released": MOMENT,
    "card": whole(CARD),
    "posts": {"type": "array", "items": whole(POST), "minItems": len(CHANNELS), "maxItems": len(CHANNELS)},
}
NO_LONGER = {
    **ITEM,
    "state": {"enum": ["moved", "postponed", "cancelled", "corrected", "superseded"]},
    "notice": WORDS,
    "changed": MOMENT,
    "newer": ADDRESS,
    "posts": {"type": "array", "maxItems": 0},
}
SCHEMA = whole(
    {
        "site": whole({"title": WORDS, "url": ADDRESS, "author": WORDS}),
        "language": WORDS,
        "updated": MOMENT,
        "items": {"type": "array", "items": {"anyOf": [whole(ITEM), whole(NO_LONGER, "newer")]}},
        "licence": whole({"name": WORDS, "url": {"type": "string", "format": "uri"}}),
    },
    "licence",
)


def shared_of(built: Built) -> list[Shared]:
    """Return what a project shares, each announcement with a card of its own."""
    catalogue = built.project.catalogue
    return [
        Shared(
            a,
            f"{SITE.url}updates/{a.id}/",
            posts_of(catalogue, a, SITE),
            f"share/cards/{a.id}.png",
            "A card",
            told(catalogue, a),
        )
        for a in recent(catalogue)
    ]


def enclosed(shared: list[Shared]) -> dict[str, Enclosure]:
    """Return the picture of each announcement; that of number n has 1000 and n bytes."""
    return {
        one.announcement.id: Enclosure(SITE.url + one.card, "image/png", 1000 + n)
        for n, one in enumerate(shared)
    }


def feeds_of(shared: list[Shared]) -> dict[str, bytes]:
    """Return the feeds of posts, each item with its picture."""
    newest = max((released(one) for one in shared), default=FIRST_DAY)
    return encode_post_feeds(shared, SITE, enclosed(shared), newest)


def parsed(shared: list[Shared]) -> dict[str, Parsed]:
    """Return each channel's feed, read back."""
    files = feeds_of(shared)
    return {id: parse_rss(files[f"feeds/posts/{id}.xml"]) for id in CHANNELS}


def test_posts_keep_to_their_schema(built: Built) -> None:
    """Every item has its link, card and moment, and a post for every channel; every address is absolute."""
    shared = shared_of(built)
    values = json.loads(encode_posts(shared, SITE, posts_date(built.project.catalogue))[PATH])
    Draft202012Validator(SCHEMA, format_checker=FormatChecker()).validate(values)
    assert [item["guid"] for item in values["items"]] == [one.announcement.guid for one in shared]
    moments = [item.get("changed", item["released"]) for item in values["items"]]
    assert values["updated"] == max(moments)
    for item in values["items"]:
        assert bool(item["posts"]) == ("state" not in item)
        assert all(0 < post["count"] <= post["limit"] for post in item["posts"])


def test_posts_are_a_file_even_while_there_are_none() -> None:
    """Before the first announcement the file is whole; without a licence it names none."""
    values = json.loads(encode_posts([], replace(SITE, licence=NO_LICENCE), FIRST_DAY)[PATH])
    Draft202012Validator(SCHEMA, format_checker=FormatChecker()).validate(values)
    assert values["items"] == []
    assert "licence" not in values


def test_each_channel_has_a_feed_even_while_it_is_empty() -> None:
    """R12: the addresses are permanent and each feed names its own."""
    files = encode_post_feeds([], SITE, {}, FIRST_DAY)
    assert list(files) == [f"feeds/posts/{id}.xml" for id in CHANNELS]
    for path, content in files.items():
        assert parse_rss(content).addresses == (f"{SITE.url}share/", SITE.url + path)
        assert parse_rss(content).entries == ()


def test_feeds_of_posts_carry_the_items_of_the_ordinary_feed(built: Built) -> None:
    """R2, R3, R11, I10: the same guids, links, titles and dates in the same order, no more and no fewer."""
    ordinary = [(e.id, e.url, e.title, e.published) for e in built.parsed("updates")["xml"].entries]
    for feed in parsed(shared_of(built)).values():
        assert [(e.id, e.url, e.title, e.published) for e in feed.entries] == ordinary


def test_items_of_a_channel_read_as_its_posts(built: Built) -> None:
    """R8: the summary is the post itself, the content the same as HTML, and the card is enclosed."""
    shared = shared_of(built)
    for id, feed in parsed(shared).items():
        for n, (entry, one) in enumerate(zip(feed.entries, shared, strict=True)):
            (post,) = (post for post in one.posts if post.channel.id == id)
            assert entry.summary == post.text
            assert html.unescape(entry.content.replace("<br>\n", "\n")) == post.text
            assert entry.enclosures == ((SITE.url + one.card, "image/png", 1000 + n),)


def test_a_feed_of_posts_changed_when_its_newest_item_did(built: Built) -> None:
    """R10: a correction changes no post that went out, and the clock changes nothing."""
    shared = shared_of(built)
    for feed in parsed(shared).values():
        assert feed.updated == feed.entries[0].published
    with time_machine.travel(datetime(2038, 1, 20, tzinfo=UTC)):
        assert feeds_of(shared) == feeds_of(shared_of(built))


def test_feedparser_finds_the_items(built: Built) -> None:
    """A feed parser that many tools are made with finds no fault, and each item's guid."""
    shared = shared_of(built)
    for content in feeds_of(shared).values():
        found = feedparser.parse(content)
        assert not found.bozo
        assert [entry.id for entry in found.entries] == [one.announcement.guid for one in shared]


def test_a_feed_reader_is_told_nothing_twice(built: Built, tmp_path: Path) -> None:
    """I12: a reader that has seen the posts reports nothing new when they are built again."""
    shared = shared_of(built)
    for path, content in feeds_of(shared).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
    reader = make_reader(":memory:", feed_root=str(tmp_path))
    reader.add_feed("feeds/posts/x.xml")
    first, again = reader.update_feed("feeds/posts/x.xml"), reader.update_feed("feeds/posts/x.xml")
    assert first is not None
    assert first.new == len(shared)
    assert again is None or (again.new, again.modified) == (0, 0)
    assert {entry.id for entry in reader.get_entries()} == {one.announcement.guid for one in shared}


@settings(max_examples=15)
@given(words=st.tuples(texts, texts))
def test_words_of_any_script_come_back_as_they_were(real_project: Project, words: tuple[str, str]) -> None:
    """Whatever a headline or summary holds, JSON and feeds give back each post to the letter."""
    headline, summary = words
    project = project_of(real_project, [announcement(1, headline=headline, summary=summary)])
    (one,) = shared_of(build(project, NOW))
    posts = {post.channel.id: post.text for post in one.posts}
    (item,) = json.loads(encode_posts([one], SITE, NOW)[PATH])["items"]
    assert {post["channel"]: post["text"] for post in item["posts"]} == posts
    assert {id: feed.entries[0].summary for id, feed in parsed([one]).items()} == posts


def test_codes_for_posters_are_read_back(real_project: Project) -> None:
    """What the share kit offers for print leads where the announcement is, and is large enough."""
    (one,) = shared_of(build(project_of(real_project, [announcement(1)]), NOW))
    files = encode_shared([one])
    assert list(files) == [f"{code_path(one)}.svg", f"{code_path(one)}.png"]
    with Image.open(BytesIO(files[f"{code_path(one)}.png"])) as image:
        (found,) = zxingcpp.read_barcodes(image)
        assert (found.text, found.ec_level) == (one.link, "Q")
        assert min(image.size) >= WIDE
    assert f"QR code of {one.link}" in files[f"{code_path(one)}.svg"].decode()
