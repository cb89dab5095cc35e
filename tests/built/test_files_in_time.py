"""Files for readers that are held back, or belong to what is not said: nowhere on the site until then."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from macros.__main__ import main
from macros.catalogue import ProblemsFound
from macros.project import open_public
from macros.settings import Folders

from ..pdfs import pdf
from .filed import NOW, STUDY, TITLE, add_file, announce, edit, holding, sample_copy, site_at

MOMENT = "2026-08-01 09:00 +09:00"
AFTER = datetime(2026, 8, 1, tzinfo=UTC)


@pytest.fixture
def project(tmp_path: Path) -> Folders:
    """Return a copy of the sample that a test may change."""
    return sample_copy(tmp_path / "project")


@pytest.mark.parametrize("place", ["study", "session", "presented", "announcement"])
def test_a_file_held_back_is_nowhere_until_its_moment(project: Folders, place: str) -> None:
    """Not its bytes, name or title, in any page, feed, set of data, kit or index; then everywhere."""
    held = add_file(project, "held-back.pdf", pdf(TITLE, pages=3), released=MOMENT)
    if place == "study":  # whose cover then is the file's first page
        edit(project, *STUDY, files=[held], cover=None)
    elif place == "session":
        programme = [{"title": "What hedges hold", "date": "7 May 2024", "files": [held]}]
        edit(project, "events", "dune-forum-2024", programme=programme)
    elif place == "presented":
        edit(project, *STUDY, presented=[{"event": "dune-forum-2024", "files": [held]}])
    else:
        edit(project, "announcements", "hedge-study-begun", files=[held])
    before, after = site_at(project), site_at(project, AFTER)
    assert holding(before, TITLE, "held-back") == []
    found = holding(after, TITLE, "held-back")
    assert {"files/held-back.pdf", "open-data/files.csv", "open-data/files.json"} <= set(found)
    assert "search/search_index.json" in found
    assert any(path.startswith("pictures/held-back") for path in found) == (place == "study")
    if place in ("study", "announcement"):
        assert {"feeds/updates.xml", "feeds/updates.atom", "feeds/updates.json", "share/posts.json"} <= set(
            found
        )
        assert {"share/index.html", "updates/hedge-study-begun/index.html"} <= set(found)


def test_what_waits_for_its_moment_is_told_to_staff(
    project: Folders, capsys: pytest.CaptureFixture[str]
) -> None:
    """A line for each file, the next first."""
    later = add_file(project, "later.pdf", pdf(), released="2027-01-01 09:00 Z", title="Later")
    held = add_file(project, "held-back.pdf", pdf("Other"), released=MOMENT)
    edit(project, *STUDY, files=[later, held])
    assert main(["--project", str(project.root), "status", "--now", "2026-07-20 09:00 Z"]) == 0
    said = capsys.readouterr().out
    assert (
        "Files that wait for their moment (they go out with the first build after it): 2\n"
        f"  2026-08-01 09:00 +09:00  studies/hedge-study  {TITLE}\n"
        "  2027-01-01 09:00 Z  studies/hedge-study  Later\n"
    ) in said


def test_a_page_cannot_link_to_what_is_held_back(project: Folders) -> None:
    """The link would publish the file, or lead nowhere; from the moment on it is fine."""
    edit(project, *STUDY, files=[add_file(project, "held-back.pdf", pdf(), released=MOMENT)])
    page = project.docs / "index.md"
    page.write_text(f"{page.read_text()}\n[here](files/held-back.pdf)\n")
    with pytest.raises(ProblemsFound) as raised:
        open_public(project, {}, NOW)
    line = len(page.read_text().splitlines())
    assert str(raised.value) == (
        f"docs/index.md:{line}: the link to 'held-back.pdf' leads to a file that is not released yet; "
        "take the link out until then, or change 'released' in its record"
    )
    assert "files/held-back.pdf" in site_at(project, AFTER)


@pytest.mark.parametrize("standing", ["draft", "withdrawn", "scheduled"])
def test_files_of_what_is_not_said_do_not_go_out(project: Folders, standing: str) -> None:
    """A draft's, a scheduled update's, and those of one that was taken back."""
    held = add_file(project, "held-back.pdf", pdf())
    announce(project, "salt-news", {"country": "altan"}, files=[held])
    assert "files/held-back.pdf" in site_at(project)
    if standing == "scheduled":
        edit(project, "announcements", "salt-news", released=MOMENT)
    else:
        edit(project, "announcements", "salt-news", standing=standing)
    assert holding(site_at(project), TITLE, "held-back") == []
