"""An address that somebody wrote -> why we do not link to it, or nothing where it leads where it says."""

import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import SplitResult, urlsplit

LONGEST_LINK = 2000
LINK_SCHEMES = ("http", "https", "mailto")
FORM = "write a full address that begins with https://, http:// or mailto:, without spaces"
MAIL = re.compile(r"[A-Za-z0-9.!$&'*+/=_~-]+@[^@?#]+")
MORE_MAIL = re.compile("[@,;?%#]")
NEVER = re.compile(r'[\\<>"`{}|^]')
HIDDEN = re.compile(r"%(?:[01][0-9a-f]|7f|5c)", re.IGNORECASE)
LABEL = re.compile(r"\w(?:[\w-]{0,61}\w)?")
PORT = re.compile(r":[1-9][0-9]{0,4}")
SCRIPTS = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "COPTIC", "GEORGIAN")
LIKE_LATIN = frozenset("асԁеһіјӏоԛрѕѵԝхуαικνορυ")


def fault_of(address: str) -> str:
    """Return what is wrong with an address, in words that follow its key; '' where nothing is."""
    if len(address) > LONGEST_LINK:
        return f"is a link of {len(address):,} characters; give one of at most {LONGEST_LINK:,}"
    try:
        parts = urlsplit(address)
    except ValueError:
        parts = urlsplit("")
    wrong = _misleading(address, parts) if parts.scheme in LINK_SCHEMES else ""
    if wrong:
        return f"'{_shown(address)}' {wrong}"
    return "" if _whole(address, parts) else _no_link(address)


def _misleading(address: str, parts: SplitResult) -> str:
    """Return why an address leads elsewhere than a reader would think."""
    if "@" in parts.netloc:
        real = parts.netloc.rpartition("@")[2]
        return f"leads to '{_shown(real)}', not to what stands before the @; write it without that and the @"
    if parts.scheme == "mailto" and len(MORE_MAIL.findall(address)) > 1:
        return "says more than one e-mail address; write mailto: and the address alone"
    if "\\" in address or HIDDEN.search(address):
        return "hides a backslash or a line break, which programs read differently; write it without"
    lookalike = next(_lookalikes(_host(parts)), "")
    if lookalike:
        return f"has letters of other scripts that look like Latin ones in '{lookalike}'; type it anew"
    return ""


def _whole(address: str, parts: SplitResult) -> bool:
    """Return whether an address is all there, and nothing in it is what addresses do not have."""
    if parts.scheme not in LINK_SCHEMES or not address.isprintable() or " " in address:
        return False
    if NEVER.search(address):
        return False
    if parts.scheme == "mailto":
        return bool(MAIL.fullmatch(address.partition(":")[2])) and _is_name(_host(parts))
    port = parts.netloc.removeprefix(_host(parts))
    return _is_name(_host(parts)) and (not port or bool(PORT.fullmatch(port) and int(port[1:]) < 65536))


def _host(parts: SplitResult) -> str:
    """Return the name of the machine that an address leads to, as it is written."""
    return parts.path.rpartition("@")[2] if parts.scheme == "mailto" else parts.netloc.partition(":")[0]


def _is_name(host: str) -> bool:
    """Return whether a host has a name of several labels, in any script, and not merely a number."""
    labels = host.removesuffix(".").split(".")
    plain = unicodedata.normalize("NFKC", host) == unicodedata.normalize("NFC", host)
    whole = len(host) < 254 and all(LABEL.fullmatch(label) and "_" not in label for label in labels)
    last = labels[-1]
    return len(labels) > 1 and plain and whole and (last.isalpha() or last.lower().startswith("xn--"))


def _lookalikes(host: str) -> Iterator[str]:
    """Yield the labels that mix Latin letters with those of another script, or only look like Latin."""
    latin = host.rpartition(".")[2].isascii()
    for written in host.split("."):
        letters = [letter for letter in _spelled(written).casefold() if letter.isalpha()]
        scripts = {script for letter in letters for script in SCRIPTS if _name(letter).startswith(script)}
        if len(scripts) > 1 or (latin and letters and LIKE_LATIN.issuperset(letters)):
            yield _shown(written)


def _spelled(label: str) -> str:
    """Return a label with its letters, where it is written in the ASCII form of foreign ones."""
    if not label.lower().startswith("xn--"):
        return label
    try:
        return label[4:].encode("ascii").decode("punycode")
    except ValueError:
        return label


def _name(letter: str) -> str:
    return unicodedata.name(letter, "")


def _no_link(address: str) -> str:
    near = f"; did you mean 'https://{_shown(address)}'?" if address.startswith("www.") else f"; {FORM}"
    return f"'{_shown(address)}' is not a link we publish{near}"


def _shown(address: str) -> str:
    return address[:200]
