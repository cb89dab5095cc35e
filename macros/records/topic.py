"""Topics: the vocabulary that studies, events and organizations are filed under."""

from .base import Order, Record
from .kind import CardOf, Kind, OwnPage, by_order
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


KIND = Kind(
    name="topics",
    model=Topic,
    layout="vocabulary",
    noun="topic",
    label="Topics",
    page=OwnPage(
        folder="topics",
        call="topic",
        list="topic_list",
        link="topic_link",
        related=("announcements", "studies", "events", "projects", "organizations", "documents"),
        apart=("facts", "people"),
        card=CardOf(design="topic", label=lambda _: "Topic", always=True),
    ),
    order=by_order,
)
