"""A project and the HTML of its hand-written pages -> every document of the site, by address, one by one."""

import gc
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain

from lxml import html as lxml_html
from markupsafe import Markup

from ..catalogue.addresses import named_at
from ..emitters.pictures.copies import made_copies
from ..emitters.search_index import PATH as SEARCH_INDEX
from ..emitters.search_index import encode_search_index
from ..emitters.sitemap import encode_robots, encode_sitemap
from ..emitters.structured.graph import PagePlace
from ..releases.calendars import Calendar, calendars
from ..releases.feeds import Feed, feeds
from ..settings import Keep
from ..views.citations import numbered
from ..views.feeds import alternates
from ..views.fragments import for_markdown
from ..views.headings import title_in
from ..views.page import Indexed, Page
from ..views.pages import record_pages
from ..views.search import indexed
from ..views.updates import PROSE_FOLLOWS
from ..views.written import describe, related_at
from .contents import Project
from .frame import PAGE, Frame, Framed
from .links import localized
from .pages import Prose, render_call
from .pictures import together, wanted, with_pictures
from .prose import filled

BOXES = ("article", "aside", "figure", "header", "nav", "section")
SECTIONS = f"//h2[@id][not(ancestor::{' or ancestor::'.join(BOXES)})]"
Document = tuple[str, bytes]
Made = tuple[str, tuple[Indexed, ...]]


@dataclass(frozen=True)
class Edition:
    """What is made into documents: a project as its pages show it, and as the public reads its feeds.

    left_out are files that go out as they are and this edition has not, by address; more are pages that
    only a preview has.
    """

    shown: Project
    public: Project
    frame: Frame
    left_out: frozenset[str] = frozenset()
    more: tuple[Page, ...] = ()
    preview: bool = False


def markdown_of(project: Project) -> dict[str, str]:
    """Return the Markdown of the hand-written pages by file below docs/, with an empty slot for each call."""
    return {prose.file: prose.words.text for prose in project.prose if prose.words}


def documents(edition: Edition, html: Mapping[str, str], keep: Keep) -> Iterator[Document]:
    """Yield every document of a site with its address; html is what an engine made of markdown_of().

    Each is made when it is asked for; what stands beside the pages comes after them.
    """
    with _records_at_rest():
        yield from _documents(edition, html, keep)


