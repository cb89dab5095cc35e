"""A page of the site -> its structured data: JSON-LD in the words of schema.org, for search engines."""

import json
from dataclasses import dataclass

from ...catalogue import Catalogue
from ...catalogue.addresses import named_at
from ...catalogue.kinds import PAGED
from ...settings import Site
from ..open_data.dataset import HOME
from .datasets import data_catalogue, facts_dataset
from .describing import Describer, Thing, filled, plain
from .things import thing_of

ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
NAMES = {"announcements": "Updates", "projects": "Register"}
FACTS = "facts/"
CONTACT = "contact/"
PAGE_TYPES = {"about/": "AboutPage", CONTACT: "ContactPage"}


@dataclass(frozen=True, slots=True)
class PagePlace:
    """A page as search engines meet it: address, title, description, addresses of its picture and cover."""

    path: str
    title: str
    description: str
    image: str = ""
    cover: str = ""


def encode_structured(catalogue: Catalogue, site: Site, page: PagePlace | None) -> str:
    """Return the JSON-LD of a page, safe to stand inside a script element of HTML.

    It is one graph (JSON-LD 1.1, section 4.9): the site, who speaks on it, the page, its place among
    the others, and what the page is about. Without a page it is the site alone.
    """
    by = Describer(catalogue, site)
    graph = [_site(by), filled({**by.speaker(), **_reached(by)})]
    if page:
        about = _about(by, page)
        graph.append(_page(site, page, about))
        if page.path:
            graph.append(_breadcrumb(site, page))
        if about:
            shown = {"image": page.image, "thumbnailUrl": page.cover}
            addresses = {name: path and site.url + path for name, path in shown.items()}
            graph.append(filled({**about, **addresses}))
    return in_html(json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False))


def in_html(text: str) -> str:
    """Return JSON that can neither end a script element nor begin a comment (HTML, section 4.12.1.3)."""
    for character, escaped in ESCAPES.items():
        text = text.replace(character, escaped)
    return text


def _site(by: Describer) -> Thing:
    site = by.site
    return filled(
        {
            "@type": "WebSite",
            "@id": f"{site.url}#website",
            "name": site.title,
            "url": site.url,
            "description": site.description,
            "inLanguage": site.language,
            "publisher": by.publisher(),
            "potentialAction": {
                "@type": "SearchAction",
                "target": {"@type": "EntryPoint", "urlTemplate": f"{site.url}?q={{search_term_string}}"},
                "query-input": "required name=search_term_string",
            },
        }
    )


def _reached(by: Describer) -> Thing:
    """Return how to reach who speaks on the site, where that is told."""
    contact = by.catalogue.contact
    if contact is None:
        return {}
    point = {"@type": "ContactPoint", "email": list(contact.emails), "telephone": contact.telephone}
    address = ", ".join(line.to(by.site.language) for line in contact.address)
    return {"address": address, "contactPoint": filled({**point, "url": f"{by.site.url}{CONTACT}"})}


def _about(by: Describer, page: PagePlace) -> Thing | None:
    """Return what a page is about: its record, or all facts; None where it is about nothing more."""
    if page.path == FACTS:
        return facts_dataset(by, page.title, page.description)
    if page.path == HOME:
        return data_catalogue(by, page.title, page.description)
    kind, id = named_at(page.path) or ("", "")
    if not kind or id not in by.catalogue.ids(kind):
        return None
    return thing_of(by, kind, by.catalogue.record(kind, id))


def _page(site: Site, page: PagePlace, about: Thing | None) -> Thing:
    lists = page.path.count("/") == 1 and named_at(f"{page.path}x/") is not None
    thing = about and {"@id": about["@id"]}
    named = "about" if about and about["@type"] == "Thing" else "mainEntity"
    return filled(
        {
            "@type": PAGE_TYPES.get(page.path) or ("CollectionPage" if lists else "WebPage"),
            "@id": f"{site.url}{page.path}#page",
            "name": page.title,
            "url": site.url + page.path,
            "description": plain(page.description),
            "inLanguage": site.language,
            "isPartOf": {"@id": f"{site.url}#website"},
            "breadcrumb": {"@id": f"{site.url}{page.path}#breadcrumb"} if page.path else None,
            "image": page.image and site.url + page.image,
            named: thing,
        }
    )


def _breadcrumb(site: Site, page: PagePlace) -> Thing:
    """Return the way to a page: home, its list where it has one, itself."""
    folder = page.path.split("/")[0]
    kind = (named_at(page.path) or ("", ""))[0]
    steps = [("Home", "")]
    if kind and PAGED[kind].list:
        steps.append((NAMES.get(kind, kind).capitalize(), f"{folder}/"))
    items = [
        {"@type": "ListItem", "position": place, "name": name, "item": {"@id": site.url + to}}
        for place, (name, to) in enumerate([*steps, (page.title, page.path)], 1)
    ]
    return {"@type": "BreadcrumbList", "@id": f"{site.url}{page.path}#breadcrumb", "itemListElement": items}
