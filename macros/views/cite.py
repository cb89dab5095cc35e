"""A final study -> how to cite it: an APA reference, and its references as files."""

import json
import re
from functools import cache
from hashlib import sha256
from html import escape
from importlib.metadata import version
from pathlib import Path
from typing import Any

from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from markupsafe import Markup

from ..catalogue.bibliography import CslItem, citable, citation_path, csl_item
from ..records.study import Study
from ..settings import Keep, made_anew
from .view import View

STYLE = Path(__file__).with_name("apa.csl")  # by the Citation Style Language project, CC BY-SA 3.0
FORMATS = {
    "bib": ("BibTeX", "application/x-bibtex", "for LaTeX and JabRef"),
    "ris": ("RIS", "application/x-research-info-systems", "for EndNote and Mendeley"),
    "csl.json": ("CSL-JSON", "application/vnd.citationstyles.csl+json", "for Zotero and Pandoc"),
}
STOP_AFTER_STOP = re.compile(r"([.?!]</i>)\.")


def render_cite(view: View, study: Study) -> Markup:
    """Return how to cite a study, or nothing where there is nothing to cite."""
    if not citable(study):
        return Markup("")
    return view.render(
        "cite",
        study=study,
        reference=reference(
            csl_item(view.catalogue, study, view.site.url, view.site.author, view.language), view.references
        ),
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
    return sha256(STYLE.read_bytes() + version("citeproc-py").encode()).hexdigest()


@cache
def _apa() -> CitationStylesStyle:
    return CitationStylesStyle(str(STYLE), locale="en-US", validate=False)


def _as_citeproc_needs_it(item: CslItem) -> dict[str, Any]:
    """Return what the style prints, as HTML: citeproc-py escapes its own words but not an item's."""
    names = [name["literal"] for name in item.get("author", [])]
    publisher = item.get("publisher", "")
    words = {
        "id": item["id"],
        "type": item["type"],
        "genre": item["genre"],
        "publisher": "" if names == [publisher] else publisher,  # APA: no publisher that is the author
        "URL": item["URL"],
    }
    return {
        **{key: _html(value) for key, value in words.items() if value},
        **_title_and_authors(_html(item["title"]), names),
        **_date(item),
    }


def _title_and_authors(title: str, names: list[str]) -> dict[str, Any]:
    """Return both; a title without an author takes the author's place, where citeproc-py repeats it."""
    if not names:
        return {"author": [{"literal": f"<i>{title}</i>"}]}
    return {"title": title, "author": [{"literal": _html(name)} for name in names]}


def _date(item: CslItem) -> dict[str, Any]:
    """Return the date, or 'n.d.' in words; for none at all the style adds 'Retrieved' and no date of that."""
    return {"issued": item["issued"]} if "issued" in item else {"status": "n.d."}


def _html(text: str) -> str:
    return escape(text, quote=False)
