"""Markdown with slots -> HTML as any engine makes it of the same extensions, and what it is made of."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from ..views.headings import id_of

ALWAYS = ("toc", "tables", "fenced_code")
WRITTEN = "data-written"
VOID = ("br", "col", "hr", "img", "wbr")
OPTIONAL = ("colgroup", "dd", "dt", "li", "p", "rp", "rt", "tbody", "td", "tfoot", "th", "thead", "tr")
ALONE = ("base", "embed", "input", "link", "meta", "param", "source", "track")
Extensions = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Tag:
    """A start tag: its name and attributes, and whether Markdown made it (else it was typed as HTML)."""

    name: str
    attributes: tuple[tuple[str, str | None], ...]
    by_markdown: bool = False
    depth: int = 0

    def get(self, name: str) -> str | None:
        """Return the value of an attribute, '' where it has none, or None where it is not there."""
        return next((value or "" for key, value in self.attributes if key == name), None)


@dataclass(slots=True)
class Markup:
    """What stands in the HTML of a page: its tags in order, and what does not fit together."""

    tags: list[Tag] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    within: list[str] = field(default_factory=list)


def converter(extensions: Extensions, *more: Extension) -> Markdown:
    """Return what turns the Markdown of one page into HTML, as every engine has it set up."""
    options: dict[str, dict[str, Any]] = {name: dict(extensions.get(name, {})) for name in ALWAYS}
    options |= {name: dict(given) for name, given in extensions.items()}
    options["toc"].setdefault("slugify", id_of)
    return Markdown(extensions=[*options, *more], extension_configs=options)


def markup_of(text: str, extensions: Extensions, mark: str, known: Collection[str]) -> Markup:
    """Return what the HTML of a text is made of; mark is the attribute of slots, known are the
    elements that have a place in pages.

    Raises what Markdown raises where it cannot read the text.
    """
    reader = _Reader(mark, known)
    markdown = converter(extensions)
    markdown.treeprocessors.register(_Marking(markdown), "written", 0)
    reader.feed(markdown.convert(text))
    reader.close()
    reader.end()
    return reader.made


class _Marking(Treeprocessor):
    """Marks the links and pictures that Markdown made, as engines resolve only those."""

    def run(self, root: Element) -> None:
        """Mark each link and picture of the tree."""
        for element in root.iter():
            if element.tag in ("a", "img"):
                element.set(WRITTEN, "")


class _Reader(HTMLParser):
    """Reads HTML as browsers do, tag by tag."""

    def __init__(self, mark: str, known: Collection[str]) -> None:
        super().__init__(convert_charrefs=True)
        self.made, self._mark, self._known = Markup(), mark, known
        self._open: list[str] = []
        self._closed: list[str] = []
        self._strange = ""

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        """Note a tag, and that it is open; what stands inside an unknown one is told with it."""
        if self._strange:
            return
        kept = tuple(pair for pair in attrs if pair[0] not in (self._mark, WRITTEN))
        self.made.tags.append(Tag(tag, kept, any(key == WRITTEN for key, _ in attrs), len(self._open)))
        if tag not in self._known:
            self._strange = "" if tag in ALONE else tag
        elif tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        """Note a tag such as <br />; browsers take <div /> for one that is open."""
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """Close a tag, and say what closes nothing or leaves another open."""
        if self._strange:
            self._strange = "" if tag == self._strange else self._strange
        elif tag in self._closed:
            self._closed.remove(tag)
        elif tag in self._open:
            while (left := self._open.pop()) != tag:
                self._closed.append(left)
                if left not in OPTIONAL:
                    self.made.faults.append(f"<{left}> is opened and not closed before </{tag}>; close it")
        elif tag not in VOID:
            self.made.faults.append(f"</{tag}> closes nothing; delete it, or open <{tag}> before it")

    def handle_data(self, data: str) -> None:
        """Note the slots that stand as text: their calls are inside code."""
        self.made.within.extend(data.split(f'{self._mark}="')[1:])

    def handle_comment(self, data: str) -> None:
        """Say where a comment ends otherwise in browsers than it looks."""
        if data.startswith((">", "->")) or "--" in data or data.endswith("<!-"):
            self.made.faults.append("a remark in HTML holds two hyphens or ends oddly; write <!-- words -->")

    def handle_decl(self, decl: str) -> None:
        """Say that a declaration has no place in words."""
        self.made.faults.append(f"'<!{decl[:40]}>' has no place in a page; delete it")

    def handle_pi(self, data: str) -> None:
        """Say that an instruction has no place in words."""
        self.made.faults.append(f"'<?{data[:40]}' has no place in a page; delete it")

    def unknown_decl(self, data: str) -> None:
        """Say that an unknown declaration has no place in words."""
        self.made.faults.append(f"'<![{data[:40]}' has no place in a page; delete it")

    def end(self) -> None:
        """Say what is still open."""
        left = [] if self._strange else [tag for tag in self._open if tag not in OPTIONAL]
        self.made.faults.extend(f"<{tag}> is opened and never closed; close it" for tag in left)
