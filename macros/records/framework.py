"""The logical framework of the approach: objective, outcome, outputs and their activities."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import BeforeValidator, Field

from .base import Record, problem
from .kind import Kind, PartKind
from .plain_text import Line
from .source import Sources
from .text import Text
from .when import PartialDate


def keyed(value: object) -> object:
    """Give each entry of a mapping its key as its id; the first key of a record's parts."""
    if not isinstance(value, dict):
        return value
    for key, entry in value.items():
        if isinstance(entry, dict) and "id" in entry:
            raise problem(f"'{key}' has a key id of its own; its id is '{key}', so delete the line", str(key))
    return {key: {**entry, "id": key} if isinstance(entry, dict) else entry for key, entry in value.items()}


class FrameworkActivity(Record):
    """An activity of the framework, such as A.1."""

    id: Annotated[str, Field(pattern=r"^[A-Z]\.[0-9]$")]
    title: Line


class FrameworkOutput(Record):
    """An output of the framework, such as A, and the activities that lead to it."""

    id: Annotated[str, Field(pattern=r"^[A-Z]$")]
    title: Line
    line: Annotated[Line, Field(description="The line of work: understanding, capacity or sharing")]
    work: Annotated[Line, Field(description="The line of work in a sentence")]
    years: tuple[PartialDate, ...]
    activities: Annotated[dict[str, FrameworkActivity], BeforeValidator(keyed)]


class Framework(Record):
    """The logical framework as a whole."""

    title: Line
    objective: Text
    outcome: Text
    period: PartialDate
    outputs: Annotated[dict[str, FrameworkOutput], BeforeValidator(keyed)]
    sources: Sources

    def parts(self) -> Iterator[tuple[str, Record, tuple[str, ...]]]:
        """Yield every output and activity; both are named by their code."""
        for code, output in self.outputs.items():
            yield "framework-items", output, ("outputs", code)
            for number, activity in output.activities.items():
                yield "framework-items", activity, ("outputs", code, "activities", number)


KIND = Kind(
    name="framework",
    model=Framework,
    layout="single",
    noun="logical framework",
    label="Logical framework",
    anchor="approach/#framework",
    parts=(PartKind(name="framework-items", noun="item of the framework", anchor="approach/#output-{id}"),),
    datasets=("framework",),
)
