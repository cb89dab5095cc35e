"""The small values of open data: names beside ids, dates in words and days, sources with their addresses."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, cast

from ...catalogue.addresses import address_of
from ...catalogue.catalogue import Catalogue
from ...records.place import Locality
from ...records.project import Need, Project
from ...records.source import Source
from ...records.text import Text
from ...records.when import PartialDate
from ...records.words import date_words
from ...settings import Site
from ..open_data import shapes

DIGITS = 7


@dataclass(frozen=True, slots=True)
class Speaker:
    """A catalogue whose records are spoken of in the site's language, with whole addresses."""

    catalogue: Catalogue
    site: Site

    def words(self, text: Text) -> str:
        """Return a text."""
        return text.to(self.site.language)

    def maybe(self, text: Text | None) -> str | None:
        """Return a text, or None for none."""
        return self.words(text) if text else None

    def url(self, kind: str, id: str) -> str:
        """Return the whole address of a record's page."""
        return self.site.url + address_of(kind, id)

    def date(self, when: PartialDate) -> shapes.When:
        """Return a date in words, with its first and last day."""
        words = date_words(when, self.site.language)
        return shapes.When(words=words, first=when.first.isoformat(), last=when.last.isoformat())

    def maybe_date(self, when: PartialDate | None) -> shapes.When | None:
        """Return a date, or None for none."""
        return self.date(when) if when else None

    def named(self, kind: str, ids: Iterable[str]) -> list[shapes.Named]:
        """Return records by id, name and page."""
        return [shapes.Named(id=id, name=self._name(kind, id), url=self.url(kind, id)) for id in ids]

    def people(self, involved: Iterable[tuple[str, str]]) -> list[shapes.Participant]:
        """Return organizations, each with what it does."""
        return [
            shapes.Participant(
                id=id,
                name=self._name("organizations", id),
                url=self.url("organizations", id),
                kind=self.catalogue.organizations[id].kind,
                role=role,
            )
            for id, role in involved
        ]

    def spot(self, place: Locality) -> shapes.Spot:
        """Return a place with its point."""
        country = self.catalogue.countries.get(place.country or "")
        point = place.point
        return shapes.Spot(
            name=self.words(place.name),
            country=self.words(country.name) if country else None,
            latitude=_degrees(point.lat) if point else None,
            longitude=_degrees(point.lon) if point else None,
            approximate=point.approximate if point else None,
            note=self.maybe(place.note),
        )

    def wanted(self, need: Need) -> shapes.Wanted:
        """Return what is sought or offered."""
        return shapes.Wanted(what=need.what, note=self.maybe(need.note))

    def sources(self, sources: Iterable[Source]) -> list[shapes.Reference]:
        """Return documents and the places in them."""
        return [
            shapes.Reference(
                document=self._name("documents", source.document),
                place=source.place(self.site.language),
                url=self.url("documents", source.document),
            )
            for source in sources
        ]

    def questionnaire(self, project: Project) -> list[shapes.Reference]:
        """Return the questionnaire that a project rests on, if it rests on one."""
        told = project.questionnaire
        if told is None:
            return []
        by = f" of {self._name('organizations', told.answered_by)}" if told.answered_by else ""
        received = date_words(told.received, self.site.language)
        return [shapes.Reference(document=f"Questionnaire{by}", place=received, url=None)]

    def _name(self, kind: str, id: str) -> str:
        return self.words(cast("Any", self.catalogue.record(kind, id)).title)


def _degrees(value: Decimal) -> float:
    """Return degrees to the centimetre; more digits say nothing (RFC 7946, section 11.2)."""
    return float(round(value, DIGITS))
