"""Addresses last: what was public leads on, for every kind of record and for pages written by hand."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from macros.__main__ import main
from macros.catalogue import Catalogue
from macros.emitters.cards import card
from macros.emitters.cards.card import Card, card_hash, tools
from macros.project import open_project
from macros.releases.moves import public_text
from macros.settings import Folders, Site
from macros.views.pages import record_pages

from .copies import copied

NOW = datetime(2026, 11, 28, tzinfo=UTC)
STUDY = "dld-climate-stocktaking-2021"
SITE = Site("https://example.org/land/", "Land", "Land and sand", "UN")


@pytest.fixture
def project(tmp_path: Path, real: Folders) -> Folders:
    """Return a copy of the real records and pages."""
    return copied(real, tmp_path)


def check(project: Folders, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """Return the lines of the check, none where all is in order."""
    status = main(["--project", str(project.root), "check"])
    lines = capsys.readouterr().out.splitlines()
    return lines if status else []


def write_moves(project: Folders, *lines: str) -> None:
    """Write the table of moves."""
    (project.data / "moves.yml").write_text("".join(f"{line}\n" for line in lines))


def test_every_page_of_today_is_on_the_list(real: Folders) -> None:
    """The list in the repository is that of the site: each page that stays stands on it, once."""
    listed = (real.data / "addresses.txt").read_text().splitlines()
    assert len(listed) == len(set(listed)) > 130
    project = open_project(real, NOW).at(NOW)
    made = {page.path for page in record_pages(project.view(""), []) if page.listed}
    steady = {path for path in made if "/by/" not in path and not path.startswith("updates/")}
    assert steady <= set(listed)


@pytest.mark.parametrize(
    ("kind", "id"),
    [
        ("topics", "forests"),
        ("studies", STUDY),
        ("events", "som-21"),
        ("organizations", "geo"),
        ("documents", "national-agroforestry-strategy"),
    ],
)
def test_a_page_that_is_gone_is_told_until_it_leads_on(
    project: Folders, kind: str, id: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line names the address and what to do; with a redirect there is none."""
    listed = (project.data / "addresses.txt").read_text().splitlines()
    gone = f"{kind}/{id}-as-it-was/"
    (project.data / "addresses.txt").write_text("\n".join([*listed, gone, ""]))
    (line,) = check(project, capsys)
    assert line.startswith(f"data/addresses.txt:{len(listed) + 1}: '{gone}' was public")
    assert "to data/moves.yml" in line
    write_moves(project, f"{gone}: topics/")
    assert check(project, capsys) == []


def test_a_redirect_leads_to_the_end_of_its_chain_for_records_and_for_pages(project: Folders) -> None:
    """Renamed twice, the first address leads straight to the last; references and calendars go along."""
    write_moves(
        project,
        f"studies/one/: studies/two/\nstudies/two/: studies/{STUDY}/",
        "our-approach/: approach/",
        "events/congress/: events/dld-workshop-2015/",
    )
    public = open_project(project, NOW).at(NOW)
    pages = {page.path: page for page in record_pages(public.view(""), [])}
    for old, new in (
        ("studies/one/", f"studies/{STUDY}/"),
        ("studies/two/", f"studies/{STUDY}/"),
        ("our-approach/", "approach/"),
        ("events/congress/", "events/dld-workshop-2015/"),
    ):
        page = pages[old]
        assert (page.moved_to, page.canonical, page.listed) == (new, new, False)
        assert f'href="{page.root}{new}"' in page.html
    files = public.files({})
    assert files["events/congress.ics"] == files["events/dld-workshop-2015.ics"]
    for format in ("bib", "ris", "csl.json"):
        assert files[f"studies/one.{format}"] == files[f"studies/{STUDY}.{format}"]


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (["studies/a/: studies/b/", "studies/b/: studies/a/"], "'studies/a/' leads back to itself"),
        (["approach/: topics/"], "'approach/' is a page of the site; take this line out"),
        (["studies/a/: studies/nothing/"], "'studies/nothing/' is no page of the site"),
        (["a/: aproach/"], "'aproach/' is no page of the site; did you mean 'approach/'?"),
        (["/studies/a: studies/"], "'/studies/a' is no address of this site; write it as readers see it"),
        (["a/: https://example.org/"], "'https://example.org/' is no address of this site"),
        (["- a/"], "must be lines such as 'studies/old-id/: studies/new-id/'"),
        (["a/: topics/", "a/: events/"], "a/"),
    ],
)
def test_a_wrong_redirect_is_one_line(
    project: Folders, lines: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where, what, and what to do."""
    write_moves(project, *lines)
    (line,) = check(project, capsys)
    assert line.startswith("data/moves.yml:")
    assert message in line


def test_publishing_lists_what_became_public_and_forgets_nothing(
    project: Folders, capsys: pytest.CaptureFixture[str]
) -> None:
    """The list only grows, is read in any order, and grows once."""
    file = project.data / "addresses.txt"
    listed = file.read_text().splitlines()
    file.write_text("\n".join(reversed([*listed[1:], listed[-1]])))
    assert main(["--project", str(project.root), "publish"]) == 0
    said = capsys.readouterr().out
    assert "new addresses: 1\n" in said
    assert "commit data/addresses.txt." in said
    assert file.read_text().splitlines() == listed
    assert main(["--project", str(project.root), "publish"]) == 0
    assert "address" not in capsys.readouterr().out


def test_a_card_keeps_its_name_whatever_draws_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """A newer Pillow draws cards anew in the cache, and changes no address that is out."""
    shown = Card("event", "Forum", "A forum on grasslands")
    name, cached = card_hash(shown), tools()
    tools.cache_clear()
    monkeypatch.setattr(card, "version", lambda package: f"99.{len(package)}")
    assert card_hash(shown) == name
    assert tools() != cached
    tools.cache_clear()
    assert card_hash(Card("event", "Forum", "Another forum")) != name


@pytest.mark.parametrize("file", ["moves.yml", "addresses.txt"])
def test_marks_of_a_conflict_are_told_by_their_name(
    project: Folders, capsys: pytest.CaptureFixture[str], file: str
) -> None:
    """One line for the file, at its first mark."""
    kept = (project.data / file).read_text() if (project.data / file).exists() else ""
    (project.data / file).write_text("<<<<<<< HEAD\nstudies/a/: studies/b/\n=======\n>>>>>>> other\n" + kept)
    told = [line for line in check(project, capsys) if line.startswith(f"data/{file}:")]
    assert [line.partition(": two")[0] for line in told] == [f"data/{file}:1: is the mark of a Git conflict"]


def test_the_list_of_addresses_leaves_updates_to_the_ledger(tmp_path: Path, catalogue: Catalogue) -> None:
    """It grows by pages of docs/ and of records, each once and in order, and keeps what stood on it."""
    (tmp_path / "addresses.txt").write_text("zebra/\nabout/\nno address\n")
    text, new = public_text(tmp_path, catalogue, ["about/", "updates/forum-2024-outcome/", "history/", ""])
    lines = text.splitlines()
    assert lines == sorted(set(lines))
    assert {"about/", "history/", "zebra/", "studies/hedge-study/", "topics/sand/"} <= set(lines)
    assert not [line for line in lines if line.startswith("updates/") or "#" in line or not line]
    assert new == len(lines) - 2
