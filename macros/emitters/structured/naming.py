"""Records and dates -> the small values that things of schema.org are made of: ids, names, days."""

from collections.abc import Iterable

from ...catalogue import Catalogue
from ...catalogue.addresses import address_of
from ...records.when import PartialDate, Span
from ...settings import Site
from . import schema_org as so

ISO = {"day": "%Y-%m-%d", "month": "%Y-%m", "year": "%Y"}


def thing_id(site: Site, kind: str, id: str) -> str:
    """Return the @id of what a record's page is about: its address and '#thing'."""
    return f"{site.url}{address_of(kind, id)}#thing"


def publisher_id(site: Site) -> str:
    """Return the @id of the organization that speaks on the site."""
    return f"{site.url}#organization"


def publisher(site: Site) -> so.Reference:
    """Return a reference to the organization that speaks on the site."""
    return {"@id": publisher_id(site)}


def named(site: Site) -> so.Organization:
    """Return the organization that speaks on the site."""
    return {"@type": "Organization", "@id": publisher_id(site), "name": site.author, "url": site.url}


def organization(catalogue: Catalogue, site: Site, id: str) -> so.Organization:
    """Return an organization by its name and page."""
    record = catalogue.organizations[id]
    name, url = record.name.to(site.language), site.url + address_of("organizations", id)
    return {"@type": "Organization", "@id": thing_id(site, "organizations", id), "name": name, "url": url}


def country_thing(catalogue: Catalogue, site: Site, id: str) -> so.Country:
    """Return a country by its name and code."""
    return {
        "@type": "Country",
        "@id": thing_id(site, "countries", id),
        "name": catalogue.countries[id].name.to(site.language),
        "identifier": id.upper(),
    }


def topic_names(catalogue: Catalogue, site: Site, ids: Iterable[str]) -> list[str]:
    """Return what topics are called."""
    return [catalogue.topics[id].name.to(site.language) for id in ids]


def plain(text: str) -> str:
    """Return a text on one line."""
    return " ".join(text.split())


def day(when: PartialDate | None) -> str:
    """Return a date as ISO 8601 says it, to the day, month or year; '' for a range, a quarter or none."""
    return span_words(when.start) if when and when.single else ""


def span_words(span: Span) -> str:
    """Return one calendar unit as ISO 8601 says it; '' for a quarter or half year."""
    form = ISO.get(span.precision)
    return span.first.strftime(form) if form else ""
