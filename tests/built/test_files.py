"""Files for readers: what goes out with the site, at which addresses, from when on, what is said of it."""

import csv
import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path

import pytest

from macros.__main__ import main
from macros.catalogue import ProblemsFound
from macros.engines.plain import plain
from macros.program import made_site
from macros.project import open_public
from macros.settings import Folders

from ..copies import copied
from ..feeds.edits import read, write
from ..pdfs import pdf
from .building import ROOT

SAMPLE = Folders(ROOT / "tests" / "sample_data")
NOW = datetime(2026, 7, 20, tzinfo=UTC)
MOMENT = "2026-08-01 09:00 +09:00"
AFTER = datetime(2026, 8, 1, tzinfo=UTC)
TITLE = "Hedges held back"
HOME = "https://example.org/dunes/"
STUDY = ("studies", "hedge-study")
Site = Mapping[str, bytes]


@pytest.fixture
def project(tmp_path: Path) -> Folders:
    """Return a copy of the sample that a test may change; cards that were drawn once are shared."""
    folders = copied(SAMPLE, tmp_path / "project")
    (folders.root / ".cache").mkdir()
    folders.cards.symlink_to(Folders(ROOT).cards)
    Folders(ROOT).cards.mkdir(parents=True, exist_ok=True)
    return folders


def site_at(project: Folders, now: datetime = NOW) -> Site:
    """Return every document of a site at a moment, by address."""
    return dict(made_site(open_public(project, {}, now), plain))


def edit(project: Folders, kind: str, id: str, **values: object) -> None:
    """Write other values into a record; None takes a key away."""
    file = project.data / kind / f"{id}.yml"
    write(file, {key: value for key, value in {**read(file), **values}.items() if value is not None})


def add_file(project: Folders, name: str, content: bytes, **values: object) -> dict[str, object]:
    """Put a file into docs/files/; return how a record names it."""
    (project.docs / "files" / name).write_bytes(content)
    return {"file": name, "title": TITLE, "language": "en", "kind": "full text", **values}


def announce(project: Folders, id: str, about: Mapping[str, str], **values: object) -> None:
    """Write an announcement that was due the day before now."""
    said = {
        "guid": f"tag:neaspec.org,2026:{id}",
        "standing": "ready",
        "kind": "news",
        "about": about,
        "released": "2026-07-19 09:00 Z",
        "headline": f"Headline of {id}",
        "summary": "Some words.",
    }
    write(project.data / "announcements" / f"{id}.yml", {**said, **values})


def place_of(project: Folders, record: str, words: str) -> str:
    """Return file and line of a record where some words stand first, as notes say it."""
    lines = (project.data / f"{record}.yml").read_text().splitlines()
    return f"data/{record}.yml:{next(number for number, line in enumerate(lines, 1) if words in line)}"


def holding(site: Site, *words: str) -> list[str]:
    """Return the addresses whose document, or whose own name, holds one of some words."""
    said = [word.encode() for word in words]
    return [path for path, content in site.items() if any(w in content or w in path.encode() for w in said)]


def files_in(site: Site) -> list[str]:
    """Return the addresses of files for readers."""
    return sorted(path for path in site if path.startswith("files/"))


def test_what_records_offer_goes_out_and_nothing_else(project: Folders) -> None:
    """The files that records name, under old names too, and what a page links to; no other file."""
    for name in ("linked.pdf", "typed.pdf", "nobody.pdf"):
        add_file(project, name, pdf(name))
    page = project.docs / "index.md"
    page.write_text(f'{page.read_text()}\n[here](files/linked.pdf), <a href="files/typed.pdf">there</a>\n')
    site = site_at(project)
    assert files_in(site) == [
        "files/agenda.pdf",
        "files/forum/agenda.pdf",
        "files/forum/report.pdf",
        "files/forum/what-hedges-hold.pptx",
        "files/forum/who-came.csv",
        "files/hedge-belt-prices.csv",
        "files/hedges-summary.pdf",
        "files/linked.pdf",
        "files/typed.pdf",
    ]
    assert site["files/agenda.pdf"] == site["files/forum/agenda.pdf"] != b""


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


@pytest.mark.parametrize("place", ["study", "session", "presented", "announcement"])
def test_a_file_held_back_is_nowhere_until_its_moment(project: Folders, place: str) -> None:
    """Not its bytes, name or title, in any page, feed, set of data, kit or index; then everywhere."""
    held = add_file(project, "held-back.pdf", pdf(TITLE, pages=3), released=MOMENT)
    if place == "study":
        edit(project, *STUDY, files=[held])
    elif place == "session":
        programme = [{"title": "Opening", "date": "7 May 2024", "files": [held]}]
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
    ids = re.compile(rb"<guid.*?</guid>|<pubDate>.*?</pubDate>|<enclosure[^>]*>|<lastBuildDate>.*?<")
    assert ids.findall(before["feeds/updates.xml"]) == ids.findall(after["feeds/updates.xml"])
    assert b"9 pages" in after["feeds/updates.xml"]


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
    """citation_pdf_url is the first PDF of the full text on this site, and no other file."""
    summary = add_file(project, "summary.pdf", pdf(), kind="summary")
    elsewhere = {"link": "https://example.org/big.pdf", "title": "Big", "language": "en", "kind": "full text"}
    whole = add_file(project, "fences.pdf", pdf("Fences"))
    known = {
        "files": [summary, elsewhere, whole],
        "partners": [{"organization": "dune-network", "role": "lead"}],
    }
    edit(project, "studies", "fence-study", stage="final", overtaken_by=None, **known)
    page = site_at(project)["studies/fence-study/index.html"].decode()
    found = re.findall(r'<meta name="citation_pdf_url" content="([^"]*)"', page)
    assert found == ["https://example.org/dunes/files/fences.pdf"]


def rows_of(site: Site) -> list[dict[str, str]]:
    """Return the rows of the set of files in CSV."""
    return list(csv.DictReader(StringIO(site["open-data/files.csv"].decode("utf-8-sig"))))
