"""A built site -> what of its pages' words runs something or comes from another site, as browsers read it."""

from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib

RUNS = ("script", "iframe", "object", "embed", "form", "base", "meta", "link", "style", "svg", "math")
LOADS = ("src", "srcset", "data", "poster", "background", "formaction")


def foreign(site: Path) -> Iterator[str]:
    """Yield what stands in the articles of pages and should not; embed/ is no page."""
    for file in sorted(site.rglob("*.html")):
        if site / "embed" in file.parents:
            continue
        whole = html5lib.parse(file.read_text(encoding="utf-8"), namespaceHTMLElements=False)
        for article in whole.iter("article"):
            for element in article.iter():
                yield from (f"{file.relative_to(site)}: {what}" for what in _foreign(element))


def _foreign(element: Element) -> Iterator[str]:
    if element.tag in RUNS and "ne-" not in element.get("class", "ne-" if element.tag == "svg" else ""):
        yield f"<{element.tag}>"
    for name, value in element.attrib.items():
        plain = "".join(value.split()).lower()
        if name.startswith("on") or plain.startswith(("javascript:", "vbscript:", "data:text")):
            yield f"{name}={value[:40]}"
        if name in LOADS and plain.startswith(("http:", "https:", "//")):
            yield f"{name}={value[:40]}"
