"""Notes on words that stand in records and on no page."""

from pathlib import Path

from macros.catalogue import Catalogue
from macros.catalogue.checks.notes import language_notes
from macros.releases.loading import load_catalogue
from macros.settings import Folders

REAL = Folders(Path(__file__).parents[2])


def test_each_language_of_a_record_that_no_page_shows_is_noted(catalogue: Catalogue, sample: Folders) -> None:
    """One line for a language of a record, where its words stand first; never for English."""
    notes = list(language_notes(sample.data, catalogue))
    network = "data/organizations/dune-network.yml"
    assert f"{network}:5: words in 'ko' are given, but the site does not show Korean yet" in notes
    assert len([note for note in notes if note.startswith(network)]) == 5
    assert len(notes) == len(set(notes))
    assert "'en'" not in "".join(notes)


def test_the_language_that_the_site_shows_is_not_noted(catalogue: Catalogue, sample: Folders) -> None:
    """A site in Mongolian has no note on Mongolian."""
    shown = list(language_notes(sample.data, catalogue, "mn"))
    assert shown == [note for note in language_notes(sample.data, catalogue) if "'mn'" not in note]


def test_where_no_record_is_translated_there_is_no_note() -> None:
    """The real records are in English."""
    assert list(language_notes(REAL.data, load_catalogue(REAL.data))) == []
