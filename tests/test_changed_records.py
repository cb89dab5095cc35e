"""What was said of an event that changes afterwards: nothing goes on inviting, on no page and in no feed."""

import json
import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from macros.__main__ import main
from macros.emitters.drafts import HEADLINES
from macros.press.contents import Project
from macros.project import open_project
from macros.releases.holding import holding
from macros.settings import Folders
from macros.views.pages import record_pages

from .copies import copied
from .emitters.announced import SITE
from .emitters.parsed import Entry, parse_atom, parse_rss

BEFORE, RELEASED, LATER = "2026-05-01", "2026-05-02 09:00 Z", "2026-06-10 12:00 Z"
NOW = datetime(2026, 6, 11, tzinfo=UTC)
SAID = "tag:neaspec.org,2026:00000000cc01"
EVENT = """title: Steppe Day
uid: 00000000cc01@neaspec.org
kind: forum
standing: {standing}
basis: {{words: will be held, source: {{document: forum-report-2024, paragraph: 2}}}}
date: {date}
place: {{city: Altan City, country: altan}}
summary: A day on the steppe.
topics: [sand]
{changes}sources: [{{document: forum-report-2024, paragraph: 2}}]
"""
ANNOUNCEMENT = """guid: {guid}
standing: ready
kind: {kind}
about: {{event: steppe-day}}
released: {released}
headline: "{headline}"
summary: Keep the day free.
words: {{x: "Register now"}}
"""
CHANGES = {
    "cancelled": "- {what: cancelled, on: 2026-06-01, why: The hall burnt down}",
    "postponed": "- {what: postponed, on: 2026-06-01, was_on: 2027-03-10}",
    "moved": "- {what: moved, on: 2026-06-01, was_on: 2027-03-10, why: The hall was taken}",
}
STANDING = {"moved": "confirmed", "cancelled": "cancelled", "postponed": "postponed"}
SENTENCES = {
    "cancelled": "This event was cancelled, as said on 1 June 2026; it was set for 10 March 2027. "
    "The hall burnt down.",
    "postponed": "This event was postponed, as said on 1 June 2026; it was set for 10 March 2027. "
    "No new date is given yet.",
    "moved": "This event was moved, as said on 1 June 2026: from 10 March 2027 to 20 April 2027. "
    "The hall was taken.",
}
LABELS = {"cancelled": "Cancelled", "postponed": "Postponed", "moved": "Moved"}


@pytest.fixture
def project(tmp_path: Path, sample: Folders) -> Folders:
    """Return a copy of the sample with a confirmed event and a released 'save the date' of it."""
    folders = copied(sample, tmp_path / "project")
    write_event(folders)
    write(folders, "steppe-day-save-the-date", RELEASED, "save the date", SAID)
    assert outreach(folders, "publish", "--now", "2026-05-02 10:00 Z") == 0
    return folders


def write_event(folders: Folders, change: str = "") -> None:
    """Write the event as it is, or as a change makes it."""
    date = "2027-04-20" if change == "moved" else "2027-03-10"
    changes = f"changes:\n  {CHANGES[change]}\n" if change else ""
    text = EVENT.format(standing=STANDING.get(change, "confirmed"), date=date, changes=changes)
    (folders.data / "events" / "steppe-day.yml").write_text(text)


def write(folders: Folders, id: str, released: str, kind: str, guid: str) -> Path:
    """Write an announcement of the event that is ready."""
    file = folders.data / "announcements" / f"{id}.yml"
    file.write_text(
        ANNOUNCEMENT.format(guid=guid, kind=kind, released=released, headline=f"Say {id}"), encoding="utf-8"
    )
    return file


def outreach(folders: Folders, *arguments: str) -> int:
    """Run a command on a project."""
    return main(["--project", str(folders.root), *arguments])


def opened(folders: Folders, now: datetime = NOW) -> Project:
    """Return the project as the public sees it."""
    return replace(open_project(folders, now), site=SITE).at(now)


