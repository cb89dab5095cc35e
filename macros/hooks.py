"""The face to MkDocs, and to ProperDocs: MkDocs turns pages into HTML, and the press makes the site of it."""

import logging
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from .catalogue import ProblemsFound
from .press.documents import Edition, documents
from .press.links import LinkExtension
from .press.pages import Prose
from .project import Opened, open_public
from .publish import kept, write_bytes, write_site
from .settings import MEANT, Folders
from .views.headings import id_of

FIRST, LAST = 100, -100
log = get_plugin_logger("outreach")


class Options(Config):  # type: ignore[no-untyped-call]  # MkDocs leaves it untyped
    """The plugin has no options in mkdocs.yml."""


class OutreachPlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call]  # as above
    """Lets MkDocs turn the pages of docs/ into HTML, and makes a site of that.

    slots are those of the page that is being read, for its macros.
    """

    slots: Iterator[str] = iter(())
    _opened: Opened
    _edition: Edition
    _prose: dict[str, Prose]
    _html: dict[str, str]
    _links: LinkExtension
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
        try:
            self._opened = open_public(Folders(Path(config.config_file_path).parent), os.environ)
            self._edition = self._opened.preview() if self._preview else self._opened.edition()
        except ProblemsFound as found:
            raise _refused(found) from None
        self._prose = {prose.file: prose for prose in self._edition.shown.prose}
        self._html = {}
        self._links = LinkExtension({file: prose.page.path for file, prose in self._prose.items()})
        config.markdown_extensions.append(self._links)  # type: ignore[arg-type]  # MkDocs hands it on
        config.mdx_configs.setdefault("toc", {}).setdefault("slugify", id_of)
        config.theme.static_templates.clear()
        return config

    @event_priority(LAST)
    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Keep the pages alone; the press brings whatever else goes out."""
        return Files([file for file in files if file.src_uri in self._prose])

    @event_priority(FIRST)
    def on_page_markdown(self, markdown: str, page: Page, **_: Any) -> str:
        """Hand the slots of a page to its macros; what its settings say is for the press."""
        file = page.file.src_uri
        words = self._prose[file].words
        self.slots, self._links.file = iter(words.slots if words else ()), file
        page.meta = {}
        return markdown

    @event_priority(LAST)
    def on_page_content(self, html: str, page: Page, **_: Any) -> str:
        """Take the HTML of a page, with its slots."""
        self._html[page.file.src_uri] = html
        return html

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Write every document of the site, in the place of what MkDocs made of the pages."""
        folder, folders = Path(config.site_dir), self._opened.folders
        try:
            written = write_site(folder, documents(self._edition, self._html, kept(folders.cards)))
        except ProblemsFound as found:
            raise _refused(found) from None
        if MEANT in os.environ:
            write_bytes(Path(os.environ[MEANT]), "\n".join(written).encode())
        for line in self._edition.shown.notes():
            log.log(logging.WARNING if self._preview else logging.INFO, line)
        if waiting := self._opened.waiting:
            log.info(waiting)


def _refused(found: ProblemsFound) -> PluginError:
    """Return problems as MkDocs tells them: a line each, and no traceback."""
    return PluginError(f"{len(found.problems)} to mend before the site can be built:\n{found}")
