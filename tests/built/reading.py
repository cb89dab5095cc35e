"""A built file -> a page as a browser would read it: its elements, links and ids."""

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree.ElementTree import Element

import html5lib


class HtmlPage:
    """One page of the built site."""

    def __init__(self, site: Path, file: Path) -> None:
        self.file = file
        relative = file.relative_to(site).as_posix()
        self.address = "/" + relative.removesuffix("index.html")

    @cached_property
    def text(self) -> str:
        """Return the file's text."""
        return self.file.read_text(encoding="utf-8")

    @cached_property
    def root(self) -> Element:
        """Return the page's element tree, without namespaces."""
        root: Element = html5lib.parse(self.text, namespaceHTMLElements=False)
        return root

    @cached_property
    def ids(self) -> list[str]:
        """Return every id in the order of the page."""
        return [element.attrib["id"] for element in self.root.iter() if "id" in element.attrib]

    def all(self, tag: str) -> list[Element]:
        """Return every element of a name."""
        return list(self.root.iter(tag))

    def links(self) -> Iterator[tuple[str, str]]:
        """Yield address and fragment of each link that stays on the site."""
        for anchor in self.all("a"):
            href = anchor.get("href", "")
            parts = urlsplit(urljoin(self.address, href))
            if href and not parts.scheme and not parts.netloc:
                yield unquote(parts.path), unquote(parts.fragment)

    def words(self) -> str:
        """Return the words of the page's main part, on one line."""
        main = next(self.root.iter("main"), self.root)
        return " ".join("".join(main.itertext()).split())
