"""What every fragment is handed: words and dates in a language, links from a page, references."""

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from markupsafe import Markup

from ..catalogue import Catalogue
from ..catalogue.addresses import address_of
from ..catalogue.kinds import KINDS, PARTS
from ..records.announcement import Announcement
from ..records.base import Record
from ..records.event import Event
from ..records.source import Source
from ..records.study import Study
from ..records.text import Text
from ..records.when import PartialDate
from ..records.words import date_words
from ..releases.holding_words import Told, told
from ..settings import NOWHERE, Keep, Site, made_anew
from .fragments import Fragments
from .page import root_of
from .states import States, event_states, study_states


@dataclass(frozen=True, slots=True)
class View:
    """The catalogue as seen from one page; fragments have it as 'view'.

    catalogue  the records that the public may see at the catalogue's moment
    fragments  the templates of overrides/fragments
    root       the way from the page to the site's top: '../../'
    language   the language of the page's words (BCP 47)
    site       the site's address, title and who speaks on it
    references the cache of how studies are cited
    """

    catalogue: Catalogue
    fragments: Fragments
    root: str = ""
    site: Site = NOWHERE
    references: Keep = made_anew

    @property
    def language(self) -> str:
        """Return the language of the site, in which its pages say what records say."""
        return self.site.language

    def at(self, path: str) -> "View":
        """Return the same view from the page at an address under the site's."""
        return replace(self, root=root_of(path))

    def render(self, fragment: str, **values: Any) -> Markup:
        """Return a fragment of overrides/fragments, filled in."""
        return self.fragments.render(fragment, {"view": self, **values})

    def text(self, text: Text | None) -> str:
        """Return words in the page's language, or '' for none."""
        return text.to(self.language) if text else ""

    def paragraphs(self, text: Text | None) -> list[str]:
        """Return the paragraphs of a longer text."""
        return [part.strip() for part in self.text(text).split("\n\n") if part.strip()]

    def date(self, when: PartialDate | None) -> str:
        """Return a date in words, or '' for none."""
        return date_words(when, self.language) if when else ""

    def states(self, record: Event | Study) -> States | None:
        """Return the states that a record can be in, or None where it has none that time changes."""
        if isinstance(record, Event):
            return event_states(self.catalogue, record, self.language)
        return study_states(self.catalogue, record, self.language)

    def told(self, announcement: Announcement) -> Told:
        """Return an announcement in the words that hold of it now."""
        return told(self.catalogue, announcement, self.language)

    def webcal(self, path: str) -> str:
        """Return the address by which a calendar program subscribes to a file of the site."""
        return "webcal:" + (self.site.url + path).partition(":")[2]

    def number(self, value: Decimal | int) -> str:
        """Return a number with its digits as written, thousands apart: 1,183.3."""
        return f"{value:,}"

    def link(self, kind: str, id: str) -> str:
        """Return the address of a record, from this page."""
        return self.root + address_of(kind, id)

    def to(self, path: str) -> str:
        """Return the address of a page of the site, from this page."""
        return self.root + path

    def name(self, record: Any) -> str:
        """Return the shortest name that a record has, for labels and links."""
        return self.text(getattr(record, "short", None) or record.title)

    def related(self, kind: str, record: Record, to: str) -> list[Record]:
        """Return what is linked to a record, in the order in which its kind is listed."""
        return in_order(to, self.catalogue.related(kind, record.id, to))

    def records(self, kind: str) -> list[Record]:
        """Return every record of a kind, in the order in which it is listed."""
        return in_order(kind, [self.catalogue.record(kind, id) for id in self.catalogue.ids(kind)])

    def cite(self, *sources: Source) -> Markup:
        """Return the marks of references, which citations.numbered turns into numbers."""
        return Markup("").join(self._mark(source) for source in sources)

    def _mark(self, source: Source) -> Markup:
        place = source.place(self.language).replace("|", "/")
        key = "|".join((source.document or "", place, " ".join(source.citing)))
        return Markup('<ne-ref source="{}"></ne-ref>').format(key)


def in_order(kind: str, records: Any) -> list[Any]:
    """Return records in the order in which their kind is listed on the site."""
    return sorted(records, key=(KINDS.get(kind) or PARTS[kind]).order)
