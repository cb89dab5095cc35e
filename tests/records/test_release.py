"""What a ledger answers: the same whichever branch was merged into which."""

from datetime import UTC, datetime, timedelta
from itertools import permutations
from typing import Any

import pytest
from pydantic import ValidationError

from macros.records.release import Entered, Ledger, Recorded, Release, Slot, Withdrawal

START = datetime(2027, 1, 1, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)
UID, OTHER = "0000000000f1@neaspec.org", "0000000000f2@neaspec.org"
TEN, ELEVEN = "2027-05-05T10:00:00Z/2027-05-05T12:00:00Z", "2027-05-06T11:00:00Z/"


def release(guid: str, hours: int, **values: Any) -> Release:
    """Return a release some hours after the start."""
    return Release(guid=guid, released=START + hours * HOUR, path=f"updates/{guid}/", feeds=(), **values)


def entered(sequence: int, later: int, event: str = "camp", uid: str = UID, **slot: Any) -> Entered:
    """Return what calendars have had of an event since some hours after the start."""
    said = Slot(dtstart="2027-05-05", dtend="2027-05-07", status="CONFIRMED", summary="Camp", **slot)
    days = ("2027-05-05", "2027-05-06")
    moment = START + later * HOUR
    return Entered(uid=uid, entered=moment, event=event, sequence=sequence, changes=0, slot=said, days=days)


def test_of_two_releases_of_one_guid_the_earlier_counts() -> None:
    """In every order of the files; both moments are ones that its record may have."""
    early, late = release("a", 1), release("a", 2, asked=START)
    recorded = (Recorded(late, "1"), Recorded(early, "2"), Recorded(release("b", 0), "3"))
    for order in permutations(recorded):
        ledger = Ledger(order)
        assert list(ledger.releases) == ["b", "a"]
        assert ledger.releases["a"] is early
        assert ledger.asked == {"a": {START, START + HOUR}, "b": {START}}
        assert ledger.newest == START + 2 * HOUR


def test_of_two_releases_of_one_moment_the_digest_decides() -> None:
    """So that two machines agree."""
    one, two = release("a", 1, asked=START), release("a", 1)
    for order in permutations((Recorded(one, "2"), Recorded(two, "1"))):
        assert Ledger(order).releases["a"] is two


def test_versions_stand_by_sequence_then_moment_then_digest() -> None:
    """The last of them is what calendars carry now."""
    first, second, third = entered(0, 5), entered(1, 1), entered(1, 2)
    recorded = (Recorded(third, "1"), Recorded(second, "2"), Recorded(first, "3"))
    for order in permutations(recorded):
        ledger = Ledger(order)
        assert ledger.versions == {UID: (first, second, third)}
        assert ledger.entered == {UID: third}


def test_days_with_hours_are_known_where_there_were_several() -> None:
    """By number, each as it was last; hours of one day alone are those of the event."""
    ledger = Ledger.of([entered(0, 1, hours=(TEN, ELEVEN)), entered(1, 2, hours=(ELEVEN,)), entered(2, 3)])
    assert ledger.days_had == {UID: {1: TEN, 2: ELEVEN}}
    assert Ledger.of([entered(0, 1, hours=(TEN,))]).days_had == {}
    changed = Ledger.of([entered(0, 1, hours=(TEN, TEN, TEN)), entered(1, 2, hours=(ELEVEN, ELEVEN))])
    assert changed.days_had == {UID: {1: ELEVEN, 2: ELEVEN, 3: TEN}}


def test_ids_of_events_are_known_for_good_and_lead_to_the_last_uid() -> None:
    """An id that two events had is that of the later one."""
    ledger = Ledger.of([entered(0, 1, "old"), entered(1, 2, "new"), entered(0, 3, "old", OTHER)])
    assert ledger.event_ids == {UID: {"old", "new"}, OTHER: {"old"}}
    assert ledger.uid_at == {"old": OTHER, "new": UID}


def test_what_was_taken_back_and_what_nothing_follows() -> None:
    """Heads are in order, so that the next entry names them the same on every machine."""
    gone = Withdrawal(guid="a", withdrawn=START + HOUR)
    recorded = (
        Recorded(release("a", 0), "c"),
        Recorded(gone, "b", after=("c",)),
        Recorded(release("d", 2), "a", after=("c",)),
    )
    ledger = Ledger(recorded)
    assert ledger.withdrawn == {"a"}
    assert ledger.heads == ("a", "b")
    assert ledger.entries == tuple(each.entry for each in recorded)
    assert [each.order for each in recorded] == [(START, "c"), (START + HOUR, "b"), (START + 2 * HOUR, "a")]


def test_an_empty_ledger_knows_nothing() -> None:
    """Before the first release there is no newest."""
    ledger = Ledger()
    assert (ledger.newest, ledger.heads, ledger.releases, ledger.withdrawn) == (None, (), {}, frozenset())


def test_a_slot_without_hours_is_written_as_it_was_before_there_were_any() -> None:
    """Digests of old entries hold."""
    assert "hours" not in entered(0, 1).slot.model_dump()
    assert entered(0, 1, hours=(TEN,)).slot.model_dump()["hours"] == (TEN,)
    assert entered(0, 1).slot.model_dump()["location"] == ""


@pytest.mark.parametrize(
    "values",
    [
        {"uid": "camp@neaspec.org"},
        {"event": "Camp"},
        {"days": ("2027-05-05", "soon")},
        {"days": ("2027-05-05",)},
        {"sequence": "-1"},
        {"slot": {"dtstart": "5 May 2027", "status": "CONFIRMED", "summary": "A"}},
        {"slot": {"dtstart": "2027-05-05", "status": "MOVED", "summary": "A"}},
        {"slot": {"dtstart": "2027-05-05", "status": "CONFIRMED", "summary": "A", "hours": ["10:00"]}},
    ],
)
def test_an_entry_that_no_publishing_writes_is_refused(values: dict[str, Any]) -> None:
    """The form of each value is held."""
    with pytest.raises(ValidationError):
        Entered.model_validate(entered(0, 1).model_dump() | values)
