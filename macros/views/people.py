"""People and organizations that a record names -> byline and contacts; a person -> the body of their page."""

from collections.abc import Iterable
from typing import Any

from markupsafe import Markup

from ..catalogue.names import Deed, deeds, named
from ..records.contributor import Contributor
from ..records.person import Person
from ..records.study import Study
from .pictures import PORTRAIT, render_figure
from .view import View, in_order

DID: dict[Deed, tuple[str, str]] = {
    "author": ("written", "Author of"),
    "editor": ("edited", "Editor of"),
    "speaker": ("spoke", "Spoke at"),
    "contact": ("contact-for", "Contact for"),
}


def render_byline(view: View, study: Study) -> Markup:
    """Return who wrote and who edited a study, for below its title; nothing where that is not told."""
    return view.render(
        "byline",
        authors=named(view.catalogue, study.authors),
        editors=named(view.catalogue, study.editors),
    )


def render_contacts(view: View, contacts: Iterable[Contributor]) -> Markup:
    """Return whom readers may ask, or nothing."""
    return view.render("contacts", contacts=named(view.catalogue, contacts))


def render_person(view: View, person: Person, related: str = "") -> Markup:
    """Return who a person is, and what they wrote, edited and spoke at."""
    first, *more = view.paragraphs(person.biography)
    return view.render(
        "person",
        person=person,
        first=first,
        more=more,
        organization=view.catalogue.organizations.get(person.organization or ""),
        topics=view.related("people", person, "topics"),
        portrait=render_figure(view, person.picture, PORTRAIT, eager=True) if person.picture else "",
        done=_done(view, person),
        related=related,
    )


def _done(view: View, person: Person) -> list[dict[str, Any]]:
    """Return what a person did, in a fixed order, and each record once in it."""
    found = list(deeds(view.catalogue, person.id))
    groups = []
    for deed, (id, label) in DID.items():
        by_kind: dict[str, dict[str, Any]] = {}
        for one, kind, record in found:
            if one == deed:
                by_kind.setdefault(kind, {})[record.id] = record
        rows = [(kind, one) for kind, those in by_kind.items() for one in in_order(kind, those.values())]
        groups.append({"id": id, "label": label, "rows": rows})
    return [group for group in groups if group["rows"]]
