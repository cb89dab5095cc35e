"""Activity areas: the six fields of work by which the register of projects is kept."""

from .base import Record, Whole
from .source import Sources
from .text import Text


class Area(Record):
    """A field of work of the North-East Asia Multi-Stakeholder Plan."""

    name: Text
    short: Text
    summary: Text
    order: Whole
    sources: Sources

    @property
    def title(self) -> Text:
        """Return the name that lists and links show."""
        return self.name
