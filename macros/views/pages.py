"""Records without a Markdown page -> their pages."""

from collections.abc import Iterable, Iterator
from typing import Any

from ..catalogue.addresses import address_of, named_at
from ..catalogue.kinds import KINDS
from ..records.announcement import Announcement
from ..releases.moves import redirects
from .kinds import PAGES
from .lists import filter_pages
from .page import Page, short
from .register import register_pages
from .relations import render_related
from .search import search_words
from .updates import render_gone, render_moved
from .view import View


def record_pages(view: View, written: Iterable[str]) -> Iterator[Page]:
    """Yield a page for each record whose address is not among those written by hand, and for each filter."""
    taken = set(written)
    for kind in PAGES:
        for id in view.catalogue.ids(kind):
            if address_of(kind, id) not in taken:
                yield record_page(view, kind, id)
    yield from filter_pages(view)
    yield from register_pages(view)
    yield from _left_pages(view)
    yield from _moved(view)


def record_page(view: View, kind: str, id: str) -> Page:
    """Return the page of one record."""
    path = address_of(kind, id)
    record: Any = view.catalogue.record(kind, id)
    view = view.at(path)
    title = title_of(view, record)
    return Page(
        path=path,
        title=title,
        description=description_of(view, record),
        html=PAGES[kind].page(view, record, render_related(view, kind, record)),
        search=search_words(view, kind, record, title),
    )


def _left_pages(view: View) -> Iterator[Page]:
    """Yield a page at each released address whose announcement was withdrawn, or now stands elsewhere."""
    present = {announcement.guid: announcement for announcement in view.catalogue.announcements.values()}
    for release in view.catalogue.releases:
        announcement = present.get(release.guid)
        here = view.at(release.path)
        if announcement is None:
            gone = "This update was withdrawn"
            yield Page(release.path, gone, gone, render_gone(here), listed=False)
        elif address_of("announcements", announcement.id) != release.path:
            to = address_of("announcements", announcement.id)
            title = title_of(view, announcement)
            html = render_moved(here, "update", to, title)
            yield Page(release.path, title, title, html, canonical=to, listed=False, moved_to=to)


def _moved(view: View) -> Iterator[Page]:
    """Yield a redirect at each former address: of the table of moves, the ledger, and what records say."""
    taken = {release.path for release in view.catalogue.releases}
    for path, to in redirects(view.catalogue).items():
        if path not in taken:
            yield _redirect(view, path, to)


def _redirect(view: View, path: str, to: str) -> Page:
    kind, id = named_at(to) or ("", "")
    found = bool(kind) and id in view.catalogue.ids(kind)
    title = title_of(view, view.catalogue.record(kind, id)) if found else view.site.url + to
    noun = KINDS[kind].read_as if found else "page"
    html = render_moved(view.at(path), noun, to, title)
    return Page(path, title, title, html, canonical=to, listed=False, moved_to=to)


def title_of(view: View, record: Any) -> str:
    """Return the title of a record's page; of what no longer holds it says so first."""
    return view.told(record).headline if isinstance(record, Announcement) else view.text(record.title)


def description_of(view: View, record: Any) -> str:
    """Return a record's description for search engines and previews."""
    if isinstance(record, Announcement):
        return short(view.told(record).summary)
    return short(view.text(getattr(record, "summary", None) or record.title))
