"""The list of feeds, which feed readers import: its groups, and what it says of each feed."""

from datetime import UTC, datetime

from lxml import etree

from macros.catalogue import Catalogue
from macros.emitters.opml import encode_opml
from macros.releases.feeds import Feed, feeds

from .announced import SITE

ONE = Feed("topics/sand", "topics", "Sand & <dust>", "Every update on: sand.")


def test_feeds_stand_in_their_groups(catalogue: Catalogue) -> None:
    """The feed of everything stands by itself; the others below what they have in common, in order."""
    body = etree.fromstring(encode_opml(feeds(catalogue), SITE, datetime(2027, 1, 1, tzinfo=UTC))).find(
        "body"
    )
    first, *groups = body
    assert first.get("xmlUrl") == f"{SITE.url}feeds/updates.xml"
    assert [(group.get("text"), group.get("title"), group.get("xmlUrl")) for group in groups] == [
        ("By kind", "By kind", None),
        ("By topic", "By topic", None),
        ("By country", "By country", None),
    ]
    names = [
        [feed.name for feed in feeds(catalogue) if feed.group == g] for g in ("kinds", "topics", "countries")
    ]
    found = [[outline.get("xmlUrl") for outline in group] for group in groups]
    assert found == [[f"{SITE.url}feeds/{name}.xml" for name in group] for group in names]


def test_each_feed_says_what_it_is() -> None:
    """Readers' programs show the title and the purpose, and lead to the page of what it carries."""
    (group,) = etree.fromstring(encode_opml([ONE], SITE, datetime(2027, 1, 1, tzinfo=UTC))).find("body")
    (outline,) = group
    assert dict(outline.attrib) == {
        "type": "rss",
        "version": "RSS2",
        "text": f"{SITE.title}: Sand & <dust>",
        "title": f"{SITE.title}: Sand & <dust>",
        "description": "Every update on: sand.",
        "xmlUrl": f"{SITE.url}feeds/topics/sand.xml",
        "htmlUrl": f"{SITE.url}topics/sand/",
        "language": SITE.language,
    }


def test_the_head_says_whose_list_it_is_and_when_it_changed() -> None:
    """The date is the one handed in, in GMT as RFC 822 has it, and no clock's."""
    changed = datetime(2027, 1, 1, tzinfo=UTC)
    opml = etree.fromstring(encode_opml([], SITE, changed))
    assert opml.get("version") == "2.0"
    assert {part.tag: part.text for part in opml.find("head")} == {
        "title": f"{SITE.title}: feeds",
        "dateModified": "Fri, 01 Jan 2027 00:00:00 GMT",
        "ownerName": SITE.author,
        "ownerId": SITE.url,
        "docs": "http://opml.org/spec2.opml",
    }
