"""Changes of an event that was already announced: what, when it was made known, and why."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from .base import Part, problem
from .plain_text import Line
from .source import Source
from .text import Text
from .when import PartialDate

ChangeKind = Literal["moved", "postponed", "cancelled", "reinstated", "renamed", "place", "corrected"]
NEEDS: dict[ChangeKind, str] = {
    "moved": "was_on",
    "postponed": "was_on",
    "renamed": "was",
    "place": "was",
    "corrected": "why",
}
DATED = ("moved", "postponed", "cancelled")
LINES = {
    "was_on": "says which days it had; add 'was_on' with them",
    "was": "says how it was before; add 'was' with the former words",
    "why": "says what was wrong; add 'why'",
}


class Change(Part):
    """One change: what kind, the day it was made known, how it was before, and why."""

    what: ChangeKind
    on: Annotated[PartialDate, Field(description="When the change was made known")]
    was_on: Annotated[PartialDate | None, Field(description="The date that it had")] = None
    was: Annotated[Line | None, Field(description="The title or the place before")] = None
    why: Annotated[Text | None, Field(description="The reason, if it is given")] = None
    source: Source | None = None

    @model_validator(mode="after")
    def _says_how_it_was(self) -> "Change":
        needed = NEEDS.get(self.what)
        if needed and getattr(self, needed) is None:
            raise problem(f"'{self.what}' {LINES[needed]}", "what")
        if self.was_on and self.what not in DATED:
            raise problem(
                "belongs to 'moved', 'postponed' and 'cancelled'; say in a line of its own that it moved",
                "was_on",
            )
        return self
