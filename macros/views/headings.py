"""Headings of pages written by hand -> the ids by which links reach them, and the title of the page."""

import re
import unicodedata

from markupsafe import Markup

H1 = re.compile(r"<h1\b[^>]*>(.*?)</h1>", re.DOTALL)
UNSAID = re.compile(r"<(\w+)[^>]*\bdata-search-exclude\b[^>]*>.*?</\1>", re.DOTALL)


def id_of(words: str, separator: str) -> str:
    """Return the id of a heading: its own words in any script, Latin letters without their accents."""
    plain = "".join(_plain(char) for char in unicodedata.normalize("NFC", words))
    kept = re.sub(r"[^\w\s-]", "", plain).strip().lower()
    return re.sub(rf"[{re.escape(separator)}\s]+", separator, kept)


def title_in(html: str) -> str:
    """Return the words of a page's first heading, also one of a macro or of HTML; '' without one."""
    found = H1.search(html)
    return str(Markup(UNSAID.sub("", found[1])).striptags()) if found else ""  # noqa: S704 - read, not shown


def _plain(char: str) -> str:
    """Return a character's letters in ASCII where it has any, as English ids have always been made."""
    return unicodedata.normalize("NFKD", char).encode("ascii", "ignore").decode() or char
