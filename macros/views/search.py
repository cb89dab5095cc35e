"""A record -> what the search index should know of its page: its own words, without the page's furniture."""

from collections.abc import Iterator
from typing import Any

from lxml import html as lxml_html
from markupsafe import Markup
from pydantic import BaseModel

from ..records.base import Record
from ..records.text import Text
from .view import View

NAMED = ("countries", "organizations", "topics")


def search_words(view: View, kind: str, record: Record) -> Markup:
    """Return a heading and two paragraphs: what the record says, and the names it is linked with."""
    titled: Any = record
    words = dict.fromkeys(view.text(text) for text in texts_in(record))
    linked: list[Any] = [found for to in NAMED for found in view.related(kind, record, to)]
    names = dict.fromkeys(view.text(found.name) for found in linked)
    return Markup("<h1>{}</h1>\n<p>{}</p>\n<p>{}</p>").format(
        view.text(titled.title), " ".join(words), ", ".join(names)
    )


def indexed(html: str) -> str:
    """Return the HTML of a page without the elements that search is not to know of, whatever stands in them.

    The theme's own reader of 'data-search-exclude' stops at the first tag inside that is of the same name.
    """
    body = lxml_html.fragment_fromstring(html, create_parent="div")
    for element in body.xpath(".//*[@data-search-exclude]"):
        element.drop_tree()
    whole: str = lxml_html.tostring(body, encoding="unicode")
    return whole.removeprefix("<div>").removesuffix("</div>")


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
