"""A final study -> the citation_* tags by which Google Scholar files it (Highwire Press tags)."""

from collections.abc import Iterator

from ..catalogue import Catalogue
from ..catalogue.bibliography import CslItem, citable, csl_item
from ..catalogue.downloads import copies_for_scholars
from ..catalogue.names import Named, authors, named
from ..records.study import Study
from ..settings import Site


def scholar_tags(catalogue: Catalogue, study: Study, site: Site) -> list[tuple[str, str]]:
    """Return names and contents of meta tags; none without an author and a date, which Scholar asks for."""
    item = csl_item(catalogue, study, site.url, site.author, site.language)
    if not citable(study) or "author" not in item or "issued" not in item:
        return []
    editors = named(catalogue, study.editors)
    return [
        ("citation_title", item["title"]),
        *(tag for one in authors(catalogue, study, site.author) for tag in _author(one, site.language)),
        *(("citation_editor", one.line(site.language)) for one in editors),
        ("citation_publication_date", _date(item)),
        ("citation_language", item["language"]),
        *_publisher(item),
        *_numbers(item),
        *(("citation_keywords", " ".join(words.to(site.language).split())) for words in study.keywords),
        ("citation_abstract_html_url", item["URL"]),
        *_full_text(catalogue, study, site),
    ]


def _full_text(catalogue: Catalogue, study: Study, site: Site) -> list[tuple[str, str]]:
    """Return where the full text stands beside the page, as Scholar asks."""
    address = next(iter(copies_for_scholars(catalogue, study)), "")
    return [("citation_pdf_url", site.url + address)] if address else []


def _author(one: Named, language: str) -> Iterator[tuple[str, str]]:
    """Yield a name, and below it where that person works and the ORCID iD."""
    parts = one.parts(language)
    yield "citation_author", ", ".join(parts) if parts else one.line(language)
    if one.organization and not one.acts:
        yield "citation_author_institution", " ".join(one.organization.name.to(language).split())
    if one.orcid:
        yield "citation_author_orcid", one.orcid_page


def _numbers(item: CslItem) -> Iterator[tuple[str, str]]:
    """Yield DOI and ISBN, and the number that a report has in its series."""
    if "DOI" in item:
        yield "citation_doi", item["DOI"]
    if "ISBN" in item:
        yield "citation_isbn", item["ISBN"]
    if item["type"] == "report" and "collection-number" in item:
        yield "citation_technical_report_number", item["collection-number"]


def _date(item: CslItem) -> str:
    """Return YYYY, YYYY/MM or YYYY/MM/DD; of several years the last, by which it was out."""
    return "/".join(f"{part:02}" for part in item["issued"]["date-parts"][-1])


def _publisher(item: CslItem) -> list[tuple[str, str]]:
    names = ["citation_publisher"]
    if item["type"] == "report":
        names.append("citation_technical_report_institution")
    return [(name, item["publisher"]) for name in names if "publisher" in item]
