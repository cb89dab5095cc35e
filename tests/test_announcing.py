"""The commands that announce: what they write, what they refuse, and that doing them twice is safe."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from macros.__main__ import main
from macros.settings import Folders

from .copies import copied

READY = """guid: {guid}
standing: ready
kind: news
about: {{study: fence-study}}
released: {released}
headline: {headline}
summary: A summary.
"""
EARLIER = "2026-04-01"


@pytest.fixture
def project(tmp_path: Path, sample: Folders) -> Folders:
    """Return a copy of the sample project that a test may change."""
    return copied(sample, tmp_path / "project")


def outreach(project: Folders, *arguments: str) -> int:
    """Run a command on a project."""
    return main(["--project", str(project.root), *arguments])


def ledger(project: Folders) -> dict[str, bytes]:
    """Return the files of the ledger by name."""
    files = [project.former_ledger, *project.ledger.glob("*.json")]
    return {file.name: file.read_bytes() for file in files if file.exists()}


def write(project: Folders, id: str, released: str, guid: str = "tag:neaspec.org,2026:00000000bb01") -> Path:
    """Write an announcement that is ready."""
    file = project.data / "announcements" / f"{id}.yml"
    file.write_text(READY.format(guid=guid, released=released, headline=f"Headline of {id}"))
    return file


def test_publishing_adds_what_has_fallen_due_and_keeps_what_stood_there(project: Folders) -> None:
    """The ledger only grows; run again, the command changes not a byte."""
    before = ledger(project)
    write(project, "fences-due", "2026-03-20 09:00 +09:00")
    assert outreach(project, "publish", "--now", EARLIER) == 0
    after = ledger(project)
    assert before.items() <= after.items()
    assert len(after) == len(before) + 1
    assert outreach(project, "publish", "--now", EARLIER) == 0
    assert ledger(project) == after


def test_publishing_says_headlines_and_addresses(
    project: Folders, capsys: pytest.CaptureFixture[str]
) -> None:
    """Who publishes reads what was said, not its guid; likewise of what was taken back."""
    file = write(project, "fences-due", "2026-03-20 09:00 +09:00")
    assert outreach(project, "publish", "--now", EARLIER) == 0
    said = 'Z "Headline of fences-due" (updates/fences-due/)'
    assert capsys.readouterr().out == (
        f"released 2026-03-20 00:00 {said}\nnew addresses: 23\n"
        "Now build the site, and commit data/ledger and data/addresses.txt.\n"
    )
    file.write_text(file.read_text().replace("standing: ready", "standing: withdrawn"))
    assert outreach(project, "publish", "--now", "2026-04-02") == 0
    assert capsys.readouterr().out.startswith(f"withdrawn 2026-04-02 00:00 {said}\n")


def test_publishing_refuses_a_moment_that_has_not_come(
    project: Folders, capsys: pytest.CaptureFixture[str]
) -> None:
    """No argument brings the future into the ledger."""
    write(project, "fences-far", "2190-03-20 09:00 +09:00")
    before = ledger(project)
    assert outreach(project, "publish", "--now", "2195-01-01") == 1
    assert "is still to come" in capsys.readouterr().out
    assert ledger(project) == before


def test_a_mistake_anywhere_stops_publishing(project: Folders, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is released while something is to be mended."""
    write(project, "fences-due", "2026-03-20 09:00 +09:00")
    write(project, "fences-bad", "2026-03-21 09:00", "tag:neaspec.org,2026:00000000bb02")
    before = ledger(project)
    assert outreach(project, "publish", "--now", EARLIER) == 1
    assert "has no time zone" in capsys.readouterr().out
    assert ledger(project) == before


def test_a_ledger_ahead_of_the_clock_is_told(project: Folders, capsys: pytest.CaptureFixture[str]) -> None:
    """An entry of the ledger that is still to come stops publishing; the check, like a build, goes on."""
    for command, status, note in (("check", 0, "note: "), ("publish", 1, "")):
        assert outreach(project, command, "--now", "2026-03-01") == status
        assert f"{note}data/ledger.jsonl:4: is dated 2026-03-02 00:00 Z, which is still to come" in (
            capsys.readouterr().out
        )


def test_publishing_that_is_killed_leaves_the_ledger_whole(project: Folders) -> None:
    """Killed before the swap, the old ledger stands; run again, everything is there once."""
    write(project, "fences-due", "2026-03-20 09:00 +09:00")
    before = ledger(project)
    code = (
        "import os, pathlib\n"
        "from macros.__main__ import main\n"
        "pathlib.Path.replace = lambda *_: os._exit(9)\n"
        f"main(['--project', {str(project.root)!r}, 'publish', '--now', '{EARLIER}'])\n"
    )
    done = subprocess.run([sys.executable, "-c", code], check=False)
    assert done.returncode == 9
    assert ledger(project) == before
    assert outreach(project, "publish", "--now", EARLIER) == 0
    assert sum(b"00000000bb01" in content for content in ledger(project).values()) == 1
    assert outreach(project, "check", "--now", EARLIER) == 0


@pytest.mark.parametrize(
    ("record", "kind"),
    [
        ("dune-forum-2026", "news"),
        ("studies/fence-study", "published"),
        ("approach", "news"),
        ("2026", "news"),
    ],
)
def test_a_draft_is_filled_in_from_its_record(project: Folders, record: str, kind: str) -> None:
    """It holds a new guid, its record and a moment still to come, and passes the check as it is."""
    before = set((project.data / "announcements").iterdir())
    assert outreach(project, "announce", record, "--kind", kind) == 0
    (file,) = set((project.data / "announcements").iterdir()) - before
    text = file.read_text(encoding="utf-8")
    assert re.search(r"^guid: tag:neaspec\.org,2026:[0-9a-f]{12}$", text, re.MULTILINE)
    assert f"kind: {kind}" in text
    assert "standing: draft" in text
    assert outreach(project, "check") == 0


def test_a_record_that_is_not_there_is_told_with_the_nearest(
    project: Folders, capsys: pytest.CaptureFixture[str]
) -> None:
    """A misspelt name gets the name that was meant, and nothing is written."""
    before = set((project.data / "announcements").iterdir())
    assert outreach(project, "announce", "dune-forum-2062") == 1
    assert "did you mean 'dune-forum-2026'?" in capsys.readouterr().out
    assert outreach(project, "announce", "hedge-study", "--id", "Not an id") == 1
    assert set((project.data / "announcements").iterdir()) == before


def test_status_says_what_is_due_scheduled_in_draft_and_never_announced(
    project: Folders, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each announcement stands under the heading that tells what to do with it."""
    write(project, "fences-due", "2026-03-20 09:00 +09:00")
    assert outreach(project, "status", "--now", EARLIER) == 0
    said = capsys.readouterr().out
    assert "Due now (run: outreach publish): 1\n  2026-03-20 09:00 +09:00  fences-due" in said
    assert "Scheduled: 1\n  2199-12-31 23:59 Z  plan-2026" in said
    assert "Drafts: 2\n  2026-03-04 09:00 +09:00  altan-news" in said
    assert "  events/hedge-training  Training in planting hedges" in said


@pytest.mark.parametrize("words", ["soon", "2026-13-01", "2026-05-01T09:00", "99999999999"])
def test_a_moment_that_is_none_is_refused(
    project: Folders, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The argument is a day, a moment with its zone, or seconds; anything else ends with a sentence."""
    with pytest.raises(SystemExit):
        outreach(project, "status", "--now", words)
    assert "--now" in capsys.readouterr().err
