"""Topics: the vocabulary that studies, events and organizations are filed under."""

from .base import Order, Record
from .plain_text import Line
from .source import Sources
from .text import Text


class Topic(Record):
    """A subject within desertification and land degradation."""

    name: Line
    summary: Text
    order: Order
    sources: Sources

    @property
    def title(self) -> Text:
        """Return the name that lists and links show."""
        return self.name
