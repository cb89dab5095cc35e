"""Periods: when a project starts and ends, of which often only one is known."""

import re
from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema, model_validator

from .base import Part, problem
from .when import PartialDate, parse_date

FORM = "{starts: 2008}, {ends: 2024} or 2015-2024"
ONE_END = re.compile(r"(since|until)\s+(\S.*)", re.IGNORECASE)


class Period(Part):
    """The first and the last date of something, each as exact as its source."""

    starts: PartialDate | None = None
    ends: PartialDate | None = None

    @model_validator(mode="after")
    def _has_an_order(self) -> "Period":
        if self.starts is None and self.ends is None:
            raise problem(f"says neither when it starts nor when it ends; write {FORM}")
        for name, date in (("starts", self.starts), ("ends", self.ends)):
            if date and not date.single:
                wrong = f"'{date}' is two dates; write the first in 'starts', the other in 'ends'"
                raise problem(wrong, name)
        if self.starts and self.ends and self.ends.last < self.starts.first:
            raise problem(f"{self.ends} is before {self.starts}, when it starts; correct one of them", "ends")
        return self

    @property
    def both(self) -> PartialDate | None:
        """Return the whole period as one date, where both its ends are known."""
        return PartialDate(self.starts.start, self.ends.end) if self.starts and self.ends else None


def _from_words(value: Any) -> Any:
    """Return start and end of a period that is written as one date: '2015-2024'."""
    if not isinstance(value, str):
        return value
    one_end = ONE_END.fullmatch(value.strip())
    if one_end:
        name = "starts" if one_end[1].lower() == "since" else "ends"
        raise problem(f"'{value}' names one end of a period; write {{{name}: {one_end[2]}}}")
    date = parse_date(value)
    return {"starts": PartialDate(date.start, date.start), "ends": PartialDate(date.end, date.end)}


def _schema() -> dict[str, Any]:
    return {"anyOf": [{"type": ["string", "integer"]}, Period.model_json_schema()]}


When = Annotated[
    Period,
    BeforeValidator(_from_words),
    WithJsonSchema(_schema()),
]
