"""Steps: the time line of the NEASPEC approach, from the first workshops to the plan at hand."""

from typing import Annotated

from pydantic import Field, model_validator

from .base import DocumentId, EventId, OrganizationId, Record, StudyId, problem
from .kind import Key, Kind
from .plain_text import Line
from .source import Sources
from .text import Text
from .when import PartialDate


class Step(Record):
    """One step of the time line."""

    title: Line
    text: Text
    date: PartialDate | None = None
    date_note: Annotated[Line | None, Field(description="What is known where no date is given")] = None
    sort_as: Annotated[PartialDate | None, Field(description="Its place in lists; never shown")] = None
    studies: tuple[StudyId, ...] = ()
    events: tuple[EventId, ...] = ()
    documents: tuple[DocumentId, ...] = ()
    organizations: tuple[OrganizationId, ...] = ()
    sources: Sources

    @model_validator(mode="after")
    def _says_when(self) -> "Step":
        if self.date is None and (self.date_note is None or self.sort_as is None):
            raise problem(
                "has no date; give it, or say what is known in date_note and where it belongs in sort_as"
            )
        return self


def _oldest_first(step: Step) -> Key:
    when = step.date or step.sort_as
    assert when is not None  # noqa: S101 - _says_when holds it
    return (when.last, when.first, step.id)


KIND = Kind(
    name="timeline",
    model=Step,
    layout="vocabulary",
    noun="step of the time line",
    label="Time line",
    anchor="approach/#step-{id}",
    order=_oldest_first,
)
