"""Activity areas: the six fields of work by which the register of projects is kept."""

from .base import Order, Record
from .kind import Kind, by_order
from .plain_text import Line
from .source import Sources
from .text import Text


class Area(Record):
    """A field of work of the North-East Asia Multi-Stakeholder Plan."""

    name: Line
    short: Line
    summary: Text
    order: Order
    sources: Sources

    @property
    def title(self) -> Text:
        """Return the name that lists and links show."""
        return self.name


KIND = Kind(
    name="areas",
    model=Area,
    layout="vocabulary",
    noun="activity area",
    label="Activity areas",
    anchor="register/by/area/{id}/",
    order=by_order,
)
