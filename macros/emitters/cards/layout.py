"""The words of a card -> where they stand: a column of text beside the panel of its kind."""

from dataclasses import dataclass
from functools import cache

from PIL import Image, ImageColor, ImageDraw

from ...palette import GREEN, INK, PAPER, SAND
from . import motifs
from .dress import Dress, dress
from .lines import fit
from .runs import Writing, writing

SIZE = (1200, 630)
LEFT, RIGHT, TOP = 64, 722, 78
PANEL = 768
_TITLE_TOP = 158
LEAF_SHADE = (185, 154, 98)
_TITLE_SIZES = (
    *((size, 1) for size in (124, 112)),
    *((size, 2) for size in (100, 92, 84)),
    *((size, 3) for size in (76, 70)),
    *((size, 5) for size in (64, 59, 54, 50, 46)),
    *((size, 9) for size in (42, 39, 36, 34)),
)


@dataclass(frozen=True, slots=True)
class Words:
    """What is written on a card."""

    language: str
    label: str
    title: str
    date: str
    place: str
    foot: str
    day: str
    month: str
    year: str


def drawn(kind: str, words: Words) -> Image.Image:
    """Return a card as a picture."""
    colours = dress(kind)
    image = ground(kind).copy()
    pen = ImageDraw.Draw(image)
    _label(pen, words, colours)
    _foot(pen, words, colours)
    bottom = _date_and_place(pen, words, colours)
    _title(pen, words, colours, bottom)
    if kind == "event":
        _leaf(image, pen, words)
    if kind == "plan" and words.year:
        _centred(pen, words.year, words.language, (PANEL + 132, 88, PANEL + 372, 148), 58, GREEN)
    return image


@cache
def swatches(kind: str) -> Image.Image:
    """Return the palette of a kind of card: its commonest colours, and its words' edges on their ground."""
    colours = dress(kind)
    inks = {colours.label, colours.title, colours.date, colours.place, colours.foot}
    on_field = [(ink, colours.field) for ink in sorted(inks)]
    on_leaf = [(INK, PAPER), (GREEN, PAPER), (PAPER, GREEN), (GREEN, colours.panel), (INK, SAND)]
    edges = [shade for ink, field in (*on_field, *on_leaf) for shade in _shades(ink, field)]
    counted = ground(kind).getcolors(SIZE[0] * SIZE[1]) or []
    common = [colour for _, colour in sorted(counted, reverse=True) if isinstance(colour, tuple)]
    chosen = list(dict.fromkeys([*edges, LEAF_SHADE, *common]))[:256]
    palette = Image.new("P", (1, 1))
    palette.putpalette([channel for colour in chosen for channel in colour])
    return palette


def _shades(ink: str, field: str) -> list[tuple[int, ...]]:
    over, under = ImageColor.getrgb(ink), ImageColor.getrgb(field)
    return [
        tuple(round(a + (b - a) * step / 11) for a, b in zip(over, under, strict=True)) for step in range(12)
    ]


@cache
def ground(kind: str) -> Image.Image:
    """Return a kind of card without words."""
    colours = dress(kind)
    image = Image.new("RGB", SIZE, colours.field)
    image.paste(motifs.panel(kind, colours.panel), (PANEL, 0))
    pen = ImageDraw.Draw(image)
    if kind == "announcement":
        pen.rectangle([(0, TOP), (PANEL - 1, TOP + 61)], fill=SAND)
    else:
        pen.rectangle([(LEFT, TOP), (LEFT + 55, TOP + 5)], fill=colours.accent)
    pen.rectangle([(LEFT, 506), (RIGHT, 507)], fill=colours.rule)
    return image


def _label(pen: ImageDraw.ImageDraw, words: Words, colours: Dress) -> None:
    text = writing(words.label, "strong", words.language)
    _row(pen, text, 119, (28, 26, 24, 22), colours.label)


def _foot(pen: ImageDraw.ImageDraw, words: Words, colours: Dress) -> None:
    _row(pen, writing(words.foot, "plain", words.language), 543, (24, 23, 22, 21, 20), colours.foot)


def _date_and_place(pen: ImageDraw.ImageDraw, words: Words, colours: Dress) -> int:
    """Write place and date upwards from the rule, and tell where the title must end."""
    baseline, bottom = 482, 484
    for said, voice, sizes, ink in (
        (words.place, "plain", (30, 28, 26, 24), colours.place),
        (words.date, "title", (34, 32, 30, 28, 26), colours.date),
    ):
        if said:
            _row(pen, writing(said, voice, words.language), baseline, sizes, ink)
            bottom = baseline - sizes[0] - 14
            baseline -= 44
    return bottom


def _title(pen: ImageDraw.ImageDraw, words: Words, colours: Dress, bottom: int) -> None:
    text = writing(words.title, "title", words.language)
    block = fit(text, RIGHT - LEFT, bottom - _TITLE_TOP, _TITLE_SIZES)
    first = _TITLE_TOP + round(block.size * text.ascent())
    for number, line in enumerate(block.lines):
        baseline = first + number * block.leading
        text.draw(pen, (LEFT, baseline), line, block.size, colours.title)


def _row(pen: ImageDraw.ImageDraw, text: Writing, baseline: int, sizes: tuple[int, ...], ink: str) -> None:
    block = fit(text, RIGHT - LEFT, 10 * sizes[0], [(size, 1) for size in sizes])
    for line in block.lines:
        text.draw(pen, (LEFT, baseline), line, block.size, ink)


def _leaf(image: Image.Image, pen: ImageDraw.ImageDraw, words: Words) -> None:
    """The leaf of a calendar with the event's day, where it has one."""
    if not words.day:
        return
    left, top, right, bottom = motifs.LEAF
    left, right = PANEL + left, PANEL + right
    pen.rounded_rectangle([(left + 6, top + 8), (right + 6, bottom + 8)], 10, fill=LEAF_SHADE)
    pen.rounded_rectangle([(left, top), (right, bottom)], 10, fill=PAPER)
    pen.rounded_rectangle(
        [(left, top), (right, top + 76)], 10, fill=GREEN, corners=(True, True, False, False)
    )
    language = words.language
    _centred(pen, words.month, language, (left + 20, top, right - 20, top + 76), 42, PAPER)
    _centred(pen, words.day, language, (left + 20, top + 80, right - 20, bottom - 62), 128, INK)
    _centred(pen, words.year, language, (left + 20, bottom - 66, right - 20, bottom - 14), 36, GREEN)


def _centred(
    pen: ImageDraw.ImageDraw, said: str, language: str, box: tuple[int, int, int, int], most: int, ink: str
) -> None:
    left, top, right, bottom = box
    text = writing(said, "title" if most > 100 else "strong", language)
    sizes = [(size, 1) for size in range(most, 17, -2)]
    block = fit(text, right - left, 10 * most, sizes)
    for line in block.lines:
        start = (left + right - text.width(line, block.size)) / 2
        text.draw(pen, (start, (top + bottom) / 2 + block.size * 0.35), line, block.size, ink)
