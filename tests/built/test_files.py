"""Files for readers: what goes out with the site, at which addresses, and what is said of it."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from macros.__main__ import main
from macros.settings import Folders

from ..feeds.edits import read
from ..pdfs import pdf
from .filed import (
    HOME,
    STUDY,
    Site,
    add_file,
    announce,
    edit,
    files_in,
    holding,
    place_of,
    rows_of,
    sample_copy,
    scholar_address,
    site_at,
)


@pytest.fixture
def project(tmp_path: Path) -> Folders:
    """Return a copy of the sample that a test may change."""
    return sample_copy(tmp_path / "project")


def test_what_records_offer_goes_out_and_nothing_else(project: Folders) -> None:
    """The files that records name, under old names too, and what a page links to; no other file."""
    before = site_at(project)
    assert before["files/agenda.pdf"] == before["files/forum/agenda.pdf"] != b""
    lying = {path.relative_to(project.docs).as_posix() for path in (project.docs / "files").rglob("*.*")}
    assert {*files_in(before)} == {*lying, "files/agenda.pdf"}
    for name in ("linked.pdf", "typed.pdf", "nobody.pdf"):
        add_file(project, name, pdf(name))
    page = project.docs / "index.md"
    page.write_text(f'{page.read_text()}\n[here](files/linked.pdf), <a href="files/typed.pdf">there</a>\n')
    after = site_at(project)
    assert {*files_in(after)} - {*files_in(before)} == {"files/linked.pdf", "files/typed.pdf"}


def test_a_file_that_nobody_names_is_told_and_not_published(
    project: Folders, capsys: pytest.CaptureFixture[str]
) -> None:
    """The check goes on: it is a note, as are those on what would serve readers better."""
    add_file(project, "nobody.pdf", pdf())
    scan = add_file(project, "scan.pdf", pdf("", "ru", ""))
    edit(project, "studies", "fence-study", files=[scan])
    assert main(["--project", str(project.root), "check", "--now", "2026-07-20 09:00 Z"]) == 0
    notes = [line for line in capsys.readouterr().out.splitlines() if "files/" in line]
    fence = place_of(project, "studies/fence-study", "scan.pdf")
    forum = place_of(project, "events/dune-forum-2024", "what-hedges-hold.pptx")
    scanned, slides = "docs/files/scan.pdf", "docs/files/forum/what-hedges-hold.pptx"
    assert [note.removeprefix("note: ").split(";")[0] for note in notes] == [
        f"{fence}: {scanned} has no title inside, by which browsers and search engines call it",
        f"{fence}: {scanned} has no words on its first pages, as scans have none: nobody can search it or "
        "have it read aloud",
        f"{fence}: {scanned} says inside that it is in Russian, and its record in English",
        f"{forum}: {slides} is a PowerPoint presentation: not everybody can open it, and it looks different "
        "elsewhere",
        "docs/files/nobody.pdf:1: no record names this file and no page links to it, so it is not published",
    ]


def test_a_new_name_of_its_record_leaves_a_file_where_it_is(project: Folders) -> None:
    """Files have addresses of their own; what is said of them names the record's new page."""
    before = site_at(project)
    assert main(["--project", str(project.root), "rename", "studies", "hedge-study", "hedges"]) == 0
    after = site_at(project)
    assert files_in(after) == files_in(before)
    rows = {row["address"]: row["of"] for row in rows_of(after)}
    assert rows == {row["address"]: row["of"] for row in rows_of(before)}
    items = json.loads(after["open-data/files.json"])["items"]
    pages = {one["address"]: one["of"]["url"] for one in items}
    assert pages[f"{HOME}files/hedges-summary.pdf"] == f"{HOME}studies/hedges/"


def test_a_second_edition_keeps_its_address_and_sends_nothing_again(project: Folders) -> None:
    """New bytes under the same name: size, pages and digest follow; ids, dates and enclosures stay."""
    before = site_at(project)
    (project.docs / "files" / "hedges-summary.pdf").write_bytes(pdf("Second edition", pages=9))
    after = site_at(project)
    (old,), (new,) = ([r for r in rows_of(s) if "hedges-summary" in r["address"]] for s in (before, after))
    assert (old["pages"], new["pages"]) == ("2", "9")
    assert old["sha256"] != new["sha256"]
    assert old["address"] == new["address"]
    assert sent(before) == sent(after)
    assert b"9 pages" in after["feeds/updates.xml"]


