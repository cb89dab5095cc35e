"""A kind of card -> the colours that it wears."""

from dataclasses import dataclass

from ...palette import (
    DEEP,
    GREEN,
    GREEN_WASH,
    INK,
    LINE,
    ON_GREEN,
    PAPER,
    QUIET,
    RAISED,
    SAND,
    SAND_INK,
    SAND_WASH,
    SKY,
    WHEAT,
)  # fmt: skip

ON_DEEP = "#d5e6df"
KINDS = ("study", "event", "announcement", "project", "country", "plan", "organization", "topic", "site")


@dataclass(frozen=True, slots=True)
class Dress:
    """The colours of a card: the field that words stand on, each kind of words, the panel beside them."""

    field: str = PAPER
    accent: str = SAND
    label: str = SAND_INK
    title: str = INK
    date: str = GREEN
    place: str = QUIET
    foot: str = QUIET
    rule: str = LINE
    panel: str = SKY


def dress(kind: str) -> Dress:
    """Return the colours of a kind of card."""
    return _DRESSES[kind]


_DRESSES = {
    "site": Dress(),
    "study": Dress(panel="#cfe3da"),
    "event": Dress(),
    "announcement": Dress(
        field=DEEP,
        label=INK,
        title=ON_GREEN,
        date=WHEAT,
        place=ON_DEEP,
        foot=ON_DEEP,
        rule="#3b7a71",
        panel=SAND,
    ),
    "project": Dress(panel=GREEN_WASH),
    "country": Dress(),
    "plan": Dress(panel=RAISED),
    "organization": Dress(panel=GREEN),
    "topic": Dress(panel=SAND_WASH),
}
