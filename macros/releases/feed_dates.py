"""Releases, corrections and withdrawals -> when each feed last changed; a date never falls."""

from collections.abc import Iterator
from datetime import UTC, datetime

from ..catalogue.catalogue import Catalogue
from ..records.announcement import Announcement
from ..records.release import FIRST_DAY, Release, Withdrawal
from .feeds import GENERAL
from .holding import holding
from .releasing import corrections_of


def feed_dates(catalogue: Catalogue) -> dict[str, datetime]:
    """Return by name when each feed that ever carried something changed last (RFC 4287, section 4.2.15).

    A withdrawal is a change like any other: it moves the date forward to its own moment. What has left
    the window counts on, so that the date of a feed never falls.
    """
    found: dict[str, datetime] = {}
    for release, moments in _changes(catalogue):
        for name in release.feeds:
            found[name] = max(found.get(name, FIRST_DAY), *moments)
    return {name: moment.astimezone(UTC) for name, moment in found.items()}


def posts_date(catalogue: Catalogue) -> datetime:
    """Return when what is shared as posts changed last: something was said, withdrawn, or ceased to hold."""
    withdrawn = _withdrawals(catalogue)
    said = [release for release in catalogue.releases if GENERAL[0].name in release.feeds]
    gone = [withdrawn[release.guid] for release in said if release.guid in withdrawn]
    present = {announcement.guid: announcement for announcement in catalogue.announcements.values()}
    turned = [m for r in said if r.guid in present for m in _turned(catalogue, present[r.guid])]
    return max([*(release.released for release in said), *gone, *turned], default=FIRST_DAY).astimezone(UTC)


def _changes(catalogue: Catalogue) -> Iterator[tuple[Release, list[datetime]]]:
    """Yield each release with the moments at which it was released, corrected or withdrawn."""
    present = {announcement.guid: announcement for announcement in catalogue.announcements.values()}
    withdrawn = _withdrawals(catalogue)
    for release in catalogue.releases:
        moments = [release.released]
        if release.guid in withdrawn:
            moments.append(withdrawn[release.guid])
        if release.guid in present:
            announcement = present[release.guid]
            corrections = corrections_of(catalogue, announcement)
            moments += [correction.released for correction in corrections if correction.released]
            moments += catalogue.retracted.get(announcement.id, ())
            moments += _turned(catalogue, announcement)
        yield release, moments


def _turned(catalogue: Catalogue, announcement: Announcement) -> tuple[datetime, ...]:
    """Return when what an announcement says ceased to hold, or nothing."""
    since = holding(catalogue, announcement).since
    return (since,) if since else ()


def _withdrawals(catalogue: Catalogue) -> dict[str, datetime]:
    """Return by guid when a release was withdrawn, up to the catalogue's moment."""
    gone = [entry for entry in catalogue.ledger.entries if isinstance(entry, Withdrawal)]
    gone.sort(key=lambda entry: entry.withdrawn, reverse=True)
    return {entry.guid: entry.withdrawn for entry in gone if entry.withdrawn <= catalogue.now}
