"""What a fact rests on, in words."""

import pytest
from pydantic import ValidationError

from macros.records.source import Source


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ({"paragraph": "8"}, "para. 8"),
        ({"paragraph": "6-14"}, "paras. 6–14"),
        ({"footnote": "3"}, "footnote 3"),
        ({"page": "4"}, "p. 4"),
        ({"section": "Annex"}, "Annex"),
        (
            {"section": "Annex", "paragraph": "2", "page": "1", "footnote": "7"},
            "Annex, para. 2, p. 1, footnote 7",
        ),
    ],
)
def test_a_place_is_said_as_references_say_it(place: dict[str, str], words: str) -> None:
    """Section, paragraph, page and footnote come in this order."""
    assert Source.model_validate({"document": "report", **place}).place() == words


def test_a_section_is_named_in_the_language_of_the_page() -> None:
    """A section that has a name in another language is named so there."""
    source = Source.model_validate({"document": "report", "section": {"en": "Annex", "ru": "Приложение"}})
    assert [source.place(language) for language in ("en", "ru", "ko")] == ["Annex", "Приложение", "Annex"]


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"secretariat": "18 August 2026"}, "own knowledge, 18 August 2026"),
        ({"secretariat": "August 2026", "note": "By telephone."}, "own knowledge, August 2026: By telephone"),
    ],
)
def test_what_the_secretariat_knows_is_said_with_its_day(told: dict[str, str], words: str) -> None:
    """Its note follows, without a full stop, as references end with their own."""
    assert Source.model_validate(told).place() == words


@pytest.mark.parametrize(
    ("told", "message"),
    [
        ({}, "names nothing that it rests on"),
        ({"note": "By telephone"}, "names nothing that it rests on"),
        (
            {"document": "report", "page": "2", "note": "By telephone"},
            "belongs to what the Secretariat knows",
        ),
        ({"secretariat": "2026", "document": "report", "page": "2"}, "stands beside a document"),
        ({"secretariat": "2026", "section": "Annex"}, "is a place in a document"),
        ({"secretariat": "2026", "citing": ["report"]}, "is a place in a document"),
    ],
)
def test_a_source_is_a_document_or_the_secretariat(told: dict[str, object], message: str) -> None:
    """Half of one and half of the other is neither."""
    with pytest.raises(ValidationError, match=message):
        Source.model_validate(told)
