"""What the ledger knows: releases, and withdrawals of what was released."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from .base import Part
from .moment import Moment


class Release(Part):
    """What was said once: its guid, its moment, the address of its page and the feeds that carry it.

    These stay as they were at the release, whatever is edited later.
    """

    guid: str
    released: Moment
    path: str
    feeds: tuple[str, ...]


class Withdrawal(Part):
    """A released guid that was taken back, and is never used again."""

    guid: str
    withdrawn: Moment


Entry = Release | Withdrawal


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
    def newest(self) -> datetime | None:
        """Return the moment of the newest release, or None before the first."""
        return max((release.released for release in self.releases.values()), default=None)

    def numbered(self) -> Iterator[tuple[int, Entry]]:
        """Yield each entry with its line in the file, from 1."""
        yield from enumerate(self.entries, 1)
