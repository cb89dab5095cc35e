"""'outreach status' at a moment: what is overdue, from the second it is, and nothing of what is not."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from macros.__main__ import main
from macros.emitters.status import status_lines
from macros.moments import moment_said
from macros.releases.loading import load_catalogue
from macros.settings import Folders
from tests.copies import copied

from ..feeds.edits import read, write

PASSED = "Date passed, nothing says that it took place"
UNTOLD = "Held, no outcome recorded"
LATE = "Study past its planned date"
OVERDUE = (PASSED, UNTOLD, LATE)
EARLY = datetime(2026, 3, 5, tzinfo=UTC)
LONG_AFTER = datetime(2031, 1, 1, tzinfo=UTC)
TRAINING = "September 2026  events/hedge-training  Training in planting hedges"
REEDS = "3–4 March 2027  events/reed-workshop-2027  Workshop on reeds"
HEDGES = "second half of 2026  studies/hedge-study  Hedges against sand"


@pytest.fixture
def project(tmp_path: Path, sample: Folders) -> Folders:
    """Return a copy of the sample project that a test may change."""
    return copied(sample, tmp_path)


def test_nothing_is_overdue_before_its_time(project: Folders) -> None:
    """In March 2026 no date has passed, the forum has its outcome, and the study is still planned."""
    assert _overdue(project, EARLY) == {PASSED: [], UNTOLD: [], LATE: []}


@pytest.mark.parametrize(
    ("last_second", "over", "task"),
    [
        ("2026-09-30T23:59:59Z", "2026-10-01T00:00:00Z", TRAINING),
        ("2027-03-04T14:59:59Z", "2027-03-04T15:00:00Z", REEDS),
    ],
)
def test_an_announced_event_is_overdue_from_the_second_it_is_over(
    project: Folders, last_second: str, over: str, task: str
) -> None:
    """A month is over with its last day, days with midnight in the event's zone."""
    assert task not in _overdue(project, moment_said(last_second))[PASSED]
    assert task in _overdue(project, moment_said(over))[PASSED]


def test_a_study_is_overdue_from_the_day_after_its_planned_date(project: Folders) -> None:
    """Second half of 2026: on the last of December it is in time, on New Year's Day it is not."""
    assert _overdue(project, datetime(2026, 12, 31, 23, 59, 59, tzinfo=UTC))[LATE] == []
    assert _overdue(project, datetime(2027, 1, 1, tzinfo=UTC))[LATE] == [HEDGES]


def test_a_study_without_a_due_date_is_overdue_when_its_period_has_passed(project: Folders) -> None:
    """The time planned for the work counts where no date is given for the result."""
    _edit(project, "studies", "hedge-study", due=None)
    assert _overdue(project, datetime(2026, 6, 30, 12, tzinfo=UTC))[LATE] == []
    assert _overdue(project, datetime(2026, 7, 1, tzinfo=UTC))[LATE] == [
        "Q3 2025 to Q2 2026  studies/hedge-study  Hedges against sand"
    ]


@pytest.mark.parametrize(
    "values",
    [
        {"stage": "final", "published": "June 2026"},
        {"stage": "final"},
        {"stage": "overtaken", "overtaken_by": "fence-study"},
        {"due": None, "period": None},
    ],
)
def test_a_study_that_is_final_overtaken_or_without_a_plan_is_never_overdue(
    project: Folders, values: dict[str, Any]
) -> None:
    """Nothing is late where nothing is awaited."""
    _edit(project, "studies", "hedge-study", **values)
    assert _overdue(project, LONG_AFTER)[LATE] == []


def test_own_events_and_studies_come_first_and_others_are_marked(project: Folders) -> None:
    """The programme's own come before those of others, each by date; the others say by whom."""
    _edit(project, "events", "hedge-training", scope="external")
    _add(project, "events", "hedge-training", "tree-training", title="Training in trees", date="October 2026")
    _edit(project, "studies", "hedge-study", scope="external")
    alone = {"related": None, "files": None, "presented": None}
    _add(project, "studies", "hedge-study", "tree-study", title="Trees", scope="neaspec", **alone)
    found = _overdue(project, LONG_AFTER)
    assert found[PASSED] == [
        REEDS,
        f"{TRAINING} (by others)",
        "October 2026  events/tree-training  Training in trees (by others)",
    ]
    assert found[LATE] == [
        "second half of 2026  studies/tree-study  Trees",
        f"{HEDGES} (by others)",
    ]


def test_what_was_called_off_or_has_no_date_is_never_overdue(project: Folders) -> None:
    """A cancelled and a postponed event, and one whose date nobody knows, wait for nothing."""
    names = [line.split("  ")[1] for line in _overdue(project, LONG_AFTER)[PASSED]]
    assert names == ["events/hedge-training", "events/reed-workshop-2027"]


