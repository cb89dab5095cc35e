"""An announcement and its record -> what still holds of what it says, and what changed since it was said.

Pages, lists, feeds, posts, the share kit, the embed, cards, structured data, the desk and the check all ask
this one place. A change of an event counts from the day on which it was made known.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Literal

from ..catalogue.catalogue import Catalogue
from ..catalogue.sources import written_on
from ..records.announcement import Announcement, WrittenFor
from ..records.change import Change
from ..records.event import Event, EventStanding
from ..records.study import Study
from ..records.when import PartialDate
from .calendars import location, place_name
from .releasing import corrections_of

Changed = Literal["moved", "postponed", "cancelled", "corrected", "superseded", "withdrawn"]
State = Literal["holds"] | Changed
OF_CHANGES: tuple[Literal["moved", "postponed", "cancelled"], ...] = ("moved", "postponed", "cancelled")
OFF: tuple[EventStanding, ...] = ("cancelled", "postponed")
SETTLES = (*OF_CHANGES, "reinstated")


@dataclass(frozen=True, slots=True)
class Holding:
    """What holds of an announcement: its state, since when (UTC), and what the newer announcement of it is.

    was and now are date and place as the words have them and as they are, where the state is 'moved'; change
    is the event's line that says so; study is what overtook the one that it is about.
    """

    state: State
    since: datetime | None = None
    by: Announcement | None = None
    change: Change | None = None
    was: WrittenFor | None = None
    now: WrittenFor | None = None
    study: str = ""

    @property
    def holds(self) -> bool:
        """Return whether the words may go on being offered as they are."""
        return self.state == "holds"


HOLDS = Holding("holds")


def holding(catalogue: Catalogue, announcement: Announcement) -> Holding:
    """Return what holds, at the catalogue's moment, of what an announcement says."""
    if announcement.standing == "withdrawn":
        return Holding("withdrawn")
    kind, id = announcement.about.node
    found = HOLDS
    if kind == "events" and announcement.kind != "correction":
        found = _of_event(catalogue, announcement, catalogue.events[id])
    elif kind == "studies":
        found = _of_study(catalogue, announcement, catalogue.studies[id])
    return _corrected(catalogue, announcement) if found.holds else found


def state_now(catalogue: Catalogue, kind: str, id: str) -> WrittenFor | None:
    """Return how a record stands, as announcements keep it; None where its kind has no such state."""
    if kind == "events":
        return event_now(catalogue, catalogue.events[id])
    return WrittenFor(stage=catalogue.studies[id].stage) if kind == "studies" else None


def event_now(catalogue: Catalogue, event: Event) -> WrittenFor:
    """Return standing, date and place of an event."""
    place = place_name(catalogue, event) or None
    return WrittenFor(standing=event.standing, date=event.date, place=place)


def difference(written: WrittenFor, now: WrittenFor) -> State:
    """Return what became of an event between two states of it; a date that grew more exact still holds."""
    if now.standing in OFF and written.standing != now.standing:
        return "cancelled" if now.standing == "cancelled" else "postponed"
    if _other_date(written.date, now.date):
        return "moved"
    if written.standing in OFF and now.standing not in OFF:
        return "superseded"
    return "moved" if written.place and now.place and not _same_place(written.place, now.place) else "holds"


def as_written(catalogue: Catalogue, announcement: Announcement, event: Event) -> WrittenFor:
    """Return the state of its event that an announcement speaks of: the one it names, else by its moment.

    What was not yet released and names none speaks of the event before all its changes.
    """
    if announcement.written_for and announcement.written_for.standing:
        return announcement.written_for
    now = event_now(catalogue, event)
    released = announcement.guid in catalogue.ledger.releases or announcement.archive
    if not released and announcement.kind in OF_CHANGES:
        return now
    day = announcement.date.last if released else date.min
    later = [change for change in event.changes if _later(change, day, announcement)]
    first = next((change for change in later if change.was_on), None)
    place = next((str(change.was) for change in later if change.what == "place"), None)
    return WrittenFor(
        standing=_standing_then(event, later),
        date=first.was_on if first else now.date,
        place=place or now.place,
    )


def _of_event(catalogue: Catalogue, announcement: Announcement, event: Event) -> Holding:
    was, now = as_written(catalogue, announcement, event), event_now(catalogue, event)
    state = difference(was, now)
    if state == "holds":
        return HOLDS
    change = next((c for c in reversed(event.changes) if c.what in _saying(state, was, now)), None)
    since = _since(catalogue, announcement, event, change)
    return Holding(state, since, _newer(catalogue, announcement), change, was, now)


