"""The content of a page and what stands round it -> its document, by the templates of overrides/frame."""

from collections.abc import Callable
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
    """Fills in the frame; each template is read and compiled once."""

    def __init__(self, overrides: Path) -> None:
        self._environment = Environment(
            loader=FileSystemLoader([overrides / "frame", overrides]),
            autoescape=True,
            undefined=StrictUndefined,
            auto_reload=False,
        )

    def page(self, page: Framed, site: Site, look: Look, template: str = PAGE, preview: bool = False) -> str:
        """Return the document of a page; a preview says so with the way to the desk."""
        return self._filled(template, page, site, look, preview, partial(_to, here=page.path))

    def lost(self, page: Framed, site: Site, look: Look, preview: bool = False) -> str:
        """Return the document for addresses that lead nowhere; its links begin at the top of the server."""
        top = urlsplit(site.url).path

        def to(path: str) -> str:
            return f"{top}{path or '.'}"

        return self._filled(LOST, page, site, look, preview, to)

    def _filled(
        self, template: str, page: Framed, site: Site, look: Look, preview: bool, to: Callable[[str], str]
    ) -> str:
        values: dict[str, Any] = {
            "page": page,
            "site": site,
            "look": look,
            "sections": [_entry(section, page.path) for section in look.sections],
            "here": page.path.split("/")[0],
            "home": page.path == "" and template != LOST,
            "lost": template == LOST,
            "preview": preview,
            "palette": palette,
            "to": to,
            "load": partial(_load, to=to),
        }
        return self._environment.get_template(template).render(values)


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


def _to(path: str, here: str) -> str:
    """Return an address of the site from a page."""
    return way(path, here)


def _load(script: Script, to: Callable[[str], str]) -> Markup:
    """Return the element that loads a script."""
    words = Markup("").join(
        Markup(' type="{}"').format(script.type) if name == "type" else Markup(" ") + name
        for name, said in (("type", script.type), ("defer", script.defer), ("async", script.asynchronous))
        if said
    )
    return Markup('<script src="{}"{}></script>').format(to(script.path), words)
