"""The newest announcements of a feed -> a small document that partners put into an iframe on their sites."""

import re
from collections.abc import Mapping
from colorsys import hls_to_rgb, rgb_to_hls
from dataclasses import dataclass, fields
from typing import Any, Literal

from ..palette import GREEN, INK, NIGHT_INK, NIGHT_PAPER, PAPER
from ..records.announcement import Announcement
from ..releases.feeds import Feed, feeds, window
from .view import View

COLOUR = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})", re.ASCII | re.IGNORECASE)
LEAST_CONTRAST = 4.5  # WCAG 2.2, 1.4.3
BY_NIGHT_CONTRAST = 7  # less than that, a link looks fainter than the words around it
MOST_ITEMS = 30
FONTS = ("system", "serif")
STEPS = 20


@dataclass(frozen=True, slots=True)
class EmbedStyle:
    """How the embed looks; colours are '#rrggbb' or '#rgb'. A mistake raises ValueError with a sentence."""

    accent: str = GREEN
    background: str = PAPER
    text: str = INK
    font: Literal["system", "serif"] = "system"
    items: int = 6

    def __post_init__(self) -> None:
        for key in ("accent", "background", "text"):
            _check_colour(key, getattr(self, key))
        for key in ("accent", "text"):
            _check_contrast(key, getattr(self, key), self.background)
        if self.font not in FONTS:
            raise ValueError(f"font is {self.font!r}; write {' or '.join(FONTS)}")
        if type(self.items) is not int or not 1 <= self.items <= MOST_ITEMS:
            raise ValueError(f"items is {self.items!r}; write a whole number from 1 to {MOST_ITEMS}")

    @property
    def dark(self) -> bool:
        """Return whether it is light on dark already, and so the same by day and by night."""
        return _luminance(self.background) < _luminance(self.text)

    @property
    def by_night(self) -> "EmbedStyle":
        """Return the style for readers who prefer dark pages: their accent, as light as it has to be."""
        if self.dark:
            return self
        shades = (_lighter(self.accent, step / STEPS) for step in range(STEPS + 1))
        accent = next(shade for shade in shades if _contrast(shade, NIGHT_PAPER) >= BY_NIGHT_CONTRAST)
        return EmbedStyle(accent, NIGHT_PAPER, NIGHT_INK, self.font, self.items)


def style_from(values: Mapping[str, object]) -> EmbedStyle:
    """Return the style that a mapping describes, the rest as it is by default.

    Raises ValueError with one sentence that names key, value and mend.
    """
    known = [field.name for field in fields(EmbedStyle)]
    for key in values:
        if key not in known:
            raise ValueError(f"{key} is no part of the embed's style; use {', '.join(known)}")
    given: Any = dict(values)
    return EmbedStyle(**given)


def embed_files(view: View, style: EmbedStyle) -> dict[str, bytes]:
    """Return the embed of all updates, of each topic and of each country, by address."""
    shown = [
        f for f in feeds(view.catalogue, view.language) if f.group in ("everything", "topics", "countries")
    ]
    return {f"embed/{feed.name}/index.html": _document(view, style, feed) for feed in shown}


def _document(view: View, style: EmbedStyle, feed: Feed) -> bytes:
    site = view.site
    html = view.render(
        "embed",
        feed=feed,
        style=style,
        night=style.by_night,
        announcements=_newest(view, feed, style.items),
        more=site.url + feed.home,
    )
    return html.strip().encode() + b"\n"


def _newest(view: View, feed: Feed, most: int) -> list[tuple[str, Announcement]]:
    """Return address and record of what the feed carries, newest first, without what was withdrawn."""
    present = {announcement.guid: announcement for announcement in view.catalogue.announcements.values()}
    found = [
        (view.site.url + release.path, present[release.guid])
        for release in window(view.catalogue, feed)
        if release.guid in present
    ]
    return found[:most]


def _check_colour(key: str, value: object) -> None:
    if not isinstance(value, str) or not COLOUR.fullmatch(value):
        raise ValueError(f"{key} is {value!r}; write a colour as # and six digits or letters a-f: '{GREEN}'")


def _check_contrast(key: str, value: str, background: str) -> None:
    found = _contrast(value, background)
    if found < LEAST_CONTRAST:
        way = "darker" if _luminance(background) > _even() else "lighter"
        raise ValueError(
            f"{key} is '{value}', which on the background '{background}' has a contrast of "
            f"{int(found * 100) / 100}:1; make it {way}, until it has {LEAST_CONTRAST}:1"
        )


def _even() -> float:
    """Return the luminance on which black and white stand out alike."""
    return float((1.05 * 0.05) ** 0.5 - 0.05)


def _contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours (WCAG 2.2, 1.4.3), from 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    """Return the relative luminance of a colour, from 0 (black) to 1 (white)."""
    red, green, blue = (_linear(part / 255) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return float(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)


def _lighter(colour: str, share: float) -> str:
    """Return a colour of the same hue, nearer to white by a share from 0 to 1."""
    red, green, blue = (part / 255 for part in _parts(colour))
    hue, lightness, saturation = rgb_to_hls(red, green, blue)
    lighter = hls_to_rgb(hue, lightness + (1 - lightness) * share, saturation)
    return "#" + "".join(f"{round(part * 255):02x}" for part in lighter)


def _parts(colour: str) -> tuple[int, int, int]:
    """Return red, green and blue of a colour, from 0 to 255."""
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)
