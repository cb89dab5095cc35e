"""Announcements and the ledger -> where they contradict each other: nothing is said twice, or unsaid."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ...catalogue.addresses import address_of, named_at
from ...catalogue.problems import Problem
from ...catalogue.shape import KeyPath
from ...records.announcement import Announcement
from ...records.moment import spoken
from ...records.release import Ledger, Release
from ..feeds import GENERAL

GENERAL_NAMES = frozenset(each.name for each in GENERAL)
ANNOUNCE = "write a new announcement instead (outreach announce)"


@dataclass(frozen=True, slots=True)
class Placed:
    """An announcement, and how to name a place in its file."""

    announcement: Announcement
    problem: Callable[[KeyPath, str], Problem]


def check_guids(values: Iterable[tuple[Any, Callable[[KeyPath, str], Problem]]]) -> Iterator[Problem]:
    """Yield each guid that an earlier file has; values are those of files, faulty ones too."""
    first: dict[str, Problem] = {}
    for guid, problem in values:
        if not isinstance(guid, str):
            continue
        here = problem(("guid",), "")
        there = first.setdefault(guid, here)
        if there is not here:
            wrong = f"this guid already stands in {there.path}:{there.line}; {ANNOUNCE}"
            yield problem(("guid",), wrong)


def check_releases(placed: Iterable[Placed], ledger: Ledger) -> Iterator[Problem]:
    """Yield where an announcement contradicts what was released, or what else is to be released."""
    placed = list(placed)
    changed = changed_guids(placed, ledger)
    yield from (each.problem(("guid",), f"was {guid} at the release; set it back") for each, guid in changed)
    altered = {each.announcement.id for each, _ in changed}
    placed = [each for each in placed if each.announcement.id not in altered]
    for each in placed:
        release = ledger.releases.get(each.announcement.guid)
        if release:
            yield from _as_released(each, release, ledger)
    yield from _addresses(placed, ledger)
    yield from _corrections(placed)


def check_vanished(
    guids: set[str], ids: Mapping[str, Iterable[str]], ledger: Ledger, name: str
) -> Iterator[Problem]:
    """Yield each release whose announcement is gone, and each feed whose topic or country is gone.

    ids are those of files, of announcements the faulty ones alone; a kind that is not among them is not
    asked. name is how problems call the data folder.
    """
    feeds: dict[str, Problem] = {}
    unread = set(ids["announcements"])
    for recorded in ledger.recorded:
        entry = recorded.entry
        if not isinstance(entry, Release) or entry is not ledger.releases[entry.guid]:
            continue
        shown, line = f"{name}/{recorded.file}", recorded.line
        named = named_at(entry.path)
        if entry.guid not in guids and not (named and named[1] in unread):
            what = f"{entry.guid} was released at {spoken(entry.released)}, and no announcement has it now"
            mend = f"bring back {_file(entry)} (git checkout), or its guid; to take it back say withdrawn"
            yield Problem(shown, line, f"{what}; {mend}", f"announcements/{named[1]}" if named else "")
        for feed in entry.feeds:
            kind, _, id = feed.partition("/")
            known = ids.get(kind)
            gone = known is not None and id not in known if id else feed not in GENERAL_NAMES
            if gone:
                message = f"the feed {feed} has carried updates, and people follow it; bring it back"
                feeds.setdefault(feed, Problem(shown, line, message, feed if id else ""))
    yield from feeds.values()


def changed_guids(placed: list[Placed], ledger: Ledger) -> list[tuple[Placed, str]]:
    """Return each announcement at a released address whose guid no file has any more, and that guid."""
    released = {release.path: guid for guid, release in ledger.releases.items()}
    present = {each.announcement.guid for each in placed}
    found = ((each, released.get(address_of("announcements", each.announcement.id))) for each in placed)
    return [(each, guid) for each, guid in found if guid and guid not in present]


def _as_released(each: Placed, release: Release, ledger: Ledger) -> Iterator[Problem]:
    announcement = each.announcement
    when = spoken(release.asked or release.released)
    if announcement.released not in ledger.asked[release.guid] | {release.released}:
        said = spoken(announcement.released) if announcement.released else "no moment"
        yield each.problem(
            ("released",), f"was released at {when} and now says {said}; set it back to {when}, for ever"
        )
    if announcement.guid in ledger.withdrawn and announcement.standing != "withdrawn":
        message = f"was withdrawn, and a withdrawn guid is never used again; {ANNOUNCE}"
        yield each.problem(("standing",), message)
    elif announcement.standing == "draft":
        yield each.problem(
            ("standing",), f"was released at {when}; it can be ready or withdrawn, not draft again"
        )
    if announcement.archive:
        yield each.problem(
            ("archive",), f"was released at {when}; it cannot become old news, delete this line"
        )
    if announcement.kind == "correction" and release.feeds:
        yield each.problem(("kind",), f"was released as an item of its own at {when}; set the kind back")


def _addresses(placed: list[Placed], ledger: Ledger) -> Iterator[Problem]:
    """Yield an announcement whose address was released for another one."""
    released = {release.path: guid for guid, release in ledger.releases.items()}
    for each in placed:
        path = address_of("announcements", each.announcement.id)
        if released.get(path, each.announcement.guid) != each.announcement.guid:
            taken = f"the address {path} was released for another announcement, and links lead to it"
            yield each.problem((), f"{taken}; give the file another name")


def _corrections(placed: list[Placed]) -> Iterator[Problem]:
    by_id = {each.announcement.id: each.announcement for each in placed}
    for each in placed:
        corrected = by_id.get(each.announcement.corrects or "")
        if corrected is None:
            continue
        moments = (each.announcement.released, corrected.released)
        if corrected.kind == "correction":
            yield each.problem(
                ("corrects",), "is itself a correction; name the announcement that is corrected"
            )
        elif moments[0] and moments[1] and moments[0] <= moments[1]:
            yield each.problem(
                ("released",), f"is not later than what it corrects, {spoken(moments[1])}; set a later moment"
            )


def _file(release: Release) -> str:
    named = named_at(release.path)
    return f"data/announcements/{named[1]}.yml" if named else release.path
