"""A flyer -> its elements on one page of A4, in the order in which they are read; nothing runs over."""

import re
from dataclasses import replace

from ... import palette as c
from ..cards.dress import dress
from .body import body
from .column import Column
from .elements import HEIGHT, WIDTH, Code, Drawing, Element, Field, Words
from .flyer import Flyer, Shown
from .pictures import drawing, emblem, filling, upright, within

MARGIN = 51.0
PANEL, PANEL_HEIGHT = 190.0, 277.0  # as wide and high as the panel of a card
COLUMN = WIDTH - PANEL - MARGIN - 26
FOOT = 668.0
BANNER = (0.0, 78.0, WIDTH, 226.0)
CODE = 122.0
BREAK, LONG_PART = "\u200b", 26
TITLE = ((34, 2), (30, 3), (27, 4), (24, 5), (21, 6), (18, 8), (16, 9), (14, 11), (11, 14))
ADDRESS = ((14, 2), (12.5, 2), (11, 3), (9.5, 4), (8, 5), (6.5, 7))


def laid_out(flyer: Flyer) -> list[Element]:
    """Return what stands on a flyer."""
    picture = flyer.picture
    wide = picture is not None and not picture.cover and not upright(picture.pixels)
    width = WIDTH - 2 * MARGIN if wide else COLUMN
    head = _head(flyer, BANNER[1] + BANNER[3] + 26 if wide else 84, width)
    beside = 0.0 if wide else PANEL_HEIGHT
    start = max(head.top, beside) + 24
    return [
        *_brand(flyer, width),
        *(_banner(picture, flyer.language) if picture and wide else _panel(flyer)),
        *head.elements,
        *body(flyer, (MARGIN, start, WIDTH - MARGIN, FOOT - 18), WIDTH - PANEL),
        *_foot(flyer),
    ]


def _brand(flyer: Flyer, width: float) -> list[Element]:
    """Return the programme's mark and the name of the site beside it."""
    column = Column(MARGIN + 38, 33, width - 38, flyer.language)
    column.fit(flyer.site, "strong", ((11, 1), (10, 2), (9, 2), (8, 3)), c.QUIET, height=30)
    return [Drawing((MARGIN, 31, 30, 30), emblem()), *_moved(column.elements, 46 - (33 + column.top) / 2)]


def _moved(elements: list[Element], down: float) -> list[Element]:
    return [
        replace(one, lines=tuple(replace(line, baseline=line.baseline + down) for line in one.lines))
        if isinstance(one, Words)
        else one
        for one in elements
    ]


def _banner(picture: Shown, language: str) -> list[Element]:
    """Return a picture over the width of the page, and below it whose it is."""
    left, top, width, height = BANNER
    column = Column(left + MARGIN, top + height + 5, width - 2 * MARGIN, language)
    column.fit(picture.credit, "plain", ((7, 1),), c.QUIET)
    return [Drawing(BANNER, filling(picture.pixels, (width, height)), picture.alt), *column.elements]


def _panel(flyer: Flyer) -> list[Element]:
    """Return the panel beside the title: the cover or an upright picture, else the drawing of a card."""
    left, picture = WIDTH - PANEL, flyer.picture
    if picture is None:
        return [Drawing((left, 0, PANEL, PANEL_HEIGHT), drawing(flyer.design))]
    content, width, height = within(picture.pixels, (PANEL - 44, PANEL_HEIGHT - 52))
    x, y = left + (PANEL - width) / 2, (PANEL_HEIGHT - height) / 2
    column = Column(left + 22, PANEL_HEIGHT - 18, PANEL - 44, flyer.language)
    column.fit(picture.credit, "plain", ((7, 1),), c.QUIET)
    return [
        Field((left, 0, PANEL, PANEL_HEIGHT), dress(flyer.design).panel),
        Field((x + 3, y + 4, width, height), c.RIDGE),
        Drawing((x, y, width, height), content, picture.alt),
        *column.elements,
    ]


def _head(flyer: Flyer, top: float, width: float) -> Column:
    """Return kind, title, what changed, date, hours and place, one below the other."""
    column = Column(MARGIN, top, width, flyer.language)
    column.elements.append(Field((MARGIN, top, 26, 3), c.SAND))
    column.top += 11
    column.fit(flyer.label, "strong", ((10.5, 1), (9, 2)), c.SAND_INK, after=7)
    column.fit(flyer.title, "title", TITLE, c.INK, tag="H1", height=190, after=9)
    _notice(flyer, column)
    column.fit(flyer.date, "title", ((18, 1), (16, 2), (13, 3)), c.GREEN, after=4)
    column.fit(flyer.hours, "plain", ((11, 2), (10, 2)), c.INK, after=2)
    column.fit(flyer.place, "plain", ((11.5, 2), (10, 3)), c.INK)
    return column


def _notice(flyer: Flyer, column: Column) -> None:
    """Add what does not take place as announced, light on dark: it is seen before the date is."""
    word, sentence = flyer.notice
    if not word:
        return
    inside = Column(MARGIN + 14, column.top + 10, column.width - 28, flyer.language)
    inside.fit(word, "strong", ((19, 1), (14, 2)), c.ON_GREEN, after=3)
    inside.fit(sentence, "plain", ((10.5, 4), (9.5, 6)), c.ON_GREEN, height=90)
    column.box(inside, c.INK, 11)
    column.top += 10


def _foot(flyer: Flyer) -> list[Element]:
    """Return the code, the address in words, whom to ask, and who says so."""
    left = MARGIN + CODE + 22
    column = Column(left, FOOT + 24, WIDTH - MARGIN - left, flyer.language)
    column.fit("Scan the code, or go to", "plain", ((9.5, 1),), c.QUIET, after=2)
    column.fit(_breaking(flyer.link), "strong", ADDRESS, c.GREEN, height=50, link=flyer.link, after=9)
    if flyer.contact:
        column.fit("Contact", "plain", ((9.5, 1),), c.QUIET, after=2)
        for line in flyer.contact:
            column.fit(line, "plain", ((10.5, 1), (9, 1), (8, 1)), c.INK, after=1)
    names = " · ".join(dict.fromkeys(filter(None, (flyer.author, flyer.rights))))
    last = Column(MARGIN, HEIGHT - 27, WIDTH - 2 * MARGIN, flyer.language)
    last.fit(names, "plain", ((8.5, 1), (7.5, 1), (6.5, 1)), c.QUIET)
    return [
        Field((0, FOOT, WIDTH, HEIGHT - FOOT), c.RAISED),
        Field((0, FOOT, WIDTH, 2), c.GREEN),
        Code(MARGIN, FOOT + 20, CODE, flyer.link),
        *column.elements,
        *last.elements,
    ]


def _breaking(link: str) -> str:
    """Return an address as people read it, which may be broken after its parts, in a long one anywhere."""
    shown = link.partition("://")[2].rstrip("/")
    parts = re.findall(r"[^/.\-]*[/.\-]|[^/.\-]+", shown)
    return BREAK.join(part if len(part) <= LONG_PART else BREAK.join(part) for part in parts)
