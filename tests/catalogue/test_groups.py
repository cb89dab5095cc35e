"""The keys that a group lacks and those that it cannot take: one sentence for each slip."""

from typing import Any

import pytest
from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_core import ErrorDetails

from macros.catalogue.reading.groups import name_of, tell_groups


class Leaf(BaseModel):
    """A small group of two keys, of which one is very short."""

    model_config = ConfigDict(extra="forbid")

    on: str
    title: str


def _errors(value: dict[str, Any]) -> list[ErrorDetails]:
    with pytest.raises(ValidationError) as found:
        Leaf.model_validate(value)
    return found.value.errors()


def test_a_group_is_named_by_its_nearest_key() -> None:
    """However deep it stands, an item is one of the list right above it."""
    assert name_of(()) == "the record"
    assert name_of(("topics", 1)) == "item 2 of 'topics'"
    assert name_of(("steps", 0, "topics", 2)) == "item 3 of 'topics'"


@pytest.mark.parametrize("typed", ["in", "un", "onn", "n", "o"])
def test_one_letter_is_enough_to_know_a_short_key(typed: str) -> None:
    """Another letter, one too many or one too few; the keys that are missing come first."""
    told, rest = tell_groups(_errors({typed: "x"}), Leaf)
    assert told[0] == (f"unknown key '{typed}'; did you mean 'on'?", (typed,))
    assert rest == []


@pytest.mark.parametrize("typed", ["no", "ab", "xyz", "onxy"])
def test_a_short_key_with_two_other_letters_is_a_stranger(typed: str) -> None:
    """Two keys are missing: which of them was meant, nobody can tell."""
    told, _ = tell_groups(_errors({typed: "x"}), Leaf)
    assert told[0] == (f"unknown key '{typed}'; use one of: on, title", (typed,))


def test_what_a_moved_key_breaks_in_its_wrong_group_is_not_told_again() -> None:
    """An error that stands at the group and names the key is said with the indentation; others stay."""

    def editors(field: str) -> ErrorDetails:
        return {"type": "editor", "loc": ("basis",), "msg": "", "input": {}, "ctx": {"field": field}}

    lacks: ErrorDetails = {"type": "missing", "loc": ("title",), "msg": "", "input": {"on": "x"}}
    told, rest = tell_groups([lacks, editors("title"), editors("words")], Leaf)
    assert [(message.partition(";")[0], keys) for message, keys in told] == [
        ("'title' does not belong to 'basis', but to the record", ("basis", "title"))
    ]
    assert [error["ctx"]["field"] for error in rest] == ["words"]
