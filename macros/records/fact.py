"""Facts: a figure, target, pledge, programme, finding or date, each with its year and its source."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from .base import CountryId, Number, OrganizationId, Record, TopicId, problem
from .source import Sources
from .text import Text
from .when import PartialDate

FactKind = Literal["figure", "target", "pledge", "programme", "finding", "date"]
Qualifier = Literal["about", "more than", "up to"]


class Fact(Record):
    """One statement of a document: a value with its unit, or words, for a year."""

    kind: FactKind
    label: Annotated[Text, Field(description="What it is: 'Desertified land'")]
    about: Annotated[tuple[CountryId, ...], Field(description="The member States it is about")] = ()
    scope: Annotated[
        Literal["world", "programme"], Field(description="Where it is about no member State")
    ] = "world"
    value: Number | None = None
    value_to: Annotated[Number | None, Field(description="The upper end where a range is given")] = None
    qualifier: Qualifier | None = None
    unit: Text | None = None
    statement: Annotated[Text | None, Field(description="What is said, where it is not a number")] = None
    year: Annotated[PartialDate | None, Field(description="The date that it holds for")] = None
    year_note: Annotated[Text | None, Field(description="What the year means, or why there is none")] = None
    baseline: Annotated[Text | None, Field(description="What it is compared with")] = None
    topics: tuple[TopicId, ...] = ()
    organizations: tuple[OrganizationId, ...] = ()
    sources: Sources

    @model_validator(mode="after")
    def _says_one_thing(self) -> "Fact":
        if self.value is None and self.statement is None:
            raise problem("has neither value nor statement; give the number with its unit, or the words")
        if self.value is not None and self.unit is None:
            raise problem("has no unit; add a line 'unit: ...'", "value")
        if self.value is not None and self.value_to is not None and self.value_to <= self.value:
            raise problem("is not more than value; give the lower end as value", "value_to")
        if self.year is None and self.year_note is None:
            raise problem("has neither year nor year_note; give the year, or say why there is none")
        return self

    @property
    def title(self) -> Text:
        """Return the label that lists and links show."""
        return self.label
