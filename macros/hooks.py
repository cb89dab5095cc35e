"""The face to MkDocs: opens the project, hands over pages made from records, finishes pages and the build."""

import logging
from pathlib import Path
from typing import Any

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils.templates import TemplateContext

from .catalogue import ProblemsFound
from .emitters.sitemap import encode_robots, encode_sitemap
from .environment import Project, open_project
from .publish import write_bytes
from .settings import Folders
from .views.citations import numbered
from .views.page import Page
from .views.pages import record_pages
from .views.written import describe, related_at

FIRST, LAST = 100, -100
log = get_plugin_logger("outreach")


class Options(Config):  # type: ignore[no-untyped-call]  # MkDocs leaves it untyped
    """The plugin has no options in mkdocs.yml."""


class OutreachPlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call]  # as above
    """Makes a site of records under MkDocs."""

    project: Project
    _made: dict[str, Page]

    def on_startup(self, **_: Any) -> None:
        """Let the macros plugin speak only when something is wrong; its lists of names help no editor."""
        logging.getLogger("mkdocs.plugins.mkdocs_macros.util").setLevel(logging.WARNING)

    @event_priority(FIRST)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Open and check the project before anything is built."""
        folders = Folders(Path(config.config_file_path).parent)
        try:
            self.project = open_project(folders)
        except ProblemsFound as found:
            raise PluginError(
                f"{len(found.problems)} to mend before the site can be built:\n{found}"
            ) from None
        config.theme.static_templates.discard("sitemap.xml")
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add the pages made from records, outside the navigation; leave out the theme's own assets."""
        project = self.project
        for file in [file for file in files if _unused(file, config)]:
            files.remove(file)
        written = [page.path for page in project.written]
        self._made = {}
        for page in record_pages(project.catalogue, project.fragments, written, project.language):
            source = f"{page.path}index.md"
            self._made[source] = page
            files.append(File.generated(config, source, content="", inclusion=InclusionLevel.NOT_IN_NAV))
        log.info(f"{len(self._made)} pages made from records, {len(written)} written by hand")
        return files

    @event_priority(FIRST)
    def on_page_markdown(self, markdown: str, page: MkDocsPage, **_: Any) -> str:
        """Give each page its title and description."""
        made = self._made.get(page.file.src_uri)
        if made:
            page.meta.update(title=made.title, description=made.description)
            page.meta["render_macros"] = False
            if not made.search:
                page.meta["search"] = {"exclude": True}
        else:
            page.meta = describe(self.project.view(page.url), page.url, dict(page.meta))
        return markdown

    def on_page_content(self, html: str, page: MkDocsPage, **_: Any) -> str:
        """Number the references; a page made from a record shows the search index its words alone."""
        made = self._made.get(page.file.src_uri)
        if made:
            return made.search
        view = self.project.view(page.url)
        return numbered(f"{html}\n{related_at(view, page.url)}", view)

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
        return context

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Write what stands beside the pages."""
        repeats = {page.path for page in self._made.values() if page.canonical is not None}
        made = {page.path for page in self._made.values()} - repeats
        paths = made | {page.path for page in self.project.written}
        site = Path(config.site_dir)
        write_bytes(site / "sitemap.xml", encode_sitemap(str(config.site_url), sorted(paths)))
        write_bytes(site / "robots.txt", encode_robots(str(config.site_url)))


def _unused(file: File, config: MkDocsConfig) -> bool:
    """Return whether a file comes from the theme below overrides/, whose frame ours replaces."""
    ours = (config.docs_dir, config.theme.custom_dir)
    return file.src_dir is not None and not any(Path(file.src_dir) == Path(str(folder)) for folder in ours)
