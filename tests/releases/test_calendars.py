"""Events in calendars while editors work on them: the same entry, one version higher for each change."""

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from .camp import (
    UID,
    Camp,
    Edit,
    cancelled,
    confirmed,
    corrected,
    file_renamed,
    mended,
    moved,
    moved_to_a_month,
    pitch,
    postponed,
    relocated,
    renamed,
    timed,
    untimed,
)

OWN = "events/camp-2027.ics"
EVERYWHERE = ("calendar/events.ics", "calendar/topics/sand.ics", "calendar/countries/altan.ics", OWN)


MATERIAL: list[tuple[Edit, str]] = [
    (moved, "TENTATIVE"),
    (moved_to_a_month, "CANCELLED"),
    (cancelled, "CANCELLED"),
    (postponed, "CANCELLED"),
    (renamed, "TENTATIVE"),
    (relocated, "TENTATIVE"),
    (confirmed, "CONFIRMED"),
    (timed, "TENTATIVE"),
]
IMMATERIAL: list[dict[str, Any]] = [
    {"summary": "Two days beside the dunes."},
    {"place": {"city": "Altan City", "country": "altan", "note": "in the open air"}},
    {"registration": {"link": "https://example.org/register", "closes": "20 April 2027"}},
    {"programme": [{"title": "Opening", "date": "5 May 2027"}]},
    {"topics": ["sand", "pasture"], "countries": ["sora"], "languages": ["en", "mn"]},
    {"title": {"en": "Camp", "mn": "Зуслан"}},
    {"changes": [{"what": "corrected", "on": "11 January 2027", "why": "A slip."}]},
]
EDITS: tuple[Edit, ...] = (*(edit for edit, _ in MATERIAL), untimed, mended, corrected, file_renamed)


@pytest.fixture
def camp(tmp_path: Path) -> Camp:
    """Return a project whose calendars have the camp as it is at first."""
    return pitch(tmp_path)


@pytest.mark.parametrize(("edit", "status"), MATERIAL)
def test_each_change_raises_the_version_by_one(camp: Camp, edit: Edit, status: str) -> None:
    """The entry keeps its UID, and is one higher at once, in the build, and when it is published."""
    first = camp.entry()
    edit(camp)
    built = camp.entry()
    assert (camp.check(), camp.publish()) == ([], 0)
    published = camp.entry()
    assert [entry.sequence for entry in (first, built, published)] == [0, 1, 1]
    assert {entry.uid for entry in (first, built, published)} == {UID}
    assert (built.status, published.status) == (status, status)
    assert first.stamp <= built.stamp <= published.stamp
    assert first.stamp < published.stamp
    assert camp.check() == []


def test_changes_one_after_another_are_counted(camp: Camp) -> None:
    """Published after each, moved, named, placed, called off and moved again: 0, 1, 2, 3, and so on."""
    entries = [camp.entry()]
    for edit in (moved, renamed, relocated, confirmed, postponed, moved, cancelled):
        edit(camp)
        assert camp.publish() == 0
        entries.append(camp.entry())
    assert [entry.sequence for entry in entries] == list(range(8))
    assert [line.sequence for _, line in camp.entered()] == list(range(8))
    assert [entry.stamp for entry in entries] == [line.entered for _, line in camp.entered()]
    assert sorted({entry.stamp for entry in entries}) == [entry.stamp for entry in entries]


def test_changes_between_two_publishings_are_one_version(camp: Camp) -> None:
    """Whoever looks at the calendar after each of them finds the last, under one number."""
    for edit in (moved, renamed, relocated):
        edit(camp)
        assert camp.entry().sequence == 1
    assert camp.publish() == 0
    assert camp.entry().sequence == 1


def test_a_change_that_is_taken_back_before_publishing_is_none(camp: Camp) -> None:
    """An edit that no one saw leaves no trace."""
    before, ledger = camp.calendars(), camp.ledger()
    camp.write(title="Kamp")
    camp.write(title="Camp")
    assert camp.calendars() == before
    assert camp.publish() == 0
    assert camp.ledger() == ledger


@pytest.mark.parametrize("values", IMMATERIAL)
def test_what_moves_no_one_raises_nothing(camp: Camp, values: dict[str, Any]) -> None:
    """A typo, a programme, a link: nobody's calendar has to say that the event has changed."""
    before, ledger = camp.entry(), camp.ledger()
    camp.write(**values)
    assert camp.entry().version == before.version
    assert camp.publish() == 0
    assert camp.entry().version == before.version
    assert camp.ledger() == ledger


def test_a_mended_word_is_in_the_calendar_all_the_same(camp: Camp) -> None:
    """Who fetches the calendar anew reads the words as they are now."""
    corrected(camp)
    assert "beside the dunes" in camp.entry().words


def test_another_file_name_is_another_address_and_the_same_entry(camp: Camp) -> None:
    """The UID stands in the record and not in its address, so that no calendar has the event twice."""
    before, ledger = camp.entry(), camp.ledger()
    camp.rename("camp-of-spring")
    assert (camp.check(), camp.publish()) == ([], 0)
    assert camp.ledger() == ledger
    assert camp.entry().version == before.version
    assert camp.entry().url == "https://example.org/events/camp-of-spring/"
    assert camp.calendars()[OWN] == camp.calendars()["events/camp-of-spring.ics"]
    cancelled(camp)
    assert camp.publish() == 0
    assert camp.entry("events/camp-of-spring.ics").version == (UID, 1, camp.now, "CANCELLED")