def _of_study(catalogue: Catalogue, announcement: Announcement, study: Study) -> Holding:
    """Return what holds of what was said of a study: nothing more, once another overtook it.

    The source that says so is dated; without a stage of its own, an announcement is older than that or not.
    """
    if study.overtaken_by is None:
        return HOLDS
    written = written_on(study.basis.source, catalogue.documents)
    overtaken = written.first if written else None
    if announcement.written_for and announcement.written_for.stage:
        holds = announcement.written_for.stage == "overtaken"
    else:
        holds = overtaken is None or announcement.date.first >= overtaken
    if holds:
        return HOLDS
    since = _after(catalogue, announcement, _start(overtaken) if overtaken else None)
    return Holding("superseded", since, _newer(catalogue, announcement), study=study.overtaken_by)


def _corrected(catalogue: Catalogue, announcement: Announcement) -> Holding:
    corrections = corrections_of(catalogue, announcement)
    if not corrections or corrections[-1].released is None:
        return HOLDS
    return Holding("corrected", corrections[-1].released.astimezone(UTC), corrections[-1])


def _newer(catalogue: Catalogue, announcement: Announcement) -> Announcement | None:
    """Return the newest announcement of the same record that was released later and that holds itself."""
    moment = announcement.released
    found = [
        (other.released, other)
        for other in catalogue.announcements.values()
        if other.about.node == announcement.about.node
        and other.kind != "correction"
        and other.standing == "ready"
        and other.released
        and other.released <= catalogue.now
        and (moment is None or other.released > moment)
    ]
    for _, other in sorted(found, key=lambda pair: pair[0], reverse=True):
        if holding(catalogue, other).holds:
            return other
    return None


def _saying(state: State, was: WrittenFor, now: WrittenFor) -> tuple[str, ...]:
    """Return the kinds of change that account for a state."""
    if state == "superseded":
        return ("reinstated",)
    if state == "moved" and not _other_date(was.date, now.date):
        return ("place",)
    return (state,)


def _since(
    catalogue: Catalogue, announcement: Announcement, event: Event, change: Change | None
) -> datetime | None:
    """Return when what an announcement says ceased to hold: as the ledger has it, else by the record."""
    moment = _start(change.on.first) if change else None
    elsewhere = change is not None and change.what == "place"
    for entry in reversed(catalogue.ledger.versions.get(event.uid or "", ())):
        if entry.days != event.days or (entry.slot.status == "CANCELLED") != event.called_off:
            break
        if elsewhere and entry.slot.location != location(catalogue, event):
            break
        if entry.sequence:
            moment = entry.entered
    return _after(catalogue, announcement, moment)


def _after(catalogue: Catalogue, announcement: Announcement, moment: datetime | None) -> datetime | None:
    """Return a moment (UTC), but not before the announcement's own nor after the catalogue's."""
    said = announcement.released
    if moment is None or said is None:
        return (moment or said or catalogue.now).astimezone(UTC)
    return max(said, min(moment, max(catalogue.now, said))).astimezone(UTC)


def _later(change: Change, day: date, announcement: Announcement) -> bool:
    """Return whether a change was made known after a day; what tells of changes may be of the same day."""
    tells = announcement.kind in (*OF_CHANGES, "outcome", "correction")
    return change.on.last > day or (change.on.last == day and not tells)


def _standing_then(event: Event, later: list[Change]) -> EventStanding:
    """Return the standing of an event before its later changes."""
    settling = [change for change in event.changes if change.what in SETTLES]
    first = next((n for n, change in enumerate(settling) if change in later), None)
    if first is None:
        return event.standing
    before = settling[first - 1].what if first else ""
    if before == "cancelled" or before == "postponed":
        return before
    return "confirmed" if event.called_off else event.standing


def _other_date(was: PartialDate | None, now: PartialDate | None) -> bool:
    """Return whether a date is another one, and not the same one better known."""
    if was is None or was == now:
        return False
    if now is None:
        return was.exact
    return was.exact or now.first < was.first or now.last > was.last


def _same_place(was: str, now: str) -> bool:
    """Return whether two places are one, of which the newer may be told more exactly."""
    folded = [" ".join(words.split()).casefold() for words in (was, now)]
    return folded[0] == folded[1] or folded[1].endswith(folded[0])


def _start(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)
