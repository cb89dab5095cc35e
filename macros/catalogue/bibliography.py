"""A study -> what a reference to it says, as a CSL-JSON item (the item type of the CSL 1.0.2 data schema)."""

from typing import Literal, NotRequired, TypedDict

from ..records.study import Study
from ..records.text import DEFAULT_LANGUAGE, Text
from ..records.when import PartialDate
from .addresses import address_of
from .catalogue import Catalogue

AUTHORS = ("lead", "co-author")
PROGRAMME = "neaspec"
PARTS_KNOWN = {"day": 3, "month": 2}

CslDate = TypedDict("CslDate", {"date-parts": list[list[int]]})


class CslName(TypedDict):
    """The name of an organization, which has no given and family parts."""

    literal: str


class CslItem(TypedDict):
    """What a reference says; what the documents do not give is not there."""

    id: str
    type: Literal["report", "document"]
    title: str
    author: NotRequired[list[CslName]]
    issued: NotRequired[CslDate]
    publisher: NotRequired[str]
    genre: str
    keyword: str
    language: str
    abstract: str
    URL: str


def citable(study: Study) -> bool:
    """Return whether there is something to cite: only what is final can be read."""
    return study.stage == "final"


def citation_path(study_id: str, format: str) -> str:
    """Return where a study's reference stands, under the site's address: 'studies/<id>.bib'."""
    return f"{address_of('studies', study_id).rstrip('/')}.{format}"


def csl_item(
    catalogue: Catalogue, study: Study, url: str, author: str, language: str = DEFAULT_LANGUAGE
) -> CslItem:
    """Return a study's reference; url is the site's, with a slash at the end, author is who speaks there.

    Every text is one line. Topics are joined by ', '.
    """
    item: CslItem = {
        "id": study.id,
        "type": "document" if study.kind == "training material" else "report",
        "title": _line(study.title, language),
        "genre": study.kind.capitalize(),
        "keyword": ", ".join(_line(catalogue.topics[id].name, language) for id in study.topics),
        "language": language if study.title.find(language) else DEFAULT_LANGUAGE,
        "abstract": _line(study.summary, language),
        "URL": url + address_of("studies", study.id),
    }
    names = _authors(catalogue, study, author, language)
    if names:
        item["author"] = [{"literal": name} for name in names]
    if study.published:
        item["issued"] = _issued(study.published)
    if study.scope == PROGRAMME:
        item["publisher"] = _publisher(catalogue, author, language)
    return item


def _authors(catalogue: Catalogue, study: Study, author: str, language: str) -> list[str]:
    """Return those who led the work, then those who wrote with them; else who speaks for the programme."""
    partners = sorted((p for p in study.partners if p.role in AUTHORS), key=lambda p: AUTHORS.index(p.role))
    names = [_line(catalogue.organizations[p.organization].name, language) for p in partners]
    return names or ([author] if study.scope == PROGRAMME else [])


def _publisher(catalogue: Catalogue, author: str, language: str) -> str:
    """Return the programme's name as its record gives it; without a record, who speaks for it."""
    programme = catalogue.organizations.get(PROGRAMME)
    return _line(programme.name, language) if programme else author


def _issued(when: PartialDate) -> CslDate:
    """Return a day or a month as it is known, and the year or years of anything wider."""
    if when.single:
        parts = [when.first.year, when.first.month, when.first.day]
        return {"date-parts": [parts[: PARTS_KNOWN.get(when.start.precision, 1)]]}
    return {"date-parts": [[year] for year in sorted({when.first.year, when.last.year})]}


def _line(text: Text, language: str) -> str:
    return " ".join(text.to(language).split())
