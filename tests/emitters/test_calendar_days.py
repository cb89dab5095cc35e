"""Events of several days with hours: an entry a day where the programme gives them, else whole days."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar as ICalendar

from macros.catalogue import Catalogue
from macros.emitters.calendars import encode_calendars
from macros.releases.calendar_days import day_uid

from ..releases.camp import UID, Camp, Edit, cancelled, confirmed, moved_to_a_month, pitch, postponed
from .announced import SITE
from .dated import event_of, only

HOURS = {"starts": "09:30", "ends": "17:00", "zone": "Asia/Ulaanbaatar"}
ALL = "calendar/events.ics"
SECOND, THIRD = day_uid(UID, 2), day_uid(UID, 3)


def sessions(*days: str) -> list[dict[str, str]]:
    """Return a programme with a morning and an afternoon on each of some days of May."""
    hours = (("10:00", "12:00"), ("13:00", "16:00"))
    return [
        {"title": "Talks", "date": f"{day} May 2027", "starts": starts, "ends": ends}
        for day in days
        for starts, ends in hours
    ]


def entries(camp: Camp, path: str = ALL) -> dict[str, tuple[Any, ...]]:
    """Return the entries of the camp by uid: sequence, status, start and end."""
    token = UID.partition("@")[0]
    return {
        str(e["UID"]): (int(e["SEQUENCE"]), str(e["STATUS"]), e["DTSTART"].dt, e["DTEND"].dt)
        for e in read(camp.calendars()[path])
        if str(e["UID"]).startswith(token)
    }


def read(content: bytes) -> list[Any]:
    """Return the entries of a calendar."""
    return list(ICalendar.from_ical(content).walk("VEVENT"))


def may(day: int, hour: int, minute: int = 0) -> datetime:
    """Return a moment of May 2027 in UTC."""
    return datetime(2027, 5, day, hour, minute, tzinfo=UTC)


@pytest.fixture
def camp(tmp_path: Path) -> Camp:
    """Return a camp of three days whose programme gives hours for each, in calendars and ledger."""
    camp = pitch(tmp_path, published=False)
    camp.write(date="5-7 May 2027", **HOURS, programme=sessions("5", "6", "7"))
    assert (camp.check(), camp.publish()) == ([], 0)
    return camp


def test_each_day_with_hours_has_its_entry(camp: Camp) -> None:
    """The event's own hours open the first day and close the last, the programme says the others."""
    assert camp.check() == []
    assert entries(camp) == entries(camp, "events/camp-2027.ics")
    assert entries(camp) == {
        UID: (0, "TENTATIVE", may(5, 1, 30), may(5, 8)),
        SECOND: (0, "TENTATIVE", may(6, 2), may(6, 8)),
        THIRD: (0, "TENTATIVE", may(7, 2), may(7, 9)),
    }


def test_a_moved_event_moves_its_days_under_their_uids(camp: Camp) -> None:
    """Days are numbered in their order: what people have is moved, and nothing is there twice."""
    camp.change(
        "moved", {"was_on": "5-7 May 2027"}, date="12-14 May 2027", programme=sessions("12", "13", "14")
    )
    assert (camp.check(), camp.publish()) == ([], 0)
    assert entries(camp) == {
        UID: (1, "TENTATIVE", may(12, 1, 30), may(12, 8)),
        SECOND: (1, "TENTATIVE", may(13, 2), may(13, 8)),
        THIRD: (1, "TENTATIVE", may(14, 2), may(14, 9)),
    }


def test_other_hours_of_one_day_raise_the_version(camp: Camp) -> None:
    """The ledger has the hours of every day, so that none changes unseen."""
    later = [*sessions("5", "7"), {**sessions("6")[0], "ends": "20:00"}]
    camp.write(programme=later)
    assert (camp.check(), camp.publish(), camp.publish()) == ([], 0, 0)
    assert entries(camp)[SECOND] == (1, "TENTATIVE", may(6, 2), may(6, 12))
    assert entries(camp)[UID][0] == 1


