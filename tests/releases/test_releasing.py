"""The moment that a release is recorded at: newer than all before it, and shown everywhere in its place."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from macros.emitters.structured.graph import PagePlace
from macros.press.contents import Project
from macros.project import open_project
from macros.records.moment import moment_from, spoken
from macros.records.release import Ledger
from macros.releases.ledger import read_ledger
from macros.releases.loading import check_data
from macros.releases.releasing import corrections_of, releases_at
from macros.settings import Folders

from ..feeds.edits import Copy, copy_of, read, write
from ..two_publish.repository import SAMPLE, items, say

NEWEST = moment_from("2026-03-03 00:00 Z")
SECOND = timedelta(seconds=1)


@pytest.fixture
def copy(tmp_path: Path, real: Folders) -> Copy:
    """Return a copy of the sample project, a month after its newest release."""
    for name in ("data", "docs"):
        (tmp_path / "source").mkdir(exist_ok=True)
        (tmp_path / "source" / name).symlink_to(SAMPLE / name)
    (tmp_path / "source" / "overrides").symlink_to(real.root / "overrides")
    copy = Copy(copy_of(tmp_path / "source", tmp_path / "project"), moment_from("2026-04-01 00:00 Z"))
    copy.publish()
    return copy


def project(copy: Copy) -> Project:
    """Return the project as the public sees it."""
    return open_project(Folders(copy.root)).at(copy.now)


def ledger_of(copy: Copy) -> Ledger:
    """Return the ledger, which has nothing wrong."""
    ledger, problems = read_ledger(copy.root / "data", "data")
    assert ledger, problems
    return ledger


def shown(copy: Copy) -> dict[str, datetime]:
    """Return the moment that pages show of each announcement that has one."""
    said = project(copy).catalogue.announcements.values()
    return {one.id: one.released for one in said if one.released}


def problems(copy: Copy) -> list[str]:
    """Return what the check finds."""
    return [str(problem) for problem in check_data(copy.root / "data", now=copy.now)[1]]


def test_what_comes_late_is_recorded_a_second_after_the_newest(copy: Copy) -> None:
    """Of records that come late or at one moment, each is a second after the one before, by moment and id."""
    say(copy, "same-b", NEWEST + timedelta(days=1))
    say(copy, "same-a", NEWEST + timedelta(days=1))
    say(copy, "late", NEWEST - timedelta(days=9))
    say(copy, "on-time", NEWEST + timedelta(days=2))
    expected = {
        "late": NEWEST + SECOND,
        "same-a": NEWEST + timedelta(days=1),
        "same-b": NEWEST + timedelta(days=1) + SECOND,
        "on-time": NEWEST + timedelta(days=2),
    }
    assert problems(copy) == []
    before, feeds = shown(copy), copy.feeds()
    copy.publish()
    assert problems(copy) == []
    assert {id: before[id] for id in expected} == expected
    assert (shown(copy), copy.feeds()) == (before, feeds)
    releases = ledger_of(copy).releases
    asked = {id: releases[f"tag:neaspec.org,2026:{id}"].asked for id in expected}
    assert asked == {
        "late": NEWEST - timedelta(days=9),
        "same-a": None,
        "same-b": NEWEST + timedelta(days=1),
        "on-time": None,
    }


def test_a_record_is_shown_with_the_moment_of_its_release_in_its_own_zone(copy: Copy) -> None:
    """Page, link preview, structured data and feed agree; the record keeps what was asked for."""
    guid = say(copy, "late", moment_from("2026-02-20 09:00 +09:00"))
    copy.publish()
    assert spoken(shown(copy)["late"]) == "2026-03-03 09:00:01 +09:00"
    assert items(copy)[guid]["date_published"] == "2026-03-03T00:00:01Z"
    place = PagePlace("updates/late/", "Late", "It came late.")
    assert '"datePublished":"2026-03-03T09:00:01+09:00"' in project(copy).structured(place).replace(" ", "")
    tags = project(copy).preview(place.path, "https://example.org/", place.title, place.description)
    (published,) = (content for _, name, content in tags if name == "article:published_time")
    assert moment_from(published) == NEWEST + SECOND


def test_what_would_be_recorded_later_than_now_waits_until_then(copy: Copy) -> None:
    """No release is dated in the future, not by a second: the second of two comes a second later."""
    say(copy, "first", copy.now)
    say(copy, "second", copy.now)
    copy.publish()
    assert problems(copy) == []
    assert "first" in shown(copy)
    assert "second" not in shown(copy)
    copy.now += SECOND
    before = copy.feeds()
    copy.publish()
    assert shown(copy)["second"] == copy.now
    assert copy.feeds() == before


@pytest.mark.parametrize("moment", ["2026-03-03 00:00:02 Z", "2026-02-19 00:00 Z", "2027-01-01 00:00 Z"])
def test_a_released_moment_that_is_edited_is_a_mistake(copy: Copy, moment: str) -> None:
    """The record keeps the moment that was asked for, or takes the one that was recorded; no other."""
    say(copy, "late", NEWEST - timedelta(days=9))
    copy.publish()
    file = copy.announcements / "late.yml"
    write(file, read(file) | {"released": moment})
    (problem,) = problems(copy)
    was = "was released at 2026-02-22 00:00 Z"
    assert f"{was} and now says {moment}; set it back to 2026-02-22 00:00 Z, for ever" in problem
    write(file, read(file) | {"released": "2026-03-03 00:00:01 Z"})
    assert problems(copy) == []


def test_a_correction_of_what_came_late_is_newer_than_it(copy: Copy) -> None:
    """Asked for before what it corrects was recorded, it is recorded after it."""
    say(copy, "late", NEWEST - timedelta(days=9))
    say(copy, "mend", NEWEST - timedelta(days=8), kind="correction", corrects="late")
    copy.publish()
    catalogue = project(copy).catalogue
    (correction,) = corrections_of(catalogue, catalogue.announcements["late"])
    assert correction.released == NEWEST + 2 * SECOND
    assert items(copy)["tag:neaspec.org,2026:late"]["date_modified"] == "2026-03-03T00:00:02Z"


def test_releases_are_listed_newest_first(copy: Copy) -> None:
    """Feeds take their order from this."""
    say(copy, "late", NEWEST - timedelta(days=9))
    catalogue = open_project(Folders(copy.root)).catalogue
    moments = [release.released for release in releases_at(catalogue, copy.now)]
    assert moments == sorted(moments, reverse=True)
    assert moments[0] == NEWEST + SECOND


def test_a_project_without_a_ledger_may_have_drafts_and_old_news(copy: Copy) -> None:
    """Nothing can have been released; once something may have been, a lost ledger is a mistake."""
    (copy.root / "data" / "ledger.jsonl").unlink()
    for file in copy.announcements.glob("*.yml"):
        if "archive" not in read(file):
            write(file, read(file) | {"standing": "draft"})
    assert [line for line in problems(copy) if "ledger" in line] == []
    say(copy, "first", NEWEST)
    (problem,) = [line for line in problems(copy) if "ledger" in line]
    assert problem.startswith("data/ledger:1: is missing; it or data/ledger.jsonl knows what was released: ")
    (copy.root / "data" / "ledger").mkdir()
    assert problems(copy) == []
    copy.publish()
    assert list(ledger_of(copy).releases) == ["tag:neaspec.org,2026:first"]


@pytest.mark.parametrize(
    ("dated", "shown"), [("31 March 2026", True), ("1 April 2026", True), ("2 April 2026", False)]
)
def test_old_news_is_shown_from_its_day_on(copy: Copy, dated: str, shown: bool) -> None:
    """On the day itself it is there; before it, it waits."""
    say(copy, "old", NEWEST)
    file = copy.announcements / "old.yml"
    said = {key: value for key, value in read(file).items() if key != "released"}
    write(file, said | {"archive": True, "dated": dated})
    assert ("old" in project(copy).catalogue.announcements) == shown


def test_a_correction_at_the_moment_of_what_it_corrects_is_told(copy: Copy) -> None:
    """Readers would not know which of the two holds; a second later is enough."""
    later = NEWEST + timedelta(days=2)
    say(copy, "first", later)
    say(copy, "mend", later, kind="correction", corrects="first")
    (problem,) = problems(copy)
    assert "is not later than what it corrects, 2026-03-05 00:00 Z" in problem
    write(file := copy.announcements / "mend.yml", read(file) | {"released": spoken(later + SECOND)})
    assert problems(copy) == []
