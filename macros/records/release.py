"""What the ledger knows: releases, withdrawals of what was released, and events as calendars have them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import Field, SerializerFunctionWrapHandler, model_serializer

from .base import ID_PATTERN, Part, Whole
from .moment import Moment

MOMENT = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"
DayOrMoment = Annotated[str, Field(pattern=r"^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\dZ)?$")]
DayOrNone = Annotated[str, Field(pattern=r"^(\d{4}-\d\d-\d\d)?$")]
Hours = Annotated[str, Field(pattern=rf"^{MOMENT}/({MOMENT})?$")]
CalendarStatus = Literal["CONFIRMED", "TENTATIVE", "CANCELLED"]
FIRST_DAY = datetime(2026, 11, 21, tzinfo=UTC)


class Release(Part):
    """What was said once: its guid, its moment, the address of its page and the feeds that carry it.

    These stay as they were at the release, whatever is edited later.
    """

    guid: str
    released: Moment
    path: Annotated[str, Field(pattern=r"^updates/[a-z0-9-]+/$")]
    feeds: tuple[str, ...]


class Withdrawal(Part):
    """A released guid that was taken back, and is never used again."""

    guid: str
    withdrawn: Moment


class Slot(Part):
    """What a calendar says of an event that moves people: its days or hours, state, title and place.

    dtstart and dtend are a day (2027-03-01; dtend is the day after the last, RFC 5545 section 3.6.1) or
    a moment in UTC (2027-03-01T00:30:00Z); dtend is empty where no end is known. hours are those of an event
    of several days: a start and end for each day, or one for all of them; the ledger has none for others.
    """

    dtstart: DayOrMoment
    dtend: DayOrMoment | Literal[""] = ""
    status: CalendarStatus
    summary: str
    location: str = ""
    hours: tuple[Hours, ...] = ()

    @model_serializer(mode="wrap")
    def _without_empty_hours(self, values: SerializerFunctionWrapHandler) -> dict[str, Any]:
        return {key: value for key, value in values(self).items() if key != "hours" or value}


class Entered(Part):
    """An event as the calendars have carried it since a moment; sequence counts what changed before.

    event is its id then, changes the number of its changes, days its first and last day (2027-03-01), empty
    where they were no longer known.
    """

    uid: Annotated[str, Field(pattern=r"^[0-9a-f]{12}@neaspec\.org$")]
    entered: Moment
    event: Annotated[str, Field(pattern=ID_PATTERN)]
    sequence: Whole
    changes: Whole
    slot: Slot
    days: tuple[DayOrNone, DayOrNone]


Entry = Release | Withdrawal | Entered


@dataclass(frozen=True)
class Ledger:
    """Every release and withdrawal, in order, as the lines of the file hold them."""

    entries: tuple[Entry, ...] = ()
    seal: str = ""

    @cached_property
    def releases(self) -> dict[str, Release]:
        """Return the releases by guid, oldest first."""
        return {entry.guid: entry for entry in self.entries if isinstance(entry, Release)}

    @cached_property
    def withdrawn(self) -> frozenset[str]:
        """Return the guids that were taken back."""
        return frozenset(entry.guid for entry in self.entries if isinstance(entry, Withdrawal))

    @cached_property
    def entered(self) -> dict[str, Entered]:
        """Return how the calendars carry each event now, by uid."""
        return {entry.uid: entry for entry in self.entries if isinstance(entry, Entered)}

    @cached_property
    def days_had(self) -> dict[str, dict[int, str]]:
        """Return by uid the hours that each day of an event last had, by its number, where it had several."""
        found: dict[str, dict[int, str]] = {}
        for entry in self.entries:
            if isinstance(entry, Entered) and len(entry.slot.hours) > 1:
                found.setdefault(entry.uid, {}).update(enumerate(entry.slot.hours, 1))
        return found

    @cached_property
    def event_ids(self) -> dict[str, set[str]]:
        """Return by uid the ids that each event in calendars has had."""
        found: dict[str, set[str]] = {}
        for entry in self.entries:
            if isinstance(entry, Entered):
                found.setdefault(entry.uid, set()).add(entry.event)
        return found

    @cached_property
    def uid_at(self) -> dict[str, str]:
        """Return by id which uid calendars last had an event of that id under."""
        return {entry.event: entry.uid for entry in self.entries if isinstance(entry, Entered)}

    @cached_property
    def newest(self) -> datetime | None:
        """Return the moment of the newest release, or None before the first."""
        return max((release.released for release in self.releases.values()), default=None)

    def numbered(self) -> Iterator[tuple[int, Entry]]:
        """Yield each entry with its line in the file, from 1."""
        yield from enumerate(self.entries, 1)
