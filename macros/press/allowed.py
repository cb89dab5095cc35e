"""A tag in the words of a page -> what of it we do not publish: what runs, what comes from elsewhere."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from ..catalogue.problems import suggestion
from .markup import Tag

ELEMENTS = frozenset(
    (
        "a", "abbr", "address", "article", "aside", "b", "bdi", "blockquote", "br", "caption", "cite",
        "code", "col", "colgroup", "dd", "del", "details", "dfn", "div", "dl", "dt", "em",
        "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "i",
        "img", "ins", "kbd", "li", "mark", "nav", "ol", "p", "pre", "q", "rp", "rt", "ruby", "s",
        "samp", "section", "small", "span", "strong", "sub", "summary", "sup", "table", "tbody", "td",
        "tfoot", "th", "thead", "time", "tr", "u", "ul", "var", "wbr",
    )
)  # fmt: skip
EVERYWHERE = frozenset(("class", "id", "lang", "title", "role", "translate", "data-search-exclude"))
OWN = {
    "a": ("href", "download", "rel", "hreflang", "type", "name"),
    "img": ("src", "alt", "width", "height", "loading", "decoding"),
    "ol": ("start", "reversed", "type"),
    "li": ("value",),
    "td": ("colspan", "rowspan", "headers", "align"),
    "th": ("colspan", "rowspan", "headers", "align", "scope", "abbr"),
    "col": ("span",),
    "colgroup": ("span",),
    "time": ("datetime",),
    "del": ("datetime",),
    "ins": ("datetime",),
    "details": ("open", "name"),
}
ALIGNED = re.compile(r"text-align: (?:left|center|right);")
NOTES = ("note", "tip", "warning", "quote", "address")
SCHEMES = ("https", "http", "mailto", "tel")
SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):")
SKIPPED = re.compile(r"[\t\n\r]")  # browsers leave these out of addresses wherever they stand
DEEPEST = 40
MOST_NAMES = 5
DEEP = "quotations, lists or tags are nested too deep here; write it flatter"
MENDS = {
    "script": "scripts have no place in pages; delete it",
    "style": "styles have no place in pages; delete it",
    "iframe": "frames show other sites; write a link instead",
    "form": "forms have no place in pages; write a link instead",
    "link": "nothing is loaded from pages; delete it",
    "base": "it would turn every link of the page; delete it",
    "meta": "it has no place in pages; delete it",
    "ne-ref": 'references come from {{ cite("document", "place") }}',
}


def unfit(tag: Tag) -> Iterator[str]:
    """Yield what is not published of a tag, each with what to do."""
    yield from _unknown_note(tag)
    if tag.name not in ELEMENTS:
        mend = MENDS.get(tag.name, "it is no element that pages use; write it in Markdown")
        yield f"'<{_short(tag.name)}>': {mend}"
        return
    odd = [_short(name) for name, value in tag.attributes if not _allowed(tag, name, value or "")]
    if odd:
        have, it = ("has", "it") if len(odd) == 1 else ("have", "them")
        names = ", ".join(f"'{name}'" for name in odd[:MOST_NAMES])
        yield f"{names} in '<{tag.name}>' {have} no place in pages; delete {it}"
    for key in ("href", "src"):
        value = tag.get(key) if key in OWN.get(tag.name, ()) else None
        if value is not None:
            yield from unfit_address(value)


def _unknown_note(tag: Tag) -> Iterator[str]:
    """Yield a note, as '!!! note' begins one, of a kind that has no look."""
    first, *kinds = (tag.get("class") or "").split() or [""]
    odd = next((kind for kind in kinds if kind not in NOTES), "") if first == "admonition" else ""
    if odd:
        near = suggestion(odd, NOTES) or f"; use one of: {', '.join(NOTES)}"
        yield f"'!!! {_short(odd)}' is no kind of note{near}"


def unfit_address(address: str) -> Iterator[str]:
    """Yield why an address is not one that we publish, wherever it leads."""
    plain = SKIPPED.sub("", address).strip("".join(chr(n) for n in range(33)))
    scheme = SCHEME.match(plain.lower())
    try:
        parts = urlsplit(plain)
        host, user = parts.hostname, "@" in parts.netloc
        _ = parts.port
    except ValueError:
        yield f"'{_short(address)}' cannot be read as an address; correct it"
        return
    if scheme and scheme[1] not in SCHEMES:
        yield f"'{_short(address)}' is not a link we publish; write an address that begins with https://"
    elif plain.startswith(("//", "\\")) or "\\" in plain.partition("?")[0]:
        yield f"'{_short(address)}' is not a link we publish; write the address in full, with https://"
    elif scheme and scheme[1] in ("http", "https") and not host:
        yield f"'{_short(address)}' names no site; write it in full, such as https://www.unccd.int/"
    elif user:
        yield f"'{_short(address)}' hides where it leads behind an @; write the address without it"


def external(address: str) -> bool:
    """Return whether an address leads out of this site."""
    return bool(SCHEME.match(SKIPPED.sub("", address).strip().lower()))


def _allowed(tag: Tag, name: str, value: str) -> bool:
    if name == "style" and tag.name in ("td", "th"):
        return bool(ALIGNED.fullmatch(value))
    return name in EVERYWHERE or name.startswith("aria-") or name in OWN.get(tag.name, ())


def _short(words: str) -> str:
    shown = "".join(char if char.isprintable() else " " for char in words)
    return shown if len(shown) <= 80 else f"{shown[:79]}…"
