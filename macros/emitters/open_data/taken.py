"""Where studies are presented, recordings, pages on partners' sites -> their columns of open data."""

from ...records.event import Event
from .fields import Field, Shape, Type, maybe, several
from .values import TEXT, named

PRESENTED_SHAPE = Shape(
    "Presented",
    "Where a study was or will be presented: the event, and the session where that is told.",
    (Field("event", "", named("events")), Field("session", "", maybe(TEXT))),
)
PRESENTED = Field(
    "presented",
    "The events at which it was or will be presented",
    several(
        PRESENTED_SHAPE.type(lambda one: ": ".join(filter(None, (one["event"]["name"], one["session"]))))
    ),
)
ALSO_AT = Field(
    "also_at",
    "Its pages on partners' sites; ours is the one to quote",
    several(Type(str, lambda _, page: page.link)),
)
RECORDINGS = Field(
    "recordings",
    "Where it can be seen or heard, the whole first, then sessions",
    several(Type(str, lambda _, told: told[1].link)),
    Event.recordings,
)
