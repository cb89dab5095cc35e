"""The catalogue and a moment -> what has been said by then, and what has fallen due since."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, cast

from ..catalogue.addresses import address_of
from ..catalogue.catalogue import Catalogue
from ..catalogue.downloads import without_awaited
from ..catalogue.links import Link
from ..records.announcement import Announcement
from ..records.moment import day_of, moment_from
from ..records.release import Entry, Release, Withdrawal
from .calendars import entering
from .feeds import countries_of, feeds_carrying, topics_of

KIND = "announcements"
SECOND = timedelta(seconds=1)
State = Literal["draft", "scheduled", "released", "withdrawn", "archive"]


@dataclass(frozen=True, slots=True)
class Standing:
    """An announcement and where it stands at a moment."""

    announcement: Announcement
    state: State


def as_of(catalogue: Catalogue, now: datetime, preview: bool = False) -> Catalogue:
    """Return the catalogue as the public sees it at a moment: what is not yet said is not in it at all.

    A preview keeps drafts and what is scheduled; it is for editors' eyes and is never published.
    """
    shown = ("released", "archive", *(("draft", "scheduled") if preview else ()))
    kept = {s.announcement.id: s.announcement for s in standings(catalogue, now) if s.state in shown}
    dated = (("announcements", announcement) for announcement in kept.values())
    changed = without_awaited((*catalogue.everything(), *dated), now)
    links = _inherited(catalogue, kept.values())
    public = catalogue.as_public(now, kept, releases_at(catalogue, now), links, changed)
    public.retracted = _retracted(catalogue, now)
    return public


def standings(catalogue: Catalogue, now: datetime) -> Iterator[Standing]:
    """Yield each announcement with where it stands at a moment."""
    moments = recorded_moments(catalogue)
    for announcement in catalogue.announcements.values():
        dated = _dated(announcement, moments.get(announcement.guid))
        yield Standing(dated, _state(dated, now))


def recorded_moments(catalogue: Catalogue) -> dict[str, datetime]:
    """Return by guid the moment that the ledger has of a release, or will have of what is ready.

    Each release is newer than all before it, and never earlier than its record says: what comes late, or at
    the moment of another, is recorded a second after the newest.
    """
    moments = {guid: release.released for guid, release in catalogue.ledger.releases.items()}
    newest = catalogue.ledger.newest
    ready = [
        (announcement.released, announcement.id, announcement.guid)
        for announcement in catalogue.announcements.values()
        if announcement.standing == "ready"
        and announcement.released
        and not announcement.archive
        and announcement.guid not in moments
    ]
    for asked, _, guid in sorted(ready):
        newest = max(asked, newest + SECOND) if newest else asked
        moments[guid] = newest
    return moments


def releases_at(catalogue: Catalogue, now: datetime) -> tuple[Release, ...]:
    """Return what was released by a moment, newest first, withdrawn ones included."""
    past = [release for release in catalogue.ledger.releases.values() if release.released <= now]
    return tuple(sorted([*past, *due(catalogue, now)], key=_by_moment, reverse=True))


def due(catalogue: Catalogue, now: datetime) -> tuple[Release, ...]:
    """Return what has fallen due and is not in the ledger yet, oldest first."""
    known = catalogue.ledger.releases
    found = (s.announcement for s in standings(catalogue, now) if s.state == "released")
    new = [_release(catalogue, announcement) for announcement in found if announcement.guid not in known]
    return tuple(sorted(new, key=_by_moment))


def additions(catalogue: Catalogue, now: datetime) -> tuple[Entry, ...]:
    """Return what the ledger grows by: withdrawals, what has fallen due, then what calendars carry anew."""
    ledger = catalogue.ledger
    gone = [
        Withdrawal(guid=announcement.guid, withdrawn=now)
        for announcement in catalogue.announcements.values()
        if announcement.standing == "withdrawn"
        and announcement.guid in ledger.releases
        and announcement.guid not in ledger.withdrawn
    ]
    return (*sorted(gone, key=lambda entry: entry.guid), *due(catalogue, now), *entering(catalogue, now))


def corrections_of(catalogue: Catalogue, announcement: Announcement) -> tuple[Announcement, ...]:
    """Return the corrections of an announcement that have been released, oldest first."""
    related = cast("tuple[Announcement, ...]", catalogue.related(KIND, announcement.id, KIND))
    found = ((a.released, a) for a in related if a.corrects == announcement.id and a.released)
    return tuple(correction for _, correction in sorted(found, key=lambda pair: pair[0]))


def _state(announcement: Announcement, now: datetime) -> State:
    if announcement.standing != "ready":
        return announcement.standing
    moment = announcement.released
    if moment and moment > now:
        return "scheduled"
    if announcement.archive:
        return "archive" if moment or announcement.date.last <= day_of(now) else "scheduled"
    return "released"


def _dated(announcement: Announcement, moment: datetime | None) -> Announcement:
    """Return an announcement with the moment of its release, in the zone that its record is written in."""
    asked = announcement.released
    if moment is None or asked is None or moment == asked:
        return announcement
    return announcement.model_copy(update={"released": moment.astimezone(asked.tzinfo)})


def _by_moment(release: Release) -> tuple[datetime, str]:
    return release.released, release.guid


def _release(catalogue: Catalogue, announcement: Announcement) -> Release:
    asked = catalogue.announcements[announcement.id].released
    return Release(
        guid=announcement.guid,
        released=moment_from(announcement.released),
        asked=asked if asked != announcement.released else None,
        path=address_of(KIND, announcement.id),
        feeds=feeds_carrying(catalogue, announcement),
    )


def _retracted(catalogue: Catalogue, now: datetime) -> dict[str, tuple[datetime, ...]]:
    """Return by announcement when corrections of it were withdrawn, which changes its words again."""
    corrects = {a.guid: a.corrects for a in catalogue.announcements.values() if a.corrects}
    found: dict[str, tuple[datetime, ...]] = {}
    for entry in catalogue.ledger.entries:
        if isinstance(entry, Withdrawal) and entry.guid in corrects and entry.withdrawn <= now:
            id = corrects[entry.guid]
            found[id] = (*found.get(id, ()), entry.withdrawn)
    return found


def _inherited(catalogue: Catalogue, announcements: Iterable[Announcement]) -> Iterator[Link]:
    """Yield the links from announcements to the topics and countries that they take from their record."""
    for announcement in announcements:
        for to, found in (
            ("topics", topics_of(catalogue, announcement)),
            ("countries", countries_of(catalogue, announcement)),
        ):
            yield from (Link((KIND, announcement.id), (to, target), (), cites=False) for target in found)
