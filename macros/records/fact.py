"""Facts: a figure, target, pledge, programme, finding or date, each with its year and its source."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from .base import CountryId, OrganizationId, Quantity, Record, TopicId, problem
from .kind import Kind
from .plain_text import Line
from .source import Sources
from .text import Text
from .when import PartialDate

FactKind = Literal["figure", "target", "pledge", "programme", "finding", "date"]
PER_CENT, MOST_PER_CENT = ("%", "per cent", "percent"), 1000
Qualifier = Literal["about", "more than", "up to"]


class Fact(Record):
    """One statement of a document: a value with its unit, or words, for a year."""

    kind: FactKind
    label: Annotated[Line, Field(description="What it is: 'Desertified land'")]
    about: Annotated[tuple[CountryId, ...], Field(description="The member States it is about")] = ()
    scope: Annotated[
        Literal["world", "programme"], Field(description="Where it is about no member State")
    ] = "world"
    value: Quantity | None = None
    value_to: Annotated[Quantity | None, Field(description="The upper end where a range is given")] = None
    qualifier: Qualifier | None = None
    unit: Line | None = None
    statement: Annotated[Line | None, Field(description="What is said, where it is not a number")] = None
    year: Annotated[PartialDate | None, Field(description="The date that it holds for")] = None
    year_note: Annotated[Line | None, Field(description="What the year means, or why there is none")] = None
    baseline: Annotated[Line | None, Field(description="What it is compared with")] = None
    topics: tuple[TopicId, ...] = ()
    organizations: tuple[OrganizationId, ...] = ()
    sources: Sources

    @model_validator(mode="after")
    def _says_one_thing(self) -> "Fact":
        if self.value is None and self.statement is None:
            raise problem("has neither value nor statement; give the number with its unit, or the words")
        if self.value is not None and self.unit is None:
            raise problem("has no unit; add a line 'unit: ...'", "value")
        for name, value in (("value", self.value), ("value_to", self.value_to)):
            if value is not None and str(self.unit) in PER_CENT and abs(value) > MOST_PER_CENT:
                wrong = f"'{value}' is no share in per cent; correct the number or its unit"
                raise problem(wrong, name)
        if self.value is not None and self.value_to is not None and self.value_to <= self.value:
            raise problem("is not more than value; give the lower end as value", "value_to")
        if self.year is None and self.year_note is None:
            raise problem("has neither year nor year_note; give the year, or say why there is none")
        return self

    @property
    def title(self) -> Text:
        """Return the label that lists and links show."""
        return self.label


KIND = Kind(
    name="facts",
    model=Fact,
    layout="many a file",
    noun="fact",
    label="Facts",
    anchor="facts/#{id}",
    datasets=("facts",),
)
