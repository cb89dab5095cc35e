"""Which picture and which people a flyer shows."""

from collections.abc import Callable
from pathlib import Path

import pytest

from macros.emitters.flyer.choosing import Chosen, flyer_of, picture_of
from macros.project import open_project, open_public
from macros.records.moment import moment_from
from macros.settings import Folders

from ...copies import copied
from ...pdfs import pdf

NOW = moment_from("2026-12-01 09:00 +09:00")
FULL_TEXT = """files:
- file: fences.pdf
  title: Fences against sand
  language: en
  kind: full text
"""
Change = Callable[[str, str, str], None]


@pytest.fixture
def project(tmp_path: Path, sample: Folders) -> Folders:
    """Return a copy of the sample project that a test may change."""
    return copied(sample, tmp_path / "project")


@pytest.fixture
def change(project: Folders) -> Change:
    """Return what changes the words of a record of that copy."""

    def changed(file: str, old: str, new: str) -> None:
        path = project.data / file
        words = path.read_text(encoding="utf-8")
        assert old in words
        path.write_text(words.replace(old, new), encoding="utf-8")

    return changed


def chosen(project: Folders, kind: str, id: str) -> Chosen | None:
    """Return the picture of a record of a project."""
    return picture_of(open_public(project, {}, NOW).public.catalogue, kind, id, "en")


def test_an_event_shows_the_first_picture_of_its_gallery(project: Folders) -> None:
    """With the words for those who do not see it, and whose it is."""
    found = chosen(project, "events", "dune-forum-2024")
    assert found is not None
    assert (found.picture.name, found.alt, found.credit) == ("forum.jpg", "Dunes & a low sun", "A. Herder")
    assert not found.cover


def test_an_event_without_a_gallery_shows_what_was_last_said_of_it(project: Folders) -> None:
    """The picture of the newest announcement that has one."""
    file = project.data / "events" / "dune-forum-2024.yml"
    words = file.read_text(encoding="utf-8")
    file.write_text(words.replace("gallery:", "gallery: []\nunused:").split("unused:")[0], encoding="utf-8")
    found = chosen(project, "events", "dune-forum-2024")
    assert found is not None
    assert (found.picture.name, found.credit) == ("hedge.png", "Dune Network")


def test_a_study_shows_its_cover_whole(project: Folders) -> None:
    """Its own goes before the first page of a full text."""
    found = chosen(project, "studies", "hedge-study")
    assert found is not None
    assert (found.picture.name, found.cover, found.page) == ("seed.png", True, False)
    assert found.alt == "Cover: Hedges against sand"


def test_a_study_without_a_cover_shows_the_first_page_of_its_full_text_once_that_is_out(
    project: Folders, change: Change
) -> None:
    """Of a file that is still to come nothing is shown."""
    (project.docs / "files" / "fences.pdf").write_bytes(pdf("Fences"))
    change("studies/fence-study.yml", "sources:\n", f"{FULL_TEXT}sources:\n")
    found = chosen(project, "studies", "fence-study")
    assert found is not None
    assert (found.picture.name, found.cover, found.page) == ("fences.pdf", True, True)
    later = f"{FULL_TEXT}  released: 2027-03-01 09:00 +09:00\n"
    change("studies/fence-study.yml", FULL_TEXT, later)
    assert chosen(project, "studies", "fence-study") is None


def test_who_may_not_be_named_is_on_no_flyer(project: Folders, change: Change) -> None:
    """A contact and an author who did not agree are left out; the others stay."""
    people = """contacts:
- {name: Hidden Person, email: hidden@example.org, public: false}
- {name: Open Person, email: open@example.org, public: true}
authors:
- {name: Secret Author, public: false}
- {name: Known Author, public: true}
"""
    change("studies/fence-study.yml", "sources:\n", f"{people}sources:\n")
    opened = open_project(project)
    said = repr(flyer_of(opened.catalogue, "studies", "fence-study", opened.site))
    assert "Open Person, open@example.org" in said
    assert "Known Author" in said
    assert not any(word in said for word in ("Hidden", "hidden@", "Secret Author"))


def test_a_record_without_contacts_of_its_own_shows_how_to_reach_the_secretariat(project: Folders) -> None:
    """By the contact record; without one, nobody is named."""

    def asked() -> tuple[str, ...]:
        public = open_public(project, {}, NOW).public
        return flyer_of(public.catalogue, "events", "grass-talks-2027", public.site).contact

    assert asked() == ("Dune Network, desk@example.org, +99 (0)11 345-678",)
    (project.data / "contact.yml").unlink()
    assert asked() == ()
