"""The content of a page and what stands round it -> its document, by the templates of overrides/frame."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from .. import palette
from ..settings import Look, Script, Section, Site
from ..views.feeds import Alternate
from .links import way

PAGE, LOST = "main.html", "404.html"
Named = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Framed:
    """A page as its frame shows it.

    path is its address under the site's; title is plain text. headings are the ids and words of its
    sections where the page lists them. canonical is the full address that search engines are to keep.
    A page that is not listed asks not to be indexed; moved_to is where its redirect leads.
    """

    path: str
    title: str
    content: Markup = field(repr=False)
    description: str = ""
    canonical: str = ""
    headings: tuple[Named, ...] = ()
    feeds: tuple[Alternate, ...] = ()
    previews: tuple[tuple[str, str, str], ...] = ()
    scholar: tuple[Named, ...] = ()
    structured: str = ""
    listed: bool = True
    moved_to: str | None = None


class Frame:
    """Fills in the frame of a site; each template is read and compiled once.

    What stands round all pages that lie alike is made once for them: header, footer and search. contact
    tells whether there is a contact page, which the footer leads to.
    """

    def __init__(
        self, overrides: Path, site: Site, look: Look, preview: bool = False, contact: bool = False
    ) -> None:
        self._environment = Environment(
            loader=FileSystemLoader([overrides / "frame", overrides]),
            autoescape=True,
            undefined=StrictUndefined,
            auto_reload=False,
        )
        self._site, self._look, self._preview, self._contact = site, look, preview, contact
        self._deep = {
            address.split("/")[0] for s in look.sections for address, _ in s.pages if _depth(address) > 1
        }
        self._parts: dict[tuple[str, tuple[object, ...]], Markup] = {}

    def page(self, page: Framed, template: str = PAGE) -> str:
        """Return the document of a page; a preview says so with the way to the desk."""
        return self._filled(template, page, partial(way, here=page.path))

    def lost(self, page: Framed) -> str:
        """Return the document for addresses that lead nowhere; its links begin at the top of the server."""
        top = urlsplit(self._site.url).path

        def to(path: str) -> str:
            return f"{top}{path or '.'}"

        return self._filled(LOST, page, to)

    def _filled(self, template: str, page: Framed, to: Callable[[str], str]) -> str:
        here = page.path.split("/")[0]
        values: dict[str, Any] = {
            "page": page,
            "site": self._site,
            "look": self._look,
            "sections": [_entry(section, page.path) for section in self._look.sections],
            "here": here,
            "home": page.path == "" and template != LOST,
            "lost": template == LOST,
            "preview": self._preview,
            "contact": self._contact,
            "palette": palette,
            "to": to,
            "load": partial(_load, to=to),
        }
        alike = (template == LOST, _depth(page.path), here, page.path if here in self._deep else "")
        values["part"] = partial(self._part, values=values, alike=alike)
        return self._environment.get_template(template).render(values)

    def _part(self, name: str, values: Mapping[str, Any], alike: tuple[object, ...]) -> Markup:
        """Return a part of the frame, the same for all pages of one depth in one section of the site."""
        key = (name, alike)
        if key not in self._parts:
            made = self._environment.get_template(f"partials/{name}.html").render(values)
            self._parts[key] = Markup(made)  # noqa: S704 - rendered with autoescape
        return self._parts[key]


def _depth(path: str) -> int:
    return path.count("/")


@dataclass(frozen=True, slots=True)
class _Entry:
    """An entry of the navigation as a page shows it; state is the value of 'aria-current', or nothing."""

    title: str
    address: str
    state: str


def _entry(section: Section, path: str) -> _Entry:
    here = path.split("/")[0]
    own = any(address == path for address, _ in section.pages)
    near = here and here == section.address.split("/")[0]
    return _Entry(section.title, section.address, "page" if own else "true" if near else "")


def _load(script: Script, to: Callable[[str], str]) -> Markup:
    """Return the element that loads a script."""
    words = Markup("").join(
        Markup(' type="{}"').format(script.type) if name == "type" else Markup(" ") + name
        for name, said in (("type", script.type), ("defer", script.defer), ("async", script.asynchronous))
        if said
    )
    return Markup('<script src="{}"{}></script>').format(to(script.path), words)
