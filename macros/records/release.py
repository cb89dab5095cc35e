"""What the ledger knows: releases, withdrawals of what was released, and events as calendars have them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import Field, SerializerFunctionWrapHandler, model_serializer

from .base import ID_PATTERN, Part, Whole
from .moment import Moment

DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
MOMENT = rf"{DAY}T[0-9]{{2}}:[0-9]{{2}}:[0-9]{{2}}Z"
DayOrMoment = Annotated[str, Field(pattern=rf"^({DAY}|{MOMENT})$")]
DayOrNone = Annotated[str, Field(pattern=rf"^({DAY})?$")]
Hours = Annotated[str, Field(pattern=rf"^{MOMENT}/({MOMENT})?$")]
CalendarStatus = Literal["CONFIRMED", "TENTATIVE", "CANCELLED"]
FIRST_DAY = datetime(2026, 11, 21, tzinfo=UTC)


class Release(Part):
    """What was said once; all of it stays as it was at the release, whatever is edited later.

    guid      by which feed readers know it: a tag URI (RFC 4151), made by 'outreach announce'
    released  when it went out; each release is newer than all before it
    path      the address of its page under the site's: 'updates/<id>/'
    feeds     the names of the feeds that carry it: 'updates', 'events', 'topics/forests'
    asked     the moment in the record, where the release was recorded later than that
    """

    guid: str
    released: Moment
    path: Annotated[str, Field(pattern=r"^updates/[a-z0-9-]+/$")]
    feeds: tuple[str, ...]
    asked: Moment | None = None

    @property
    def moment(self) -> datetime:
        """Return when it was released."""
        return self.released


class Withdrawal(Part):
    """A released guid that was taken back, and is never used again."""

    guid: str
    withdrawn: Moment

    @property
    def moment(self) -> datetime:
        """Return when it was taken back."""
        return self.withdrawn


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
    """A published calendar entry and its SEQUENCE (RFC 5545, 3.8.7.4), from a moment on.

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

    @property
    def moment(self) -> datetime:
        """Return when the calendars got it."""
        return self.entered


Entry = Release | Withdrawal | Entered


@dataclass(frozen=True, slots=True)
class Recorded:
    """An entry with its digest, those of the entries it follows, its file (below data/) and its line."""

    entry: Entry
    digest: str = ""
    after: tuple[str, ...] = ()
    file: str = ""
    line: int = 1

    @property
    def order(self) -> tuple[datetime, str]:
        """Return what decides between two entries of which neither follows the other."""
        return self.entry.moment, self.digest


@dataclass(frozen=True)
class Ledger:
    """Every release, withdrawal and calendar entry; each comes after those that it follows.

    After a merge of two branches a guid may be released twice, and an event may have two entries of one
    sequence; what counts is the same whichever branch was merged into which.
    """

    recorded: tuple[Recorded, ...] = ()

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> "Ledger":
        """Return a ledger of entries that stand in no file."""
        return cls(tuple(Recorded(entry) for entry in entries))

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """Return the entries alone."""
        return tuple(recorded.entry for recorded in self.recorded)

    @cached_property
    def heads(self) -> tuple[str, ...]:
        """Return the digests of the entries that no other follows."""
        followed = {digest for recorded in self.recorded for digest in recorded.after}
        return tuple(sorted({recorded.digest for recorded in self.recorded} - followed))

    @cached_property
    def releases(self) -> dict[str, Release]:
        """Return the release of each guid, oldest first; of two of one guid, the earlier."""
        found: dict[str, Release] = {}
        for recorded in sorted(self.recorded, key=lambda recorded: recorded.order):
            if isinstance(recorded.entry, Release):
                found.setdefault(recorded.entry.guid, recorded.entry)
        return found

    @cached_property
    def asked(self) -> dict[str, frozenset[datetime]]:
        """Return by guid the moments that its record had when it was released: two where two branches did."""
        found: dict[str, set[datetime]] = {}
        for entry in self.entries:
            if isinstance(entry, Release):
                found.setdefault(entry.guid, set()).add(entry.asked or entry.released)
        return {guid: frozenset(moments) for guid, moments in found.items()}

    @cached_property
    def withdrawn(self) -> frozenset[str]:
        """Return the guids that were taken back."""
        return frozenset(entry.guid for entry in self.entries if isinstance(entry, Withdrawal))

    @cached_property
    def versions(self) -> dict[str, tuple[Entered, ...]]:
        """Return by uid every calendar entry of an event in order: by sequence, moment and digest."""
        found: dict[str, list[tuple[int, datetime, str, Entered]]] = {}
        for recorded in self.recorded:
            entry = recorded.entry
            if isinstance(entry, Entered):
                found.setdefault(entry.uid, []).append((entry.sequence, *recorded.order, entry))
        return {
            uid: tuple(version[-1] for version in sorted(versions, key=lambda version: version[:3]))
            for uid, versions in found.items()
        }

    @cached_property
    def entered(self) -> dict[str, Entered]:
        """Return how the calendars carry each event now, by uid."""
        return {uid: versions[-1] for uid, versions in self.versions.items()}

    @cached_property
    def days_had(self) -> dict[str, dict[int, str]]:
        """Return by uid the hours that each day of an event last had, by its number, where it had several."""
        found: dict[str, dict[int, str]] = {}
        for uid, versions in self.versions.items():
            for entry in versions:
                if len(entry.slot.hours) > 1:
                    found.setdefault(uid, {}).update(enumerate(entry.slot.hours, 1))
        return found

    @cached_property
    def event_ids(self) -> dict[str, set[str]]:
        """Return by uid the ids that each event in calendars has had."""
        return {uid: {entry.event for entry in versions} for uid, versions in self.versions.items()}

    @cached_property
    def uid_at(self) -> dict[str, str]:
        """Return by id which uid calendars last had an event of that id under."""
        return {entry.event: entry.uid for entry in self.entries if isinstance(entry, Entered)}

    @cached_property
    def newest(self) -> datetime | None:
        """Return the moment of the newest release, or None before the first."""
        return max((entry.released for entry in self.entries if isinstance(entry, Release)), default=None)
