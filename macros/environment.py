"""A project's folders -> its checked catalogue and templates, and the macros that pages call."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from .catalogue import Catalogue, Problem, ProblemsFound, check_data
from .catalogue.addresses import named_at
from .catalogue.releasing import as_of
from .catalogue.written import WrittenPage, check_hidden, check_pages, read_pages
from .emitters.calendars import encode_calendars
from .emitters.citations import encode_citations
from .emitters.feeds import encode_feeds
from .emitters.open_data import encode_open_data
from .emitters.questionnaire import encode_questionnaire
from .emitters.register_index import encode_register_index
from .emitters.scholar import scholar_tags
from .emitters.structured.graph import PagePlace, encode_structured
from .records.text import DEFAULT_LANGUAGE
from .settings import NOWHERE, Folders, Site
from .views.call_check import check_calls, own_calls
from .views.calls import CALLS, OPENING
from .views.fragments import Fragments, for_markdown
from .views.map import land_file
from .views.page import root_of
from .views.projects import LAND
from .views.updates import feed_contents
from .views.view import View

KIND = "announcements"


@dataclass(frozen=True, slots=True)
class Project:
    """What a build starts from: the records, the pages written by hand, the templates."""

    catalogue: Catalogue
    written: tuple[WrittenPage, ...]
    fragments: Fragments
    language: str = DEFAULT_LANGUAGE
    site: Site = NOWHERE

    def view(self, path: str) -> View:
        """Return the view of the page at an address."""
        return View(self.catalogue, self.fragments, root_of(path), self.language, self.site)

    def at(self, now: datetime, preview: bool = False) -> "Project":
        """Return the project as the public sees it at a moment: what is not yet said is not in it.

        Raises ProblemsFound where a page that is shown links to one that is not.
        """
        catalogue = as_of(self.catalogue, now, preview)
        hidden = set(self.catalogue.announcements) - set(catalogue.announcements)
        shown = [page for page in self.written if named_at(page.path) not in {(KIND, id) for id in hidden}]
        problems = list(check_hidden(shown, hidden))
        if problems:
            raise ProblemsFound(problems)
        return replace(self, catalogue=catalogue, written=tuple(shown))

    def hidden_files(self, public: "Project") -> set[str]:
        """Return the files of docs/ that belong only to what is not yet said: pages and pictures."""
        pages = {page.shown for page in self.written} - {page.shown for page in public.written}
        named = {a.picture.file for a in self.catalogue.announcements.values() if a.picture}
        shown = {a.picture.file for a in public.catalogue.announcements.values() if a.picture}
        return {page.partition("/")[2] for page in pages} | {f"pictures/{name}" for name in named - shown}

    def files(self, prose: Mapping[str, str]) -> dict[str, bytes]:
        """Return every file that stands beside the pages, by address; prose holds longer words, by id."""
        return {
            **self.feeds(prose),
            **encode_calendars(self.catalogue, self.site),
            **encode_citations(self.catalogue, self.site),
            **encode_register_index(self.catalogue, self.language),
            **encode_open_data(self.catalogue, self.site),
            **encode_questionnaire(self.catalogue),
            LAND: land_file(),
        }

    def structured(self, page: PagePlace | None) -> str:
        """Return the structured data of a page as JSON-LD; without a page, that of the site alone."""
        if page and not page.description:
            page = replace(page, description=self.site.description)
        return encode_structured(self.catalogue, self.site, page)

    def scholar(self, path: str) -> list[tuple[str, str]]:
        """Return names and contents of the meta tags by which Google Scholar files a study's page."""
        kind, id = named_at(path) or ("", "")
        study = self.catalogue.studies.get(id) if kind == "studies" else None
        return scholar_tags(self.catalogue, study, self.site) if study else []

    def feeds(self, prose: Mapping[str, str]) -> dict[str, bytes]:
        """Return every feed of a project at a moment, by address; prose holds longer words, by id."""
        view = View(self.catalogue, self.fragments, self.site.url, self.language, self.site)
        return encode_feeds(self.catalogue, self.site, feed_contents(view, prose, self.site.url))


def open_project(folders: Folders, now: datetime | None = None) -> Project:
    """Return a project, read and checked; raises ProblemsFound with every mistake in data and pages.

    With a moment, what the records say to be past must be so by then.
    """
    catalogue, problems = check_data(folders.data, now=now)
    pages, unreadable = read_pages(folders.docs)
    problems.extend(unreadable)
    if catalogue:
        problems.extend(_page_problems(pages, catalogue))
    if catalogue is None or problems:
        raise ProblemsFound(problems)
    return Project(catalogue, tuple(pages), Fragments(folders.fragments))


def _page_problems(pages: list[WrittenPage], catalogue: Catalogue) -> Iterator[Problem]:
    yield from check_pages(pages, catalogue, CALLS)
    for page in pages:
        yield from _opening(page, catalogue)
        for line, message in check_calls(page.text, catalogue):
            yield Problem(page.shown, line, message)


def _opening(page: WrittenPage, catalogue: Catalogue) -> Iterator[Problem]:
    """Yield a record's page that does not call its record: it would have no heading, date or standing."""
    kind, id = named_at(page.path) or ("", "")
    if kind and id in catalogue.ids(kind):
        name = OPENING[kind]
        if (name, id) not in own_calls(page.text):
            call = f'{{{{ {name}("{id}") }}}}'
            yield Problem(page.shown, 1, f"begin the page with {call}; heading and dates come from it")


def define_env(env: Any) -> None:
    """Register the macros with the engine that renders Markdown pages.

    Under MkDocs the project is the one that our plugin has opened; another engine opens it here.
    """
    plugin = env.conf["plugins"].get("outreach") if "plugins" in env.conf else None
    project = plugin.project if plugin else open_project(Folders(Path(env.conf["docs_dir"]).parent))
    for name, function in CALLS.items():
        env.macro(_on_page(function, project), name)


def _on_page(function: Any, project: Project) -> Any:
    """Return a macro that hands its function the view of the page that calls it."""

    @pass_context
    def macro(context: Context, *args: Any, **kwargs: Any) -> Markup:
        html: Markup = function(project.view(context["page"].url), *args, **kwargs)
        return for_markdown(html)

    return macro
