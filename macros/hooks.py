"""The face to MkDocs: opens the project, hands over pages made from records, finishes pages and the build."""

import logging
import os
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

from jinja2 import Environment
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils.templates import TemplateContext

from . import palette
from .catalogue import ProblemsFound
from .contents import Project
from .emitters.sitemap import encode_robots, encode_sitemap
from .emitters.structured.graph import PagePlace
from .project import open_public
from .publish import kept, write_bytes
from .records.moment import spoken
from .releases.agenda import agenda
from .releases.calendars import calendars
from .releases.feeds import feeds
from .releases.releasing import additions
from .releases.sharing import Shared, unsaid
from .settings import MEANT, Folders
from .views.channels import channel_previews
from .views.citations import numbered
from .views.desk import PATH as DESK
from .views.desk import desk_page
from .views.feeds import alternates
from .views.headings import id_of, title_in
from .views.page import Page
from .views.pages import record_pages
from .views.search import indexed
from .views.updates import PROSE_FOLLOWS
from .views.written import describe, related_at

FIRST, LAST = 100, -100
DRAFT = InclusionLevel.DRAFT.value
DESK_STYLE = "assets/stylesheets/desk.css"
log = get_plugin_logger("outreach")


class Options(Config):  # type: ignore[no-untyped-call]  # MkDocs leaves it untyped
    """The plugin has no options in mkdocs.yml."""


class OutreachPlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call]  # as above
    """Makes a site of records under MkDocs."""

    project: Project
    _everything: Project
    _now: datetime
    _hidden: set[str]
    _made: dict[str, Page]
    _prose: dict[str, str]
    _whole: dict[str, str]
    _public: Project
    _waiting: int
    _files: Files
    _writing: tuple[Shared, ...]
    _preview = False

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], **_: Any) -> None:
        """Let the macros plugin speak only when something is wrong; its lists of names help no editor.

        A preview shows drafts and what is scheduled on its pages; its feeds are those of the public site.
        """
        self._preview = command == "serve"
        logging.getLogger("mkdocs.plugins.mkdocs_macros.util").setLevel(logging.WARNING)

    @event_priority(FIRST)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Open and check the project before anything is built."""
        folders = Folders(Path(config.config_file_path).parent)
        try:
            opened = open_public(folders, os.environ)
            everything, now = opened.everything, opened.now
            self._waiting = len(additions(everything.catalogue, now))
            self._everything, self._now = everything, now
            self._public = opened.public
            self.project = opened.preview() if self._preview else self._public
            self._writing = self.project.share(unsaid(self.project.catalogue, now)) if self._preview else ()
            _ = self.project.shared  # own words that do not fit are told here
        except ProblemsFound as found:
            raise PluginError(
                f"{len(found.problems)} to mend before the site can be built:\n{found}"
            ) from None
        self._hidden = everything.hidden_files(self.project)
        self._prose, self._whole = {}, {}
        config.theme.static_templates.discard("sitemap.xml")
        config.mdx_configs.setdefault("toc", {}).setdefault("slugify", id_of)
        return config

    def on_env(self, env: Environment, **_: Any) -> Environment:
        """Let every page, the one for lost readers too, name its feeds in its head."""
        public = self._public
        everything = feeds(public.catalogue, public.language)
        dates = calendars(public.catalogue, public.language)
        env.globals["feeds_of"] = lambda path: alternates(everything, dates, path)
        env.globals["structured_of"] = self._structured
        env.globals["scholar_of"] = self.project.scholar
        env.globals["palette"] = palette
        env.globals["preview"] = self._preview
        env.globals["previews_of"] = self._previews
        return env

    def _desk(self) -> list[Page]:
        """Return the desk, which only a preview has."""
        if not self._preview:
            return []
        tasks = agenda(self._everything.catalogue, self._now)
        here = self.project.view("").at(DESK)
        looks = channel_previews(here, self._writing)
        return [desk_page(self.project.view(""), tasks, spoken(self._now), looks)]

    def _previews(self, page: MkDocsPage | None) -> list[tuple[str, str, str]]:
        """Return the tags by which channels preview a page; one for lost readers previews the site."""
        if page is None:
            return self.project.preview("", "", self.project.site.title, "")
        made = self._made.get(page.file.src_uri)
        to = made.canonical if made and made.canonical is not None else page.url
        title = str(page.meta.get("title") or page.title) if page.url else self.project.site.title
        return self.project.preview(page.url, to, title, str(page.meta.get("description") or ""))

    def _structured(self, page: MkDocsPage | None) -> str:
        """Return the structured data of a page; one for lost readers, or that repeats another: the site's."""
        made = self._made.get(page.file.src_uri) if page else None
        if page is None or (made and made.canonical is not None):
            return self.project.structured(None)
        title = str(page.meta.get("title") or page.title)
        return self.project.structured(PagePlace(page.url, title, str(page.meta.get("description") or "")))

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add the pages made from records, outside the navigation; leave out the theme's own assets."""
        project = self.project
        hidden = self._hidden | (set() if self._preview else {DESK_STYLE})
        for file in [f for f in files if f.src_uri in hidden or _unused(f, config)]:
            files.remove(file)
        written = [page.path for page in project.written]
        self._made = {}
        pages = record_pages(project.view(""), written)
        for page in (*pages, project.share_page(), *self._desk()):
            source = f"{page.path}index.md"
            self._made[source] = page
            files.append(File.generated(config, source, content="", inclusion=InclusionLevel.NOT_IN_NAV))
        self._files = files
        log.info(f"{len(self._made)} pages made from records, {len(written)} written by hand")
        return files

    @event_priority(FIRST)
    def on_page_markdown(self, markdown: str, page: MkDocsPage, **_: Any) -> str:
        """Give each page its title and description."""
        made = self._made.get(page.file.src_uri)
        if made:
            page.meta.update(title=made.title, description=made.description)
            page.meta["render_macros"] = False
            page.meta["listed"] = made.listed
            if made.moved_to is not None:
                page.meta["moved_to"] = made.moved_to
            if not made.search:
                page.meta["search"] = {"exclude": True}
        else:
            page.meta = describe(self.project.view(page.url), page.url, dict(page.meta))
        return markdown

    def on_page_content(self, html: str, page: MkDocsPage, **_: Any) -> str:
        """Number the references; the search index is shown a page's own words alone."""
        made = self._made.get(page.file.src_uri)
        if made:
            return made.search
        if not page.meta.get("title") and "title" not in vars(page):  # where the nav names it
            page.title = title_in(html) or page.title
        view = self.project.view(page.url)
        if PROSE_FOLLOWS in html:
            self._prose[page.url.split("/")[1]] = html.split(PROSE_FOLLOWS, 1)[1]
        self._whole[page.file.src_uri] = numbered(f"{html}\n{related_at(view, page.url)}", view)
        return indexed(self._whole[page.file.src_uri], str(page.title or ""))

    @event_priority(LAST)
    def on_page_context(
        self, context: TemplateContext, *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Put in what records say, now that the search index is made; point repeats to their original."""
        made = self._made.get(page.file.src_uri)
        if made:
            page.content = numbered(made.html, self.project.view(page.url))
            if made.canonical is not None:
                page.canonical_url = f"{config.site_url}{made.canonical}"
        else:
            page.content = self._whole.pop(page.file.src_uri)
        return context

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Write what stands beside the pages: feeds, calendars, references, the site map."""
        made = {page.path for page in self._made.values() if page.canonical is None and page.listed}
        paths = made | {page.path for page in self.project.written}
        site, folder = self.project.site, Path(config.site_dir)
        write_bytes(folder / "sitemap.xml", encode_sitemap(site.url, sorted(paths)))
        write_bytes(folder / "robots.txt", encode_robots(site.url))
        keep = kept(Folders(Path(config.config_file_path).parent).cards)
        drafts = self.project.card_files(keep) if self._preview else {}
        beside = {**drafts, **self._public.files(self._prose, keep)}
        for path, content in beside.items():
            write_bytes(folder / path, content)
        if MEANT in os.environ:
            meant = {file.dest_uri for file in self._files if file.inclusion.value > DRAFT}
            meant |= {*beside, *config.theme.static_templates, "sitemap.xml", "robots.txt"}
            meant |= {"search/search_index.json" for name in config.plugins if name.endswith("search")}
            write_bytes(Path(os.environ[MEANT]), "\n".join(sorted(meant)).encode())
        for line in self.project.undrawn():
            log.log(logging.WARNING if self._preview else logging.INFO, line)
        if self._waiting:
            waits = (
                f"{self._waiting} released, withdrawn or put into calendars here and not yet in the ledger"
            )
            log.info(f"{waits}: before this site goes out, run 'outreach publish' and commit the ledger")


def _unused(file: File, config: MkDocsConfig) -> bool:
    """Return whether a file comes from the theme below overrides/, whose frame ours replaces."""
    ours = (config.docs_dir, config.theme.custom_dir)
    return file.src_dir is not None and not any(Path(file.src_dir) == Path(str(folder)) for folder in ours)
