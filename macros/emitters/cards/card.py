"""What a page is about -> its card, a PNG of 1200 x 630, the same bytes for the same words."""

from dataclasses import asdict, dataclass, replace
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from io import BytesIO
from json import dumps

from PIL import Image

from . import layout
from .dress import KINDS
from .runs import Writing, missing, unreadable, writing
from .typefaces import FONTS, kerns

DESIGN = 1
_DRAWN_WITH = ("pillow", "regex", "budoux")
_VOICES = {
    "label": "strong",
    "title": "title",
    "date": "title",
    "place": "plain",
    "foot": "plain",
    "day": "strong",
    "month": "strong",
    "year": "strong",
}


@dataclass(frozen=True, slots=True)
class Card:
    """The words of a card.

    kind chooses its design; language (BCP 47) is that of its words; day, month and year stand on an
    event's calendar leaf, year on a plan; date and place are written out below the title.
    """

    kind: str
    label: str
    title: str
    language: str = "en"
    date: str = ""
    day: str = ""
    month: str = ""
    year: str = ""
    place: str = ""
    foot: str = "NEASPEC · Desertification and Land Degradation"

    def words(self) -> layout.Words:
        """Return what is written on the card, each in its place."""
        return layout.Words(
            language=self.language,
            label=self.label,
            title=self.title,
            date=self.date,
            place=self.place,
            foot=self.foot,
            day=self.day,
            month=self.month,
            year=self.year,
        )


def draw_card(card: Card) -> bytes:
    """Return a card as a PNG, without the words whose letters no typeface has."""
    if card.kind not in KINDS:
        raise ValueError(f"a card has no kind {card.kind!r}; write one of {', '.join(KINDS)}")
    shown = replace(card, **dict.fromkeys(left_out(card), ""))
    return _encoded(layout.drawn(card.kind, shown.words()), layout.swatches(card.kind))


def card_hash(card: Card) -> str:
    """Return ten hexadecimal digits that change with the words and the design, for the card's public name.

    Versions of packages are no part of it: an address that is out stays, whatever draws the card.
    """
    told = dumps([DESIGN, asdict(card)], sort_keys=True)
    return sha256(told.encode()).hexdigest()[:10]


def missing_glyphs(card: Card) -> tuple[str, ...]:
    """Return the characters that no typeface has, once each, as they come; they are drawn as boxes."""
    found = [char for written in _written(card).values() for char in missing(written)]
    return tuple(dict.fromkeys(found))


def left_out(card: Card) -> tuple[str, ...]:
    """Return which of its words a card goes without, as they are in a script that no typeface has."""
    return tuple(name for name, written in _written(card).items() if unreadable(written))


@cache
def tools() -> str:
    """Return eight hexadecimal digits of what draws, for the cache: newer packages draw anew."""
    faces = [sha256(file.read_bytes()).hexdigest() for file in sorted(FONTS.glob("*.tt[cf]"))]
    drawn_with = dumps([*(f"{name} {version(name)}" for name in _DRAWN_WITH), *faces, kerns()])
    return sha256(drawn_with.encode()).hexdigest()[:8]


def _written(card: Card) -> dict[str, Writing]:
    return {name: writing(getattr(card, name), voice, card.language) for name, voice in _VOICES.items()}


def _encoded(image: Image.Image, palette: Image.Image) -> bytes:
    content = BytesIO()
    image.quantize(palette=palette, dither=Image.Dither.NONE).save(content, "PNG")
    return content.getvalue()
