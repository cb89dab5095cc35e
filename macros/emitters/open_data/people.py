"""The authors of a study -> their type in open data: names, ORCID iD, where they work, their page."""

from operator import itemgetter
from typing import Any

from ...catalogue.names import Named, named
from ...records.study import Study
from .fields import ITSELF, Field, Shape, Source, Type, maybe, several
from .values import TEXT, WORD


def _part(number: int) -> Type:
    """Return the type of the family (0) or given (1) name, where the record tells them apart."""

    def part(source: Source, one: Named) -> str | None:
        parts = one.parts(source.site.language)
        return parts[number] if parts else None

    return Type(str | None, part)


def _page(source: Source, one: Named) -> str | None:
    if one.person:
        return source.url("people", one.person.id)
    return source.url("organizations", one.organization.id) if one.acts and one.organization else None


def _works_at(one: Named) -> Any:
    return one.organization.name if one.organization and not one.acts else None


AUTHOR = Shape(
    "Author",
    "A person, or an organization that acts itself; what is not told of them is null.",
    (
        Field("name", "", TEXT),
        Field("family", "", _part(0), ITSELF),
        Field("given", "", _part(1), ITSELF),
        Field("orcid", "", maybe(WORD)),
        Field("organization", "", maybe(TEXT), _works_at),
        Field("url", "", Type(str | None, _page), ITSELF),
    ),
)
LISTED = several(AUTHOR.type(itemgetter("name")))


def _authors(source: Source, study: Study) -> list[dict[str, Any]]:
    return [AUTHOR.encode(source, one) for one in named(source.catalogue, study.authors)]


AUTHORS = Type(LISTED.json, _authors, LISTED.cells)