def test_an_announced_event_without_a_date_is_told_when_all_beside_it_is_past(project: Folders) -> None:
    """Nobody knows its date, so it stands among the coming ones until somebody finds out."""
    undated = "Without a date, its place in lists has passed"
    lines = list(status_lines(load_catalogue(project.data), LONG_AFTER))
    at = next(n for n, line in enumerate(lines) if line.startswith(undated))
    assert lines[at].endswith("(find out; then give 'date', or 'cancelled'): 1")
    assert lines[at + 1] == "  Q3 to Q4 2026  events/dune-forum-2026  Second Dune Forum"


def test_an_event_that_is_held_is_not_overdue_and_waits_for_its_outcome(project: Folders) -> None:
    """Once it is called held it leaves the one list and stands in the other, until it has an outcome."""
    report = project.data / "documents" / "draft-plan-2026.yml"
    write(report, {**read(report), "date": "1 April 2027"})
    _edit(project, "events", "reed-workshop-2027", standing="held")
    found = _overdue(project, LONG_AFTER)
    assert found[PASSED] == [TRAINING]
    assert found[UNTOLD] == [REEDS]
    _edit(project, "events", "reed-workshop-2027", outcome={"text": "Reeds hold."})
    assert _overdue(project, LONG_AFTER)[UNTOLD] == []


def test_events_held_without_an_outcome_are_told_with_own_ones_first(project: Folders) -> None:
    """Others' events are marked there too."""
    _edit(project, "events", "dune-forum-2024", outcome=None, scope="external")
    without = {"uid": "0000000000e9@neaspec.org", "scope": "neaspec", "changes": None}
    without |= {"files": None, "programme": None}
    _add(project, "events", "dune-forum-2024", "dune-forum-2023", title="First Dune Forum", **without)
    assert _overdue(project, EARLY)[UNTOLD] == [
        "7–8 May 2024  events/dune-forum-2023  First Dune Forum",
        "7–8 May 2024  events/dune-forum-2024  Dune Forum (by others)",
    ]


def test_each_list_says_what_to_do_and_how_much_it_holds(project: Folders) -> None:
    """A heading with something below it has the mend and the number; an empty one says none."""
    headings = [
        line for line in status_lines(load_catalogue(project.data), LONG_AFTER) if line.startswith(OVERDUE)
    ]
    assert headings == [
        f"{PASSED} (find the report; then 'held' and 'outcome', or 'cancelled'): 2",
        f"{UNTOLD}: none",
        f"{LATE} (find out; then 'final' with 'published', or a new 'due'): 1",
    ]


def test_an_event_that_calendars_do_not_have_yet_is_told(project: Folders) -> None:
    """What publishing would put into calendars is said before, and gone after."""
    heading = "New or changed in calendars"
    assert _sections(project, EARLY)[heading] == []
    _edit(project, "events", "reed-workshop-2027", title="Reeds")
    told = _sections(project, EARLY)[f"{heading} (run: outreach publish)"]
    assert told == ["2027-03-03 to 2027-03-04  events/reed-workshop-2027  Reeds (confirmed)"]
    assert main(["--project", str(project.root), "publish", "--now", "2026-03-05"]) == 0
    assert _sections(project, EARLY)[heading] == []


def test_the_command_says_what_is_overdue_at_a_moment(
    project: Folders, capsys: pytest.CaptureFixture[str]
) -> None:
    """'outreach status --now' prints the lists and ends well, whatever they hold."""
    assert main(["--project", str(project.root), "status", "--now", "2031-01-01"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("At 2031-01-01 00:00 Z: 4 released, 1 withdrawn, 4 events in calendars.\n")
    assert f"\n  {TRAINING}\n  {REEDS}\n" in said
    assert f"\n  {HEDGES}\n" in said


def _overdue(project: Folders, now: datetime) -> dict[str, list[str]]:
    """Return the lists of what is overdue at a moment."""
    found = _sections(project, now)
    return {
        label: next(lines for heading, lines in found.items() if heading.startswith(label))
        for label in OVERDUE
    }


def _sections(project: Folders, now: datetime) -> dict[str, list[str]]:
    """Return the lines below each heading; the number behind it is theirs."""
    found: dict[str, list[str]] = {}
    counts: dict[str, str] = {}
    heading = ""
    for line in list(status_lines(load_catalogue(project.data), now))[1:]:
        if line.startswith("  "):
            found[heading].append(line.strip())
        else:
            heading, _, count = line.rpartition(": ")
            found[heading], counts[heading] = [], count
    assert counts == {heading: str(len(lines) or "none") for heading, lines in found.items()}
    return found


def _edit(project: Folders, kind: str, id: str, **values: Any) -> None:
    """Write other values into a record; None takes a key away."""
    _add(project, kind, id, id, **values)


def _add(project: Folders, kind: str, like: str, id: str, **values: Any) -> None:
    """Write a record like another, with other values."""
    folder = project.data / kind
    given = {**read(folder / f"{like}.yml"), **values}
    write(folder / f"{id}.yml", {key: value for key, value in given.items() if value is not None})
