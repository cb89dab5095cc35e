"""What is said to be past is past: an event is not called held, nor an outcome given, before it is over."""

from pathlib import Path
from typing import Any

import pytest

from macros.__main__ import main
from macros.moments import moment_said
from macros.releases.loading import check_data
from macros.settings import Folders

from ..copies import copied
from ..feeds.edits import read, write

FORUM = "dune-forum-2024"
UNTIMED = {"starts": None, "ends": None, "programme": [{"title": "What hedges hold"}]}


@pytest.fixture
def project(tmp_path: Path, sample: Folders) -> Folders:
    """Return a copy of the sample project that a test may change."""
    return copied(sample, tmp_path)


@pytest.mark.parametrize(
    ("values", "last_second", "over"),
    [
        ({}, "2027-05-08T07:59:59Z", "2027-05-08T08:00:00Z"),
        ({"ends": None}, "2027-05-08T15:59:59Z", "2027-05-08T16:00:00Z"),
        ({**UNTIMED, "zone": None}, "2027-05-08T15:59:59Z", "2027-05-08T16:00:00Z"),
        ({**UNTIMED, "date": "May 2027"}, "2027-05-31T15:59:59Z", "2027-05-31T16:00:00Z"),
    ],
)
def test_an_event_is_not_held_before_it_is_over(
    project: Folders, values: dict[str, Any], last_second: str, over: str
) -> None:
    """Until the last second in the event's zone the check refuses 'held'; from then on it does not."""
    _put_forward(project, **values)
    (early,) = check_data(project.data, now=moment_said(last_second))[1]
    assert early.path == f"data/events/{FORUM}.yml"
    assert _line(project, early.line).startswith("standing: held")
    assert early.message.startswith("'standing' cannot be 'held' before the event is over (")
    assert check_data(project.data, now=moment_said(over))[1] == []


def test_an_outcome_before_the_event_is_over_is_told_beside(project: Folders) -> None:
    """What is said to have come of it has to go as well, until it has."""
    _put_forward(project, outcome={"text": "A"})
    found = check_data(project.data, now=moment_said("2027-05-08"))[1]
    assert [_line(project, problem.line).partition(":")[0] for problem in found] == ["standing", "outcome"]


def test_without_a_moment_no_event_is_too_early(project: Folders) -> None:
    """What depends on the clock is asked only where a clock is given."""
    _put_forward(project)
    assert check_data(project.data)[1] == []


def test_the_command_refuses_held_before_the_event_is_over(
    project: Folders, capsys: pytest.CaptureFixture[str]
) -> None:
    """'outreach check --now' says so in one line before, and nothing after."""
    _put_forward(project)
    assert _check(project, "2027-05-08T07:59:59Z") == 1
    told = capsys.readouterr().out.splitlines()
    assert len(told) == 1
    assert told[0].startswith(f"data/events/{FORUM}.yml:")
    assert told[0].endswith(
        "'standing' cannot be 'held' before the event is over (7 May 2027 to 8 May 2027); "
        "say planned or confirmed"
    )
    assert _check(project, "2027-05-08T08:00:00Z") == 0


def _check(project: Folders, now: str) -> int:
    return main(["--project", str(project.root), "check", "--now", now])


def _put_forward(project: Folders, **values: Any) -> None:
    """Write of the forum that was held in May 2024 that it was in May 2027, by a report of June 2027."""
    file = project.data / "events" / f"{FORUM}.yml"
    text = file.read_text(encoding="utf-8").replace("May 2024", "May 2027")
    file.write_text(text, encoding="utf-8")
    moved = {"what": "moved", "on": "April 2024", "was_on": "7-8 May 2024"}
    start = {"outcome": None, "changes": [*read(file)["changes"], moved]}
    write(file, {key: value for key, value in {**read(file), **start, **values}.items() if value is not None})
    report = project.data / "documents" / "forum-report-2024.yml"
    write(report, {**read(report), "date": "3 June 2027"})


def _line(project: Folders, number: int) -> str:
    return (project.data / "events" / f"{FORUM}.yml").read_text(encoding="utf-8").splitlines()[number - 1]
