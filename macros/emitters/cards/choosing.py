"""Records -> which card each page shows: its own for the newest, its kind's for the older ones."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from babel.dates import format_date

from ...catalogue import Catalogue
from ...catalogue.addresses import named_at
from ...catalogue.entries import when_words
from ...catalogue.kinds import KINDS, PAGED
from ...records.announcement import Announcement
from ...records.event import Event
from ...records.picture import ALT
from ...records.plan import Plan
from ...records.project import Project
from ...records.text import DEFAULT_LANGUAGE
from ...records.when import PartialDate
from ...records.words import LOCALES, date_words
from ...releases.calendars import place_name
from ...releases.feeds import feeds, window
from ...releases.holding import as_written, holding
from ...releases.holding_words import told
from ...releases.when_where import when_and_where
from ...settings import Site
from .card import Card, card_hash, left_out, missing_glyphs

NEWEST = 300
FOLDER = "share/cards"
Added = dict[str, str]
ALWAYS = tuple(kind for kind, page in PAGED.items() if page.card.always)
DATED = tuple(kind for kind in PAGED if kind not in ALWAYS)


@dataclass(frozen=True, slots=True)
class Placed:
    """A card and its address under the site's, whose name changes when it shows something else."""

    card: Card
    path: str

    @property
    def alt(self) -> str:
        """Return what the card shows, in words, no more of them than every channel takes."""
        card = self.card
        said = (card.label, card.title, card.date, card.place)
        words = ". ".join(part.rstrip(".") for part in said if part)
        return words if len(words) <= ALT else f"{words[: ALT - 1].rstrip()}…"


class Cards:
    """The cards of a catalogue at a moment."""

    def __init__(self, catalogue: Catalogue, site: Site) -> None:
        self._catalogue = catalogue
        self._language = site.language
        self._site = _placed("site", Card("site", "NEASPEC", _headline(site), site.language))
        self._own = {node: _placed(_name(catalogue, *node), self._card(*node)) for node in _own(catalogue)}
        self._former = [
            _placed(_name(catalogue, *node), _as_released(catalogue, said, placed.card, site.language))
            for node, placed in self._own.items()
            if node[0] == "announcements"
            and not holding(catalogue, said := catalogue.announcements[node[1]]).holds
        ]
        self._shared = {
            kind: _placed(kind, Card(PAGED[kind].card.design, "NEASPEC", KINDS[kind].title, site.language))
            for kind in DATED
        }

    def at(self, path: str) -> Placed:
        """Return the card of the page at an address: a record's, its kind's, or the site's."""
        node = named_at(path) or ("", "")
        return self.of(*node) if node[1] and node[1] in self._catalogue.ids(node[0]) else self._site

    def of(self, kind: str, id: str) -> Placed:
        """Return the card of a record: its own, or its kind's where it is not among the newest."""
        return self._own.get((kind, id)) or self._shared.get(kind, self._site)

    def undrawn(self) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
        """Yield each record whose card has characters that no typeface has, these, and the words left out."""
        for (kind, id), placed in self._own.items():
            missing = missing_glyphs(placed.card)
            if missing:
                yield f"{kind}/{id}", missing, left_out(placed.card)

    def everything(self) -> list[Placed]:
        """Return each card once, by address."""
        everything = (self._site, *self._own.values(), *self._former, *self._shared.values())
        found = {placed.path: placed for placed in everything}
        return [found[path] for path in sorted(found)]

    def _card(self, kind: str, id: str) -> Card:
        return card_of(self._catalogue, kind, self._catalogue.record(kind, id), self._language)


def _placed(name: str, card: Card) -> Placed:
    return Placed(card, f"{FOLDER}/{name}-{card_hash(card)}.png")


def _headline(site: Site) -> str:
    return site.title.removeprefix("NEASPEC on ") or "NEASPEC"


def _name(catalogue: Catalogue, kind: str, id: str) -> str:
    """Return what a card's name begins with: an id, of an announcement what its guid ends in."""
    return catalogue.announcements[id].guid.rpartition(":")[2] if kind == "announcements" else id


