"""What is true of a kind of record, each thing once: where its records stand, their words, order, card."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from .base import Record

Layout = Literal["one a file", "many a file", "vocabulary", "single"]
Key = tuple[Any, ...]


def by_title(record: Any) -> Key:
    """Return the place of a record in lists by name."""
    return (str(record.title).casefold(), record.id)


def by_id(record: Any) -> Key:
    """Return the place of a record in lists by number or code, which is its id."""
    return (record.id,)


def by_order(record: Any) -> Key:
    """Return the place of a record in a vocabulary that gives each its own."""
    return (record.order, record.id)


def newest_first(record: Any) -> Key:
    """Return the place of a record in lists by date, newest first; one without a date comes last."""
    when = record.date or getattr(record, "sort_as", None)
    return (0, -when.first.toordinal(), -when.last.toordinal(), record.id) if when else (1, 0, 0, record.id)


def titled_alike(record: Any) -> Key:
    """Return what a copy shares with what it was copied from, where titles come again."""
    return (record.title, record.kind, record.date)


@dataclass(frozen=True, slots=True, kw_only=True)
class PartKind:
    """A kind of record that stands inside another: an activity of a plan.

    anchor is its place on the page of the whole, by its own {id}, or by the {whole}'s and its {number}.
    """

    name: str
    noun: str
    anchor: str
    order: Callable[[Any], Key] = by_id


@dataclass(frozen=True, slots=True, kw_only=True)
class CardOf:
    """The card that a page shows where it is shared: its design, and what stands above the title.

    The cards of a small vocabulary are always drawn; of other kinds the newest have one of their own.
    """

    design: str
    label: Callable[[Any], str]
    always: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPage:
    """What is true of a kind whose records have pages of their own.

    folder   where the pages stand: 'register' for register/<id>/
    call     what a page that is written by hand begins with: {{ project("...") }}
    list     the call for the list of all: {{ register() }}, '' where there is none
    link     the call that links to one, '' where pages make no such links
    noun     what readers call one, where that is not the kind's own noun
    related  the kinds that are listed below a record, in this order
    below    the kinds below whose records this one is listed, after those that they name as related
    apart    kinds that a record may be linked with and that the list below it leaves out: its page's own
             body shows them, or need not
    article  whether previews call the page an article
    thing    schema.org's word for one, where emitters/structured says no more of it
    """

    folder: str
    call: str
    list: str = ""
    link: str = ""
    noun: str = ""
    related: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    card: CardOf
    article: bool = False
    thing: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What is true of a kind that may be announced; records/announcement.py has a key for it in 'about'.

    feed     the feed of its announcements
    purpose  what that feed is for, '' where it is no feed of its own
    awaited  whether staff are told of the programme's own records that no announcement is about
    """

    feed: str
    purpose: str = ""
    awaited: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Alike:
    """What two records of a kind share where one is a copy that is not yet changed.

    values are what they share, words what that is called, key the place at which it is told.
    """

    values: Callable[[Any], Key]
    words: str
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of record; it has pages of its own, or an anchor on another page.

    name      its plural, as its folder or file in data/ is called
    label     what lists call several
    shelf     what the whole is called, where that is not the label: 'Register of projects'
    anchor    where one stands on another page, with {id}: 'facts/#{id}'
    parts     kinds of record that stand inside one
    reserved  ids that stand for pages which the site has at such an address
    optional  whether a site may do without its file, of a kind that has one
    order     the place of a record in lists
    said      how it is announced, or None where it is not
    alike     what makes two of its records copies of one another, or None where nothing tells
    made      keys of a new file whose value is made of a random token: an event's uid
    datasets  the sets of open data that give its records
    """

    name: str
    model: type[Record]
    layout: Layout
    noun: str
    label: str
    shelf: str = ""
    page: OwnPage | None = None
    anchor: str = ""
    parts: tuple[PartKind, ...] = ()
    reserved: tuple[str, ...] = ()
    optional: bool = False
    order: Callable[[Any], Key] = by_title
    said: Said | None = None
    alike: Alike | None = None
    made: Mapping[str, Callable[[str], str]] = field(default_factory=dict)
    datasets: tuple[str, ...] = ()

    @property
    def in_folder(self) -> bool:
        """Return whether its files stand in data/<name>/, rather than in data/<name>.yml."""
        return self.layout in ("one a file", "many a file")

    @property
    def title(self) -> str:
        """Return what the whole is called, on cards and feeds."""
        return self.shelf or self.label

    @property
    def read_as(self) -> str:
        """Return what readers call one."""
        return (self.page.noun if self.page else "") or self.noun
