"""Markdown with slots -> HTML with slots, by Python-Markdown in this process."""

from collections.abc import Mapping

from ..press.contents import Project
from ..press.links import LinkExtension
from ..press.markup import converter
from . import Engine


def plain(project: Project) -> Engine:
    """Return the engine for the pages of a project, with its extensions of Markdown."""
    links = LinkExtension({prose.file: prose.page.path for prose in project.prose})

    def convert(pages: Mapping[str, str]) -> dict[str, str]:
        html = {}
        for links.file, text in pages.items():
            html[links.file] = converter(project.extensions, links).convert(text)
        return html

    return convert
