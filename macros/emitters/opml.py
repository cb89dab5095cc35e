"""The list of feeds -> OPML 2.0 (opml.org/spec2.opml), which feed readers import."""

from collections.abc import Iterable
from datetime import datetime
from email.utils import format_datetime
from itertools import groupby
from xml.etree import ElementTree

from ..releases.feeds import Feed
from ..settings import Site

GROUPS = {"everything": "", "kinds": "By kind", "topics": "By topic", "countries": "By country"}


def encode_opml(feeds: Iterable[Feed], site: Site, changed: datetime) -> bytes:
    """Return an OPML file of the RSS feeds, in groups; its date is when the feed of everything changed."""
    opml = ElementTree.Element("opml", version="2.0")
    head = ElementTree.SubElement(opml, "head")
    for name, words in (
        ("title", f"{site.title}: feeds"),
        ("dateModified", format_datetime(changed, usegmt=True)),
        ("ownerName", site.author),
        ("ownerId", site.url),
        ("docs", "http://opml.org/spec2.opml"),
    ):
        ElementTree.SubElement(head, name).text = words
    body = ElementTree.SubElement(opml, "body")
    for group, members in groupby(feeds, key=lambda feed: feed.group):
        label = GROUPS[group]
        parent = ElementTree.SubElement(body, "outline", text=label, title=label) if label else body
        for feed in members:
            ElementTree.SubElement(parent, "outline", _attributes(feed, site))
    ElementTree.indent(opml)
    xml: bytes = ElementTree.tostring(opml, encoding="utf-8", xml_declaration=True)
    return xml + b"\n"


def _attributes(feed: Feed, site: Site) -> dict[str, str]:
    return {
        "type": "rss",
        "version": "RSS2",
        "text": f"{site.title}: {feed.title}",
        "title": f"{site.title}: {feed.title}",
        "description": feed.purpose,
        "xmlUrl": site.url + feed.path("xml"),
        "htmlUrl": site.url + feed.home,
        "language": site.language,
    }
