"""The ledger and the records -> where they contradict each other: what was said stays said."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from ...catalogue.problems import Problem
from ...catalogue.reading.data_files import Reading
from ...catalogue.reading.files import there
from ...catalogue.shape import KeyPath
from ...records.announcement import Announcement
from ...records.base import Record
from ...records.event import Event
from ...records.moment import spoken
from ...records.release import Ledger, Release
from ...settings import FORMER_LEDGER, LEDGER
from ..ledger import following, read_ledger
from .announcements import Placed, changed_guids, check_guids, check_releases, check_vanished
from .calendars import check_entered, check_uids

Located = tuple[Record, Callable[[KeyPath, str], Problem]]

Stated = tuple[str, object, Callable[[KeyPath, str], Problem]]


def checked_ledger(data: Path, reading: Reading, located: Sequence[Located]) -> tuple[Ledger, list[Problem]]:
    """Return the ledger, and where it contradicts announcements and events; located are sound records."""
    stated = {
        kind: _stated(reading, kind, key) for kind, key in (("announcements", "guid"), ("events", "uid"))
    }
    problems = list(check_guids((guid, problem) for _, guid, problem in stated["announcements"]))
    ledger: Ledger | None = Ledger()
    damage: list[Problem] = []
    if LEDGER in reading.unsure:
        ledger = None
    elif _may_be_released(reading) or there(data / FORMER_LEDGER) or there(data / LEDGER):
        ledger, damage = read_ledger(data, reading.name)
    problems.extend(check_uids(stated["events"], ledger or Ledger()))
    if ledger is None:
        return Ledger(), [*problems, *damage]
    placed = [Placed(record, problem) for record, problem in located if isinstance(record, Announcement)]
    sure = {kind: ids for kind, ids in reading.ids.items() if kind not in reading.unsure}
    faulty = {**sure, "announcements": _unsound(reading, placed)}
    problems.extend(check_releases(placed, ledger))
    guids = _words(stated["announcements"]) | {guid for _, guid in changed_guids(placed, ledger)}
    if "announcements" not in reading.unsure:
        problems.extend(check_vanished(guids, faulty, ledger, reading.name))
    events = [(record, problem) for record, problem in located if isinstance(record, Event)]
    uids = _words(stated["events"])
    problems.extend(check_entered(events, uids, reading.ids["events"], ledger, reading.name))
    return ledger, problems


def check_clock(ledger: Ledger, now: datetime, name: str) -> list[Problem]:
    """Return where a release is still to come, and the way out; name is how problems call the data folder.

    A clock that was ahead wrote it. Nothing else that counts is lost with the files that are named:
    publishing writes them anew.
    """
    ahead = [r for r in ledger.recorded if isinstance(r.entry, Release) and r.entry.released > now]
    if not ahead:
        return []
    place = next((r for r in ahead if r.file != FORMER_LEDGER), ahead[0])
    when = f"is dated {spoken(place.entry.moment)}, which is still to come"
    files = [r.file for r in following(ledger, {r.digest for r in ahead}) if r.file != FORMER_LEDGER]
    wait = "set this machine's clock if it is slow, else wait until then"
    if files:
        names = ", ".join(f"{name}/{file}" for file in files)
        wait = f"if this was not made public yet, delete {names}, then run: outreach publish; else {wait}"
    return [Problem(f"{name}/{place.file}", place.line, f"{when}; {wait}")]


def _may_be_released(reading: Reading) -> bool:
    """Return whether an announcement there is may be released: one that is no draft and no old news."""
    raws = {raw.id: raw.values for raw in reading.raws if raw.kind.name == "announcements"}
    found = (raws.get(id, {}) for id in reading.ids["announcements"])
    return any(values.get("standing") != "draft" and values.get("archive") != "true" for values in found)


def _stated(reading: Reading, kind: str, key: str) -> list[Stated]:
    """Return what every file of a kind, faulty ones too, says under a key."""
    raws = (raw for raw in (*reading.raws, *reading.nameless) if raw.kind.name == kind)
    return [(raw.id, raw.values.get(key), raw.problem) for raw in raws if isinstance(raw.values, dict)]


def _words(stated: Sequence[Stated]) -> set[str]:
    return {value for _, value, _ in stated if isinstance(value, str)}


def _unsound(reading: Reading, placed: Sequence[Placed]) -> set[str]:
    """Return the ids of announcements that are told to be faulty; what their guid is may not be known."""
    return reading.ids["announcements"] - {each.announcement.id for each in placed}