def test_a_file_that_is_added_sends_nothing_again(project: Folders) -> None:
    """Ids, dates and enclosures of feeds stay; in JSON Feed files follow the picture."""
    edit(project, *STUDY, files=None)
    before = site_at(project)
    edit(project, *STUDY, files=[add_file(project, "added.pdf", pdf())])
    after = site_at(project)
    assert sent(before) == sent(after)
    attached = [[one["url"] for one in item["attachments"]] for item in items_of(after)]
    assert [urls[:1] for urls in attached] == [[item["image"]] for item in items_of(before)]
    assert [f"{HOME}files/added.pdf" in urls[1:] for urls in attached].count(True) == 1


def test_the_files_of_a_cancelled_event_stay_and_are_not_shared(project: Folders) -> None:
    """What was handed out is still there for readers; the share kit offers nothing of it."""
    held = add_file(project, "forum-2027.pdf", pdf(), kind="agenda")
    edit(project, "events", "hedge-training", files=[held])
    event = read(project.data / "events" / "hedge-training.yml")
    when = {key: event[key] for key in ("standing", "date")}
    announce(project, "training-news", {"event": "hedge-training"}, written_for=when)
    assert main(["--project", str(project.root), "publish", "--now", "2026-07-20 09:00 Z"]) == 0
    assert "forum-2027" in site_at(project)["share/posts.json"].decode()
    edit(
        project,
        "events",
        "hedge-training",
        standing="cancelled",
        changes=[{"what": "cancelled", "on": "20 July 2026"}],
    )
    after = site_at(project)
    assert "files/forum-2027.pdf" in after
    assert "forum-2027" in after["events/hedge-training/index.html"].decode()
    assert "forum-2027" not in after["share/posts.json"].decode()


def test_every_address_of_a_file_follows_the_sites(project: Folders) -> None:
    """At another address of the site, none of the files is said to be at the old one."""
    settings = project.settings.read_text()
    project.settings.write_text(
        settings.replace("https://example.org/dunes/", "https://partner.example/land/")
    )
    site = site_at(project)
    assert holding(site, "example.org/dunes/files/") == []
    assert "https://partner.example/land/files/hedges-summary.pdf" in site["open-data/files.csv"].decode()


def test_a_site_is_the_same_whether_its_files_were_read_before_or_not(project: Folders) -> None:
    """What is kept of PDFs saves time and changes nothing."""
    cold, warm = site_at(project), site_at(project)
    assert any(project.readings.iterdir())
    assert cold == warm


def test_a_study_that_is_final_names_its_pdf_for_scholars(project: Folders) -> None:
    """citation_pdf_url is the first PDF of the full text on this site, in the folder of the page."""
    summary = add_file(project, "summary.pdf", pdf(), kind="summary")
    elsewhere = {"link": "https://example.org/big.pdf", "title": "Big", "language": "en", "kind": "full text"}
    whole = add_file(project, "fences.pdf", pdf("Fences"))
    known = {
        "files": [summary, elsewhere, whole],
        "partners": [{"organization": "dune-network", "role": "lead"}],
    }
    edit(project, "studies", "fence-study", stage="final", overtaken_by=None, **known)
    assert scholar_address(site_at(project), "fence-study") == "studies/fence-study/fences.pdf"
    assert main(["--project", str(project.root), "rename", "studies", "fence-study", "fences"]) == 0
    site = site_at(project)
    assert scholar_address(site, "fences") == "studies/fences/fences.pdf"
    copies = [site[path] for path in ("studies/fences/fences.pdf", "studies/fence-study/fences.pdf")]
    assert copies == [site["files/fences.pdf"]] * 2


def sent(site: Site) -> list[bytes]:
    """Return what makes readers of a feed take its items for new: ids, dates, enclosures."""
    ids = re.compile(rb"<guid.*?</guid>|<pubDate>.*?</pubDate>|<enclosure[^>]*>|<lastBuildDate>.*?<")
    return ids.findall(site["feeds/updates.xml"])


def items_of(site: Site) -> list[dict[str, Any]]:
    """Return the items of the feed of updates in JSON."""
    items: list[dict[str, Any]] = json.loads(site["feeds/updates.json"])["items"]
    return items
