"""A record or a page -> what the search index knows of it: its own words, without the page's furniture."""

from collections.abc import Iterator
from typing import Any

from lxml import html as lxml_html
from lxml.html import HtmlElement
from markupsafe import Markup
from pydantic import BaseModel

from ..records.base import Record
from ..records.text import Text
from .view import View

NAMED = ("countries", "organizations", "topics")
UNSAID = ".//*[@data-search-exclude] | .//sup[@class='ne-ref']"
APART = ("caption", "dd", "div", "dt", "figcaption", "h2", "h3", "h4", "li", "p", "td", "th")


def search_words(view: View, kind: str, record: Record, title: str) -> Markup:
    """Return a heading and two paragraphs: what the record says, and the names it is linked with."""
    words = dict.fromkeys(view.text(text) for text in texts_in(record))
    words.pop(title, None)
    linked: list[Any] = [found for to in NAMED for found in view.related(kind, record, to)]
    names = dict.fromkeys(view.text(found.name) for found in linked)
    return titled(title, " ".join(words), ", ".join(names))


def titled(title: str, *paragraphs: str) -> Markup:
    """Return a title and paragraphs for the index.

    The heading has an id, since the theme escapes no other title.
    """
    lines = [Markup("<p>{}</p>").format(words) for words in paragraphs]
    return Markup("\n").join([Markup('<h1 id="title">{}</h1>').format(title), *lines])


def indexed(html: str, title: str = "") -> str:
    """Return the HTML of a page for the index: its title first, and nothing that search is not to know of.

    The theme's own reader of 'data-search-exclude' stops at the first tag inside that is of the same name,
    joins the words of cells, and leaves a title unescaped where no heading with an id comes first.
    """
    body = lxml_html.fragment_fromstring(html, create_parent="div")
    for element in body.xpath(UNSAID):
        element.drop_tree()
    for element in body.iter(*APART):
        element.tail = f" {element.tail or ''}"
    heading = _heading(body, title)
    if heading is not None:
        body.insert(0, heading)
        heading.tail, body.text = body.text, None
    whole: str = lxml_html.tostring(body, encoding="unicode", with_tail=False)
    return whole.removeprefix("<div>").removesuffix("</div>").rstrip()


def _heading(body: HtmlElement, title: str) -> HtmlElement | None:
    """Return the page's first heading, taken out of its place, or one made of its title."""
    heading = next(body.iter("h1"), None)
    if heading is None and not title:
        return None
    if heading is None:
        heading = lxml_html.Element("h1")
        heading.text = title
    else:
        heading.drop_tree()
    heading.set("id", heading.get("id") or "title")
    return heading


def texts_in(value: Any) -> Iterator[Text]:
    """Yield every Text of a record, whatever group or list it stands in."""
    if isinstance(value, Text):
        yield value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from texts_in(getattr(value, name))
    elif isinstance(value, (tuple, dict)):
        for item in value.values() if isinstance(value, dict) else value:
            yield from texts_in(item)
