"""HTML of a page -> HTML for feeds: plain elements, absolute links, references spelled out."""

from html import unescape
from urllib.parse import urljoin

import nh3
from lxml.html import HtmlElement, fragment_fromstring, tostring
from lxml.html.builder import E
from markupsafe import Markup

from .citations import MARK
from .view import View

ELEMENTS = {
    "a", "abbr", "blockquote", "br", "code", "dd", "dl", "dt", "em", "figcaption", "figure", "h2", "h3", "h4",
    "img", "li", "ol", "p", "q", "strong", "sub", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
ATTRIBUTES = {"a": {"href"}, "img": {"src", "alt", "width", "height"}, "abbr": {"title"}, "ol": {"start"}}
NOTE = "admonition"
SCHEMES = {"http", "https", "mailto"}


def clean(html: str, view: View, address: str) -> str:
    """Return HTML that any reader may show: no scripts, styles or forms, every link absolute.

    view is one whose root is the site's address; address is that of the page which the HTML comes from.
    """
    spelled = MARK.sub(lambda match: _spelled(match[1], view), html)
    body = fragment_fromstring(spelled, create_parent="div")
    body.rewrite_links(lambda link: urljoin(address, link), resolve_base_href=False)
    for note in body.find_class(NOTE):
        _make_plain(note)
    absolute = tostring(body, encoding="unicode")
    kept = nh3.clean(
        absolute,
        tags=ELEMENTS,
        attributes=ATTRIBUTES,
        url_schemes=SCHEMES,
        link_rel=None,
        strip_comments=True,
    )
    return "\n".join(line.strip() for line in kept.splitlines() if line.strip())


def _make_plain(note: HtmlElement) -> None:
    """Make a note or quote of Markdown a quotation: its title strong, breaks between lines of an address."""
    note.tag = "blockquote"
    for title in note.find_class(f"{NOTE}-title"):
        strong = E.STRONG(*title, title.text or "")
        title.text, title[:] = None, [strong]
    for line in note.iter("p") if "address" in note.classes else ():
        words = (line.text or "").split("\n")
        line.text = words[0]
        for at, more in enumerate(words[1:]):
            line.insert(at, E.BR())
            line[at].tail = more


def _spelled(key: str, view: View) -> Markup:
    """Return a reference in words: ' (2018 review, para. 8)'."""
    document, place, _ = unescape(key).split("|")
    if not document:
        return Markup(" ({}, {})").format(view.site.author, place)
    record = view.catalogue.documents[document]
    return Markup(' (<a href="{}">{}</a>, {})').format(
        view.link("documents", document), view.text(record.short), place
    )
