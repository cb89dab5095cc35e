"""Whoever a record names: who they are, whether they may be named, and numbers whose slips are told."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from macros.records.contributor import Contributor, Orcid, orcid_digit
from macros.records.person import Person
from macros.records.publication import Isbn, isbn_digit

from ..credited import HIDDEN, KIM, NETWORK, TELLER

REFUSED: list[tuple[dict[str, Any], str]] = [
    ({}, "names nobody"),
    ({"name": "A. Herder"}, "does not say whether 'A. Herder' may be named"),
    ({**TELLER, "name": "Sand Teller"}, "stands in the record of the person already"),
    ({**TELLER, "orcid": "0000-0002-1825-0097"}, "stands in the record of the person"),
    ({**NETWORK, "orcid": "0000-0002-1825-0097"}, "belongs to a person"),
    ({**KIM, "sorted": "Kim Min-jun"}, "'Kim Min-jun' has no comma"),
    ({**KIM, "sorted": "Kim,"}, "'Kim,' has no comma"),
    ({**KIM, "sorted": "Lee, Su"}, "'Lee, Su' shares no word with 'Kim Min-jun'"),
    ({**KIM, "sorted": {"en": "Kim, Min-jun", "mn": "Ли, Су"}}, "'Ли, Су' shares no word with 'Kim Min-jun'"),
    ({**KIM, "email": "kim at example.org"}, "is not an e-mail address"),
]


@pytest.mark.parametrize(("values", "told"), REFUSED, ids=[told for _, told in REFUSED])
def test_what_cannot_be_said_of_somebody_is_told(values: dict[str, Any], told: str) -> None:
    """In one sentence that says what to write."""
    with pytest.raises(ValidationError, match=told):
        Contributor.model_validate(values)


@pytest.mark.parametrize("sorted_name", ["Kim, Min-jun", "KIM, M.", "Min-jun, Kim"])
def test_a_name_for_lists_may_be_shorter(sorted_name: str) -> None:
    """It shares a word with the name, whatever its capitals."""
    assert str(Contributor.model_validate({**KIM, "sorted": sorted_name}).sorted) == sorted_name


def test_a_name_without_spaces_is_sorted_by_its_parts() -> None:
    """As Chinese and Japanese names are written."""
    written = {"name": "金民俊", "sorted": "金, 民俊", "public": True}
    assert str(Contributor.model_validate(written).sorted) == "金, 民俊"


@pytest.mark.parametrize(("values", "shown"), [(KIM, True), (HIDDEN, False), (TELLER, True), (NETWORK, True)])
def test_a_person_is_shown_who_agreed(values: dict[str, Any], shown: bool) -> None:
    """And one with a record, who did; an organization needs nobody's leave."""
    assert Contributor.model_validate(values).shown is shown


def test_a_person_with_a_page_agreed_to_it() -> None:
    """A record of a person is a page; the same slips in names are told there."""
    whole = {"id": "kim", "name": "Kim Min-jun", "biography": "Counts dunes.", "public": True}
    assert Person.model_validate(whole).title == Person.model_validate(whole).name
    for change, told in (
        ({"public": False}, "cannot be false here"),
        ({"sorted": "Lee, Su"}, "shares no word"),
    ):
        with pytest.raises(ValidationError, match=told):
            Person.model_validate({**whole, **change})


@given(st.from_regex(r"[0-9]{15}", fullmatch=True), st.integers(0, 14), st.integers(1, 9))
def test_a_mistyped_digit_of_an_orcid_is_told(digits: str, place: int, more: int) -> None:
    """Any one digit; the whole address is taken as well as the number."""
    whole = digits + orcid_digit(digits)
    number = "-".join(whole[start : start + 4] for start in range(0, 16, 4))
    assert TypeAdapter(Orcid).validate_python(f"https://orcid.org/{number}") == number
    wrong = digits[:place] + str((int(digits[place]) + more) % 10) + digits[place + 1 :] + whole[-1]
    _refuses(Orcid, "-".join(wrong[start : start + 4] for start in range(0, 16, 4)))


@given(st.from_regex(r"97[89][0-9]{9}|[0-9]{9}", fullmatch=True), st.integers(3, 8), st.integers(1, 9))
def test_a_mistyped_digit_of_an_isbn_is_told(digits: str, place: int, more: int) -> None:
    """In thirteen digits and in ten, with hyphens or without."""
    whole = digits + isbn_digit(digits)
    assert TypeAdapter(Isbn).validate_python(f"ISBN {whole[:3]}-{whole[3:]}") == f"{whole[:3]}-{whole[3:]}"
    _refuses(Isbn, digits[:place] + str((int(digits[place]) + more) % 10) + digits[place + 1 :] + whole[-1])


def _refuses(hint: Any, value: str) -> None:
    with pytest.raises(ValidationError, match="a digit is mistyped"):
        TypeAdapter(hint).validate_python(value)
