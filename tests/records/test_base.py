"""The ground of records: frozen, closed to unknown keys, with links and numbers as they are written."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from macros.catalogue import Catalogue
from macros.catalogue.kinds import KINDS
from macros.records.base import Flag, Link, Number, Whole

LINK: TypeAdapter[str] = TypeAdapter(Link)
NUMBER: TypeAdapter[Decimal] = TypeAdapter(Number)
WHOLE: TypeAdapter[int] = TypeAdapter(Whole)
FLAG: TypeAdapter[bool] = TypeAdapter(Flag)


@pytest.mark.parametrize(
    "link", ["https://example.org/a?b=c#d", "http://example.org", "mailto:info@example.org"]
)
def test_a_whole_address_is_a_link(link: str) -> None:
    """Pages and e-mail addresses may be linked."""
    assert LINK.validate_python(link) == link


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        "data:text/html,x",
        "//example.org",
        "example.org",
        "https:",
        "https:///path",
        "http://[example.org",
        "mailto:",
        "https://example.org/a b",
        "https://example.org/\x07",
        "https://example.org/\u2028",
        "ftp://example.org",
        "",
    ],
)
def test_what_is_no_whole_address_is_no_link(link: str) -> None:
    """Scripts, half addresses and spaces are refused, in one sentence."""
    with pytest.raises(ValidationError, match="is not a link we publish; write a full address"):
        LINK.validate_python(link)


@given(st.text(max_size=60) | st.text(max_size=20).map("https://".__add__))
def test_no_text_makes_the_reader_of_links_fail(text: str) -> None:
    """Any text is a link with a safe scheme, or a problem."""
    try:
        link = LINK.validate_python(text)
    except ValidationError:
        return
    assert link.lower().startswith(("http://", "https://", "mailto:"))


@given(st.decimals(-(10**9), 10**9, allow_nan=False, places=3))
def test_a_number_keeps_its_digits(number: Decimal) -> None:
    """A number is never rounded, and its last zeros stay: 12.50 is not 12.5."""
    assert str(NUMBER.validate_python(str(number))) == str(number)


@pytest.mark.parametrize(
    "text", ["1,200", "12,5", "US$ 5", "5 %", "1e3", "NaN", "Infinity", "1_000", "٣", ""]
)
def test_what_is_no_number_is_refused(text: str) -> None:
    """Signs, commas and words do not pass for numbers."""
    with pytest.raises(ValidationError, match="is not a number"):
        NUMBER.validate_python(text)
    with pytest.raises(ValidationError, match="is not a whole number"):
        WHOLE.validate_python(text)


@pytest.mark.parametrize("value", [["1"], {"a": "1"}])
def test_a_list_is_no_number(value: object) -> None:
    """A list or a group where a number belongs is told as such."""
    with pytest.raises(ValidationError, match="must be a number"):
        NUMBER.validate_python(value)


def test_a_record_cannot_be_changed(catalogue: Catalogue) -> None:
    """What is known stays as it was read."""
    with pytest.raises(ValidationError, match="frozen"):
        catalogue.events["dune-forum-2024"].title = catalogue.events["hedge-training"].title


@pytest.mark.parametrize("kind", KINDS)
def test_a_record_refuses_unknown_keys(kind: str) -> None:
    """A misspelt key is a mistake in every kind of record, never passed over."""
    errors: list[Any] = []
    try:
        KINDS[kind].model.model_validate({"id": "x", "colour": "green"})
    except ValidationError as refused:
        errors = [error["loc"] for error in refused.errors() if error["type"] == "extra_forbidden"]
    assert errors == [("colour",)]


@pytest.mark.parametrize(
    ("said", "flag"),
    [(True, True), ("true", True), ("True", True), (False, False), ("false", False), ("False", False)],
)
def test_a_flag_is_true_or_false(said: object, flag: bool) -> None:
    """As YAML and as people write it."""
    assert FLAG.validate_python(said) is flag


@pytest.mark.parametrize("said", ["yes", "no", "TRUE", "on", "", 2, None, ["true"]])
def test_what_is_neither_is_no_flag(said: object) -> None:
    """Other words are told."""
    with pytest.raises(ValidationError, match="must be true or false"):
        FLAG.validate_python(said)
