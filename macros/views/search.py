"""A record or a page -> what the search index knows of it: its own words, without the page's furniture."""

from collections.abc import Iterator
from typing import Any

from lxml import html as lxml_html
from lxml.html import HtmlElement
from pydantic import BaseModel

from ..catalogue.downloads import every_file_of
from ..catalogue.file_words import form_words
from ..records.base import Record
from ..records.contributor import Contributor
from ..records.text import Text
from .page import Indexed
from .view import View

NAMED = ("countries", "organizations", "people", "topics")
UNSAID = ".//*[@data-search-exclude] | .//sup[@class='ne-ref'] | .//script | .//style"
APART = ("caption", "dd", "div", "dt", "figcaption", "li", "ol", "p", "pre", "td", "th", "ul")
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def search_words(view: View, kind: str, record: Record, title: str) -> tuple[Indexed, ...]:
    """Return what a record says, and the names it is linked with."""
    words = dict.fromkeys(view.text(text) for text in texts_in(record))
    words.pop(title, None)
    linked: list[Any] = [found for to in NAMED for found in view.related(kind, record, to)]
    names = dict.fromkeys(view.text(found.name) for found in linked)
    files = dict.fromkeys(
        f"{placed.offered.file.kind} {form_words(placed.offered)}"
        for placed in every_file_of(view.catalogue, kind, record)
    )
    return titled(title, " ".join(words), ", ".join(files), ", ".join(names))


def titled(title: str, *paragraphs: str) -> tuple[Indexed, ...]:
    """Return a page that is found by its title and paragraphs."""
    return (Indexed("", _plain(title), _plain(" ".join(paragraphs))),)


def indexed(html: str, title: str = "") -> tuple[Indexed, ...]:
    """Return the page of some HTML and its sections, without what search is not to know of.

    The first is the page itself, with the words of its first heading, else its title; each heading that
    has an id begins another.
    """
    body = lxml_html.fragment_fromstring(html, create_parent="div")
    for element in body.xpath(UNSAID):
        element.drop_tree()
    first = next(body.iter("h1"), None)
    found = [("", _plain(first.text_content()) if first is not None else _plain(title), [body.text or ""])]
    _walk(body, first, found)
    return tuple(Indexed(anchor, name, _plain("".join(words))) for anchor, name, words in found)


def _walk(parent: HtmlElement, first: HtmlElement | None, found: list[tuple[str, str, list[str]]]) -> None:
    """Add what stands in an element to the last section that has begun, or begin another."""
    for element in parent:
        if element is first:
            pass
        elif element.tag in HEADINGS and element.get("id"):
            found.append((element.get("id"), _plain(element.text_content()), []))
        elif isinstance(element.tag, str):
            apart = " " if element.tag in (*APART, *HEADINGS, "br") else ""
            found[-1][2].append(f"{apart}{element.text or ''}")
            _walk(element, first, found)
            found[-1][2].append(apart)
        found[-1][2].append(element.tail or "")


def _plain(words: str) -> str:
    return " ".join(words.split())


def texts_in(value: Any) -> Iterator[Text]:
    """Yield every Text of a record, whatever group or list it stands in; not of who may not be named."""
    if isinstance(value, Text):
        yield value
    elif isinstance(value, Contributor) and not value.shown:
        return
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from texts_in(getattr(value, name))
    elif isinstance(value, (tuple, dict)):
        for item in value.values() if isinstance(value, dict) else value:
            yield from texts_in(item)
