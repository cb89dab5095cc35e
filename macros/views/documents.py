"""A document -> the body of its page: its standing, and what on the site rests on it."""

from typing import Any

from markupsafe import Markup

from ..catalogue import Citation
from ..catalogue.downloads import files_of
from ..catalogue.kinds import KINDS
from ..records.document import Document
from .downloads import render_files
from .pictures import render_cover
from .view import View

FIRST = (
    "studies", "events", "projects", "areas", "plans", "framework",
    "timeline", "facts", "countries", "organizations", "topics", "documents",
)  # fmt: skip
CITED = {"documents": "Documents that it cites"}


def render_document(view: View, document: Document, related: str = "") -> Markup:
    """Return what a document is, and every record that rests on it with the place."""
    return view.render(
        "document",
        document=document,
        printed=_printed(view, document),
        authors=view.related("documents", document, "organizations"),
        countries=[view.catalogue.countries[id] for id in document.countries],
        files=render_files(view, files_of(view.catalogue, document)),
        related=related,
        cover=render_cover(view, document, eager=True),
        resting=_resting(view, document),
    )


def _printed(view: View, document: Document) -> bool:
    """Return whether a document's address is only the one printed where it is cited, no file of ours."""
    here = view.site.url
    return not document.own and not (here and (document.link or "").startswith(here))


def _resting(view: View, document: Document) -> list[dict[str, Any]]:
    """Return the records that rest on a document, by kind; each once, with all its places."""
    by_record: dict[tuple[str, str], list[Citation]] = {}
    for citation in view.catalogue.resting_on(document.id):
        by_record.setdefault((citation.kind, citation.record.id), []).append(citation)
    groups: list[dict[str, Any]] = []
    for kind in dict.fromkeys((*FIRST, *KINDS)):
        entries = [_entry(view, found) for (of, _), found in by_record.items() if of == kind]
        entries.sort(key=lambda entry: str(entry["name"]))
        if entries:
            groups.append({"label": CITED.get(kind, KINDS[kind].label), "entries": entries})
    return groups


def _entry(view: View, citations: list[Citation]) -> dict[str, Any]:
    record: Any = citations[0].record
    places = dict.fromkeys(citation.source.place(view.language) for citation in citations)
    return {
        "kind": citations[0].kind,
        "record": record,
        "name": view.text(record.title),
        "places": "; ".join(places),
    }
