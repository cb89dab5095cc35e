"""Where a fact stands, in words."""

import pytest

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
