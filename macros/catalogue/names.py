"""People and organizations that a record names -> who they are, as every page and every format names them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from ..records.base import Record
from ..records.contributor import Contributor
from ..records.event import Event
from ..records.organization import Organization
from ..records.person import Person
from ..records.project import Project
from ..records.study import Study
from ..records.text import DEFAULT_LANGUAGE, Text
from .catalogue import Catalogue

AUTHORS = ("lead", "co-author")
PROGRAMME = "neaspec"

Deed = Literal["author", "editor", "speaker", "contact"]


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody by name: a person, or an organization that acts itself.

    organization is a person's own, or the one that acts; person is the record that a person has, if any.
    """

    name: Text
    sorted: Text | None = None
    role: Text | None = None
    organization: Organization | None = None
    person: Person | None = None
    orcid: str | None = None
    email: str | None = None
    acts: bool = False

    def line(self, language: str) -> str:
        """Return the name as it is written, on one line."""
        return " ".join(self.name.to(language).split())

    def parts(self, language: str) -> tuple[str, str] | None:
        """Return family and given name as the record sorts them, or None: a name is never guessed at."""
        spoken = language if self.name.find(language) else DEFAULT_LANGUAGE
        words = self.sorted.find(spoken) if self.sorted else None
        if not words:
            return None
        family, _, given = " ".join(words.split()).partition(",")
        return family.strip(), given.strip()

    @property
    def orcid_page(self) -> str:
        """Return the address of the ORCID record, or ''."""
        return f"https://orcid.org/{self.orcid}" if self.orcid else ""


def named(catalogue: Catalogue, contributors: Iterable[Contributor]) -> tuple[Named, ...]:
    """Return who they are, in the order in which they are given; who may not be named is left out."""
    return tuple(_named(catalogue, one) for one in contributors if one.shown)


def named_person(catalogue: Catalogue, person: Person) -> Named:
    """Return a person with a record as that record names them."""
    works_at = catalogue.organizations.get(person.organization or "")
    return Named(person.name, person.sorted, person.role, works_at, person, person.orcid, person.email)


def authors(catalogue: Catalogue, study: Study, speaker: str) -> tuple[Named, ...]:
    """Return the authors of a study; where it gives none, those who led the work, then who wrote with them.

    Where there is neither, who speaks for the programme stands for its own work, and nobody for that of
    others.
    """
    return named(catalogue, study.authors) or tuple(_partners(catalogue, study)) or _speaker(study, speaker)


def deeds(catalogue: Catalogue, person: str) -> Iterator[tuple[Deed, str, Record]]:
    """Yield what a person with a record did: what, and the kind and record of what it was done for.

    Whoever presented a study spoke at the event.
    """
    for kind in ("studies", "events", "projects"):
        for record in catalogue.related("people", person, kind):
            for deed, to, about, contributors in _lists(catalogue, kind, record):
                if any(one.person == person for one in contributors):
                    yield deed, to, about


def _named(catalogue: Catalogue, one: Contributor) -> Named:
    own = catalogue.organizations.get(one.organization or "")
    if one.person:
        known = named_person(catalogue, catalogue.people[one.person])
        return replace(known, role=one.role or known.role, organization=own or known.organization)
    if one.name:
        return Named(one.name, one.sorted, one.role, own, None, one.orcid, one.email)
    acting = catalogue.organizations[one.organization or ""]
    return Named(acting.name, role=one.role, organization=acting, email=one.email, acts=True)


def _partners(catalogue: Catalogue, study: Study) -> Iterator[Named]:
    partners = sorted((p for p in study.partners if p.role in AUTHORS), key=lambda p: AUTHORS.index(p.role))
    for partner in partners:
        organization = catalogue.organizations[partner.organization]
        yield Named(organization.name, organization=organization, acts=True)


def _speaker(study: Study, speaker: str) -> tuple[Named, ...]:
    if study.scope != PROGRAMME:
        return ()
    return (Named(Text(((DEFAULT_LANGUAGE, speaker),)), acts=True),)


def _lists(
    catalogue: Catalogue, kind: str, record: Record
) -> Iterator[tuple[Deed, str, Record, tuple[Contributor, ...]]]:
    if isinstance(record, Study):
        yield "author", kind, record, record.authors
        yield "editor", kind, record, record.editors
        for presented in record.presented:
            yield "speaker", "events", catalogue.events[presented.event], presented.speakers
    if isinstance(record, Event):
        for session in record.programme:
            yield "speaker", kind, record, session.speakers
    if isinstance(record, (Study, Event, Project)):
        yield "contact", kind, record, record.contacts
