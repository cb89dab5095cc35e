"""Feeds as files: which there are, what they carry beside items, and that only news changes them (R8-R13)."""

import json
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import time_machine
from lxml import etree
from PIL import Image

from macros.catalogue.addresses import named_at
from macros.press.contents import Project
from macros.project import open_project
from macros.records.release import FIRST_DAY
from macros.releases.feeds import FORMATS, GENERAL, OPML, feeds
from macros.settings import Folders

from .announced import NOW, SITE, START, Built, announcement, build, many, project_of
from .parsed import Entry

HOMES = {"programme": "approach/"}  # the others have their own name's
ANNOUNCEMENT = """\
guid: tag:neaspec.org,2026:0000000000ff
standing: ready
kind: news
about: approach
released: 2026-12-02 09:00 +09:00
headline: With a picture
summary: It shows a dune.
picture:
  file: {name}
  alt: A dune
"""


@pytest.mark.parametrize("suffix", ["png", "jpg", "webp"])
def test_a_picture_is_enclosed_with_its_true_length_and_type(
    real: Folders, tmp_path: Path, suffix: str
) -> None:
    """R8: one enclosure at most, the same in RSS, Atom and JSON, and true to the copy that goes out."""
    for name in ("data", "docs", "overrides"):
        shutil.copytree(real.root / name, tmp_path / name)
    shutil.rmtree(tmp_path / "docs" / "readme")
    picture = tmp_path / "docs" / "pictures" / f"dune.{suffix}"
    picture.parent.mkdir(exist_ok=True)
    Image.effect_noise((640, 400), 50).save(picture)
    text = ANNOUNCEMENT.format(name=picture.name)
    (tmp_path / "data" / "announcements" / "dune.yml").write_text(text)
    public = build(open_project(Folders(tmp_path)), NOW).project
    ((path, content),) = (drawn := public.preview_files()).items()
    made = Built(public, NOW, public.feeds({}, public.enclosures(drawn)))
    enclosed = (f"{SITE.url}{path}", "image/jpeg", len(content))
    for feed in made.parsed("updates").values():
        assert feed.entries[0].enclosures == (enclosed,)
        assert [entry.enclosures for entry in feed.entries[1:]] == [()] * (len(feed.entries) - 1)
    assert json.loads(made.files["feeds/updates.json"])["items"][0]["image"] == enclosed[0]


def test_no_feed_names_a_hub(built: Built) -> None:
    """R9: a hub that nobody notifies makes readers come once a day."""
    for name in built.names:
        for format in ("xml", "atom"):
            rels = [
                element.get("rel") for element in etree.fromstring(built.files[_path(name, format)]).iter()
            ]
            assert "hub" not in rels
        assert "hubs" not in json.loads(built.files[_path(name, "json")])


def test_a_feed_changed_when_its_newest_item_did(built: Built) -> None:
    """R10: lastBuildDate and updated are the newest date in the feed; an empty feed has a fixed one."""
    for name in built.names:
        parsed = built.parsed(name)
        newest = max((_changed(entry) for entry in parsed["atom"].entries), default=FIRST_DAY)
        assert parsed["xml"].updated == parsed["atom"].updated == newest


@pytest.mark.parametrize("clock", [datetime(1999, 12, 31, 23, tzinfo=UTC), datetime(2038, 1, 20, tzinfo=UTC)])
def test_the_clock_changes_no_byte(generated: Built, real_project: Project, clock: datetime) -> None:
    """R10: the same content gives the same bytes, whenever it is built."""
    with time_machine.travel(clock):
        assert build(many(real_project), NOW).files == generated.files


def test_time_passes_without_a_change_until_something_falls_due(
    generated: Built, real_project: Project
) -> None:
    """R10, I6: as long as nothing falls due, feeds stay as they are, byte by byte."""
    due = NOW + timedelta(minutes=30)
    assert build(many(real_project), due - timedelta(seconds=1)).files == generated.files
    assert build(many(real_project), due).files != generated.files


def test_the_real_feeds_stay_as_they_are(real: Folders, real_project: Project) -> None:
    """R10: opened and built again, at whatever moment after the last release, every byte is the same."""
    newest = real_project.catalogue.ledger.newest
    scheduled = [a.released for a in real_project.catalogue.announcements.values() if a.released]
    assert newest is not None
    moment = max([newest, *scheduled])
    assert build(open_project(real), moment).files == build(real_project, moment + timedelta(days=9)).files


def test_every_kind_topic_and_country_has_its_feeds(built: Built) -> None:
    """R12: each has RSS, Atom and JSON, and nothing else is written but the list of them."""
    catalogue = built.project.catalogue
    names = [
        *(feed.name for feed in GENERAL),
        *(f"topics/{id}" for id in catalogue.topics),
        *(f"countries/{id}" for id in catalogue.countries),
    ]
    assert set(built.files) == {OPML, *(_path(name, format) for name in names for format in FORMATS)}


def test_feeds_are_there_before_anything_is_announced(real_project: Project) -> None:
    """R12: an empty feed is a whole feed, and the list of feeds is the same."""
    empty = build(project_of(real_project, [announcement(1)]), START)
    assert [feed.entries for _, _, feed in empty.everything()] == [()] * len(empty.names) * len(FORMATS)
    assert {feed.updated for _, _, feed in empty.everything()} == {FIRST_DAY, None}
    assert _listed(empty) == _listed(build(real_project, NOW))


def test_the_list_of_feeds_names_every_feed_once(built: Built) -> None:
    """R12: the OPML file leads to every RSS feed."""
    assert sorted(_listed(built)) == sorted(SITE.url + _path(name, "xml") for name in built.names)


def test_each_format_names_its_own_address(built: Built) -> None:
    """R1, R12: a feed says where it stands, in its own format, and which page shows what it carries."""
    for name, format, feed in built.everything():
        assert set(feed.addresses) == {SITE.url + _path(name, format), SITE.url + HOMES.get(name, f"{name}/")}
        assert feed.title.startswith(f"{SITE.title}: ")


def test_the_page_of_each_feed_is_there(built: Built) -> None:
    """R12: a reader's "visit site" leads to what the feed carries, and the list says the same."""
    catalogue = built.project.catalogue
    outlines = [o for o in etree.fromstring(built.files[OPML]).iter("outline") if o.get("xmlUrl")]
    homes = {o.get("xmlUrl"): o.get("htmlUrl") for o in outlines}
    for feed in feeds(catalogue):
        kind, id = named_at(feed.home) or ("", "")
        assert id in catalogue.ids(kind) if kind else feed.home.count("/") == 1
        assert homes[SITE.url + feed.path("xml")] == SITE.url + feed.home


def test_no_feed_asks_for_a_stylesheet(built: Built) -> None:
    """R13: browsers have removed XSLT."""
    assert [path for path, content in built.files.items() if b"xml-stylesheet" in content] == []


def _path(name: str, format: str) -> str:
    return f"feeds/{name}.{format}"


def _changed(entry: Entry) -> datetime:
    assert entry.updated is not None
    return entry.updated


def _listed(built: Built) -> list[str]:
    outlines = etree.fromstring(built.files[OPML]).iter("outline")
    return [outline.get("xmlUrl") for outline in outlines if outline.get("xmlUrl")]
