"""The ledger and the records -> where they contradict each other: what was said stays said."""

from collections.abc import Callable, Sequence
from pathlib import Path

from ..records.announcement import Announcement
from ..records.base import Record
from ..records.event import Event
from ..records.release import Ledger
from .calendar_checks import check_entered, check_uids
from .ledger import LEDGER, read_ledger
from .problems import Problem
from .reading import Reading
from .release_checks import Placed, check_guids, check_releases, check_vanished
from .shape import KeyPath

Located = tuple[Record, Callable[[KeyPath, str], Problem]]

Stated = tuple[str, object, Callable[[KeyPath, str], Problem]]


def checked_ledger(data: Path, reading: Reading, located: Sequence[Located]) -> tuple[Ledger, list[Problem]]:
    """Return the ledger, and where it contradicts announcements and events; located are sound records."""
    shown = f"{reading.name}/{LEDGER}"
    stated = {
        kind: _stated(reading, kind, key) for kind, key in (("announcements", "guid"), ("events", "uid"))
    }
    problems = list(check_guids((guid, problem) for _, guid, problem in stated["announcements"]))
    ledger: Ledger | None = Ledger()
    damage: list[Problem] = []
    if reading.ids["announcements"] or (data / LEDGER).exists():
        ledger, damage = read_ledger(data / LEDGER, shown)
    problems.extend(check_uids(stated["events"], ledger or Ledger()))
    if ledger is None:
        return Ledger(), [*problems, *damage]
    placed = [Placed(record, problem) for record, problem in located if isinstance(record, Announcement)]
    there = {**reading.ids, "announcements": _unread(reading, "announcements")}
    problems.extend(check_releases(placed, ledger))
    problems.extend(check_vanished(_words(stated["announcements"]), there, ledger, shown))
    events = [(record, problem) for record, problem in located if isinstance(record, Event)]
    uids = _words(stated["events"])
    problems.extend(check_entered(events, uids, reading.ids["events"], ledger, shown))
    return ledger, problems


def _stated(reading: Reading, kind: str, key: str) -> list[Stated]:
    """Return what every file of a kind, faulty ones too, says under a key."""
    return [(raw.id, raw.values.get(key), raw.problem) for raw in reading.raws if raw.kind.name == kind]


def _words(stated: Sequence[Stated]) -> set[str]:
    return {value for _, value, _ in stated if isinstance(value, str)}


def _unread(reading: Reading, kind: str) -> set[str]:
    """Return the ids of a kind whose files could not be read at all."""
    return reading.ids[kind] - {raw.id for raw in reading.raws if raw.kind.name == kind}
