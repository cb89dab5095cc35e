"""A new kind of record is at most eight files, and then it stands wherever records stand."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from .visits import ADDED, EDITED, ROOT, VISIT, with_visits

MOST_FILES = 8
SCHEMA = "data/schemas/visits.json"
NEW_YEAR = "2027-01-01 09:00 +09:00"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the sample project with a kind that is new to this program."""
    return with_visits(tmp_path_factory.mktemp("visits"))


@pytest.fixture(scope="module")
def site(project: Path) -> Path:
    """Return its site as it stands at the beginning of 2027."""
    run(project, "-m", "macros", "schema")
    run(project, "-m", "macros", "build", "--engine", "plain", "--now", NEW_YEAR)
    return project / "site"


def run(project: Path, *arguments: str, status: int = 0) -> str:
    """Return what a command of the project says; one that ends otherwise fails the test with its words."""
    env = {**os.environ, "PYTHONPATH": os.pathsep.join((str(project), str(ROOT)))}
    command = [sys.executable, *arguments]
    done = subprocess.run(command, cwd=project, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == status, done.stdout + done.stderr
    return done.stdout + done.stderr if status else done.stdout


def text_of(site: Path, path: str) -> str:
    """Return a document of the site."""
    return (site / path).read_text(encoding="utf-8")


def test_a_new_kind_is_at_most_eight_files(project: Path, site: Path) -> None:
    """Record, a key to announce it by, two rows, fragment, sample and guide; the schemas are made."""
    assert site.is_dir()
    assert len({*ADDED, *EDITED}) <= MOST_FILES
    made = {file.name: file.read_bytes() for file in (project / "data" / "schemas").iterdir()}
    ours = {file.name: file.read_bytes() for file in (ROOT / "data" / "schemas").iterdir()}
    assert {name for name in made if made[name] != ours.get(name)} == {"visits.json", "announcements.json"}


def test_no_table_lacks_the_new_kind(project: Path, site: Path) -> None:
    """What holds this program's own kinds to its tables has nothing to say of it."""
    assert site.is_dir()
    asked = "from tests.kinds.complete import *; print(lacks(Path()), unknown_names())"
    assert run(project, "-c", asked) == "[] []\n"


def test_it_has_its_page_its_list_and_links(site: Path) -> None:
    """Its record has a page, stands in the list, and is linked with what it names, from both sides."""
    page = text_of(site, "visits/oasis-walk/index.html")
    assert "<h1>A walk to the oasis</h1>" in page
    assert "Visit · 4 May 2025" in page
    assert 'href="../../countries/altan/"' in page
    assert "We walked to the oasis" in page
    listed = text_of(site, "visits/index.html")
    assert listed.count('href="../visits/oasis-walk/"') == 2
    for path in ("countries/altan", "topics/sand"):
        assert 'href="../../visits/oasis-walk/"' in text_of(site, f"{path}/index.html")
    assert 'href="../../visits/oasis-walk/"' in text_of(site, "documents/forum-report-2024/index.html")


def test_it_is_announced_in_a_feed_of_its_own(site: Path) -> None:
    """What is said of it stands in its feed, in that of all updates, and in those of what it names."""
    for name in ("visits", "updates", "countries/altan", "topics/sand"):
        assert "We walked to the oasis" in text_of(site, f"feeds/{name}.xml")
    update = text_of(site, "updates/oasis-walk-news/index.html")
    assert 'href="../../visits/oasis-walk/"' in update
    assert "feeds/visits.xml" in text_of(site, "visits/index.html")


def test_it_is_shared_with_a_card_and_described_to_search_engines(site: Path) -> None:
    """Its page has a card of its own, structured data, and its words in the search index and the site map."""
    page = text_of(site, "visits/oasis-walk/index.html")
    assert 'content="article"' in page
    (card,) = (site / "share" / "cards").glob("oasis-walk-*.png")
    assert f"share/cards/{card.name}" in page
    data = json.loads(page.split('<script type="application/ld+json">')[1].split("</script>")[0])
    thing = data["@graph"][-1]
    assert (thing["@type"], thing["name"]) == ("CreativeWork", "A walk to the oasis")
    index = json.loads(text_of(site, "search/search_index.json"))["docs"]
    words = [entry for entry in index if entry["location"].startswith("visits/oasis-walk/")]
    assert any("Herders showed" in entry["text"] and "Moving sand" in entry["text"] for entry in words)
    assert "/visits/oasis-walk/</loc>" in text_of(site, "sitemap.xml")


def test_editors_get_a_template_a_schema_and_a_check(project: Path, site: Path) -> None:
    """'outreach new' writes a file of it, whose keys the schema and the check know."""
    assert site.is_dir()
    file = project / "data" / "visits" / "reed-walk.yml"
    run(project, "-m", "macros", "new", "visits", "reed-walk")
    written = file.read_text(encoding="utf-8")
    file.unlink()
    assert written.startswith("# yaml-language-server: $schema=../schemas/visits.json\n")
    assert "\ntitle:" in written
    assert set(json.loads((project / SCHEMA).read_text(encoding="utf-8"))["required"]) == {
        "title", "summary", "sources",
    }  # fmt: skip
    run(project, "-m", "macros", "check")


def test_staff_are_told_what_nobody_announced(tmp_path: Path) -> None:
    """A visit of which nothing was said waits at the desk, and can be announced by its id."""
    project = with_visits(tmp_path)
    (project / "data" / "visits" / "reed-walk.yml").write_text(VISIT, encoding="utf-8")
    said = run(project, "-m", "macros", "status")
    assert "visits/reed-walk" in said
    assert "visits/oasis-walk" not in said
    run(project, "-m", "macros", "announce", "reed-walk")
    draft = (project / "data" / "announcements" / "reed-walk-news.yml").read_text(encoding="utf-8")
    assert "about:\n  visit: reed-walk\n" in draft


def test_it_is_renamed_wherever_it_is_named(tmp_path: Path) -> None:
    """Its announcement and the pages that call it follow, and its old address leads on."""
    project = with_visits(tmp_path)
    run(project, "-m", "macros", "rename", "visits", "oasis-walk", "well-walk")
    named = (project / path for path in ("data/announcements/oasis-walk-news.yml", "docs/visits/index.md"))
    assert all("well-walk" in file.read_text(encoding="utf-8") for file in named)
    assert "visits/oasis-walk/: visits/well-walk/" in (project / "data" / "moves.yml").read_text("utf-8")
    run(project, "-m", "macros", "check")


def test_what_names_one_that_is_not_there_is_told(tmp_path: Path) -> None:
    """A slip in its id is told where it stands, in a page and in an announcement, with what is meant."""
    project = with_visits(tmp_path)
    for path in ("data/announcements/oasis-walk-news.yml", "docs/visits/index.md"):
        file = project / path
        file.write_text(file.read_text("utf-8").replace("oasis-walk", "oasis-wall"), "utf-8")
    told = run(project, "-m", "macros", "check", status=1)
    assert "data/announcements/oasis-walk-news.yml:4: there is no visit 'oasis-wall'; did you mean" in told
    assert "docs/visits/index.md:9" in told
