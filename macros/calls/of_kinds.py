"""A kind of record -> the calls that pages have for it: one that opens a record's page, its list, a link."""

from collections.abc import Callable, Mapping
from typing import Annotated

from markupsafe import Markup

from ..catalogue.kinds import KINDS, PAGED
from ..records.base import Id, Ref
from ..views.kinds import PAGES
from ..views.view import View

Call = Callable[..., Markup]


def calls_of_kinds() -> Mapping[str, Call]:
    """Return the calls of every kind with pages, by the names that its own module gives them."""
    pages = [(kind, PAGED[kind]) for kind in PAGES]
    calls = {page.call: _opening(kind, page.call) for kind, page in pages}
    calls |= {page.list: _listing(kind, page.list) for kind, page in pages if page.list}
    return calls | {page.link: _link(kind, page.link) for kind, page in pages if page.link}


def _opening(kind: str, name: str) -> Call:
    """Return the call that a page written by hand begins with."""

    def opening(view: View, id: str) -> Markup:
        shown = PAGES[kind]
        return (shown.opening or shown.page)(view, view.catalogue.record(kind, id))

    what = "head" if PAGES[kind].opening else "body"
    return _named(opening, kind, name, f"Return the {what} of the page of {_one(kind)}.")


def _listing(kind: str, name: str) -> Call:
    """Return the call for the list of a kind."""
    show = PAGES[kind].list

    def listing(view: View) -> Markup:
        assert show is not None  # noqa: S101 - tests hold each kind with such a call to its list
        return show(view)

    listing.__name__, listing.__doc__ = name, show.__doc__
    return listing


def _link(kind: str, name: str) -> Call:
    """Return the call that links to a record of a kind."""

    def link(view: View, id: str, words: str = "") -> Markup:
        return view.render("link", kind=kind, record=view.catalogue.record(kind, id), words=words)

    return _named(link, kind, name, f"Return a link to {_one(kind)}, by its name or in other words.")


def _named(call: Call, kind: str, name: str, says: str) -> Call:
    """Return a call under its name, with what it says of itself, and which kind its id names."""
    call.__name__, call.__doc__ = name, says
    call.__annotations__["id"] = Annotated[Id, Ref(kind)]
    return call


def _one(kind: str) -> str:
    """Return a kind's noun with its article: 'an event'."""
    noun = KINDS[kind].read_as
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"
