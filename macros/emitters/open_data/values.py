"""The values that records have in common -> their types: texts, dates, points, names, sources."""

from operator import itemgetter
from typing import Any, NamedTuple

from ...records.questionnaire import Questionnaire
from ...records.words import date_words
from .fields import ITSELF, Field, Shape, Source, Type, maybe, several

DIGITS = 7  # degrees to the centimetre; more digits say nothing (RFC 7946, section 11.2)


class Named(NamedTuple):
    """A record by its kind and id, and what it does where something says so."""

    kind: str
    id: str
    role: str = ""


def _document(source: Source, rest: Any) -> str:
    if not isinstance(rest, Questionnaire):
        return source.name("documents", rest.document) if rest.document else source.site.author
    by = f" of {source.name('organizations', rest.answered_by)}" if rest.answered_by else ""
    return f"Questionnaire{by}"


def _place_in(source: Source, rest: Any) -> str:
    language = source.site.language
    return date_words(rest.received, language) if isinstance(rest, Questionnaire) else rest.place(language)


def _spot_words(spot: dict[str, Any]) -> str:
    about = ", approximate" if spot["approximate"] else ""
    point = f" ({spot['latitude']}, {spot['longitude']}{about})" if spot["latitude"] is not None else ""
    return f"{spot['name']}{point}"


WORD, FLAG = Type(str), Type(bool)
NUMBER = Type(float, lambda _, value: float(value))
DEGREES = Type(float, lambda _, value: float(round(value, DIGITS)))
COUNT = Type(int, lambda _, values: len(values))
TEXT = Type(str, Source.text)
URL = Type(str, lambda _, link: link.url)
DAY = Type(str, lambda _, day: day.isoformat())
DATE_WORDS = Type(str, lambda source, when: date_words(when, source.site.language))
NAME = Type(str, lambda source, one: source.name(one.kind, one.id))
PAGE = Type(str, lambda source, one: source.url(one.kind, one.id))
COUNTRY_NAME = Type(str, lambda source, id: source.name("countries", id))
DOCUMENT_PAGE = Type(str, lambda source, id: source.url("documents", id))
KIND_OF_ORGANIZATION = Type(str, lambda source, id: source.catalogue.organizations[id].kind)

WHEN_SHAPE = Shape(
    "When",
    "A date as exact as its source: in words, and the first and last day that it may mean (ISO 8601).",
    (Field("words", "", DATE_WORDS, ITSELF), Field("first", "", DAY), Field("last", "", DAY)),
)
NAMED_SHAPE = Shape(
    "Named",
    "Something of this site: its id, its name, its page.",
    (Field("id", "", WORD), Field("name", "", NAME, ITSELF), Field("url", "", PAGE, ITSELF)),
)
PARTICIPANT = Shape(
    "Participant",
    "An organization, its kind and what it does.",
    (*NAMED_SHAPE.fields, Field("kind", "", KIND_OF_ORGANIZATION, "id"), Field("role", "", WORD)),
)
SPOT = Shape(
    "Spot",
    "A place; latitude and longitude are in degrees (WGS 84), or null where no point is known.",
    (
        Field("name", "", TEXT),
        Field("country", "", maybe(COUNTRY_NAME)),
        Field("latitude", "", maybe(DEGREES), "point.lat"),
        Field("longitude", "", maybe(DEGREES), "point.lon"),
        Field("approximate", "", maybe(FLAG), "point.approximate"),
        Field("note", "", maybe(TEXT)),
    ),
)
NEED = Shape(
    "Wanted",
    "What is sought or offered: partners, funding, data or expertise, and what more is said of it.",
    (Field("what", "", WORD), Field("note", "", maybe(TEXT))),
)
REFERENCE = Shape(
    "Reference",
    "What a record rests on: a document and the place in it, a questionnaire and its date, or what the "
    "Secretariat knows itself and since when.",
    (
        Field("document", "", Type(str, _document), ITSELF),
        Field("place", "", Type(str, _place_in), ITSELF),
        Field("url", "", maybe(DOCUMENT_PAGE), lambda rest: getattr(rest, "document", None)),
    ),
)

WHEN = WHEN_SHAPE.type(*map(itemgetter, ("words", "first", "last")), endings=("", "_first_day", "_last_day"))
NAMED = NAMED_SHAPE.type(itemgetter("name"))
PEOPLE = several(PARTICIPANT.type("{name} ({role})".format_map))
SPOTS = several(SPOT.type(_spot_words))
NEEDS = several(NEED.type(lambda one: ": ".join(filter(None, one.values()))))
REFERENCES = several(
    REFERENCE.type(lambda one: ", ".join(filter(None, (one["document"], one["place"]))).replace("; ", ", "))
)


def named(kind: str) -> Type:
    """Return the type of the id of a record of a kind."""
    return Type(NAMED.json, lambda source, id: NAMED.encode(source, Named(kind, id)), NAMED.cells)
