"""Items of feeds: what each says, in what order, and that hostile words come out as they went in (R1-R8)."""

import json
from collections.abc import Iterator
from datetime import timedelta
from html import unescape
from urllib.parse import urlsplit

import feedparser
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree, html

from macros.emitters.json_feed import encode_json_feed
from macros.emitters.syndication import encode_feed
from macros.press.contents import Project
from macros.releases.feeds import Feed
from macros.releases.holding_words import told

from .announced import (
    CORRECTED,
    NOW,
    RELEASED,
    SITE,
    START,
    WITHDRAWN,
    Built,
    announcement,
    build,
    many,
    project_of,
)
from .announced import texts as hostile_texts
from .parsed import Entry, Parsed

WINDOW = 30


def test_every_item_has_title_link_guid_content_and_a_date_with_a_zone(built: Built) -> None:
    """R1: nothing that a reader shows is missing, in any format."""
    for entry in _entries(built):
        assert all((entry.id, entry.url, entry.title, entry.summary, entry.content))
        assert entry.published.tzinfo is not None


def test_every_address_is_absolute(built: Built) -> None:
    """R1: links of feeds and items, and those inside an item's words, work away from the site."""
    for _, _, feed in built.everything():
        found = {*feed.addresses, *(address for e in feed.entries for address in _addresses(e))}
        assert [a for a in found if not (urlsplit(a).scheme == "https" and urlsplit(a).netloc)] == []


def test_the_newest_comes_first_and_no_two_share_a_moment(built: Built) -> None:
    """R2, R3: moments fall strictly from item to item; some readers skip what is not newer."""
    for name, _, feed in built.everything():
        moments = [entry.published for entry in feed.entries]
        assert moments == sorted(set(moments), reverse=True), name


def test_an_items_date_is_the_moment_of_its_release(built: Built) -> None:
    """R3: neither the date of the study nor that of the event, but when it was released."""
    released = {release.guid: release.released for release in built.project.catalogue.releases}
    assert [e.id for e in _entries(built) if e.published != released[e.id]] == []


def test_nothing_is_dated_after_now(built: Built) -> None:
    """R4: what is still to come is in no feed."""
    dates = [date for entry in _entries(built) for date in (entry.published, entry.updated) if date]
    assert dates
    assert max(dates) <= built.now


def test_an_item_appears_at_its_moment_and_not_a_second_before(real_project: Project) -> None:
    """R4: a scheduled item is in the feed from its very moment on."""
    project = project_of(real_project, [announcement(0), announcement(5)])
    moment = START + timedelta(hours=5)
    assert _ids(build(project, moment - timedelta(seconds=1)), "updates") == _guids([0])
    assert _ids(build(project, moment), "updates") == _guids([5, 0])


def test_the_window_holds_30_and_the_place_of_a_withdrawn_item_stays_empty(generated: Built) -> None:
    """I10, I11: no older item comes back; corrections, drafts and old news are no items."""
    newest = range(RELEASED - 1, RELEASED - 1 - WINDOW, -1)
    assert WITHDRAWN in newest
    assert _ids(generated, "updates") == _guids([n for n in newest if n != WITHDRAWN])


def test_a_correction_changes_when_an_item_was_updated_and_nothing_else(generated: Built) -> None:
    """I7: the corrected item keeps its date and gets a later one for its change."""
    for format in ("atom", "json"):
        entries = {entry.id: entry for entry in generated.parsed("updates")[format].entries}
        later = [id for id, entry in entries.items() if entry.updated != entry.published]
        assert later == _guids([CORRECTED])
        assert entries[later[0]].updated == NOW - timedelta(minutes=10)


def test_links_are_unique(built: Built) -> None:
    """R6: readers that tell items apart by address see each once."""
    for name, _, feed in built.everything():
        urls = [entry.url for entry in feed.entries]
        assert len(urls) == len(set(urls)), name
    urls_of: dict[str, set[str]] = {}
    for entry in _entries(built):
        urls_of.setdefault(entry.url, set()).add(entry.id)
    assert [url for url, ids in urls_of.items() if len(ids) > 1] == []


def test_guids_are_opaque(built: Built) -> None:
    """R7: a guid is a tag: URI, and RSS says that it is no address."""
    for name in built.names:
        for guid in etree.fromstring(built.files[f"feeds/{name}.xml"]).iter("guid"):
            assert guid.get("isPermaLink") == "false"
            assert guid.text.startswith("tag:neaspec.org,2026:")


