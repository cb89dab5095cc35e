"""A text -> how much of a channel's limit it takes, counted in that channel's own way."""

import unicodedata
from collections.abc import Callable, Iterable
from functools import cache

import regex
from emoji import EMOJI_DATA, STATUS

from .channels import Channel
from .links import Span, mastodon_links, x_links

SHORT = "x" * 23
LIGHT = ((0, 0x10FF), (0x2000, 0x200D), (0x2010, 0x201F), (0x2032, 0x2037))
LAST_EMOJI = 11  # the version of Emoji that twitter-text 3.1 knows; later sequences count by their parts
SPEAKING_EYE = "\U0001f441\u200d\U0001f5e8"  # which it knows only without variation selectors
NOT_KNOWN = {"\U0001f441\ufe0f\u200d\U0001f5e8\ufe0f", "\u267e\ufe0f"}
TUXEDO = "\U0001f935"  # whose man and woman it knew before Unicode did
# What it takes together with U+FE0F as one emoji, though a colour is theirs without it.
WITH_SELECTOR = "⌚⌛◽◾☔☕♈♉♊♋♌♍♎♏♐♑♒♓♿⚓⚡⚪⚫⚽⚾⛄⛅⛔⛪⛲⛳⛵⛺⛽❗⬛⬜⭐⭕🀄🈚🈯"
MENTION = regex.compile(r"(?<![=/\w])(@\w+(?:[\w.-]+\w)?)@[\w.-]+\w")


def count(channel: Channel, text: str) -> int:
    """Return how much of the channel's limit a text takes, in the channel's unit."""
    return COUNTERS.get(channel.id, _utf16_units)(text)


def fits(channel: Channel, text: str) -> bool:
    """Return whether a channel takes a text whole."""
    return count(channel, text) <= channel.limit and (
        channel.most_bytes is None or byte_count(text) <= channel.most_bytes
    )


def byte_count(text: str) -> int:
    """Return the length of a text in UTF-8."""
    return len(text.encode("utf-8", "surrogatepass"))


def clusters(text: str) -> list[str]:
    """Return what a reader sees as the characters of a text (UAX #29, extended grapheme clusters)."""
    return regex.findall(r"\X", text)


def _weighted(text: str) -> int:
    """Return the length by twitter-text's configuration v3: a link 23, an emoji 2, the rest 1 or 2."""
    normal = unicodedata.normalize("NFC", text)
    rest = _with_short_links(normal, x_links(normal))
    letters, emoji = _emoji().subn("", rest)
    return 2 * emoji + sum(map(_weight, letters))


def _weight(character: str) -> int:
    return 1 if any(first <= ord(character) <= last for first, last in LIGHT) else 2


def _graphemes(text: str) -> int:
    return len(clusters(text))


def _mastodon(text: str) -> int:
    """Return the graphemes of a text, a link counting 23 and a mention without its server."""
    return _graphemes(MENTION.sub(r"\1", _with_short_links(text, mastodon_links(text))))


def _utf16_units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _with_short_links(text: str, links: Iterable[Span]) -> str:
    """Return a text in which every link has 23 letters."""
    kept, last = [], 0
    for link in links:
        kept += [text[last : link.start], SHORT]
        last = link.end
    return "".join([*kept, text[last:]])


@cache
def _emoji() -> regex.Pattern[str]:
    """Return what finds the emoji that count 2 however many characters they are made of."""
    old = (
        emoji
        for emoji, data in EMOJI_DATA.items()
        if (data["E"] <= LAST_EMOJI or emoji[0] == TUXEDO) and data["status"] == STATUS["fully_qualified"]
    )
    with_selector = (emoji + "\ufe0f" for emoji in WITH_SELECTOR)
    known = frozenset({*old, *with_selector, SPEAKING_EYE} - NOT_KNOWN)
    return regex.compile(r"\L<known>|[#*0-9]\u20e3", known=known)


COUNTERS: dict[str, Callable[[str], int]] = {
    "x": _weighted,
    "bluesky": _graphemes,
    "mastodon": _mastodon,
}
