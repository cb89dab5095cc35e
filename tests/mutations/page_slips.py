"""The text of a page -> the same with one slip: a piece, another top, a mistyped call, line or setting."""

import re
from collections.abc import Mapping
from functools import partial
from random import Random

from ..agreement.mutating import SIGNS as MISTYPED
from ..agreement.pieces import BROKEN, SOUND, TOPS
from .mutation import Spoilt, Way
from .slips import SIGNS, SLIPS, VALUES

BLOCK = re.compile(r"\A---\n(.*?\n)---\n", re.DOTALL)
CALL = re.compile(r"\{\{.*?\}\}")
OWN = "update("  # refused on every page but one
NAMED = re.compile(r"[\w./-]+")
OF_LINES = ("delete a line", "double a line", "swap two lines", "indent a line", "dedent a line")
OF_KEYS = (
    "delete a line", "double a line", "change a letter of a key", "empty a value", "double a key", *VALUES
)  # fmt: skip


def own_paragraph(random: Random, text: str, pieces: tuple[str, ...]) -> Spoilt:
    """Put a piece between two paragraphs."""
    top = BLOCK.match(text)
    begins = top.end() if top else 0
    parts = text[begins:].split("\n\n")
    piece, at = random.choice(pieces), random.randint(1, len(parts))
    must = pieces is BROKEN and OWN not in piece
    before = text[:begins] + "\n\n".join(parts[:at]).rstrip("\n") + "\n\n"
    return _put(before, piece, "\n\n" + "\n\n".join(parts[at:]), piece if must else "")


def inside_paragraph(random: Random, text: str, pieces: tuple[str, ...]) -> Spoilt:
    """Put a piece between two words or lines."""
    top = BLOCK.match(text)
    gaps = [found.start() for found in re.finditer(r"[ \n]", text) if not top or found.start() >= top.end()]
    at, piece = random.choice(gaps), random.choice(pieces)
    return _put(text[: at + 1], piece, text[at:])


def another_top(random: Random, text: str) -> Spoilt:
    """Put another block of settings on top."""
    return _put("", random.choice(TOPS), BLOCK.sub("", text))


def mistyped(random: Random, text: str) -> Spoilt:
    """Change, double or lose a character."""
    return _mistyped(random, text, random.randrange(len(text)))


def mistyped_call(random: Random, text: str) -> Spoilt | None:
    """Change, double or lose a character of a macro call."""
    calls = list(CALL.finditer(text))
    if not calls:
        return None
    return _mistyped(random, text, random.randrange(*random.choice(calls).span()))


def conflict_mark(random: Random, text: str) -> Spoilt | None:
    """Leave a mark of a merge; seven equals signs below a line of words are a heading as well."""
    spoilt = SLIPS["leave a conflict mark"](random, text)
    assert spoilt is not None
    heading = re.search(rb"^=======$", spoilt.content, re.MULTILINE)
    return Spoilt(spoilt.content, spoilt.lines, spoilt.words, must=heading is None)


def of_setting(random: Random, text: str, way: str) -> Spoilt | None:
    """Spoil a line of the settings of a page as one of a record's."""
    top = BLOCK.match(text)
    spoilt = SLIPS[way](random, top[1]) if top else None
    if top is None or spoilt is None:
        return None
    content = b"---\n" + spoilt.content + text[top.end(1) :].encode()
    return Spoilt(content, frozenset({1, *(line + 1 for line in spoilt.lines)}), spoilt.words, spoilt.must)


def _mistyped(random: Random, text: str, at: int) -> Spoilt:
    sign = random.choice(MISTYPED)
    end = at + random.choice((0, 1, 1))
    return _put(text[:at], random.choice(("", sign, sign * 2)), text[end:])


def _put(before: str, words: str, after: str, piece: str = "") -> Spoilt:
    """Return a text with words put into it; what stands in the same paragraph may be told."""
    text = before + words + after
    lines = text.split("\n")
    first, last = before.count("\n"), (before + words).count("\n")
    while first and lines[first - 1].strip():
        first -= 1
    while last + 1 < len(lines) and lines[last + 1].strip():
        last += 1
    near = "\n".join(lines[first : last + 1])
    return Spoilt(
        text.encode("utf-8", "surrogatepass"),
        frozenset({1, *range(first, last + 3)}),
        frozenset(NAMED.findall(near)),
        piece=piece,
    )


WORDS: Mapping[str, Way] = {
    "put in a broken paragraph": partial(own_paragraph, pieces=BROKEN),
    "put in a sound paragraph": partial(own_paragraph, pieces=SOUND),
    "put a broken piece into a paragraph": partial(inside_paragraph, pieces=BROKEN),
    "put a sound piece into a paragraph": partial(inside_paragraph, pieces=SOUND),
    "put other settings on top": another_top,
    "mistype a character": mistyped,
    "mistype a macro call": mistyped_call,
}
PAGE_SLIPS: Mapping[str, Way] = {
    **WORDS,
    "leave a conflict mark": conflict_mark,
    "cut the file short": SLIPS["cut the file short"],
    **{way: SLIPS[way] for way in (*OF_LINES, *SIGNS)},
    **{f"{way}, in the settings": partial(of_setting, way=way) for way in OF_KEYS},
}