@pytest.mark.parametrize("change", CHANGES)
def test_a_scheduled_reminder_does_not_outlive_its_event(
    project: Folders, change: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The check tells it in one line, publishing refuses, and looking at the words again lets it go."""
    file = write(
        project, "steppe-day-reminder", "2026-06-05 09:00 Z", "reminder", "tag:neaspec.org,2026:00000000cc02"
    )
    assert outreach(project, "check", "--now", LATER) == 0
    write_event(project, change)
    before = sorted(project.ledger.iterdir())
    capsys.readouterr()
    said = None
    for command in ("check", "publish", "status"):
        assert outreach(project, command, "--now", LATER) == 1
        (line,) = capsys.readouterr().out.splitlines()
        assert line.startswith("data/announcements/steppe-day-reminder.yml:1: the event 'steppe-day' ")
        said = re.search(r"add '(written_for: \{.*\})'", line)
    assert said
    assert sorted(project.ledger.iterdir()) == before
    with file.open("a") as end:
        end.write(said[1] + "\n")
    assert outreach(project, "check", "--now", LATER) == 0


@pytest.mark.parametrize("change", CHANGES)
def test_every_place_says_first_what_changed(project: Folders, change: str) -> None:
    """Page, list, feeds, posts, share kit, embed, cards and structured data begin with the change."""
    untouched = opened(project)
    write_event(project, change)
    assert outreach(project, "publish", "--now", LATER) == 0
    public = opened(project)
    headline = f"{LABELS[change]}: Say steppe-day-save-the-date"
    announcement = public.catalogue.announcements["steppe-day-save-the-date"]
    found = holding(public.catalogue, announcement)
    assert (found.state, found.since) == (change, datetime(2026, 6, 10, 12, tzinfo=UTC))
    files, before = public.files({}), untouched.files({})
    for format in ("xml", "atom", "json"):
        text = files[f"feeds/events.{format}"].decode()
        assert headline in text
        assert SENTENCES[change].split(".")[0] in text
    item = entry(files, "feeds/events.atom")
    was = entry(before, "feeds/events.atom")
    assert (item.id, item.published, item.url) == (was.id, was.published, was.url)
    assert item.updated == found.since
    assert item.title == headline
    assert item.summary.startswith(SENTENCES[change])
    for path in (path for path in files if path.startswith("feeds/posts/")):
        post = next(e for e in parse_rss(files[path]).entries if e.id == SAID)
        assert post.summary.startswith(headline)
        assert "Register now" not in post.summary
    (shared,) = (i for i in json.loads(files["share/posts.json"])["items"] if i["guid"] == SAID)
    assert (shared["state"], shared["posts"], shared["notice"]) == (change, [], SENTENCES[change])
    kit = public.share_page().html.split('id="kit-steppe-day-save-the-date"')[1].split("</article>")[0]
    assert f"{LABELS[change]}:</span> <s>Say" in kit
    assert "no post of it any more" in kit
    assert "Register now" not in kit
    assert headline in files["embed/updates/index.html"].decode()
    pages = {page.path: page for page in record_pages(public.view(""), [])}
    page = pages["updates/steppe-day-save-the-date/"]
    assert page.title == headline
    assert page.html.index(SENTENCES[change]) < page.html.index("Keep the day free")
    assert f"{LABELS[change]}:</span> <s>Say" in pages["events/steppe-day/"].html
    cards = {path for path in before if path.startswith("share/cards/00000000cc01-")}
    assert cards < {path for path in files if path.startswith("share/cards/00000000cc01-")}
    assert all(files[path] == before[path] for path in cards)


@pytest.mark.parametrize("change", CHANGES)
def test_a_draft_of_a_change_says_it_and_takes_the_place_of_what_was_said(
    project: Folders, change: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The desk asks for it, 'announce' drafts it without a mistake, and the share kit names it."""
    write_event(project, change)
    assert outreach(project, "publish", "--now", LATER) == 0
    capsys.readouterr()
    assert outreach(project, "status", "--now", LATER) == 0
    assert "Said, and no longer true (say what changed: outreach announce <record>): 1" in (
        capsys.readouterr().out
    )
    assert outreach(project, "announce", "steppe-day", "--now", "2026-06-10 13:00 Z") == 0
    file = project.data / "announcements" / f"steppe-day-{change}.yml"
    text = file.read_text(encoding="utf-8")
    assert f"kind: {change}\n" in text
    assert HEADLINES[change].format("Steppe Day") in text
    assert SENTENCES[change].split(",")[0] in text
    file.write_text(text.replace("standing: draft", "standing: ready", 1))
    assert outreach(project, "publish", "--now", "2026-06-12") == 0
    public = opened(project, datetime(2026, 6, 13, tzinfo=UTC))
    catalogue = public.catalogue
    newer = catalogue.announcements[f"steppe-day-{change}"]
    assert holding(catalogue, newer).holds
    assert holding(catalogue, catalogue.announcements["steppe-day-save-the-date"]).by == newer
    assert f'Newer: <a href="../../updates/steppe-day-{change}/"' in next(
        page.html
        for page in record_pages(public.view(""), [])
        if page.path == "updates/steppe-day-save-the-date/"
    )
    assert outreach(project, "status", "--now", "2026-06-13") == 0
    assert "Said, and no longer true: none" in capsys.readouterr().out


def test_a_correction_is_drafted_from_what_it_corrects(project: Folders) -> None:
    """It names the announcement and its record, and has no mistake; once out, the item is offered no more."""
    name = "steppe-day-save-the-date"
    assert outreach(project, "announce", name, "--now", LATER) == 0
    file = project.data / "announcements" / f"{name}-correction.yml"
    text = file.read_text(encoding="utf-8")
    assert f"corrects: {name}\n" in text
    assert outreach(project, "check", "--now", LATER) == 0
    file.write_text(text.replace("standing: draft", "standing: ready", 1))
    assert outreach(project, "publish", "--now", "2026-06-12") == 0
    public = opened(project, datetime(2026, 6, 13, tzinfo=UTC))
    found = holding(public.catalogue, public.catalogue.announcements[name])
    assert (found.state, found.by and found.by.id) == ("corrected", f"{name}-correction")
    (shared,) = (i for i in json.loads(public.files({})["share/posts.json"])["items"] if i["guid"] == SAID)
    assert (shared["state"], shared["posts"]) == ("corrected", [])


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (("steppe-day", "--kind", "cancelled"), "the event 'steppe-day' was not cancelled; say so first in"),
        (("steppe-day", "--kind", "moved"), "the event 'steppe-day' was not moved; say so first in"),
        (("studies/hedge-study", "--kind", "postponed"), "'postponed' is said of an event; this is none"),
        (("steppe-day", "--kind", "correction"), "a correction names the announcement that it corrects"),
        (("steppe-day-save-the-date", "--kind", "news"), "is an announcement: it can be corrected"),
        (("forum-2024-corrected",), "is itself a correction; name what it corrects: forum-2024-outcome"),
    ],
)
def test_no_draft_is_written_that_its_record_does_not_bear_out(
    project: Folders, arguments: tuple[str, ...], line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line says why, and no file is written."""
    before = set((project.data / "announcements").iterdir())
    assert outreach(project, "announce", *arguments) == 1
    assert line in capsys.readouterr().out
    assert set((project.data / "announcements").iterdir()) == before


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("kind: cancelled", "'kind' is 'cancelled', and the event 'steppe-day' is confirmed"),
        ("kind: reminder\nwritten_for: {stage: final}", "says nothing of this record; write 'standing'"),
        (
            "kind: reminder\nwritten_for: {standing: confirmed, date: 2027-03-09}",
            "the event 'steppe-day' has another date or place since these words were looked at",
        ),
        (
            "kind: reminder\nwritten_for: {standing: confirmed, date: 2027-03-10, place: 'Ulsan, Altan'}",
            "the event 'steppe-day' has another date or place since these words were looked at",
        ),
    ],
)
def test_words_for_another_state_are_told(
    project: Folders, line: str, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """One mistake gives one line."""
    file = write(
        project, "steppe-day-news", "2026-07-05 09:00 Z", "KIND", "tag:neaspec.org,2026:00000000cc03"
    )
    file.write_text(file.read_text().replace("kind: KIND", line))
    capsys.readouterr()
    assert outreach(project, "check", "--now", LATER) == 1
    (said,) = capsys.readouterr().out.splitlines()
    assert message in said


def test_a_date_that_grows_more_exact_and_a_place_told_in_full_still_hold(project: Folders) -> None:
    """What was said of March 2027 holds of 10 March 2027; a hall in the same city moves nobody."""
    written = "written_for: {standing: planned, date: March 2027, place: 'Altan City, Republic of Altan'}\n"
    file = project.data / "announcements" / "steppe-day-save-the-date.yml"
    file.write_text(file.read_text() + written)
    event = project.data / "events" / "steppe-day.yml"
    event.write_text(event.read_text().replace("{city: Altan City", "{name: Town Hall, city: Altan City"))
    catalogue = opened(project).catalogue
    assert holding(catalogue, catalogue.announcements["steppe-day-save-the-date"]).holds


def entry(files: dict[str, bytes], path: str) -> Entry:
    """Return the item of what was said, from an Atom feed."""
    return next(e for e in parse_atom(files[path]).entries if e.id == SAID)
