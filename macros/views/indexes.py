"""Countries, organizations, topics and documents -> the cards of their index pages."""

from typing import Any, get_args

from markupsafe import Markup

from ..records.document import Document
from ..records.organization import Organization, OrganizationKind
from .pictures import render_logo
from .view import View, in_order


def render_cards(view: View, kind: str) -> Markup:
    """Return a card for each record of a kind, in the kind's order."""
    return _cards(view, kind, [_group(view, kind, "", view.records(kind))])


def render_organizations(view: View) -> Markup:
    """Return the organizations by their kind."""
    everything = in_order("organizations", view.catalogue.organizations.values())
    by_kind = {kind: [o for o in everything if o.kind == kind] for kind in get_args(OrganizationKind)}
    groups = [_group(view, "organizations", kind.capitalize(), found) for kind, found in by_kind.items()]
    return _cards(view, "organizations", groups)


def render_documents(view: View) -> Markup:
    """Return our own source documents, then those that they cite."""
    everything = in_order("documents", view.catalogue.documents.values())
    own = _group(view, "documents", "Source documents", [d for d in everything if d.own])
    cited = _group(view, "documents", "Documents that they cite", [d for d in everything if not d.own])
    return _cards(view, "documents", [own, cited])


def _cards(view: View, kind: str, groups: list[dict[str, Any]]) -> Markup:
    return view.render("index_cards", kind=kind, groups=[group for group in groups if group["cards"]])


def _group(view: View, kind: str, label: str, records: list[Any]) -> dict[str, Any]:
    id = label.lower().replace(" ", "-")
    return {"id": id, "label": label, "cards": [_card(view, kind, record) for record in records]}


def _card(view: View, kind: str, record: Any) -> dict[str, Any]:
    meta = ""
    if isinstance(record, Document):
        date = view.date(record.date)
        meta = " · ".join(filter(None, (record.kind.capitalize(), date)))
    return {
        "record": record,
        "logo": render_logo(view, record) if isinstance(record, Organization) else "",
        "meta": meta,
        "standing": record.standing if isinstance(record, Document) else "",
        "summary": view.text(record.summary),
        "count": _count(view, kind, record),
    }


def _count(view: View, kind: str, record: Any) -> str:
    """Return what the site holds on a record: '3 studies, 12 events'."""
    counts = [
        (len(view.related(kind, record, to)), one, many)
        for to, one, many in (("studies", "study", "studies"), ("events", "event", "events"))
    ]
    return ", ".join(f"{n} {one if n == 1 else many}" for n, one, many in counts if n)
