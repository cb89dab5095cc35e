"""How to reach the Secretariat -> the contact page."""

from collections.abc import Iterator

from ..records.contact import Contact
from .page import Page
from .search import titled
from .view import View

PATH = "contact/"


def contact_pages(view: View) -> Iterator[Page]:
    """Yield the contact page, where the record is there."""
    contact = view.catalogue.contact
    if contact is None:
        return
    here = view.at(PATH)
    organization = view.catalogue.organizations[contact.organization]
    title, name = view.text(contact.title), view.text(organization.name)
    yield Page(
        PATH,
        title,
        f"How to reach {name}: address, e-mail and telephone, as far as they are given.",
        here.render("contact", contact=contact, organization=organization),
        search=titled(title, name, *_words(view, contact)),
    )


def _words(view: View, contact: Contact) -> Iterator[str]:
    yield from (view.text(line) for line in contact.address)
    yield from contact.emails
    yield from filter(None, (contact.telephone, view.text(contact.note)))
