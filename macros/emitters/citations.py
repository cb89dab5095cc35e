"""Final studies -> their references as files: CSL-JSON, BibTeX and RIS, which reference managers read."""

import json
import re
from collections.abc import Iterable
from typing import Any

from pybtex.database import BibliographyData, Entry, Person
from pybtex.database.output.bibtex import Writer
from rispy import RisWriter

from ..catalogue import Catalogue
from ..catalogue.bibliography import CslItem, CslName, citable, citation_path, csl_item
from ..records.study import Study
from ..records.when import MONTHS
from ..releases.moves import former_ids
from ..settings import Site
from .open_data.dataset import Format

SPECIAL = str.maketrans(
    {character: rf"\{character}" for character in "&%$#_"}
    | {
        "\\": r"\textbackslash{}",
        # BibTeX counts braces even behind a backslash, so each brings its other half along, without width.
        "{": r"\{\vphantom{\}}",
        "}": r"\vphantom{\{}\}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)
# Two of these in a row, or ?` and !`, are one character to LaTeX: -- is a dash.
BETWEEN_LIGATURES = re.compile(r"(?<=([-'`,<>]))(?=\1)|(?<=[?!])(?=`)")
# A given name that BibTeX cannot take for anything else; any other goes between braces.
PLAIN_GIVEN = re.compile(r"(?:(?!and\b)[\w.'’-]+(?: |$))+", re.IGNORECASE)


def encode_citations(catalogue: Catalogue, site: Site) -> dict[str, bytes]:
    """Return the reference to each citable study in each format, by address under the site's."""
    files = {}
    for _, study in sorted(catalogue.studies.items()):
        if citable(study):
            for format, content in encode_references(catalogue, site, [study]).items():
                files[citation_path(study.id, format)] = content
                for id in former_ids(catalogue, "studies", study):
                    files[citation_path(id, format)] = content
    return files


def encode_references(catalogue: Catalogue, site: Site, studies: Iterable[Study]) -> dict[Format, bytes]:
    """Return the references to studies in each format: CSL-JSON, BibTeX, RIS."""
    items = [csl_item(catalogue, study, site.url, site.author, site.language) for study in studies]
    return {"csl.json": _csl_json(items), "bib": _bibtex(items), "ris": _ris(items)}


class BibtexWriter(Writer):  # type: ignore[misc]  # pybtex comes without types
    """Writes fields in braces and as they are handed over: pybtex would escape an address like words."""

    def _encode(self, text: str) -> str:
        return text

    def quote(self, s: str) -> str:
        """Return a field's value between braces."""
        self.check_braces(s)
        return f"{{{s}}}"


class CrlfWriter(RisWriter):  # type: ignore[misc]  # rispy comes without types
    """Writes lines that end as RIS asks, and no number before a reference, which RIS does not know."""

    NEWLINE = "\r\n"

    def set_header(self, count: int) -> str:
        """Return no header."""
        return ""


def _csl_json(items: list[CslItem]) -> bytes:
    return json.dumps(items, ensure_ascii=False, indent=2).encode() + b"\n"


def _bibtex(items: list[CslItem]) -> bytes:
    data = BibliographyData(entries={item["id"]: _bibtex_entry(item) for item in items})
    text: str = BibtexWriter().to_string(data)
    return text.encode()


def _bibtex_entry(item: CslItem) -> Entry:
    report = item["type"] == "report"
    fields = {
        "title": _protected(item["title"]),
        "type" if report else "howpublished": _latex(item["genre"]),
        "institution" if report else "publisher": _protected(item.get("publisher", "")),
        "edition": _latex(item.get("edition", "")),
        "series": _protected(item.get("collection-title", "")),
        "number": _latex(item.get("collection-number", "")),
        "year": "--".join(str(parts[0]) for parts in _dates(item)),
        "month": next((MONTHS[parts[1] - 1] for parts in _dates(item) if parts[1:]), ""),
        "language": item["language"],
        "keywords": _latex(item["keyword"]),
        "abstract": _latex(_on_one_line(item["abstract"])),
        "isbn": item.get("ISBN", ""),
        "doi": _latex(item.get("DOI", "")),
        "url": item["URL"],
    }
    persons = {
        role: [_bibtex_name(name) for name in names]
        for role, names in (("author", item.get("author")), ("editor", item.get("editor")))
        if names
    }
    return Entry(
        "techreport" if report else "misc",
        fields=[(name, value) for name, value in fields.items() if value],
        persons=persons,
    )


def _bibtex_name(name: CslName) -> Person:
    """Return a name whose parts are told; one that is whole stays so between braces."""
    if "literal" in name:
        return Person(last=_protected(name["literal"]))
    given = name["given"]
    first = _latex(given) if PLAIN_GIVEN.fullmatch(given) else _protected(given)
    return Person(last=_protected(name["family"]), first=first)


def _ris(items: list[CslItem]) -> bytes:
    text: str = CrlfWriter().formats([_ris_entry(item) for item in items])
    return text.encode()


def _ris_entry(item: CslItem) -> dict[str, Any]:
    """Return the fields of RIS; of several years it has the last, since the format has room for one."""
    last = (_dates(item) or [[]])[-1]
    fields: dict[str, Any] = {
        "type_of_reference": "RPRT" if item["type"] == "report" else "GEN",
        "authors": [_ris_name(name) for name in item.get("author", [])],
        "secondary_authors": [_ris_name(name) for name in item.get("editor", [])],
        "title": item["title"],
        "year": f"{last[0]}" if last else "",
        "date": _slashed(last) if last[1:] else "",
        "publisher": item.get("publisher"),
        "edition": item.get("edition"),
        **_ris_numbers(item),
        "type_of_work": item["genre"],
        "language": item["language"],
        "keywords": item["keyword"].split(", "),
        "abstract": _on_one_line(item["abstract"]),
        "doi": item.get("DOI"),
        "urls": [item["URL"]],
        "id": item["id"],
    }
    return {name: value for name, value in fields.items() if value}


def _ris_numbers(item: CslItem) -> dict[str, Any]:
    """Return series, its number, and ISBN, where EndNote and Zotero look for them.

    In a report they take T2 for the series and SN for the report's number, so the ISBN goes into a note.
    """
    series, number, isbn = (item.get(key) for key in ("collection-title", "collection-number", "ISBN"))
    if item["type"] != "report":
        return {"tertiary_title": series, "number": number, "issn": isbn}
    return {"secondary_title": series, "issn": number, "notes": [f"ISBN {isbn}"] if isbn else None}


def _ris_name(name: CslName) -> str:
    return name["literal"] if "literal" in name else f"{name['family']}, {name['given']}"


def _on_one_line(words: str) -> str:
    """Return words without their paragraphs: RIS has no line breaks in a field, BibTeX does not keep them."""
    return " ".join(words.split("\n\n"))


def _dates(item: CslItem) -> list[list[int]]:
    return item["issued"]["date-parts"] if "issued" in item else []


def _slashed(parts: list[int]) -> str:
    """Return YYYY/MM/DD/other; RIS asks for all three slashes, whatever stands between them."""
    year, month, day = f"{parts[0]}", f"{parts[1]:02}", "".join(f"{day:02}" for day in parts[2:])
    return f"{year}/{month}/{day}/"


def _protected(words: str) -> str:
    """Return words for LaTeX that nothing may put in lower case, or take for names joined by 'and'."""
    return f"{{{_latex(words)}}}" if words else ""


def _latex(words: str) -> str:
    return BETWEEN_LIGATURES.sub("{}", words.translate(SPECIAL))
