"""A record that something is said of -> when and where it is, in words, for pages, posts and cards alike."""

from datetime import datetime, timedelta, timezone

from babel.dates import get_timezone_name

from ..catalogue.catalogue import Catalogue
from ..catalogue.entries import when_words, where_words
from ..records.base import Record
from ..records.event import Event
from ..records.programme import Session
from ..records.project import Project
from ..records.text import DEFAULT_LANGUAGE
from ..records.words import LOCALES, date_words
from .calendars import place_name

UNKNOWN = "Unknown"  # as Babel calls a region that CLDR does not know yet


def when_and_where(catalogue: Catalogue, record: Record | None, language: str) -> tuple[str, str]:
    """Return when and where an event or a project is, as far as it is known; '' for all else."""
    if isinstance(record, Event):
        when = date_words(record.date, language) if record.date else ""
        return when, place_name(catalogue, record, language)
    if isinstance(record, Project):
        return when_words(record, language), where_words(catalogue, record, language)
    return "", ""


def hours_words(event: Event, language: str) -> str:
    """Return the hours of an event with their zone: '09:30–17:00, Ulaanbaatar Time (UTC+8)'.

    Over several days they are those of the first day's beginning and the last day's end.
    """
    hours = span_words(event)
    if event.starts and event.date and not event.date.single:
        hours = f"from {event.starts:%H:%M}"
        hours += f" on the first day to {event.ends:%H:%M} on the last" if event.ends else " on the first day"
    return f"{hours}, {zone_words(event, language)}" if hours else ""


def span_words(timed: Event | Session) -> str:
    """Return from when to when: '09:30–17:00', '09:30' or ''."""
    return "–".join(clock.strftime("%H:%M") for clock in (timed.starts, timed.ends) if clock)


def zone_words(event: Event, language: str = DEFAULT_LANGUAGE) -> str:
    """Return the zone of an event's times: 'Ulaanbaatar Time (UTC+8)'."""
    if event.zone is None or event.date is None:
        return ""
    if event.zone.key == "UTC":
        return "UTC"
    noon = datetime(event.date.first.year, event.date.first.month, event.date.first.day, 12)
    away = noon.replace(tzinfo=event.zone).utcoffset() or timedelta()
    name: str = get_timezone_name(event.zone, locale=LOCALES[language])
    if name.startswith(UNKNOWN):
        name = f"{event.zone.key.rpartition('/')[2].replace('_', ' ')} Time"
    return f"{name} ({timezone(away)})".replace(":00)", ")").replace("+0", "+").replace("-0", "-")
