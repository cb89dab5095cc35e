"""A record that something is said of -> when and where it is, in words, for pages, posts and cards alike."""

from ..catalogue.catalogue import Catalogue
from ..catalogue.entries import when_words, where_words
from ..records.base import Record
from ..records.event import Event
from ..records.project import Project
from ..records.words import date_words
from .calendars import place_name


def when_and_where(catalogue: Catalogue, record: Record | None, language: str) -> tuple[str, str]:
    """Return when and where an event or a project is, as far as it is known; '' for all else."""
    if isinstance(record, Event):
        when = date_words(record.date, language) if record.date else ""
        return when, place_name(catalogue, record, language)
    if isinstance(record, Project):
        return when_words(record, language), where_words(catalogue, record, language)
    return "", ""
