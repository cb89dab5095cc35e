"""The bytes of an SVG -> the same with drawing alone in it; one that could run or load anything is refused.

What programs add for themselves (their own namespaces, metadata, remarks) is left out without a word.
"""

import re
from contextlib import suppress
from typing import Any

from lxml import etree

SVG = "image/svg+xml"
SPACE = "http://www.w3.org/2000/svg"
XLINK = "{http://www.w3.org/1999/xlink}href"
ELEMENTS = frozenset(
    (
        "svg", "g", "defs", "symbol", "use", "title", "desc", "path", "rect", "circle", "ellipse", "line",
        "polyline", "polygon", "text", "tspan", "linearGradient", "radialGradient", "stop", "clipPath",
        "mask", "pattern", "style", "marker", "filter", "feGaussianBlur", "feOffset", "feBlend", "feFlood",
        "feComposite", "feMerge", "feMergeNode", "feColorMatrix",
    )
)  # fmt: skip
DROPPED = ("metadata",)
REFUSED = {
    "script": "a script",
    "foreignObject": "a page of its own",
    "image": "a picture inside",
    "animate": "movement",
    "animateTransform": "movement",
    "animateMotion": "movement",
    "set": "movement",
    "a": "a link",
    "iframe": "a frame",
}
LOADS = re.compile(r"url\(\s*(?!['\"]?#)|@import|expression|javascript:|\\|//", re.IGNORECASE)
LENGTH = re.compile(r"\s*([0-9]*\.?[0-9]+)\s*(?:px|pt|mm|cm|in)?\s*")
NUMBER = re.compile(r"[^\s,]+")
PLAIN = "save it again as plain SVG"
ENTITIES = re.compile(rb"<!ENTITY|<!DOCTYPE[^>]*\[")
NO_SVG = f"is no SVG; {PLAIN}, or as PNG"
LARGEST = 4_000  # units; what is drawn larger is shown small all the same


class Unfit(Exception):
    """Why an SVG is not published, and what to do."""


def clean_svg(content: bytes) -> bytes:
    """Return an SVG with its drawing alone; raises Unfit where it holds what could run or load anything."""
    if ENTITIES.search(content):
        raise Unfit(f"declares entities, which could hide anything; {PLAIN}")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise Unfit(NO_SVG) from None
    if root.tag != f"{{{SPACE}}}svg":
        raise Unfit(NO_SVG)
    _clean(root)
    etree.cleanup_namespaces(root, {None: SPACE})
    return bytes(etree.tostring(root, encoding="utf-8"))


def size_of(content: bytes) -> tuple[int, int]:
    """Return width and height of a clean SVG, by its view box or what it says; raises Unfit without."""
    root = etree.fromstring(content)
    numbers = NUMBER.findall(root.get("viewBox", ""))
    found: list[float] = []
    with suppress(ValueError):
        found = [float(number) for number in numbers[2:4]]
    if len(numbers) != 4 or len(found) != 2 or min(found) <= 0:
        said = [LENGTH.fullmatch(root.get(key, "")) for key in ("width", "height")]
        found = [float(one[1]) for one in said if one]
    if len(found) != 2 or not 0 < min(found) <= max(found) < 1e6:
        raise Unfit(f"says neither a view box nor its width and height; {PLAIN}")
    scale = min(1.0, LARGEST / max(found))
    width, height = (max(1, round(side * scale)) for side in found)
    return width, height


def _clean(element: Any) -> None:
    for child in list(element):
        space, name = _named(child.tag)
        if name in REFUSED:
            raise Unfit(f"has {REFUSED[name]} in it, which has no place in a logo; {PLAIN} without it")
        if space != SPACE or name in DROPPED:
            _drop(element, child)
        elif name not in ELEMENTS:
            raise Unfit(f"has '<{name[:40]}>' in it, which is not needed to draw a logo; {PLAIN} without it")
        else:
            _clean(child)
    if _named(element.tag)[1] == "style" and LOADS.search(element.text or ""):
        raise Unfit(f"has a style that loads something; {PLAIN} without it")
    for key, value in list(element.attrib.items()):
        _attribute(element, str(key), str(value))


def _attribute(element: Any, key: str, value: str) -> None:
    space, name = _named(key)
    if name.lower().startswith("on"):
        raise Unfit(f"has '{name[:40]}' in it, which runs a script; {PLAIN} without it")
    if key == XLINK or name == "href":
        if not value.startswith("#"):
            raise Unfit(f"loads '{value[:40]}', which is not in the file; {PLAIN} without it")
    elif space:
        del element.attrib[key]
    elif LOADS.search(value):
        raise Unfit(f"has '{name[:40]}' in it, which loads something; {PLAIN} without it")


def _named(tag: Any) -> tuple[str, str]:
    """Return namespace and name; of what has no name, such as an entity, neither."""
    if not isinstance(tag, str):
        return "", ""
    found = etree.QName(tag)
    return found.namespace or "", found.localname


def _drop(parent: Any, child: Any) -> None:
    """Take an element out, and keep the words behind it."""
    before, tail = child.getprevious(), child.tail or ""
    if before is not None:
        before.tail = (before.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    parent.remove(child)