def _own(catalogue: Catalogue) -> list[tuple[str, str]]:
    """Return the records that have cards of their own: small vocabularies, what feeds carry, the newest.

    Announcements go first, so that new records never change an enclosure.
    """
    carried = {r.guid for feed in feeds(catalogue) for r in window(catalogue, feed)}
    released = {release.guid for release in catalogue.releases}
    said = [
        ("announcements", id)
        for id, announcement in catalogue.announcements.items()
        if announcement.guid in carried or announcement.guid not in released
    ]
    first = set(said)
    dated = [
        (min(_day(catalogue.record(kind, id)), catalogue.today), kind, id)
        for kind in DATED
        for id in catalogue.ids(kind)
        if (kind, id) not in first
    ]
    dated.sort(key=lambda entry: (-entry[0].toordinal(), entry[1:]))
    always = [(kind, id) for kind in ALWAYS for id in catalogue.ids(kind)]
    return [*always, *said, *((kind, id) for _, kind, id in dated[: max(0, NEWEST - len(said))])]


def _day(record: Any) -> date:
    when = getattr(record, "last_confirmed", None) or getattr(record, "date", None)
    return when.first if isinstance(when, PartialDate) else date.min


def card_of(catalogue: Catalogue, kind: str, record: Any, language: str) -> Card:
    """Return the card of a record: its kind's design and label, its title, its date, and what it adds."""
    words = PAGED[kind].card
    dated = _words(getattr(record, "date", None), language)
    card = Card(words.design, words.label(record), record.title.to(language), language, date=dated)
    return replace(card, **ADDED[kind](catalogue, record, language)) if kind in ADDED else card


def _event(catalogue: Catalogue, event: Event, language: str) -> Added:
    when, where = when_and_where(catalogue, event, language)
    return {"date": when, "place": where, **_leaf(event.date, language)}


def _leaf(when: PartialDate | None, language: str) -> Added:
    """Return what stands on a calendar leaf: day or days of one month, month and year; else nothing."""
    if when is None or not when.exact:
        return {}
    first, last = when.first, when.last
    same = (first.year, first.month) == (last.year, last.month)
    days = str(first.day) if when.single or not same else f"{first.day}–{last.day}"
    month = format_date(first, "LLL", locale=LOCALES[language])
    return {"day": days, "month": month, "year": str(first.year)}


def _announcement(catalogue: Catalogue, announcement: Announcement, language: str) -> Added:
    """Return the words that hold now, and when and where its event is."""
    kind, id = announcement.about.node
    event = catalogue.events.get(id) if kind == "events" else None
    when, where = when_and_where(catalogue, event, language)
    return {"title": told(catalogue, announcement, language).headline, "date": when, "place": where}


def _as_released(catalogue: Catalogue, announcement: Announcement, card: Card, language: str) -> Card:
    """Return the card that an announcement had before its words ceased to hold: its address stays."""
    kind, id = announcement.about.node
    headline = announcement.headline.to(language)
    if kind != "events" or not card.date:
        return replace(card, title=headline)
    was = as_written(catalogue, announcement, catalogue.events[id])
    place = card.place if was.place == place_name(catalogue, catalogue.events[id]) else was.place or ""
    return replace(card, title=headline, date=_words(was.date, language), place=place)


def _project(catalogue: Catalogue, project: Project, language: str) -> Added:
    where = " · ".join(catalogue.countries[id].short.to(language) for id in project.countries)
    return {"date": when_words(project, language), "place": where}


def _plan(_: Catalogue, plan: Plan, __: str) -> Added:
    return {"year": plan.id}


def _words(when: PartialDate | None, language: str = DEFAULT_LANGUAGE) -> str:
    return date_words(when, language) if when else ""


ADDED: Mapping[str, Callable[[Catalogue, Any, str], Added]] = {
    "events": _event,
    "announcements": _announcement,
    "projects": _project,
    "plans": _plan,
}
