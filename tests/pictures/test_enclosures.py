"""What goes with an item of a feed: its address stays, whatever pictures come to its record later."""

from dataclasses import replace
from datetime import UTC, datetime

from macros.catalogue import Catalogue
from macros.press.contents import Project
from macros.project import open_project
from macros.records.picture import Picture
from macros.records.text import Text
from macros.settings import Folders

NOW = datetime(2027, 1, 1, tzinfo=UTC)
ID = "forum-2024-outcome"
MORE = (Picture(file="walk.webp", alt=Text((("en", "A path"),))),)


def enclosed(project: Project) -> dict[str, str]:
    """Return the address of what goes with each announcement."""
    drawn = {placed.path: b"a card" for placed in project.cards.everything()}
    return {id: one.url for id, one in project.enclosures({**drawn, **project.preview_files()}).items()}


def test_more_pictures_change_no_enclosure(sample: Folders) -> None:
    """A gallery of an announcement or its event, added after the release, leaves what is out as it is."""
    project = open_project(sample).at(NOW)
    before = enclosed(project)
    assert ID in before
    assert enclosed(replace(project, catalogue=_with_gallery(project.catalogue))) == before


def test_a_drafts_picture_is_nowhere_in_what_is_published(sample: Folders) -> None:
    """Nor is that of one that is scheduled or withdrawn: copies are made of the public's records alone."""
    everything = open_project(sample)
    early = everything.at(datetime(2020, 1, 1, tzinfo=UTC))
    assert ID not in early.catalogue.announcements
    assert "hedge.png" in {picture.name for picture in everything.at(NOW).copies(())}
    assert "hedge.png" not in {picture.name for picture in early.copies(())}


def _with_gallery(catalogue: Catalogue) -> Catalogue:
    announcement = catalogue.announcements[ID].model_copy(update={"gallery": MORE * 3})
    changed = {**catalogue.announcements, ID: announcement}
    return catalogue.as_public(catalogue.now, changed, catalogue.releases, ())
