"""What holds of an announcement when its event gets another place, takes place after all, or is renamed."""

from datetime import UTC, datetime
from typing import Any

import pytest

from macros.catalogue import Catalogue
from macros.catalogue.links import Links
from macros.catalogue.sources import written_on
from macros.records.announcement import Announcement
from macros.records.event import Event
from macros.records.release import Entered, Ledger, Release, Slot
from macros.records.study import Study
from macros.releases.holding import Holding, as_written, holding
from macros.releases.holding_words import told

from ..emitters.announced import announcement
from ..views.goldens import sample_catalogue

SAID, KNOWN, NOW = (datetime(2026, month, 10, 9, tzinfo=UTC) for month in (5, 6, 7))
UID = "00000000cc01@neaspec.org"
OLD_PLACE = "Altan City, Republic of Altan"


def event(**values: Any) -> Event:
    """Return an event in Altan City on 10 March 2027, with other values."""
    source = {"document": "forum-report-2024", "paragraph": "2"}
    return Event.model_validate(
        {
            "id": "steppe-day",
            "uid": UID,
            "title": "Steppe Day",
            "kind": "forum",
            "standing": "confirmed",
            "basis": {"words": "will be held", "source": source},
            "date": "2027-03-10",
            "place": {"city": "Altan City", "country": "altan"},
            "summary": "A day on the steppe.",
            "topics": ["sand"],
            "sources": [source],
            **values,
        }
    )


def entry(sequence: int, moment: datetime, location: str) -> Entered:
    """Return what the ledger has of the event in calendars."""
    slot = Slot(dtstart="2027-03-10", dtend="2027-03-11", status="CONFIRMED", summary="S", location=location)
    days = ("2027-03-10", "2027-03-10")
    return Entered(
        uid=UID, entered=moment, event="steppe-day", sequence=sequence, changes=0, slot=slot, days=days
    )


def world(event: Event, *entries: Entered, **values: Any) -> tuple[Catalogue, Announcement]:
    """Return a catalogue that holds the event and what was released of it on 10 May, and that."""
    said = announcement(1, about={"event": event.id}, released=SAID, **values)
    base = sample_catalogue()
    records = {kind: {id: base.record(kind, id) for id in base.ids(kind)} for kind in base._records}
    records["events"][event.id] = event
    records["announcements"] = {said.id: said}
    release = Release(guid=said.guid, released=SAID, path=f"updates/{said.id}/", feeds=("updates",))
    ledger = Ledger.of([release, *entries])
    return Catalogue(records, Links([]), ledger=ledger, now=NOW), said


def found(event: Event, *entries: Entered, **values: Any) -> Holding:
    """Return what holds of what was said of the event."""
    return holding(*world(event, *entries, **values))


def test_another_place_is_a_move_from_the_moment_that_calendars_have_it() -> None:
    """An entry of before, with the same days and another title, is no part of the move."""
    change = {"what": "place", "on": "2026-06-09", "was": OLD_PLACE}
    moved = event(place={"city": "Reedport", "country": "altan"}, changes=[change])
    there = "Reedport, Republic of Altan"
    before = entry(0, SAID, OLD_PLACE), entry(1, SAID.replace(day=20), OLD_PLACE)
    assert found(moved, *before).since == datetime(2026, 6, 9, tzinfo=UTC)
    assert found(moved, *before, entry(2, KNOWN, there)).since == KNOWN
    catalogue, said = world(moved)
    assert told(catalogue, said).notice == (
        f"This event was moved to another place, as said on 9 June 2026: {there}."
    )


def test_what_told_of_a_cancellation_is_out_of_date_when_the_event_takes_place_after_all() -> None:
    """The announcement says first that it does; one that told of the coming event holds as ever."""
    changes = [
        {"what": "cancelled", "on": "2026-05-09", "why": "The hall burnt down"},
        {"what": "reinstated", "on": "2026-06-09", "why": "Another hall was found"},
    ]
    again = event(changes=changes)
    catalogue, said = world(again, kind="cancelled")
    assert (holding(catalogue, said).state, told(catalogue, said).label) == ("superseded", "Out of date")
    assert told(catalogue, said).notice == (
        "This event takes place after all, as said on 9 June 2026: 10 March 2027. Another hall was found."
    )
    assert found(again, written_for={"standing": "confirmed", "date": "2027-03-10"}).holds


@pytest.mark.parametrize("date", ["March 2027", "Q1 2027", "H1 2027", "2027"])
def test_a_date_better_known_holds_and_another_does_not(date: str) -> None:
    """10 March 2027 is what was said of March; 10 March is not what was said of 9 March."""
    assert found(event(), written_for={"standing": "planned", "date": date}).holds
    assert found(event(date=date), written_for={"standing": "planned", "date": "2027-03-09"}).state == "moved"


def test_a_new_title_a_held_event_and_a_typo_change_nothing() -> None:
    """Only what readers would do otherwise counts."""
    renamed = {"what": "renamed", "on": "2026-06-09", "was": "Steppe Days"}
    assert found(event(changes=[renamed], title="Day of the Steppe")).holds
    assert found(event(standing="held", date="2026-06-01")).holds
    assert found(event(summary="Another summary.")).holds


def test_what_was_said_of_a_study_before_another_overtook_it_is_out_of_date() -> None:
    """The document that says so is dated; what was written after it, or for that state, holds."""
    catalogue = sample_catalogue()
    study = next(s for s in catalogue.studies.values() if isinstance(s, Study) and s.overtaken_by)
    written = written_on(study.basis.source, catalogue.documents)
    assert written is not None
    first = datetime.combine(written.first, datetime.min.time(), UTC)
    about = {"study": study.id}
    before = announcement(1, about=about, released=first.replace(year=first.year - 1))
    after = announcement(2, about=about, released=first.replace(year=first.year + 1))
    assert holding(catalogue, before).state == "superseded"
    assert "was overtaken by another" in told(catalogue, before).notice
    assert holding(catalogue, after).holds
    aware = announcement(3, about=about, released=before.released, written_for={"stage": "overtaken"})
    assert holding(catalogue, aware).holds


@pytest.mark.parametrize(
    ("kind", "spoke_of"),
    [
        ("news", "2027-03-09"),
        ("save the date", "2027-03-09"),
        ("moved", "2027-03-10"),
        ("postponed", "2027-03-10"),
        ("cancelled", "2027-03-10"),
        ("outcome", "2027-03-10"),
        ("correction", "2027-03-10"),
    ],
)
def test_of_a_change_of_the_same_day_only_those_speak_that_tell_of_changes(kind: str, spoke_of: str) -> None:
    """What was released on the day of a move knew of it where it tells of one, and else did not."""
    change = {"what": "moved", "on": f"{SAID:%Y-%m-%d}", "was_on": "2027-03-09"}
    corrects = {"corrects": "other"} if kind == "correction" else {}
    moved = event(changes=[change])
    catalogue, said = world(moved, kind=kind, **corrects)
    then = as_written(catalogue, said, moved).date
    assert then is not None
    assert then.first.isoformat() == spoke_of


def test_words_written_for_a_place_alone_are_of_the_event_at_their_moment() -> None:
    """Without a standing, what it was written for says too little: the changes since are counted back."""
    moved = event(changes=[{"what": "moved", "on": f"{KNOWN:%Y-%m-%d}", "was_on": "2027-03-09"}])
    catalogue, said = world(moved, written_for={"place": OLD_PLACE})
    then = as_written(catalogue, said, moved)
    assert (then.standing, str(then.date)) == ("confirmed", "9 March 2027")
