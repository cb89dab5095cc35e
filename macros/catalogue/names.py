"""People and organizations that a record names -> who they are, as every page and every format names them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..records.contributor import Contributor
from ..records.organization import Organization
from ..records.person import Person
from ..records.study import Study
from ..records.text import DEFAULT_LANGUAGE, Text
from .catalogue import Catalogue

AUTHORS = ("lead", "co-author")
PROGRAMME = "neaspec"


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


def authors(catalogue: Catalogue, study: Study, speaker: str) -> tuple[Named, ...]:
    """Return the authors of a study; where it gives none, those who led the work, then who wrote with them.

    Where there is neither, who speaks for the programme stands for its own work, and nobody for that of
    others.
    """
    return named(catalogue, study.authors) or tuple(_partners(catalogue, study)) or _speaker(study, speaker)


def _named(catalogue: Catalogue, one: Contributor) -> Named:
    own = catalogue.organizations.get(one.organization or "")
    if one.person:
        person = catalogue.people[one.person]
        return Named(
            person.name,
            person.sorted,
            one.role or person.role,
            own or catalogue.organizations.get(person.organization or ""),
            person,
            person.orcid,
            person.email,
        )
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
