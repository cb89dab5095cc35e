"""The site's colours (overrides/assets/stylesheets/site.css), and how each kind of card wears them."""

from dataclasses import dataclass

PAPER, RAISED, INK, QUIET, LINE = "#fdfcf9", "#f5f2e9", "#14241f", "#4d5b55", "#dbd7ca"
GREEN, GREEN_WASH, DEEP, MINT = "#0b5d52", "#e2efe9", "#0b4f47", "#7fd0bd"
SAND, SAND_INK, SAND_WASH, WHEAT = "#c58a2b", "#805208", "#f7ecd6", "#e3b565"
SKY, SUN, FAR, RIDGE = "#eef1ea", "#f3d9a0", "#cfdad0", "#a9c0b1"
DUNE_FAR, DUNE, STEPPE, GRASS, SOIL = "#e7cf9f", "#d9b26c", "#6f9a7d", "#2f6f5c", "#123b33"

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
        title="#ffffff",
        date=WHEAT,
        place="#d5e6df",
        foot="#d5e6df",
        rule="#3b7a71",
        panel=SAND,
    ),
    "project": Dress(panel=GREEN_WASH),
    "country": Dress(),
    "plan": Dress(panel=RAISED),
    "organization": Dress(panel=GREEN),
    "topic": Dress(panel=SAND_WASH),
}
