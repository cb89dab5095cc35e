"""The logical framework: its parts, by their codes and with the way to them, for messages and references."""

from typing import Any

import pytest
from pydantic_core import PydanticCustomError

from macros.records.framework import Framework, keyed

SOURCE = {"document": "report", "paragraph": "1"}
OUTPUT: dict[str, Any] = {
    "title": "A",
    "line": "understanding",
    "work": "A",
    "years": ["2020"],
    "activities": {"A.1": {"title": "One"}, "A.2": {"title": "Two"}},
}


def test_each_part_is_named_by_its_code_and_knows_its_place() -> None:
    """A message about an activity names its own line, one about an output that of the output."""
    values = {"title": "A", "objective": "A", "outcome": "A", "period": "2020", "sources": [SOURCE]}
    framework = Framework.model_validate({"id": "x", **values, "outputs": {"A": OUTPUT}})
    assert [(kind, record.id, keys) for kind, record, keys in framework.parts()] == [
        ("framework-items", "A", ("outputs", "A")),
        ("framework-items", "A.1", ("outputs", "A", "activities", "A.1")),
        ("framework-items", "A.2", ("outputs", "A", "activities", "A.2")),
    ]


def test_the_key_of_an_entry_is_its_id() -> None:
    """What is no group of keys is left to be told for what it is, whatever its words hold."""
    assert keyed({"A": {"title": "B"}, "C": "an idea"}) == {"A": {"title": "B", "id": "A"}, "C": "an idea"}
    assert keyed(["A"]) == ["A"]
    with pytest.raises(PydanticCustomError) as refused:
        keyed({"A": {"title": "B", "id": "C"}})
    assert refused.value.message() == "'A' has a key id of its own; its id is 'A', so delete the line"
