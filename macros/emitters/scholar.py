"""A final study -> the citation_* tags by which Google Scholar files it (Highwire Press tags)."""

from ..catalogue import Catalogue
from ..catalogue.bibliography import CslItem, citable, csl_item
from ..catalogue.downloads import full_text
from ..records.study import Study
from ..settings import Site


def scholar_tags(catalogue: Catalogue, study: Study, site: Site) -> list[tuple[str, str]]:
    """Return names and contents of meta tags; none without an author and a date, which Scholar asks for.

    citation_pdf_url is the PDF of the full text on this site, which reference managers fetch; Scholar itself
    prefers one in the folder of the page.
    """
    item = csl_item(catalogue, study, site.url, site.author, site.language)
    if not citable(study) or "author" not in item or "issued" not in item:
        return []
    return [
        ("citation_title", item["title"]),
        *(("citation_author", name["literal"]) for name in item["author"]),
        ("citation_publication_date", _date(item)),
        ("citation_language", item["language"]),
        *_publisher(item),
        ("citation_abstract_html_url", item["URL"]),
        *_full_text(catalogue, study, site),
    ]


def _full_text(catalogue: Catalogue, study: Study, site: Site) -> list[tuple[str, str]]:
    found = full_text(catalogue, study)
    return [("citation_pdf_url", found.url(site.url))] if found else []


def _date(item: CslItem) -> str:
    """Return YYYY, YYYY/MM or YYYY/MM/DD; of several years the last, by which it was out."""
    return "/".join(f"{part:02}" for part in item["issued"]["date-parts"][-1])


def _publisher(item: CslItem) -> list[tuple[str, str]]:
    names = ["citation_publisher"]
    if item["type"] == "report":
        names.append("citation_technical_report_institution")
    return [(name, item["publisher"]) for name in names if "publisher" in item]
