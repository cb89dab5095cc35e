"""A record -> where it rests on a word of the Secretariat that is still to come."""

from collections.abc import Iterator
from datetime import datetime

from ...records.base import Record
from ...records.moment import day_of
from ...records.source import Source
from ..shape import KeyPath, parts_of
from .events import EARLIEST


def check_own_word(record: Record, now: datetime) -> Iterator[tuple[KeyPath, str]]:
    """Yield each source whose day, on which the Secretariat said so, lies ahead wherever one is."""
    for keys, source in parts_of(record, Source):
        if source.secretariat and source.secretariat.first > day_of(now + EARLIEST):
            wrong = f"{source.secretariat} is still to come; give the day on which the Secretariat said so"
            yield (*keys, "secretariat"), wrong
