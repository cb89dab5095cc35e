"""Views speak the language that they are handed, and English where a text is not translated."""

import pytest

from macros.records.text import LANGUAGES
from macros.records.when import parse_date
from macros.views.organizations import render_organization

from .goldens import sample_view


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_name_in_six_languages_is_shown_in_the_language_of_the_page(language: str) -> None:
    """A page in a language carries the record's name in it."""
    view = sample_view(language=language)
    translated = [o for o in view.catalogue.organizations.values() if o.name.find(language)]
    assert translated
    for organization in translated:
        assert organization.name.to(language) in render_organization(view, organization)


def test_dates_are_worded_in_the_language_of_the_page() -> None:
    """The same date reads differently in each language."""
    when = parse_date("Q3 2025")
    said = {sample_view(language=language).date(when) for language in LANGUAGES}
    assert len(said) >= len(LANGUAGES) - 1
