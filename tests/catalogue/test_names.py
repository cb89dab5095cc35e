"""Who somebody is: one answer for every page and format, without those who may not be named."""

from typing import Any

import pytest

from macros.catalogue import Catalogue
from macros.catalogue.names import Named, authors, deeds, named
from macros.records.contributor import Contributor

from ..cited import final_study
from ..credited import BERG, HIDDEN, KIM, NETWORK, TELLER, WHOLE

SPEAKER = "Sand Secretariat"
BOTH = {"name": {"en": "Anna Dune", "mn": "Анна Манхан"}, "public": True}


def test_they_stand_in_the_order_given(catalogue: Catalogue) -> None:
    """People by name, people with a record and organizations, as the publication has them."""
    assert _names(catalogue, [NETWORK, KIM, TELLER, WHOLE]) == [
        "Dune Network", "Kim Min-jun", "Sand Teller & Daughters", "Ōno Akira",
    ]  # fmt: skip


def test_who_may_not_be_named_is_left_out(catalogue: Catalogue) -> None:
    """The others close ranks."""
    assert _names(catalogue, [HIDDEN, KIM, HIDDEN]) == ["Kim Min-jun"]


def test_what_a_record_says_of_a_person_holds_where_they_act(catalogue: Catalogue) -> None:
    """Role and organization of the occasion go before those of the record; the rest is its own."""
    (own,), (here,) = (
        _known(catalogue, [one])
        for one in (TELLER, {**TELLER, "role": "Chair", "organization": "school-union"})
    )
    assert (str(own.role), own.organization and own.organization.id) == ("Storyteller", "dune-network")
    assert (str(here.role), here.organization and here.organization.id) == ("Chair", "school-union")
    assert own.orcid == here.orcid == "0000-0002-1825-0097"
    assert own.person is here.person is catalogue.people["sand-teller"]


@pytest.mark.parametrize(
    ("one", "language", "parts"),
    [
        (KIM, "en", ("Kim", "Min-jun")),
        (BERG, "en", ("van der Berg", "Anna M.")),
        (BERG, "mn", ("van der Berg", "Anna M.")),
        (WHOLE, "en", None),
        (NETWORK, "en", None),
        ({**BOTH, "sorted": "Dune, Anna"}, "en", ("Dune", "Anna")),
        ({**BOTH, "sorted": "Dune, Anna"}, "mn", None),
        ({**BOTH, "sorted": {"en": "Dune, Anna", "mn": "Манхан, Анна"}}, "mn", ("Манхан", "Анна")),
        ({**BOTH, "sorted": "Dune, Anna"}, "ko", ("Dune", "Anna")),
    ],
)
def test_a_name_is_split_only_where_the_record_sorts_it(
    catalogue: Catalogue, one: dict[str, Any], language: str, parts: tuple[str, str] | None
) -> None:
    """Nothing is guessed, and no part in one language is put to a name in another."""
    (found,) = _known(catalogue, [one])
    assert found.parts(language) == parts


def test_partners_are_authors_where_none_are_given(catalogue: Catalogue) -> None:
    """Those who led, then those who wrote with them; given authors stand alone."""
    partners = [{**NETWORK, "role": "co-author"}, {"organization": "school-union", "role": "lead"}]
    one, other = final_study(partners=partners), final_study(partners=partners, authors=[KIM])
    assert [str(a.name) for a in authors(catalogue, one, SPEAKER)] == [
        "Union of schools, Тал",
        "Dune Network",
    ]
    assert [str(a.name) for a in authors(catalogue, other, SPEAKER)] == ["Kim Min-jun"]


def test_what_somebody_did_is_told_from_every_record_that_names_them(catalogue: Catalogue) -> None:
    """Author, speaker, contact; whoever presents a study speaks at the event."""
    done = {(deed, kind, record.id) for deed, kind, record in deeds(catalogue, "sand-teller")}
    assert done == {
        ("author", "studies", "reed-handbook"),
        ("speaker", "events", "dune-forum-2024"),
        ("contact", "projects", "hedge-belt"),
    }


def _known(catalogue: Catalogue, people: list[dict[str, Any]]) -> tuple[Named, ...]:
    return named(catalogue, [Contributor.model_validate(one) for one in people])


def _names(catalogue: Catalogue, people: list[dict[str, Any]]) -> list[str]:
    return [one.line("en") for one in _known(catalogue, people)]