def test_an_item_is_the_same_in_every_format_and_feed(built: Built) -> None:
    """R11: id, link, words, date and picture agree in RSS, Atom and JSON, in general and special feeds."""
    known: dict[str, Entry] = {}
    for name in built.names:
        rss, atom, json_feed = built.parsed(name).values()
        assert rss.entries == atom.entries == json_feed.entries
        assert all(known.setdefault(entry.id, entry) == entry for entry in rss.entries)
    assert known


@settings(max_examples=25)
@given(words=st.lists(st.tuples(hostile_texts, hostile_texts), min_size=41, max_size=41))
def test_hostile_words_come_out_as_they_went_in(real_project: Project, words: list[tuple[str, str]]) -> None:
    """Whatever stands in a headline or a summary, each format gives exactly that text back."""
    made = build(many(real_project, words), NOW)
    said = {a.guid: a for a in made.project.catalogue.announcements.values()}
    for name in made.names:
        for feed in made.parsed(name).values():
            for entry in feed.entries:
                now = told(made.project.catalogue, said[entry.id])
                assert entry.title == now.headline
                assert entry.title.endswith(str(said[entry.id].headline))
                assert entry.summary == " ".join(now.summary.split())
                assert entry.summary.endswith(" ".join(str(said[entry.id].summary).split()))


@settings(max_examples=50)
@given(headline=hostile_texts, summary=hostile_texts)
def test_readers_programs_show_hostile_words_as_they_are(
    real_project: Project, headline: str, summary: str
) -> None:
    """What feedparser takes for HTML, as it must in RSS, looks in a browser as it was written."""
    made = build(project_of(real_project, [announcement(0, headline=headline, summary=summary)]), NOW)
    (item,) = json.loads(made.files["feeds/updates.json"])["items"]
    for format in ("xml", "atom"):
        read = feedparser.parse(made.files[f"feeds/updates.{format}"])
        assert not read.bozo, read.get("bozo_exception")
        shown = [_shown(read.entries[0][f"{key}_detail"]) for key in ("title", "summary")]
        assert shown == [item["title"], item["summary"]]


def test_descriptions_of_rss_are_html_and_those_of_atom_are_text(real_project: Project) -> None:
    """A summary is escaped where readers take it for HTML, and nowhere else."""
    made = build(project_of(real_project, [announcement(0, summary="a < b & c")]), NOW)
    rss = etree.fromstring(made.files["feeds/updates.xml"])
    assert rss.findtext("channel/item/description") == "a &lt; b &amp; c"
    atom = feedparser.parse(made.files["feeds/updates.atom"]).entries[0]
    (item,) = json.loads(made.files["feeds/updates.json"])["items"]
    assert atom["summary_detail"]["type"] == "text/plain"
    assert atom["summary"] == item["summary"] == "a < b & c"


def test_the_name_of_a_topic_is_escaped_in_what_its_feed_is_for() -> None:
    """The description of a channel is HTML too; its title is text, and the JSON has the words."""
    feed = Feed("topics/sand", "topics", "R&D; < 5", "Every update on: R&D; < 5.")
    rss, atom = encode_feed(feed, [], SITE, START, {})
    channel = etree.fromstring(rss).find("channel")
    assert channel.findtext("description") == "Every update on: R&amp;D; &lt; 5."
    assert channel.findtext("title") == f"{SITE.title}: R&D; < 5"
    assert unescape(feedparser.parse(rss).feed["subtitle"]) == feed.purpose
    assert feedparser.parse(atom).feed["subtitle"] == feed.purpose
    assert json.loads(encode_json_feed(feed, [], SITE))["description"] == feed.purpose


def _shown(detail: dict[str, str]) -> str:
    return unescape(detail["value"]) if "html" in detail["type"] else detail["value"]


def _entries(built: Built) -> list[Entry]:
    return [entry for _, _, feed in built.everything() for entry in feed.entries]


def _ids(built: Built, name: str) -> list[str]:
    feed: Parsed = built.parsed(name)["json"]
    return [entry.id for entry in feed.entries]


def _guids(numbers: list[int]) -> list[str]:
    return [announcement(n).guid for n in numbers]


def _addresses(entry: Entry) -> Iterator[str]:
    yield entry.url
    yield from (url for url, _, _ in entry.enclosures)
    body = html.fragment_fromstring(entry.content, create_parent="div")
    yield from (link for _, _, link, _ in body.iterlinks())
