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


def checked_ledger(data: Path, reading: Reading, located: Sequence[Located]) -> tuple[Ledger, list[Problem]]:
    """Return the ledger, and where it contradicts announcements and events; located are sound records."""
    shown = f"{reading.name}/{LEDGER}"
    stated = {
        kind: _stated(reading, kind, key) for kind, key in (("announcements", "guid"), ("events", "uid"))
    }
    problems = [*check_guids(stated["announcements"]), *check_uids(stated["events"])]
    if not reading.ids["announcements"] and not (data / LEDGER).exists():
        return Ledger(), problems
    ledger, damage = read_ledger(data / LEDGER, shown)
    if ledger is None:
        return Ledger(), [*problems, *damage]
    placed = [Placed(record, problem) for record, problem in located if isinstance(record, Announcement)]
    there = {**reading.ids, "announcements": _unread(reading, "announcements")}
    problems.extend(check_releases(placed, ledger))
    problems.extend(check_vanished(_words(stated["announcements"]), there, ledger, shown))
    events = [(record, problem) for record, problem in located if isinstance(record, Event)]
    unread = _unread(reading, "events")
    problems.extend(check_entered(events, _words(stated["events"]), unread, ledger, shown))
    return ledger, problems


def _stated(reading: Reading, kind: str, key: str) -> list[tuple[object, Callable[[KeyPath, str], Problem]]]:
    """Return what every file of a kind, faulty ones too, says under a key."""
    return [(raw.values.get(key), raw.problem) for raw in reading.raws if raw.kind.name == kind]


def _words(stated: Sequence[tuple[object, object]]) -> set[str]:
    return {value for value, _ in stated if isinstance(value, str)}


def _unread(reading: Reading, kind: str) -> set[str]:
    """Return the ids of a kind whose files could not be read at all."""
    return reading.ids[kind] - {raw.id for raw in reading.raws if raw.kind.name == kind}
