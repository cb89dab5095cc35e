"""Words as somebody typed them -> what in them is no plain text: signs that nobody sees, HTML, Markdown.

Texts of records are shown word for word, and go into feeds, calendars and posts whose readers may take a tag
or an entity for HTML: neither stands in any text, so that every program shows the same words.
"""

import re
import unicodedata
from html import unescape

TURNS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")  # Unicode's Bidi_Control, all twelve
TAG = re.compile(r"<[a-zA-Z/!?][^<>]*>?")
REFERENCE = re.compile(r"&(?:#\w+;?|[A-Za-z0-9]+;?)", re.ASCII)
MARKDOWN = re.compile(
    r"\*\*(?=\S)[^*\n]+(?<=\S)\*\*"
    r"|(?<!\w)__(?=\S)[^_\n]+(?<=\S)__(?!\w)"
    r"|!?\[[^\[\]\n]+\]\([^()\s]+\)"
    r"|(?<!\w)`[^`\n]+`(?!\w)"
    r"|^#{1,6} \S.*",
    re.MULTILINE,
)
SHOWN = 60


def fault_of(words: str) -> str | None:
    """Return what must not stand in words, and what to do about it; None where they are plain."""
    return _unseen(words) or _html(words) or _markdown(words)


def _unseen(words: str) -> str | None:
    if words.isascii() and words.isprintable():
        return None
    bad = next((c for c in words if c != "\n" and _has_no_place(c)), None)
    if bad is not None:
        what = "line break" if unicodedata.category(bad) in ("Zl", "Zp") else "control character"
        return f"holds an invisible {what} (U+{ord(bad):04X}); delete it"
    turn = TURNS.search(words)
    if turn:
        return f"holds a character that turns the direction of writing (U+{ord(turn[0]):04X}); delete it"
    return None


def _has_no_place(character: str) -> bool:
    """Return whether it is a control, a line's end that few know, a surrogate, or no character at all."""
    code = ord(character)
    nothing = code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF
    return nothing or unicodedata.category(character) in ("Cc", "Zl", "Zp", "Cs", "Co")


def _html(words: str) -> str | None:
    found = TAG.search(words) if "<" in words else None
    if found is None and "&" in words:
        found = next((f for f in REFERENCE.finditer(words) if unescape(f[0]) != f[0]), None)
    return f"holds HTML ('{found[0][:SHOWN]}'); write plain words" if found else None


def _markdown(words: str) -> str | None:
    found = MARKDOWN.search(words)
    if found is None:
        return None
    return f"holds Markdown ('{found[0][:SHOWN]}'), which is shown as it stands; write plain words"
