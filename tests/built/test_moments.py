"""What falls due between two builds is all that differs; what is not due is nowhere in the site."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from .building import ROOT, build, site_of
from .projects import copy_project
from .test_reproducible import differences

WORDS = "Quiet words about saxaul"
GUID = "tag:neaspec.org,2026:5ec0e7000001"
RELEASED = "2031-05-03 09:00 +09:00"
DAYS = (1, 2, 3, 4)
DUE = 2
ANNOUNCEMENT = f"""
guid: {GUID}
standing: ready
kind: news
about: {{event: dld-forum-2025}}
released: {RELEASED}
headline: {WORDS}
summary: Nobody is to read this before its time.
picture: {{file: saxaul.png, alt: A tree}}
"""
PROSE = '{{ update("saxaul") }}\n\n## More { #more }\n\nSee [the plan](../plan/2026.md) '
PROSE += '{{ cite("som28-note-2025", "7") }}.\n'

PICTURES = ("pictures/saxaul-518afce703-320.webp", "pictures/saxaul-518afce703-320.jpg")


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Path]:
    """Return the site as built on four days, in two ways; a scheduled update falls due on the third.

    What the command says is looked at on the days between which that is so.
    """
    project = copy_project(tmp_path_factory.mktemp("scheduled"))
    (project / "data" / "announcements" / "saxaul.yml").write_text(ANNOUNCEMENT)
    (project / "docs" / "updates" / "saxaul.md").write_text(PROSE)
    pictures = project / "docs" / "pictures"
    pictures.mkdir(exist_ok=True)
    shutil.copyfile(ROOT / "tests/sample_data/docs/pictures/hedge.png", pictures / "saxaul.png")
    folders = {}
    for day in DAYS:
        folders[day] = project / f"site-{day}"
        noon = datetime(2031, 5, day, 12, tzinfo=UTC)
        if day in (DUE, DUE + 1):
            done = build(project, folders[day], SOURCE_DATE_EPOCH=str(int(noon.timestamp())))
            assert done.returncode == 0, done.stdout + done.stderr
            assert ("run 'outreach publish'" in done.stderr) == (day > DUE)
        else:
            site_of(project, folders[day], noon)
    return folders


def test_a_day_in_which_nothing_falls_due_changes_nothing(sites: dict[int, Path]) -> None:
    """Two builds a day apart are the same byte for byte, before a release and after it."""
    assert differences(sites[1], sites[2]) == []
    assert differences(sites[3], sites[4]) == []


def test_what_is_not_due_is_nowhere_in_the_site(sites: dict[int, Path]) -> None:
    """Its words, its guid, its page and its picture are in no file, the search index included."""
    hidden = [WORDS.encode(), GUID.encode(), b"saxaul"]
    for file in sites[2].rglob("*"):
        assert "saxaul" not in file.name
        if file.is_file():
            content = file.read_bytes()
            assert not any(words in content for words in hidden), file


def test_what_falls_due_brings_only_its_additions(sites: dict[int, Path]) -> None:
    """Its page and picture, its feeds, and the pages that list it change; nothing else does."""
    changed = differences(sites[2], sites[3])
    assert {"updates/saxaul/index.html", *PICTURES, "feeds/updates.xml"} <= set(changed)
    of_lists = {"index.html", "updates/index.html", "sitemap.xml", "search/search_index.json"}
    of_record = {"events/dld-forum-2025/index.html", "countries/mn/index.html"}
    topics = {f"topics/{topic}/index.html" for topic in ("cooperation", "knowledge-sharing")}
    feeds = {
        f"feeds/{name}.{format}"
        for name in ("updates", "events", "countries/mn", "topics/cooperation", "topics/knowledge-sharing")
        for format in ("xml", "atom", "json")
    }
    own = {"updates/saxaul/index.html", *PICTURES, "feeds/feeds.opml"}
    shared = {name for name in changed if name.startswith(("share/", "feeds/posts/", "embed/updates/"))} | {
        name.replace("feeds/", "embed/").removesuffix(".xml") + "/index.html" for name in feeds
    }
    assert {"share/posts.json", "feeds/posts/x.xml", "embed/updates/index.html"} <= set(changed)
    assert set(changed) <= of_lists | of_record | topics | feeds | own | shared
    assert not [name for name in changed if not (sites[3] / name).is_file()]


def test_feeds_carry_the_longer_words_clean_and_whole(sites: dict[int, Path]) -> None:
    """Prose of a Markdown page goes out with absolute links, and with references spelled out."""
    feed = (sites[3] / "feeds" / "updates.json").read_text()
    assert "<h2>More</h2>" in feed
    assert "https://neaspec.org/dld/plan/2026/" in feed
    assert "para. 7)" in feed
    assert "ne-ref" not in feed
    assert f"https://neaspec.org/dld/{PICTURES[-1]}" in feed


def test_every_page_names_the_feeds(sites: dict[int, Path]) -> None:
    """Each page, the one for lost readers too, points to all updates in three formats."""
    for file in sorted(set(sites[3].rglob("*.html")) - set((sites[3] / "embed").rglob("*.html"))):
        text = file.read_text(encoding="utf-8")
        for format in ("xml", "atom", "json"):
            assert f'href="https://neaspec.org/dld/feeds/updates.{format}"' in text, file
