"""Whatever names a record is found from that record: links go both ways."""

from collections.abc import Iterator

import pytest

from macros.catalogue import Catalogue
from macros.catalogue.shape import named_ids
from macros.records.base import Record
from macros.releases.loading import load_catalogue
from macros.settings import Folders

Named = tuple[str, Record, str, str, bool]


@pytest.fixture(scope="module", params=["sample", "real"])
def linked(request: pytest.FixtureRequest) -> Catalogue:
    """Return the catalogue of the sample, then of the real records."""
    folders: Folders = request.getfixturevalue(request.param)
    return load_catalogue(folders.data)


def test_what_a_record_names_is_found_from_it(linked: Catalogue) -> None:
    """A relation is followed from the record that names."""
    for kind, record, to, id, cites in _named(linked):
        if not cites:
            assert id in [found.id for found in linked.related(kind, record.id, to)]


def test_what_names_a_record_is_found_from_it(linked: Catalogue) -> None:
    """A relation is followed back from the record that is named."""
    for kind, record, to, id, cites in _named(linked):
        if not cites:
            assert record.id in [found.id for found in linked.related(to, id, kind)]


def test_what_rests_on_a_document_is_found_from_it(linked: Catalogue) -> None:
    """Each source counts once for each place, and leads to the record and the place."""
    for id in linked.documents:
        named = sorted(
            (kind, record.id) for kind, record, _, to, cites in _named(linked) if cites and to == id
        )
        found = linked.resting_on(id)
        assert sorted((citation.kind, citation.record.id) for citation in found) == named
        assert all(id in (c.source.document, *c.source.citing) for c in found)


def test_nothing_is_found_that_nobody_names(linked: Catalogue) -> None:
    """Every relation that is found has a record at one end that names the other."""
    pairs = {(kind, record.id, to, id) for kind, record, to, id, cites in _named(linked) if not cites}
    kinds = {kind for kind, _ in linked.everything()}
    for kind, record in linked.everything():
        for to in kinds:
            for found in linked.related(kind, record.id, to):
                ends = ((kind, record.id), (to, found.id))
                assert {(*ends[0], *ends[1]), (*ends[1], *ends[0])} & pairs


def test_the_samples_forum_is_found_from_all_sides(catalogue: Catalogue) -> None:
    """A known event is found from its study, its plan, its step and its organizer."""
    found = {
        to: [record.id for record in catalogue.related("events", "dune-forum-2024", to)]
        for to in ("studies", "plans", "timeline", "organizations", "events", "plan-activities")
    }
    assert found == {
        "studies": ["hedge-study", "reed-handbook"],
        "plans": ["2026"],
        "timeline": ["forum"],
        "organizations": ["dune-network", "pasture-institute"],
        "events": ["hedge-training"],
        "plan-activities": [],
    }
    assert [r.id for r in catalogue.related("framework-items", "A.1", "plan-activities")] == ["2026-1"]


def _named(catalogue: Catalogue) -> Iterator[Named]:
    """Yield each name that stands in a record: kind, record, kind named, id named, whether as a source."""
    for kind, record in catalogue.everything():
        for _, ref, id in named_ids(record):
            yield kind, record, ref.kind, id, ref.cites
