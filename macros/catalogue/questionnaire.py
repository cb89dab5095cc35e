"""The questionnaire of the register: its columns, and the words that their cells may hold."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, get_args

from babel import Locale

from ..records.organization import OrganizationKind
from ..records.project import NeedKind, ProjectKind, ProjectStatus
from ..records.text import Text
from ..records.words import LOCALES
from .catalogue import Catalogue

NAMES = "Names set apart by ;"
NOT_YET = "Where it is not in the register yet"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its key in our code, its heading, what belongs there.

    words names the vocabulary that its cells keep to. In a workbook, where a drop-down holds one word, a
    column that takes several stands that many times.
    """

    key: str
    heading: str
    help: str
    words: str = ""
    times: int = 1
    needed: bool = False


@dataclass(frozen=True)
class Vocabulary:
    """What cells may hold: labels by value, and each other way to write a value."""

    labels: Mapping[str, str]
    names: Mapping[str, str] = field(default_factory=dict, repr=False)

    def value_of(self, word: str) -> str:
        """Return the value that a word stands for, however it is written, or ''."""
        return self._known.get(_folded(word), "")

    @cached_property
    def _known(self) -> Mapping[str, str]:
        known = {_folded(name): value for name, value in self.names.items()}
        known |= {_folded(label): value for value, label in self.labels.items()}
        return known | {_folded(value): value for value in self.labels}


COLUMNS = (
    Column("id", "Register id", "Only to correct an entry: the last part of its address on the site"),
    Column("name", "Project name", "In English if there is an English name", needed=True),
    Column("summary", "Summary", "What is done, in a few sentences of plain words", needed=True),
    Column("kind", "Kind", "Left empty, it is a project", "kinds"),
    Column("status", "Status", "How it stands on the day of the answer", "statuses"),
    Column("lead", "Lead organization", f"Its full name. {NAMES}", needed=True),
    Column("lead_kind", "Kind of lead organization", NOT_YET, "organization kinds"),
    Column("lead_website", "Website of lead organization", NOT_YET),
    Column("implementing", "Implementing organizations", NAMES),
    Column("funding", "Funding organizations", NAMES),
    Column("partner", "Partner organizations", NAMES),
    Column("countries", "Countries", "Where the work is done", "countries", times=3, needed=True),
    Column("places", "Places", f"Sites, towns or areas. {NAMES}"),
    Column("latitude", "Latitude", "In degrees north, one for each place, set apart by ;"),
    Column("longitude", "Longitude", "In degrees east, one for each place, set apart by ;"),
    Column("exactness", "Coordinates are", "Left empty, they are approximate", "exactness"),
    Column("areas", "Activity areas", "Those that fit best", "areas", times=3, needed=True),
    Column("topics", "Topics", "What the work is about", "topics", times=3),
    Column("starts", "Start", "A year, a month or a day: 2015, March 2015, 7 March 2015"),
    Column("ends", "End", "The same; empty where it goes on"),
    Column("seeks", "Seeks", "What you look for", "needs", times=2),
    Column("seeks_note", "Details of what it seeks", "In a sentence or two"),
    Column("offers", "Offers", "What you can give", "needs", times=2),
    Column("offers_note", "Details of what it offers", "In a sentence or two"),
    Column("website", "Website", "Of the project; it begins with https://"),
    Column("received", "Date of answer", "The day on which you fill this in"),
)


def vocabularies(catalogue: Catalogue) -> dict[str, Vocabulary]:
    """Return the words that cells may hold, by the name of their vocabulary."""
    return {
        "kinds": _words(get_args(ProjectKind)),
        "statuses": _words(get_args(ProjectStatus)),
        "organization kinds": _words(get_args(OrganizationKind)),
        "exactness": _words(("approximate", "exact")),
        "needs": _words(get_args(NeedKind)),
        "countries": _countries(catalogue),
        "areas": _records(catalogue.areas.values()),
        "topics": _records(catalogue.topics.values()),
    }


def _folded(word: str) -> str:
    """Return a word without case, width and doubled spaces."""
    return " ".join(unicodedata.normalize("NFKC", word).casefold().split())


def _words(words: Iterable[str]) -> Vocabulary:
    return Vocabulary({word: word.capitalize() for word in words})


def _countries(catalogue: Catalogue) -> Vocabulary:
    """Return the countries with every name that they have, here and in the CLDR data of Babel."""
    found = _records(catalogue.countries.values())
    locales = [Locale.parse(name) for name in LOCALES.values()]
    common = {
        locale.territories[id.upper()]: id
        for id in found.labels
        for locale in locales
        if id.upper() in locale.territories
    }
    return Vocabulary(found.labels, {**common, **found.names})


def _records(records: Iterable[Any]) -> Vocabulary:
    """Return records by id, with every name that they have in any language."""
    found = sorted(records, key=lambda record: (getattr(record, "order", 0), str(record.name)))
    names = {
        words: record.id
        for record in found
        for text in (record.name, getattr(record, "short", None))
        if isinstance(text, Text)
        for _, words in text.words
    }
    return Vocabulary({record.id: str(record.name) for record in found}, names)
