"""A study -> what a reference to it says, as a CSL-JSON item (the item type of the CSL 1.0.2 data schema)."""

import re
from collections.abc import Iterable
from typing import Literal, NotRequired, TypedDict

from ..records.study import Study
from ..records.text import DEFAULT_LANGUAGE, Text
from ..records.when import PartialDate
from .addresses import address_of
from .catalogue import Catalogue
from .names import PROGRAMME, Named, authors, named

PARTS_KNOWN = {"day": 3, "month": 2}
NUMBERED = re.compile(r"([1-9][0-9]*)(?:st|nd|rd|th|\.)?(?: (?:edition|ed\.))?", re.IGNORECASE)

CslDate = TypedDict("CslDate", {"date-parts": list[list[int]]})
CslSeries = TypedDict(
    "CslSeries", {"collection-title": NotRequired[str], "collection-number": NotRequired[str]}
)


class CslName(TypedDict):
    """The name of a person in its two parts; whole, of an organization or where the parts are not known."""

    literal: NotRequired[str]
    family: NotRequired[str]
    given: NotRequired[str]


class CslItem(CslSeries):
    """What a reference says; what the documents do not give is not there."""

    id: str
    type: Literal["report", "document"]
    title: str
    author: NotRequired[list[CslName]]
    editor: NotRequired[list[CslName]]
    issued: NotRequired[CslDate]
    publisher: NotRequired[str]
    genre: str
    edition: NotRequired[str]
    keyword: str
    language: str
    abstract: str
    URL: str
    DOI: NotRequired[str]
    ISBN: NotRequired[str]


def citable(study: Study) -> bool:
    """Return whether there is something to cite: what was once final can be read, also when overtaken."""
    return study.stage == "final" or (study.stage == "overtaken" and study.published is not None)


def citation_path(study_id: str, format: str) -> str:
    """Return where a study's reference stands, under the site's address: 'studies/<id>.bib'."""
    return f"{address_of('studies', study_id).rstrip('/')}.{format}"


def doi_page(doi: str) -> str:
    """Return the address at which a DOI is resolved."""
    return f"https://doi.org/{doi}"


def keywords(catalogue: Catalogue, study: Study, language: str) -> list[str]:
    """Return the keywords of a study, else what its topics are called."""
    own = study.keywords or [catalogue.topics[id].name for id in study.topics]
    return [_line(words, language) for words in own]


def abstract(study: Study, language: str) -> str:
    """Return the abstract of a study, its paragraphs apart; else its summary, on one line."""
    if study.abstract is None:
        return _line(study.summary, language)
    parts = (" ".join(part.split()) for part in study.abstract.to(language).split("\n\n"))
    return "\n\n".join(filter(None, parts))


def csl_item(
    catalogue: Catalogue, study: Study, url: str, author: str, language: str = DEFAULT_LANGUAGE
) -> CslItem:
    """Return a study's reference; url is the site's, with a slash at the end, author is who speaks there.

    Every text but the abstract is one line. Keywords are joined by ', '. Our own page is the URL, and a DOI
    stands beside it: whoever cites by a style that prints one of them gets the DOI.
    """
    item: CslItem = {
        "id": study.id,
        "type": "document" if study.kind == "training material" else "report",
        "title": _line(study.title, language),
        "genre": study.kind.capitalize(),
        "keyword": ", ".join(keywords(catalogue, study, language)),
        "language": _language(study, language),
        "abstract": abstract(study, language),
        "URL": url + address_of("studies", study.id),
    }
    names = _names(authors(catalogue, study, author), language)
    if names:
        item["author"] = names
    if study.published:
        item["issued"] = _issued(study.published)
    if study.scope == PROGRAMME:
        item["publisher"] = _publisher(catalogue, author, language)
    _add_what_is_printed(item, catalogue, study, language)
    return item


def _add_what_is_printed(item: CslItem, catalogue: Catalogue, study: Study, language: str) -> None:
    """Add editors, edition, series and numbers, as far as they are given."""
    editors = _names(named(catalogue, study.editors), language)
    if editors:
        item["editor"] = editors
    if study.edition:
        item["edition"] = _edition(_line(study.edition, language))
    if study.series:
        item["collection-title"] = _line(study.series.title, language)
        if study.series.number:
            item["collection-number"] = study.series.number
    if study.doi:
        item["DOI"] = study.doi
    if study.isbn:
        item["ISBN"] = study.isbn


def _names(people: Iterable[Named], language: str) -> list[CslName]:
    return [_name(one, language) for one in people]


def _name(one: Named, language: str) -> CslName:
    parts = one.parts(language)
    return {"family": parts[0], "given": parts[1]} if parts else {"literal": one.line(language)}


def _edition(words: str) -> str:
    """Return the number of an edition, which styles put into their own words, or the words as they are."""
    found = NUMBERED.fullmatch(words)
    return found[1] if found else words


def _language(study: Study, language: str) -> str:
    """Return in which language it is written, as far as that is told; else that of its title."""
    if study.languages:
        return language if language in study.languages else study.languages[0]
    return language if study.title.find(language) else DEFAULT_LANGUAGE


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