@contextmanager
def _records_at_rest() -> Iterator[None]:
    """Keep the garbage collector from walking all records again and again: a tenth of the time."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def _documents(edition: Edition, html: Mapping[str, str], keep: Keep) -> Iterator[Document]:
    press = _Press(edition, html)
    yield from press.pages()
    yield "404.html", press.lost().encode()
    yield SEARCH_INDEX, encode_search_index(press.index)
    yield "sitemap.xml", encode_sitemap(edition.shown.site.url, sorted(press.listed))
    yield "robots.txt", encode_robots(edition.shown.site.url)
    beside = edition.public.files(press.longer, keep)
    if edition.preview:
        beside = {**edition.shown.card_files(keep), **beside}
    yield from beside.items()
    yield from _pictures(press, beside, keep)
    for address, file in edition.shown.assets.items():
        if address not in edition.left_out:
            yield address, file.read_bytes()
    for address, path in edition.shown.downloads.items():
        if address != path:  # one that it had before, or one beside a page
            yield address, edition.shown.assets[path].read_bytes()


def _pictures(press: "_Press", beside: Collection[str], keep: Keep) -> Iterator[Document]:
    """Yield the copies of all pictures that pages and feeds show, but those that stand beside already."""
    edition = press.edition
    copies = together(edition.shown.copies(press.pictures), edition.public.copies(()))
    left = {
        picture: rest
        for picture, several in copies.items()
        if (rest := tuple(copy for copy in several if copy.path not in beside))
    }
    yield from made_copies(wanted(left, edition.shown.docs), keep)


@dataclass
class _Press:
    """Makes the documents of pages, and learns what the index, the site map and feeds have to say of them."""

    edition: Edition
    html: Mapping[str, str]
    index: list[tuple[str, str, str]] = field(default_factory=list)
    listed: list[str] = field(default_factory=list)
    longer: dict[str, str] = field(default_factory=dict)
    pictures: set[str] = field(default_factory=set)

    @property
    def project(self) -> Project:
        """Return the project as its pages show it."""
        return self.edition.shown

    @cached_property
    def _titles(self) -> dict[str, str]:
        return {path: title for section in self.project.look.sections for path, title in section.pages}

    @cached_property
    def _followed(self) -> tuple[tuple[Feed, ...], tuple[Calendar, ...]]:
        public = self.edition.public
        language = public.site.language
        return feeds(public.catalogue, language), calendars(public.catalogue, language)

    def pages(self) -> Iterator[Document]:
        """Yield the document of each page: those written by hand, then those made from records."""
        for prose in self.project.prose:
            yield f"{prose.page.path}index.html", self._written(prose).encode()
        written = [prose.page.path for prose in self.project.prose]
        pages = record_pages(self.project.view(""), written)
        for page in chain(pages, self.project.made_pages(), self.edition.more):
            yield f"{page.path}index.html", self._made(page).encode()

    def _written(self, prose: Prose) -> str:
        here, path = self.project.view(prose.page.path), prose.page.path
        made = self.html[prose.file]
        first = named_at(path) is None
        made = with_pictures(made, self.project.pictures, here, first, self.pictures.add)
        html = localized(made, path)
        own = html
        if prose.words:
            html = filled(html, prose.words.mark, lambda n: for_markdown(render_call(prose.calls[n], here)))
        if PROSE_FOLLOWS in html:
            self.longer[path.split("/")[1]] = html.split(PROSE_FOLLOWS, 1)[1]
        settings = describe(here, path, dict(prose.front.values))
        title = str(settings.get("title") or self._titles.get(path) or title_in(html) or _name(prose.file))
        content = numbered(f"{html}\n{related_at(here, path)}", here)
        headings = tuple(_headings(own)) if settings.get("contents") else ()
        if not (settings.get("search") or {}).get("exclude"):
            self._note(path, indexed(content, title))
        self.listed.append(path)
        described = str(settings.get("description") or "")
        framed = Framed(path, title, _ours(content), described, headings=headings)
        return self._framed(framed, path, str(settings.get("template") or PAGE))

    def _made(self, page: Page) -> str:
        self._note(page.path, page.search)
        if page.canonical is None and page.listed:
            self.listed.append(page.path)
        content = _ours(numbered(page.html, self.project.view(page.path)))
        framed = Framed(
            page.path, page.title, content, page.description, listed=page.listed, moved_to=page.moved_to
        )
        return self._framed(framed, page.path if page.canonical is None else page.canonical)

    def _framed(self, page: Framed, canonical: str, template: str = PAGE) -> str:
        """Return the document of a page; one that repeats another has the site's structured data."""
        project, path = self.project, page.path
        place = PagePlace(path, page.title, page.description) if canonical == path else None
        title = page.title if path else project.site.title
        page = replace(
            page,
            canonical=f"{project.site.url}{canonical}",
            feeds=tuple(alternates(*self._followed, path)),
            previews=tuple(project.preview(path, canonical, title, page.description)),
            scholar=tuple(project.scholar(path)),
            structured=project.structured(place),
        )
        return self.edition.frame.page(page, template)

    def lost(self) -> str:
        """Return the document for addresses that lead nowhere."""
        project = self.project
        page = Framed(
            "",
            "",
            Markup(),
            feeds=tuple(alternates(*self._followed, "")),
            previews=tuple(project.preview("", "", project.site.title, "")),
            structured=project.structured(None),
        )
        return self.edition.frame.lost(page)

    def _note(self, path: str, found: Iterable[Indexed]) -> None:
        for one in found:
            self.index.append((f"{path}{'#' if one.anchor else ''}{one.anchor}", one.title, one.text))


def _headings(html: str) -> Iterator[tuple[str, str]]:
    """Yield id and words of each section of a page; a heading in a box of its own is a part of that box."""
    body = lxml_html.fragment_fromstring(html, create_parent="div")
    yield from ((heading.get("id"), heading.text_content().strip()) for heading in body.xpath(SECTIONS))


def _ours(html: str) -> Markup:
    """Return HTML as templates take it in: it comes of checked Markdown and of fragments with autoescape."""
    return Markup(html)  # noqa: S704 - see above


def _name(file: str) -> str:
    """Return the title of a page that says none: the words of its file's name."""
    words = file.rpartition("/")[2].removesuffix(".md").replace("-", " ").replace("_", " ")
    return words[:1].upper() + words[1:]
