"""When a feed says that it changed: releases, corrections, withdrawals move it on, nothing moves it back."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any

from lxml import etree

from macros.press.contents import Project
from macros.records.announcement import Announcement
from macros.records.release import FIRST_DAY, Entry, Ledger, Withdrawal
from macros.releases.feed_dates import feed_dates, posts_date
from macros.releases.feeds import OPML
from macros.releases.releasing import due

from .announced import START, Built, announcement, build, project_of

HOUR = timedelta(hours=1)
TOPIC = "forests"
CORRECTION = {"kind": "correction", "corrects": "news-2"}


def _said(real: Project, last: dict[str, Any], gone: dict[int, datetime]) -> Project:
    """Return a project whose ledger has three announcements, and the withdrawals of some, by number."""
    everything = [announcement(1), announcement(2, topics=[TOPIC]), announcement(3, **last)]
    releases = due(project_of(real, everything).catalogue, START + 3 * HOUR)
    taken = [Withdrawal(guid=announcement(n).guid, withdrawn=moment) for n, moment in gone.items()]
    return project_of(real, list(_standing(everything, gone)), Ledger.of((*releases, *taken)))


def _standing(everything: list[Announcement], gone: dict[int, datetime]) -> Iterator[Announcement]:
    for one in everything:
        update = {"standing": "withdrawn"} if one.guid in {announcement(n).guid for n in gone} else {}
        yield one.model_copy(update=update)


def _dates(built: Built, name: str) -> set[datetime | None]:
    """Return what the formats of a feed that have a date say; of the feed of all, the list of feeds too."""
    parsed = built.parsed(name)
    found = {parsed["xml"].updated, parsed["atom"].updated}
    if name == "updates":
        said = etree.fromstring(built.files[OPML]).findtext("head/dateModified")
        found |= {parsedate_to_datetime(str(said)), posts_date(built.project.catalogue)}
    return found


def test_withdrawing_the_newest_item_moves_the_date_on(real_project: Project) -> None:
    """RFC 4287, 4.2.15: a withdrawal is a change of its own moment, in every feed that had the item."""
    withdrawn = START + 9 * HOUR
    project = _said(real_project, {"topics": [TOPIC]}, {3: withdrawn})
    built = build(project, START + 10 * HOUR)
    for name in ("updates", "programme", f"topics/{TOPIC}"):
        assert _dates(built, name) == {withdrawn}, name
    assert _dates(built, "studies") == {FIRST_DAY}


def test_a_withdrawal_is_no_change_before_its_moment(real_project: Project) -> None:
    """A build for an earlier moment does not know of it; the release itself counts on."""
    built = build(_said(real_project, {}, {3: START + 9 * HOUR}), START + 8 * HOUR)
    assert _dates(built, "updates") == {START + 3 * HOUR}


def test_a_feed_that_lost_its_only_item_does_not_start_anew(real_project: Project) -> None:
    """An empty feed that once carried something says when it lost it."""
    built = build(_said(real_project, {}, {2: START + 5 * HOUR}), START + 6 * HOUR)
    assert built.parsed(f"topics/{TOPIC}")["atom"].entries == ()
    assert _dates(built, f"topics/{TOPIC}") == {START + 5 * HOUR}


def test_a_correction_that_is_taken_back_moves_its_item_on(real_project: Project) -> None:
    """The item says something else again: its date and the feed's are the moment of that."""
    built = build(_said(real_project, CORRECTION, {3: START + 7 * HOUR}), START + 8 * HOUR)
    for name in ("updates", f"topics/{TOPIC}"):
        for format in ("atom", "json"):
            assert built.parsed(name)[format].entries[0].updated == START + 7 * HOUR
    parsed = built.parsed(f"topics/{TOPIC}")
    assert parsed["xml"].updated == parsed["atom"].updated == START + 7 * HOUR


def test_posts_know_no_corrections(real_project: Project) -> None:
    """What a tool reposts is changed by releases and withdrawals alone."""
    built = build(_said(real_project, CORRECTION, {3: START + 7 * HOUR}), START + 8 * HOUR)
    assert posts_date(built.project.catalogue) == START + 2 * HOUR
    gone = build(_said(real_project, {}, {3: START + 7 * HOUR}), START + 8 * HOUR)
    assert posts_date(gone.project.catalogue) == START + 7 * HOUR


def test_no_date_ever_falls(real_project: Project) -> None:
    """Hour by hour, with releases, a correction and its withdrawal, withdrawals in and out of the window."""
    everything = [announcement(n, topics=[TOPIC]) for n in range(1, 40)]
    everything.append(announcement(40, kind="correction", corrects="news-2"))
    releases = due(project_of(real_project, everything).catalogue, START + 40 * HOUR)
    gone = {3: START + 50 * HOUR, 39: START + 51 * HOUR, 40: START + 52 * HOUR}
    taken = [Withdrawal(guid=announcement(n).guid, withdrawn=moment) for n, moment in gone.items()]
    before: dict[str, datetime] = {}
    for hour in range(60):
        now = START + hour * HOUR
        over = {n: moment for n, moment in gone.items() if moment <= now}
        said: list[Entry] = [
            *(r for r in releases if r.released <= now),
            *(w for w in taken if w.withdrawn <= now),
        ]
        project = project_of(real_project, _standing(everything, over), Ledger.of(said))
        dates = feed_dates(project.at(now).catalogue)
        assert all(dates[name] >= moment for name, moment in before.items()), hour
        before = dates
    assert before["updates"] == START + 52 * HOUR