@pytest.mark.parametrize("edit", [edit for edit, _ in MATERIAL])
def test_publishing_twice_changes_no_byte(camp: Camp, edit: Edit) -> None:
    """What the ledger has, it has; a day later, too, and the calendars are as they were."""
    edit(camp)
    assert camp.publish() == 0
    ledger, files = camp.ledger(), camp.calendars()
    assert (camp.publish(days=0), camp.publish(days=1)) == (0, 0)
    assert camp.ledger() == ledger
    assert camp.calendars() == files


@pytest.mark.parametrize("edit", [cancelled, postponed])
def test_what_is_called_off_stays_in_every_calendar(camp: Camp, edit: Edit) -> None:
    """C6: it is not taken out but marked, on its days, so that programmes take it away or strike it out."""
    edit(camp)
    for _ in range(2):
        assert camp.publish() == 0
        entries = [camp.entry(path) for path in EVERYWHERE]
        assert {entry.status for entry in entries} == {"CANCELLED"}
        assert {entry.days for entry in entries} == {(date(2027, 5, 5), date(2027, 5, 7))}


def test_an_event_whose_days_are_no_longer_known_stays_cancelled_on_those_it_had(camp: Camp) -> None:
    """Moved to a month it is struck out where people have it, and comes back when it has days again."""
    moved_to_a_month(camp)
    assert camp.publish() == 0
    assert (camp.check(), camp.publish()) == ([], 0)
    gone = camp.entry()
    assert (gone.uid, gone.sequence, gone.status) == (UID, 1, "CANCELLED")
    assert gone.days == (date(2027, 5, 5), date(2027, 5, 7))
    camp.change("moved", {"was_on": "June 2027"}, date="16 June 2027")
    assert (camp.check(), camp.publish()) == ([], 0)
    back = camp.entry()
    assert (back.uid, back.sequence, back.status) == (UID, 2, "TENTATIVE")
    assert back.days == (date(2027, 6, 16), date(2027, 6, 17))


def test_an_event_without_days_is_in_no_calendar_until_it_has_some(tmp_path: Path) -> None:
    """A month is no day; what never was in a calendar is not in the ledger."""
    camp = pitch(tmp_path, published=False)
    camp.write(date="May 2027")
    assert camp.publish() == 0
    assert camp.entered() == []
    assert not [path for path, content in camp.calendars().items() if UID.encode() in content]
    camp.write(date="5 May 2027")
    assert (camp.check(), camp.publish()) == ([], 0)
    assert camp.entry().version == (UID, 0, camp.now, "TENTATIVE")


def test_an_event_is_in_the_build_before_it_is_published(tmp_path: Path) -> None:
    """A new event has version 0 at once, stamped with what its documents say, and never with the clock."""
    camp = pitch(tmp_path, published=False)
    assert camp.entry().version == (UID, 0, datetime.fromisoformat("2025-08-01T00:00:00Z"), "TENTATIVE")


def test_a_slow_clock_takes_no_stamp_back(camp: Camp) -> None:
    """Published on a machine whose clock is behind, the entry is not older than what people have."""
    before = camp.entry()
    renamed(camp)
    camp.publish(days=-5)
    assert camp.entry().stamp >= before.stamp


def test_a_change_dated_ahead_takes_no_stamp_back(camp: Camp) -> None:
    """A change that is said to be made known next month does not make the entry younger, then older."""
    before = camp.now
    camp.now += timedelta(days=40)
    renamed(camp)
    camp.now = before
    built = camp.entry()
    camp.publish()
    assert camp.entry().stamp >= built.stamp


@settings(max_examples=25, phases=[Phase.explicit, Phase.generate])
@given(st.lists(st.tuples(st.sampled_from(EDITS), st.booleans()), min_size=3, max_size=8))
def test_versions_follow_what_people_see(
    folders: pytest.TempPathFactory, steps: list[tuple[Edit, bool]]
) -> None:
    """Whatever is edited and published, the version tells exactly whether the entry differs."""
    camp = pitch(folders.mktemp("camp") / "project")
    told = built = camp.entry()
    for edit, publish in steps:
        edit(camp)
        before, built = built, camp.entry()
        assert camp.check() == [], edit.__name__
        assert built.uid == UID
        assert built.sequence == told.sequence + (built.seen != told.seen), edit.__name__
        assert before.stamp <= built.stamp or built.seen == told.seen
        if publish:
            assert camp.publish() == 0
            told = camp.entry()
            assert told.seen == built.seen
            built = told


def test_an_entry_that_says_no_more_when_it_begins_is_another_version(camp: Camp) -> None:
    """With hours, postponed, and then moved to a month: what was told in words is gone, and counted."""
    timed(camp)
    postponed(camp)
    assert camp.publish() == 0
    told = camp.entry()
    moved_to_a_month(camp)
    gone = camp.entry()
    assert ("It begins at" in told.words, "It begins at" in gone.words) == (True, False)
    assert (gone.sequence, gone.status, gone.days) == (told.sequence + 1, "CANCELLED", told.days)
    assert (camp.publish(), camp.publish()) == (0, 0)
    assert camp.entry().sequence == told.sequence + 1


@pytest.fixture(scope="session")
def folders(tmp_path_factory: pytest.TempPathFactory) -> pytest.TempPathFactory:
    """Return where a property test puts one project an example."""
    return tmp_path_factory
