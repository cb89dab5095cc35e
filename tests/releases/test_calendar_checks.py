"""What calendars have is kept, or said to have changed: nobody's calendar is left with what is not so."""

import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from macros.releases.ledger import read_ledger
from macros.releases.ledger_entries import new_files

from .camp import (
    UID,
    Camp,
    cancelled,
    corrected,
    moved,
    moved_to_a_month,
    pitch,
    relocated,
    renamed,
)

FILE = "data/events/camp-2027.yml"
OTHER = "0000000000f2@neaspec.org"


@pytest.fixture
def camp(tmp_path: Path) -> Camp:
    """Return a project whose calendars have the camp: its entry is the last of the ledger."""
    return pitch(tmp_path)


@pytest.mark.parametrize(
    "values",
    [
        {"date": "12-13 May 2027"},
        {"date": "5-7 May 2027"},
        {"date": "5 May 2027"},
        {"date": "June 2027"},
        {"date": None, "date_note": "It has no date now.", "sort_as": "2027"},
    ],
)
def test_other_days_without_a_line_in_changes_are_refused(camp: Camp, values: dict[str, Any]) -> None:
    """Who has the event in a calendar is told when it was moved, and why; the ledger stays as it was."""
    ledger = camp.ledger()
    camp.write(**values)
    (problem,) = camp.check()
    line = _line_of(camp, "date:") if values["date"] else 1
    assert problem.startswith(
        f"{FILE}:{line}: calendars have 2027-05-05 to 2027-05-06; say when and why it moved"
    )
    assert camp.publish() == 1
    assert camp.ledger() == ledger


def test_the_line_that_the_message_shows_is_accepted(camp: Camp) -> None:
    """An editor who copies it, with a day and a reason, has mended the record."""
    camp.write(date="12 May 2027")
    (problem,) = camp.check()
    shown = re.search(r"was_on: ([^,]+),", problem)
    assert shown
    camp.change("moved", {"was_on": shown[1]})
    assert (camp.check(), camp.publish(), camp.check()) == ([], 0, [])


@pytest.mark.parametrize("edit", [corrected, renamed])
@pytest.mark.parametrize("published", [True, False])
def test_a_line_about_something_else_does_not_excuse_other_days(
    camp: Camp, edit: Callable[[Camp], None], published: bool
) -> None:
    """That the title was changed, or a word, does not say that the event was moved."""
    edit(camp)
    assert not published or camp.publish() == 0
    camp.write(date="12 May 2027")
    (problem,) = camp.check()
    assert "say when and why it moved" in problem


def test_an_event_that_had_no_date_left_needs_no_line_for_a_new_one(camp: Camp) -> None:
    """Its old days were told to be off; that it has days again is no move away from any."""
    cancelled(camp)
    camp.change("moved", {"was_on": "5-6 May 2027"}, standing="planned", date=None)
    camp.write(date_note="It has no date now.", sort_as="2027")
    assert (camp.check(), camp.publish(), camp.check()) == ([], 0, [])
    camp.write(date="16 June 2027", date_note=None, sort_as=None)
    assert (camp.check(), camp.publish(), camp.check()) == ([], 0, [])


def test_what_takes_place_after_all_on_other_days_was_moved(camp: Camp) -> None:
    """A postponed event that comes back on new days says so in a line 'moved'."""
    camp.change("postponed", {"was_on": "5-6 May 2027"}, standing="postponed")
    camp.change("reinstated", standing="planned", date="12 May 2027")
    (problem,) = camp.check()
    assert "say when and why it moved" in problem
    camp.change("moved", {"was_on": "5-6 May 2027"})
    assert camp.check() == []


def test_a_false_former_date_is_told(camp: Camp) -> None:
    """What readers are told that it was is what calendars had."""
    camp.change("moved", {"was_on": "1-2 May 2027"}, date="12 May 2027")
    (problem,) = camp.check()
    assert "calendars have 2027-05-05 to 2027-05-06; correct 'was_on'" in problem


def test_each_move_needs_a_line_of_its_own(camp: Camp) -> None:
    """What was said of the last move is told already."""
    moved(camp)
    assert (camp.check(), camp.publish()) == ([], 0)
    camp.write(date="26 May 2027")
    (problem,) = camp.check()
    assert "calendars have 2027-05-07 to 2027-05-08; say when and why it moved" in problem


@pytest.mark.parametrize("edit", [moved, moved_to_a_month, cancelled, renamed, corrected])
def test_what_was_said_to_have_changed_is_in_order_before_and_after_publishing(
    camp: Camp, edit: Callable[[Camp], None]
) -> None:
    """A change that is told is asked for no second time."""
    edit(camp)
    assert camp.check() == []
    assert camp.publish() == 0
    assert camp.check() == []


