"""A final study -> how to cite it: an APA reference, and its references as files."""

import json
import re
from functools import cache
from hashlib import sha256
from html import escape
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from typing import Any

from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from markupsafe import Markup

from ..catalogue.bibliography import CslItem, CslName, citable, citation_path, csl_item
from ..records.study import Study
from ..settings import Keep, made_anew
from .view import View

STYLE = Path(__file__).with_name("apa.csl")  # by the Citation Style Language project, CC BY-SA 3.0
FORMATS = {
    "bib": ("BibTeX", "application/x-bibtex", "for LaTeX and JabRef"),
    "ris": ("RIS", "application/x-research-info-systems", "for EndNote and Mendeley"),
    "csl.json": ("CSL-JSON", "application/vnd.citationstyles.csl+json", "for Zotero and Pandoc"),
}
# As the APA writes them; citeproc-py keeps the small letters of the locale.
LABELS = '<term form="short" name="editor"><single>Ed.</single><multiple>Eds.</multiple></term>'
STOP_AFTER_STOP = re.compile(r"([.?!]</i>)\.")


def render_cite(view: View, study: Study) -> Markup:
    """Return how to cite a study, or nothing where there is nothing to cite.

    Where its publisher insists on a citation, that stands in place of ours.
    """
    if not citable(study):
        return Markup("")
    item = csl_item(view.catalogue, study, view.site.url, view.site.author, view.language)
    return view.render(
        "cite",
        study=study,
        reference=view.text(study.citation) or reference(item, view.references),
        files=[(citation_path(study.id, format), *words) for format, words in FORMATS.items()],
    )


def reference(item: CslItem, keep: Keep = made_anew) -> Markup:
    """Return the reference in the APA's style, 7th edition, as HTML with its title in italics.

    keep caches what citeproc makes, by the digest of all that it is made from.
    """
    needed = _as_citeproc_needs_it(item)
    said = json.dumps(needed, sort_keys=True)
    name = sha256(f"{_style()}\n{said}".encode()).hexdigest()
    entry = keep(name, lambda: _formatted(needed).encode()).decode()
    # citeproc-py looks for a stop before its own, but not within markup.
    return Markup(STOP_AFTER_STOP.sub(r"\1", entry))  # noqa: S704 - each value was escaped


def _formatted(item: dict[str, Any]) -> str:
    """Return what citeproc-py makes of an item; it takes some milliseconds."""
    bibliography = CitationStylesBibliography(_apa(), CiteProcJSON([item]), formatter.html)
    bibliography.register(Citation([CitationItem(item["id"])]))
    (entry,) = bibliography.bibliography()
    return str(entry)


@cache
def _style() -> str:
    """Return the digest of the style and the version of what reads it: others make every reference anew."""
    return sha256(STYLE.read_bytes() + f"{LABELS}{version('citeproc-py')}".encode()).hexdigest()


@cache
def _apa() -> CitationStylesStyle:
    style = STYLE.read_text(encoding="utf-8").replace("<terms>", f"<terms>{LABELS}", 1)  # the English ones
    return CitationStylesStyle(BytesIO(style.encode()), locale="en-US", validate=False)


def _as_citeproc_needs_it(item: CslItem) -> dict[str, Any]:
    """Return what the style prints, as HTML: citeproc-py escapes its own words but not an item's."""
    authors, editors = item.get("author", []), item.get("editor", [])
    publisher = item.get("publisher", "")
    words = {
        "id": item["id"],
        "type": item["type"],
        "genre": item["genre"],
        "publisher": "" if authors == [{"literal": publisher}] else publisher,  # APA: not the author again
        "edition": item.get("edition", ""),
        "collection-title": item.get("collection-title", ""),
        "collection-number": item.get("collection-number", ""),
        "DOI": item.get("DOI", ""),
        "URL": item["URL"],
    }
    return {
        **{key: _html(value) for key, value in words.items() if value},
        **_title_and_authors(_html(item["title"]), authors, editors),
        **_date(item),
    }


def _title_and_authors(title: str, authors: list[CslName], editors: list[CslName]) -> dict[str, Any]:
    """Return who made it, and its title.

    Editors take the place of authors where there are none, and a title that of both; citeproc-py would
    repeat there what it moves.
    """
    if authors:
        made = {"title": title, "author": [_literal(_inverted(name)) for name in authors]}
        return {**made, "editor": [_literal(_straight(name)) for name in editors]} if editors else made
    if editors:
        *others, last = map(_inverted, editors)
        label = f"{last} ({'Eds.' if others else 'Ed.'})"
        return {"title": title, "author": [_literal(name) for name in (*others, label)]}
    return {"author": [{"literal": f"<i>{title}</i>"}]}


def _literal(name: str) -> dict[str, str]:
    return {"literal": _html(name)}


def _inverted(name: CslName) -> str:
    """Return a name as it begins a reference: 'Kim, M.-J.'."""
    return name["literal"] if "literal" in name else f"{name['family']}, {initials(name['given'])}"


def _straight(name: CslName) -> str:
    """Return a name within a reference: 'M.-J. Kim'; where there are no initials, in the order of lists."""
    if "literal" in name or not name["given"][:1].isupper():
        return _inverted(name)
    return f"{initials(name['given'])} {name['family']}"


def initials(given: str) -> str:
    """Return a given name in initials, which citeproc-py gets wrong beside a hyphen: 'Min-jun' is 'M.-J.'.

    Small words stay whole ('van'), and so does a name in a script without capitals.
    """
    return " ".join(_initial(word) for word in given.replace(".", ". ").replace(". -", ".-").split())


def _initial(word: str) -> str:
    if not word[:1].isupper():
        return word
    return "-".join(f"{part[0].upper()}." for part in word.split("-") if part)


def _date(item: CslItem) -> dict[str, Any]:
    """Return the date, or 'n.d.' in words; for none at all the style adds 'Retrieved' and no date of that."""
    return {"issued": item["issued"]} if "issued" in item else {"status": "n.d."}


def _html(text: str) -> str:
    return escape(text, quote=False)