def test_a_day_that_is_no_more_stays_cancelled(camp: Camp) -> None:
    """Also after the next publishing: whoever imported it may come late."""
    camp.change("moved", {"was_on": "5-7 May 2027"}, date="5-6 May 2027", programme=sessions("5", "6"))
    assert camp.check() == []
    for number in range(2):
        assert camp.publish() == 0
        assert entries(camp)[THIRD] == (number + 1, "CANCELLED", may(7, 2), may(7, 9))
        camp.write(title=f"Camp {number}")
    camp.write(starts=None, ends=None, zone=None, programme=None)
    assert camp.publish() == 0
    found = entries(camp)
    assert found[UID][1:] == ("TENTATIVE", date(2027, 5, 5), date(2027, 5, 7))
    assert {found[SECOND][1], found[THIRD][1]} == {"CANCELLED"}


@pytest.mark.parametrize("edit", [cancelled, moved_to_a_month])
def test_what_is_called_off_is_so_on_every_day(camp: Camp, edit: Edit) -> None:
    """Cancelled, or without days: each of its entries is struck out where it stood."""
    before = entries(camp)
    if edit is moved_to_a_month:
        camp.values.pop("programme")  # its days are not known any more
    edit(camp)
    for _ in range(2):
        assert camp.publish() == 0
        assert entries(camp) == {uid: (1, "CANCELLED", *was[2:]) for uid, was in before.items()}


def test_without_an_end_of_its_own_the_programme_says_when_the_last_day_ends(catalogue: Catalogue) -> None:
    """The event's own start opens the first day."""
    own = {"starts": "09:30", "zone": "UTC"}
    event = event_of(date="5-6 May 2027", **own, programme=sessions("5", "6"))
    found = read(encode_calendars(only(catalogue, event), SITE)[ALL])
    days = [(e["DTSTART"].dt, e["DTEND"].dt) for e in found]
    assert days == [(may(5, 9, 30), may(5, 16)), (may(6, 10), may(6, 16))]


@pytest.mark.parametrize("programme", [(), ("5",), ("5", "7")])
def test_without_hours_for_every_day_it_is_whole_days(tmp_path: Path, programme: tuple[str, ...]) -> None:
    """What the programme leaves open is not made up; the words tell when it begins and ends."""
    camp = pitch(tmp_path, published=False)
    camp.write(date="5-7 May 2027", **HOURS, programme=sessions(*programme))
    assert (camp.check(), camp.publish()) == ([], 0)
    assert entries(camp) == {UID: (0, "TENTATIVE", date(2027, 5, 5), date(2027, 5, 8))}
    hours = "It begins at 09:30 on the first day, and ends at 17:00 on the last (Asia/Ulaanbaatar)."
    assert hours in camp.entry().words
    camp.write(starts="08:00")
    assert camp.publish() == 0
    assert entries(camp)[UID][0] == 1


def test_clocks_that_are_put_forward_between_two_days(catalogue: Catalogue) -> None:
    """C4: each day is reckoned by itself."""
    hours = {"title": "Talks", "starts": "10:00", "ends": "12:00"}
    programme = [{**hours, "date": f"{day} March 2027"} for day in (13, 14)]
    event = event_of(date="13-14 March 2027", **{**HOURS, "zone": "America/New_York"}, programme=programme)
    starts = [entry["DTSTART"].dt for entry in read(encode_calendars(only(catalogue, event), SITE)[ALL])]
    assert starts == [datetime(2027, 3, 13, 14, 30, tzinfo=UTC), datetime(2027, 3, 14, 14, 0, tzinfo=UTC)]


@pytest.mark.parametrize(
    ("edit", "title"),
    [
        (cancelled, "Cancelled: Camp"),
        (postponed, "Postponed: Camp"),
        (moved_to_a_month, "Postponed: Camp"),
        (confirmed, "Camp"),
    ],
)
def test_a_title_says_that_it_is_off_and_the_ledger_does_not(tmp_path: Path, edit: Edit, title: str) -> None:
    """Outlook and Google show no STATUS; the ledger compares the record's own title."""
    camp = pitch(tmp_path)
    edit(camp)
    assert camp.publish() == 0
    (entry,) = (entry for entry in read(camp.calendars()[ALL]) if str(entry["UID"]) == UID)
    assert str(entry["SUMMARY"]) == title
    assert camp.entered()[-1][1].slot.summary == "Camp"
