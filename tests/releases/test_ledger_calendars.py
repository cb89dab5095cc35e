"""The ledger's lines about calendars: read back as they were written, in order, and not to be edited."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.catalogue.problems import Problem
from macros.records.release import Entered, Ledger, Release, Slot
from macros.releases.ledger import read_ledger

from .former import former_lines

SHOWN = "data/ledger.jsonl"
UID, OTHER = "0000000000f1@neaspec.org", "0000000000f2@neaspec.org"
START = datetime(2026, 11, 21, tzinfo=UTC)
SLOT = Slot(dtstart="2027-05-05", dtend="2027-05-07", status="TENTATIVE", summary="Camp", location="Altan")
RELEASE = Release(guid="tag:neaspec.org,2026:a", released=START, path="updates/a/", feeds=("updates",))

words = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=40)
days = st.dates().map(lambda day: day.isoformat())
slots = st.builds(
    Slot,
    dtstart=days | st.just("2027-05-05T01:30:00Z"),
    dtend=days | st.just(""),
    status=st.sampled_from(("CONFIRMED", "TENTATIVE", "CANCELLED")),
    summary=words,
    location=words,
)


@given(
    st.lists(
        st.tuples(st.sampled_from((UID, OTHER)), slots, st.integers(0, 9), st.tuples(days, days)), max_size=6
    )
)
def test_what_calendars_have_is_read_back_as_it_was_written(
    tmp_path_factory: pytest.TempPathFactory, drawn: list[tuple[str, Slot, int, tuple[str, str]]]
) -> None:
    """Whatever the title and the place hold, a line of the ledger is one line, and says the same."""
    counts: dict[str, int] = {}
    entries = []
    for uid, slot, changes, held in drawn:
        counts[uid] = counts.get(uid, -1) + 1
        entries.append(_entered(uid, counts[uid], slot=slot, changes=changes, days=held))
    file = tmp_path_factory.mktemp("ledger") / "ledger.jsonl"
    text = former_lines(entries)
    file.write_text(text, encoding="utf-8")
    ledger, problems = read_ledger(file.parent, "data")
    assert problems == []
    assert ledger is not None
    assert ledger.entries == tuple(entries)
    assert text.isascii()
    assert len(text.splitlines()) == len(entries)
    assert {uid: entry.sequence for uid, entry in ledger.entered.items()} == counts


@pytest.mark.parametrize(
    ("sequences", "line"),
    [([1], 2), ([0, 0], 3), ([0, 2], 3), ([0, 1, 0], 4), ([0, 1, 3], 4)],
)
def test_a_version_out_of_its_order_is_one_problem(tmp_path: Path, sequences: list[int], line: int) -> None:
    """Versions of an event are 0, 1, 2 and so on; even with a true seal no other is one of publishing."""
    problem = _problem(tmp_path, [_entered(UID, n) for n in sequences])
    assert (problem.path, problem.line) == (SHOWN, line)
    assert problem.message.startswith(
        f"{UID} is out of its order; take the file back as it was (git checkout"
    )


def test_versions_are_counted_for_each_event_by_itself(tmp_path: Path) -> None:
    """Lines of two events, and releases between them, do not disturb each other."""
    entries = [_entered(UID, 0), _entered(OTHER, 0), _entered(OTHER, 1), _entered(UID, 1)]
    ledger, problems = _read(tmp_path, former_lines([*entries[:2], RELEASE, *entries[2:]]))
    assert problems == []
    assert ledger is not None
    assert (ledger.entered, list(ledger.releases)) == ({UID: entries[3], OTHER: entries[2]}, [RELEASE.guid])


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("2026-11-21T00", "2026-11-21T01"),
        (UID, OTHER),
        ("camp-2027", "camp-2028"),
        ('"sequence": 0', '"sequence": 1'),
        ('"changes": 0', '"changes": 1'),
        ('"dtstart": "2027-05-05"', '"dtstart": "2027-05-04"'),
        ('"dtend": "2027-05-07"', '"dtend": ""'),
        ("TENTATIVE", "CONFIRMED"),
        ('"Camp"', '"Kamp"'),
        ('"Altan"', '""'),
        ('"2027-05-06"', '"2027-05-07"'),
        ('"seal": "', '"seal": "0'),
    ],
)
def test_an_edited_line_is_one_problem(tmp_path: Path, word: str, other: str) -> None:
    """Nobody sets the calendars' memory right by hand: any part of a line that is changed shows."""
    lines = former_lines([RELEASE, _entered(UID, 0), _entered(OTHER, 0)]).splitlines()
    assert word in lines[1]
    lines[1] = lines[1].replace(word, other)
    ledger, problems = _read(tmp_path, "".join(f"{line}\n" for line in lines))
    assert ledger is None
    assert [(problem.path, problem.line) for problem in problems] == [(SHOWN, 2)]


@pytest.mark.parametrize("key", ["uid", "event", "sequence", "changes", "slot", "days"])
def test_a_line_that_lacks_a_key_is_damaged(tmp_path: Path, key: str) -> None:
    """Half an entry is none."""
    text = former_lines([_entered(UID, 0)]).replace(f'"{key}":', f'"{key}-gone":')
    (problem,) = _read(tmp_path, text)[1]
    assert (problem.line, problem.message.partition(";")[0]) == (1, "is damaged and cannot be read")


@pytest.mark.parametrize(
    ("word", "forged"),
    [
        ('"event": "camp-2027"', '"event": "../../camp"'),
        ('"dtstart": "2027-05-05"', '"dtstart": "soon"'),
        (f'"uid": "{UID}"', '"uid": "camp"'),
    ],
)
def test_a_forged_line_leads_nowhere(tmp_path: Path, word: str, forged: str) -> None:
    """Even under a seal that fits, an entry names an event by its id, and days by days."""
    line = former_lines([_entered(UID, 0)])
    assert word in line
    ledger, problems = _read(tmp_path, line.replace(word, forged))
    assert ledger is None
    assert "is damaged and cannot be read" in str(problems[0])


def test_a_line_nested_without_end_is_damaged(tmp_path: Path) -> None:
    """No line of the ledger stops the check with a traceback."""
    _, problems = _read(tmp_path, "[" * 100_000 + "\n")
    assert "is damaged and cannot be read" in str(problems[0])


def _entered(uid: str, sequence: int, **values: Any) -> Entered:
    start: dict[str, Any] = {
        "entered": START,
        "event": "camp-2027",
        "changes": 0,
        "slot": SLOT,
        "days": ("2027-05-05", "2027-05-06"),
    }
    return Entered(uid=uid, sequence=sequence, **{**start, **values})


def _read(folder: Path, text: str) -> tuple[Ledger | None, list[Problem]]:
    file = folder / "ledger.jsonl"
    file.write_text(text, encoding="utf-8")
    return read_ledger(file.parent, "data")


def _problem(folder: Path, entries: list[Entered]) -> Problem:
    """Return the one problem of a ledger that begins with a release."""
    ledger, (problem,) = _read(folder, former_lines([RELEASE, *entries]))
    assert ledger is None
    return problem