def test_a_change_that_was_told_is_kept(camp: Camp) -> None:
    """The record stays the memory of what was changed."""
    renamed(camp)
    assert camp.publish() == 0
    camp.write(changes=None)
    (problem,) = camp.check()
    assert problem.startswith(f"{FILE}:1: 'changes' had more lines when it went into the calendars; ")


def test_an_event_that_calendars_have_cannot_be_deleted(camp: Camp) -> None:
    """It is told at its file in the ledger, with the file to bring back; a cancelled event stays as well."""
    camp.file.unlink()
    ((file, _),) = camp.entered()
    (problem,) = camp.check()
    assert problem.startswith(f"{file}:1: {UID} is in people's calendars (Camp), and no event has it")
    assert f"bring back {FILE} (git checkout), or its uid; what does not take place is cancelled" in problem
    assert camp.publish() == 1


def test_an_event_that_calendars_have_is_told_by_its_newest_line(camp: Camp) -> None:
    """After a change the file of the ledger that counts is the last one."""
    renamed(camp)
    assert camp.publish() == 0
    camp.file.unlink()
    (_, (file, _)) = camp.entered()
    (problem,) = camp.check()
    assert problem.startswith(f"{file}:1: {UID} is in people's calendars (Camp of dunes)")


def test_another_uid_is_refused_where_it_stands(camp: Camp) -> None:
    """With another uid the event would be twice in people's calendars, once for ever."""
    camp.write(uid=OTHER)
    told = f"{FILE}:{_line_of(camp, 'uid:')}: 'uid' was {UID} in the calendars; set it back"
    assert told in camp.check()
    assert camp.publish() == 1


@pytest.mark.parametrize("values", [{"uid": OTHER}, {"uid": None}, {"uid": None, "date": "June 2027"}])
def test_a_uid_that_was_changed_or_taken_away_is_one_problem(camp: Camp, values: dict[str, Any]) -> None:
    """One line to set back is told once, at the event."""
    camp.write(**values)
    (problem,) = camp.check()
    assert problem.startswith(f"{FILE}:")
    assert UID in problem


def test_a_uid_that_is_misspelt_is_one_problem(camp: Camp) -> None:
    """A slip in the uid is not an event that vanished as well."""
    camp.write(uid=UID[1:])
    (problem,) = camp.check()
    assert problem.startswith(f"{FILE}:{_line_of(camp, 'uid:')}: '{UID[1:]}' is not a uid")


def test_a_uid_that_another_event_has_is_refused_at_the_second(camp: Camp) -> None:
    """A file that was copied brings the uid with it; the message has another one to write."""
    copy = camp.file.with_name("camp-2028.yml")
    text = camp.file.read_text(encoding="utf-8").replace("title: Camp", "title: Second camp")
    copy.write_text(text, encoding="utf-8")
    (problem,) = camp.check()
    line = _line_of(camp, "uid:")
    told = rf"data/events/camp-2028\.yml:{line}: this uid is that of {FILE}:{line}; write another here, "
    assert re.fullmatch(told + r"such as [0-9a-f]{12}@neaspec\.org", problem)
    camp.id, camp.values = "camp-2028", {**camp.values, "title": "Second camp"}
    camp.write(uid=problem.rpartition(" ")[2])
    assert camp.check() == []


@pytest.mark.parametrize(
    ("id", "spoilt"),
    [
        ("camp-2027", "colour: green\n"),
        ("camp-2027", "and this is no YAML: [\n"),
        ("camp-of-spring", "colour: green\n"),
    ],
)
def test_a_file_that_is_faulty_is_not_told_as_deleted(camp: Camp, id: str, spoilt: str) -> None:
    """The event is there, and its fault alone is told."""
    camp.rename(id)
    with camp.file.open("a", encoding="utf-8") as end:
        end.write(spoilt)
    (problem,) = camp.check()
    assert problem.startswith(f"data/events/{id}.yml:")


def _line_of(camp: Camp, key: str) -> int:
    lines = camp.file.read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if line.startswith(key))


def test_after_a_merge_either_of_two_versions_may_be_followed(camp: Camp) -> None:
    """Two branches each published a version; the record that tells of both follows from one of them."""
    first = camp.entered()[-1][1]
    moved(camp)
    assert camp.publish() == 0
    camp.now += timedelta(days=1)
    relocated(camp)
    rival = first.model_copy(update={"sequence": 1, "changes": 1, "entered": camp.now})
    ledger, _ = read_ledger(camp.folders.data, "data")
    assert ledger
    for name, content, _ in new_files(ledger, [rival]):
        (camp.folders.ledger / name).write_bytes(content)
    assert camp.entered()[-1][1] == rival
    assert camp.check() == []
    assert camp.publish() == 0
    assert camp.entered()[-1][1].sequence == 2
