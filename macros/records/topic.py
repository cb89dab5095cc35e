"""Topics: the vocabulary that studies, events and organizations are filed under."""

from .base import Record, Whole
from .source import Sources
from .text import Text


class Topic(Record):
    """A subject within desertification and land degradation."""

    name: Text
    summary: Text
    order: Whole
    sources: Sources

    @property
    def title(self) -> Text:
        """Return the name that lists and links show."""
        return self.name
