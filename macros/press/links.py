"""Links of a page's Markdown to files of docs/ -> addresses of the site, in a form that no engine changes.

An engine is given 'site:studies/' for '../studies/index.md'; what it returns gets the way from its own page.
"""

import re
from collections.abc import Mapping
from posixpath import dirname, normpath
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from .allowed import external

SCHEME = "site:"
BEFORE_ENGINES = 1  # python-markdown runs processors from high to low; MkDocs resolves links at 0
LINK = re.compile(rf'\b(href|src)="{SCHEME}([^"#]*)([^"]*)"')


class LinkExtension(Extension):
    """Names the address of each file of docs/ that the Markdown of a page links to.

    addresses are those of pages by file below docs/; file is the page that is read, set before each.
    """

    def __init__(self, addresses: Mapping[str, str]) -> None:
        super().__init__()
        self.addresses = addresses
        self.file = ""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - python-markdown calls it so
        """Let links be named once the tree of the page is whole."""
        md.treeprocessors.register(_Naming(md, self), "site-links", BEFORE_ENGINES)

    def named(self, target: str) -> str:
        """Return a link that leads to a file of docs/ by its address on the site; others as they are."""
        path, anchor = urlsplit(target).path, urlsplit(target).fragment
        if not path or path.startswith("/") or external(target):
            return target
        found = self.file if normpath(path) == "." else joined(self.file, path)
        return f"{SCHEME}{self.addresses.get(found, found)}{'#' if anchor else ''}{anchor}"


class _Naming(Treeprocessor):
    """Sets the links and pictures that Markdown made; those typed as HTML are left as they are."""

    def __init__(self, md: Markdown, links: LinkExtension) -> None:
        super().__init__(md)
        self._links = links

    def run(self, root: Element) -> None:
        """Name each link and picture of the tree."""
        for element in root.iter():
            key = {"a": "href", "img": "src"}.get(element.tag, "")
            target = element.get(key) if key else None
            if target:
                element.set(key, self._links.named(target))


def joined(file: str, path: str) -> str:
    """Return the path below docs/ that a path names from a file there."""
    return normpath(f"{dirname(file)}/{path}".lstrip("/"))


def localized(html: str, here: str) -> str:
    """Return the HTML of the page at an address with its named links made relative to it."""
    return LINK.sub(lambda found: f'{found[1]}="{way(found[2], here)}{found[3]}"', html)


def way(to: str, here: str) -> str:
    """Return the relative address that leads from a page to an address, both below the site's own."""
    start, end = [part for part in here.split("/")[:-1] if part], [part for part in to.split("/") if part]
    while start and end and start[0] == end[0]:
        start, end = start[1:], end[1:]
    found = "/".join([".."] * len(start) + end) or "."
    return f"{found}/" if to.endswith("/") else found
