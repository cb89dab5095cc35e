"""Every feed goes through the validators that others have written."""

import json
from pathlib import Path
from typing import Any

import feedparser
import listparser
import pytest
from jsonschema import Draft7Validator, FormatChecker
from lxml import etree

from macros.releases.feeds import OPML

from .announced import SITE, Built

SCHEMA = Path(__file__).parent / "jsonfeed-1.1.schema.json"


@pytest.fixture(scope="module")
def validator() -> Draft7Validator:
    """Return the validator of JSON Feed 1.1 (npm: jsonfeed-schema, ISC licence beside it)."""
    schema = json.loads(SCHEMA.read_text())
    Draft7Validator.check_schema(schema)
    return Draft7Validator(schema, format_checker=FormatChecker())


def test_feedparser_finds_rss_and_atom_well_formed(built: Built) -> None:
    """feedparser reads each feed as what it is, without a complaint, and finds every item."""
    for name in built.names:
        count = len(json.loads(built.files[f"feeds/{name}.json"])["items"])
        for format, version in (("xml", "rss20"), ("atom", "atom10")):
            read = feedparser.parse(built.files[f"feeds/{name}.{format}"])
            assert (read.bozo, read.version, len(read.entries)) == (0, version, count), name


def test_json_feeds_keep_to_their_schema(built: Built, validator: Draft7Validator) -> None:
    """The published schema of JSON Feed 1.1 finds nothing, dates and addresses included."""
    for name in built.names:
        feed = json.loads(built.files[f"feeds/{name}.json"])
        assert [error.message for error in validator.iter_errors(feed)] == [], name


@pytest.mark.parametrize(
    ("key", "wrong"),
    [("date_published", "yesterday"), ("date_published", "2026-12-01T09:00:00"), ("url", "updates/a b")],
)
def test_the_schema_is_held_to_dates_and_addresses(
    generated: Built, validator: Draft7Validator, key: str, wrong: str
) -> None:
    """A wrong date, one without a zone and a wrong address are each found: the checker knows them."""
    feed: dict[str, Any] = json.loads(generated.files["feeds/updates.json"])
    feed["items"][0][key] = wrong
    assert [list(error.path) for error in validator.iter_errors(feed)] == [["items", 0, key]]


def test_listparser_finds_every_feed_in_the_list(built: Built) -> None:
    """listparser reads the OPML file without a complaint and finds as many feeds as there are."""
    read = listparser.parse(built.files[OPML])
    assert not read.bozo, read.get("bozo_exception")
    assert sorted(feed.url for feed in read.feeds) == sorted(f"{SITE.url}feeds/{n}.xml" for n in built.names)


def test_every_outline_with_an_address_has_a_type(built: Built) -> None:
    """OPML 2.0: an outline of a feed is of the type 'rss' and says its address; the groups have neither."""
    outlines = etree.fromstring(built.files[OPML]).findall(".//outline")
    kinds = {(outline.get("type"), outline.get("xmlUrl") is not None) for outline in outlines}
    assert kinds == {("rss", True), (None, False)}


def test_every_xml_file_is_well_formed_utf_8(built: Built) -> None:
    """A strict XML parser reads each file, and each says that it is UTF-8."""
    for path, content in built.files.items():
        if not path.endswith(".json"):
            assert etree.fromstring(content).getroottree().docinfo.encoding.upper() == "UTF-8"
