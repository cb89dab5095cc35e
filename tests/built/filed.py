"""A copy of the sample project with files of a test's own -> every document of its site at a moment."""

import csv
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path

from macros.engines.plain import plain
from macros.program import made_site
from macros.project import open_public
from macros.settings import Folders

from ..copies import copied
from ..feeds.edits import read, write
from .building import ROOT

SAMPLE = Folders(ROOT / "tests" / "sample_data")
NOW = datetime(2026, 7, 20, tzinfo=UTC)
TITLE = "Hedges held back"
HOME = "https://example.org/dunes/"
STUDY = ("studies", "hedge-study")
Site = Mapping[str, bytes]


def sample_copy(folder: Path) -> Folders:
    """Return a copy of the sample that a test may change; cards that were drawn once are shared."""
    folders = copied(SAMPLE, folder)
    Folders(ROOT).cards.mkdir(parents=True, exist_ok=True)
    (folders.root / ".cache").mkdir()
    folders.cards.symlink_to(Folders(ROOT).cards)
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


def scholar_address(site: Site, study: str) -> str:
    """Return what a study's page names as its full text, under the site's address."""
    page = site[f"studies/{study}/index.html"].decode()
    (found,) = re.findall(r'<meta name="citation_pdf_url" content="([^"]*)"', page)
    assert isinstance(found, str)
    return found.removeprefix(HOME)


def rows_of(site: Site) -> list[dict[str, str]]:
    """Return the rows of the set of files in CSV."""
    return list(csv.DictReader(StringIO(site["open-data/files.csv"].decode("utf-8-sig"))))
