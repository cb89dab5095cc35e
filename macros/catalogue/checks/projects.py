"""A project -> where what it says of places, organizations, needs and dates does not fit together."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import datetime

from ...records.base import Record
from ...records.country import Country
from ...records.moment import day_of
from ...records.project import Project
from ..kinds import KINDS
from ..reading.data_files import RESERVED
from ..shape import KeyPath
from .events import EARLIEST

Records = Mapping[str, Mapping[str, Record]]
Found = tuple[KeyPath, str]


def check_project(record: Record, records: Records) -> Iterator[Found]:
    """Yield what is wrong with a project by itself, and where its places cannot be."""
    if not isinstance(record, Project):
        return
    yield from _places(record, records.get("countries", {}))
    for number, country in enumerate(record.supported_by):
        if country in record.countries:
            wrong = f"'{country}' stands in 'countries' too; 'supported_by' is for work elsewhere; keep one"
            yield ("supported_by", number), wrong
    yield from _twice(("organizations",), [(i.organization, i.role) for i in record.organizations])
    yield from _twice(("seeks",), [need.what for need in record.seeks])
    yield from _twice(("offers",), [need.what for need in record.offers])
    yield from _formerly(record)
    told = record.questionnaire
    if told and record.last_confirmed.last < told.received.first:
        wrong = (
            f"{record.last_confirmed} is before the questionnaire ({told.received}); give its day or later"
        )
        yield ("last_confirmed",), wrong


def check_confirmed(project: Project, now: datetime) -> Iterator[Found]:
    """Yield where a project is said to be confirmed on a day that is still to come, wherever one is."""
    if project.last_confirmed.first > day_of(now + EARLIEST):
        wrong = f"{project.last_confirmed} is still to come; give the day on which it was last confirmed"
        yield ("last_confirmed",), wrong


def _places(project: Project, countries: Mapping[str, Record]) -> Iterator[Found]:
    for number, place in enumerate(project.places):
        keys: KeyPath = ("places", number)
        if place.country and place.country not in project.countries:
            wrong = f"'{place.country}' is not among the project's countries; add it there, or correct it"
            yield (*keys, "country"), wrong
        where = [place.country] if place.country else project.countries
        known = [country for id in where if isinstance(country := countries.get(id), Country)]
        boxes = [country.extent for country in known if country.extent]
        if place.point and boxes and not any(box.holds(place.point) for box in boxes):
            names = " or ".join(str(country.short) for country in known)
            wrong = (
                f"{place.point.lat} north, {place.point.lon} east is far from {names}; check both numbers, "
                "their order and their signs"
            )
            yield (*keys, "point"), wrong


def _formerly(project: Project) -> Iterator[Found]:
    """Yield each former id whose address the site has for something else, or twice."""
    for number, id in enumerate(project.formerly):
        if id == project.id:
            yield ("formerly", number), f"names itself ('{id}'); name the ids that it had before"
        elif id in (*RESERVED, *KINDS["projects"].reserved):
            wrong = f"'{id}' is a word that addresses of the site use; name the ids that it had before"
            yield ("formerly", number), wrong
    yield from _twice(("formerly",), list(project.formerly))


def _twice(keys: KeyPath, values: list[object]) -> Iterator[Found]:
    """Yield each value that a list has again."""
    seen: Counter[object] = Counter()
    for number, value in enumerate(values):
        if seen[value]:
            said = " as ".join(str(part) for part in value) if isinstance(value, tuple) else value
            yield (*keys, number), f"'{said}' stands twice in this list; keep one of them"
        seen[value] += 1
