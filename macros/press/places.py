"""All that stands on the site -> where a link in the words of a page leads, or why it leads nowhere."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from posixpath import dirname, normpath
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from ..catalogue import Catalogue
from ..catalogue.addresses import named_at, no_page, page_address
from ..catalogue.kinds import KINDS, PAGED
from ..catalogue.problems import nearest, suggestion
from ..emitters.open_data.datasets import DATASETS
from ..records.picture import NAME, UNFIT_NAME
from ..releases.calendars import calendars
from ..releases.feeds import FORMATS, feeds
from ..releases.moves import has_page
from ..views.contact import PATH as CONTACT
from .allowed import external
from .links import joined
from .markup import Tag

PICTURES = "pictures/"
LINKS = {kind: page.link for kind, page in PAGED.items() if page.link}
BESIDE = ("register/questionnaire.xlsx", "register/questionnaire.csv", "feeds/feeds.opml", "share/posts.json")
MADE_PAGES = ("share/",)


class Said(NamedTuple):
    """A message, and its cause, as problems have one: the file or place that is gone."""

    message: str
    cause: str = ""


@dataclass(frozen=True, slots=True)
class Places:
    """Where links may lead: pages of docs/ by file, other files of docs/, records, and what is made.

    ids gives the ids of a page by its file, or None where they cannot be told yet; unfit_pictures why one
    that pages show cannot be, by its path below docs/pictures/.
    """

    pages: Mapping[str, str]
    files: Collection[str]
    catalogue: Catalogue
    made: Collection[str]
    ids: Callable[[str], Collection[str] | None]
    unfit_pictures: Mapping[str, str] = field(default_factory=dict)

    def unfit(self, tag: Tag, file: str, address: str) -> Iterator[Said]:
        """Yield why a link or picture on a page leads nowhere, and what is gone, as problems name a cause.

        file is the page's, under docs/.
        """
        target = tag.get("src" if tag.name == "img" else "href")
        if tag.name == "img":
            yield from self._picture(tag, target or "", file)
        elif target is None:
            if tag.by_markdown:
                yield Said("a link here has no address; write [words](address)")
        elif not target.strip():
            yield Said("a link has no address; write it between the round brackets: [words](address)")
        elif not external(target):
            yield from self._link(tag, target, file, address)

    def _picture(self, tag: Tag, target: str, file: str) -> Iterator[Said]:
        if not target.strip():
            yield Said("a picture names no file; write ![words](file)")
            return
        if external(target) or target.startswith("//"):
            yield Said(f"the picture '{target}' lies on another site; put the file into docs/{PICTURES}")
            return
        path = unquote(urlsplit(target).path)
        found = joined(file, path)
        name = found.removeprefix(PICTURES)
        if not tag.by_markdown:
            yield Said(f"a picture is written in Markdown, which makes it fit screens: ![words]({target})")
        elif path.startswith("/") or found not in self.files:
            yield Said(f"there is no picture '{target}'{self._near(found, file)}", f"docs/{found}")
        elif not NAME.fullmatch(name):
            yield Said(f"'{target}' {UNFIT_NAME}")
        elif name in self.unfit_pictures:
            yield Said(self.unfit_pictures[name], f"docs/{found}")
        elif not (tag.get("alt") or "").strip():
            words = "say in words what it shows: ![words](file)"
            yield Said(f"the picture '{target}' has no words for those who cannot see it; {words}")

    def _near(self, picture: str, file: str) -> str:
        near = nearest(picture, self.files)
        named = next((one for one in self.files if one.endswith(f"/{picture.rpartition('/')[2]}")), near)
        return f"; did you mean '{_relative(named, file)}'?" if named else f"; put it into docs/{PICTURES}"

    def _link(self, tag: Tag, target: str, file: str, address: str) -> Iterator[Said]:
        parts = urlsplit(target)
        path, anchor = unquote(parts.path), parts.fragment
        if path.startswith("/"):
            yield Said(self._absolute(target, path, file))
        elif not path:
            yield from self._anchor(file, anchor, target)
        elif tag.by_markdown:
            yield from self._written(target, path, anchor, file, address)
        else:
            yield from self._typed(target, path, anchor, address)

    def _absolute(self, target: str, path: str, file: str) -> str:
        way = self._offer(path.strip("/"), file)
        return f"'{target}' begins at the top of the server, where this site may not stand; {way}"

    def _written(self, target: str, path: str, anchor: str, file: str, address: str) -> Iterator[Said]:
        """Yield why a Markdown link leads nowhere: it names a file of docs/ from the page's own file."""
        found = file if normpath(path) == "." else joined(file, path)
        if found in self.pages:
            yield from self._anchor(found, anchor, target)
        elif found.startswith(PICTURES) and found in self.files:
            yield Said(f"'{target}' goes out in sizes for screens, not as it is; show it: ![words]({target})")
        elif found in self.files:
            return
        elif found.endswith(".md") and not found.startswith(".."):
            address = found.removesuffix(".md").removesuffix("index") + "/"
            near = suggestion(found, self.pages) or ", or write that page"
            yield Said(
                f"the link to '{target}' leads to no page; {self._offer(address, file, near)}",
                no_page(page_address(found)),
            )
        else:
            yield Said(
                f"the link to '{target}' names no file of docs/; {self._meant(found, path, file, address)}"
            )

    def _meant(self, found: str, path: str, file: str, address: str) -> str:
        """Return how to write a link that is an address, from the page's file or from the page's own."""
        meant = {joined(base, path).strip("/") for base in (file, f"{address}x")}
        offers = (self._offer(one, file, "") for one in sorted(meant))
        near = suggestion(found, [*self.pages, *self.files])
        return next((offer for offer in offers if offer), "") or f"correct it{near}"

    def _typed(self, target: str, path: str, anchor: str, address: str) -> Iterator[Said]:
        """Yield why a link typed as HTML leads nowhere: it is an address from the page's own."""
        found = joined(f"{address}x", path)
        found = "" if found == "." else found
        folder = f"{found}/" if found and path.endswith(("/", "..", ".")) else found
        if found.endswith(".md"):
            yield Said(f"'{target}' is a file of docs/; write it in Markdown: [words]({target})")
        elif folder in self.made or self._goes_out(folder) or self._has_page(folder):
            return
        elif (file := self._file_at(folder)) is None:
            wrong = f"the link to '{target}' leads to no page; write it in Markdown: [words](page.md)"
            yield Said(wrong, no_page(folder))
        else:
            yield from self._anchor(file, anchor, target)

    def _has_page(self, address: str) -> bool:
        return bool(address) and has_page(address, self.catalogue, ())

    def _goes_out(self, path: str) -> bool:
        """Return whether a file of docs/ goes to the site as it is."""
        return path in self.files and not path.startswith(PICTURES)

    def _anchor(self, file: str, anchor: str, target: str) -> Iterator[Said]:
        anchor = unquote(anchor)
        ids = self.ids(file) if anchor else None
        if ids is not None and anchor not in ids:
            near = suggestion(anchor, ids) or "; give a heading this id: ## Heading { #id }"
            yield Said(
                f"the link to '{target}' leads to no such place on that page{near}", f"docs/{file}#{anchor}"
            )

    def _file_at(self, address: str) -> str | None:
        return next((file for file, at in self.pages.items() if at == address), None)

    def _offer(self, address: str, file: str, otherwise: str | None = None) -> str:
        """Return how a page writes a link to an address: as a file of docs/, a macro call, or HTML."""
        address = f"{address.strip('/')}/"
        kind, id = named_at(address) or ("", "")
        if (page := self._file_at(address)) is not None or (page := self._file_at(address[:-1])) is not None:
            return f"write it as the file that it is: [words]({_relative(page, file)})"
        if kind in LINKS and id in self.catalogue.ids(kind):
            return f'that page is made from a record: write {{{{ {LINKS[kind]}("{id}") }}}}'
        if kind and id in self.catalogue.ids(kind):
            return f"the {KINDS[kind].noun} '{id}' has no page of its own in docs/; write one first"
        if address[:-1] in self.made:
            return 'that file is made with the site: write <a href="...">words</a>'
        if otherwise is None:
            return "name a file of docs/ from this page, such as ../about.md"
        return f"correct it{otherwise}" if otherwise else ""


def made_with_site(catalogue: Catalogue, language: str) -> set[str]:
    """Return the addresses of the files and pages that are made beside those of records."""
    made = {*BESIDE, *MADE_PAGES, *([CONTACT] if catalogue.contact else ())}
    for dataset in DATASETS:
        made |= {dataset.schema, *(dataset.path(format) for format in dataset.formats)}
    made |= {feed.path(format) for feed in feeds(catalogue, language) for format in FORMATS}
    return made | {calendar.path for calendar in calendars(catalogue, language)}


def _relative(to: str, file: str) -> str:
    here, there = dirname(file).split("/") if dirname(file) else [], to.split("/")
    while here and there[:-1] and here[0] == there[0]:
        here, there = here[1:], there[1:]
    return "../" * len(here) + "/".join(there)
