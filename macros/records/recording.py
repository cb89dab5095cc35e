"""Recordings of events and sessions: where one lies, how long it is, in which language."""

import re
from typing import Annotated

from pydantic import AfterValidator, Field, WithJsonSchema

from .base import Link, Part, problem
from .language import LanguageCode
from .plain_text import Line

LENGTH = re.compile(r"(?:([0-9]{1,2}):)?([0-5]?[0-9]):([0-5][0-9])", re.ASCII)


def _length(value: object) -> str:
    found = LENGTH.fullmatch(str(value))
    if not found or not any(int(part or 0) for part in found.groups()):
        raise problem(f"'{value}' is not a length; write hours, minutes and seconds, such as '1:24:00'")
    hours, minutes, seconds = (int(part or 0) for part in found.groups())
    return f"{hours}:{minutes:02}:{seconds:02}"


Length = Annotated[
    str, AfterValidator(_length), WithJsonSchema({"type": "string", "pattern": LENGTH.pattern})
]


class Recording(Part):
    """A recording on another site; pages link to it and never show it themselves."""

    link: Link
    length: Annotated[Length | None, Field(description="Hours, minutes, seconds: '1:24:00'")] = None
    language: LanguageCode
    title: Line | None = None

    @property
    def duration(self) -> str | None:
        """Return its length as ISO 8601 says it (PT1H24M), or None where it is not told."""
        return f"PT{self._length('H', 'M', 'S')}" if self.length else None

    @property
    def length_words(self) -> str:
        """Return its length in words: '1 h 24 min', '50 s'; nothing where it is not told."""
        return self._length(" h ", " min ", " s ").strip()

    def _length(self, *units: str) -> str:
        numbers = (int(part) for part in (self.length or "0:0:0").split(":"))
        return "".join(f"{number}{unit}" for number, unit in zip(numbers, units, strict=True) if number)
