"""Records and dates -> what the descriptions of schema.org have in common: ids, names, days, places.

A description is a mapping of a type's properties to values, as schema.org names them; what a record does
not say stands there as nothing, and is left out.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ...catalogue import Catalogue
from ...catalogue.addresses import address_of
from ...records.place import Point
from ...records.text import Text
from ...records.when import PartialDate, Span
from ...settings import Site

Thing = dict[str, Any]
ISO = {"day": "%Y-%m-%d", "month": "%Y-%m", "year": "%Y"}
NOTHING: tuple[object, ...] = (None, "", [])


@dataclass(frozen=True, slots=True)
class Describer:
    """A catalogue whose records are described in the site's language, with whole addresses."""

    catalogue: Catalogue
    site: Site

    def text(self, text: Text | None) -> str | None:
        """Return a text, or None for none."""
        return text.to(self.site.language) if text else None

    def line(self, text: Text | None) -> str | None:
        """Return a text on one line, or None for none."""
        return plain(text.to(self.site.language)) if text else None

    def url(self, kind: str, id: str) -> str:
        """Return the whole address of a record's page."""
        return self.site.url + address_of(kind, id)

    def reference(self, kind: str, id: str) -> Thing:
        """Return a reference to what a record's page is about: its @id alone."""
        return {"@id": f"{self.url(kind, id)}#thing"}

    def record(self, kind: str, record: Any, type: str | list[str], properties: Mapping[str, Any]) -> Thing:
        """Return the description of a record: its name and page, and its properties, which may say others."""
        known = {"@type": type, **self.reference(kind, record.id), "name": self.text(record.title)}
        return filled({**known, "headline": None, "url": self.url(kind, record.id), **properties})

    def publisher(self) -> Thing:
        """Return a reference to the organization that speaks on the site."""
        return {"@id": f"{self.site.url}#organization"}

    def speaker(self) -> Thing:
        """Return the organization that speaks on the site."""
        about = {"name": self.site.author, "url": self.site.url}
        return filled({"@type": "Organization", **self.publisher(), **about})

    def organizations(self, ids: Iterable[str]) -> list[Thing]:
        """Return organizations by their names and pages, each once."""
        found = self.catalogue.organizations
        return [self.record("organizations", found[id], "Organization", {}) for id in dict.fromkeys(ids)]

    def country(self, id: str) -> Thing:
        """Return a country by its name and code."""
        country = self.catalogue.countries[id]
        return self.record("countries", country, "Country", {"url": None, "identifier": id.upper()})

    def topics(self, ids: Iterable[str]) -> list[str]:
        """Return what topics are called."""
        return [self.catalogue.topics[id].name.to(self.site.language) for id in ids]

    def place(
        self, name: Text | None, country: str | None, point: Point | None, city: Text | None = None
    ) -> Thing:
        """Return a place; an approximate point is not said to be where it is."""
        code = country.upper() if country else None
        address = {
            "@type": "PostalAddress",
            "addressLocality": self.text(city),
            "addressCountry": code,
        }
        geo = None
        if point and not point.approximate:
            geo = {"@type": "GeoCoordinates", "latitude": float(point.lat), "longitude": float(point.lon)}
        return filled(
            {
                "@type": "Place",
                "name": self.text(name),
                "address": filled(address) if city or code else None,
                "geo": geo,
            }
        )


def filled(properties: Mapping[str, Any]) -> Thing:
    """Return the properties that have a value."""
    return {name: value for name, value in properties.items() if value not in NOTHING}


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
