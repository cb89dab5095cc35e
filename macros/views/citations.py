"""Marks of references in a page's HTML -> numbers, and the list of sources at its foot."""

import re
from html import unescape

from markupsafe import Markup

from .view import View

MARK = re.compile(r'[ \n]*<ne-ref source="([^"]*)"></ne-ref>')


def numbered(html: str, view: View) -> str:
    """Return the HTML with its references numbered in order, and their sources listed at the end.

    A source named twice keeps its number; the list links back to the first place it is named.
    """
    numbers: dict[str, int] = {}

    def number(match: re.Match[str]) -> str:
        key = match[1]
        first = key not in numbers
        n = numbers.setdefault(key, len(numbers) + 1)
        anchor = f' id="ref-{n}"' if first else ""
        follows = " ne-ref--next" if match.string.endswith("</ne-ref>", 0, match.start()) else ""
        link = f'<a href="#source-{n}" aria-label="Source {n}">{n}</a>'
        return f'<sup class="ne-ref{follows}"{anchor}>{link}</sup>'

    body = MARK.sub(number, html)
    if not numbers:
        return html
    return f"{body}\n{_sources(numbers, view)}"


def _sources(numbers: dict[str, int], view: View) -> Markup:
    entries = []
    for key, number in numbers.items():
        document, place, citing = unescape(key).split("|")
        entries.append(
            {
                "number": number,
                "document": view.catalogue.documents.get(document),
                "place": place,
                "citing": [view.catalogue.documents[id] for id in citing.split()],
            }
        )
    return view.render("sources", entries=entries)
