"""A draft begins with what its record says: the kind it calls for, a free morning, a name nobody has."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import yaml

from macros.catalogue import Catalogue
from macros.emitters.drafts import draft_id, encode_draft, kind_of, named_record, unfit
from macros.press.contents import Project
from macros.records.moment import moment_from
from macros.records.release import Ledger
from macros.releases.releasing import due

from ..cited import final_study
from .announced import announcement, project_of
from .dated import event_of, only

NOW = datetime(2027, 4, 30, 12, tzinfo=UTC)
MOVED = {"what": "moved", "on": "6 December 2026", "was_on": "2 May 2027"}
PLACE = {"what": "place", "on": "6 December 2026", "was": "the town hall"}
WHY = {"what": "corrected", "on": "7 December 2026", "why": "A slip."}
OFF = {"on": "7 December 2026", "was_on": "1-2 May 2027"}
GUID = "tag:neaspec.org,2026:0000000000ee"


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        ({"standing": "confirmed"}, "save the date"),
        ({"standing": "confirmed", "date": "30 April 2027"}, "news"),
        ({"standing": "confirmed", "date": "May 2027"}, "news"),
        ({"standing": "planned"}, "news"),
        ({"standing": "planned", "changes": [MOVED]}, "moved"),
        ({"standing": "confirmed", "changes": [PLACE]}, "moved"),
        ({"standing": "confirmed", "changes": [MOVED, WHY]}, "save the date"),
        ({"standing": "held", "changes": [MOVED]}, "news"),
        ({"standing": "held"}, "news"),
        ({"standing": "held", "outcome": {"text": "It went well."}}, "outcome"),
        ({"standing": "cancelled", "changes": [{"what": "cancelled", **OFF}]}, "cancelled"),
        ({"standing": "postponed", "changes": [{"what": "postponed", **OFF}]}, "postponed"),
    ],
)
def test_an_event_calls_for_the_kind_that_fits_its_standing(values: dict[str, Any], kind: str) -> None:
    """What is confirmed for days ahead is a date to save; what changed is told as that."""
    assert kind_of(event_of(**values), NOW) == kind


def test_other_records_call_for_news_a_final_study_for_its_publication() -> None:
    """And what was announced can only be corrected."""
    assert kind_of(final_study(), NOW) == "published"
    assert kind_of(final_study(stage="proposed", published=None), NOW) == "news"
    assert kind_of(None, NOW) == "news"
    assert kind_of(announcement(1), NOW) == "correction"


@pytest.mark.parametrize(
    ("now", "taken", "released"),
    [
        ("2027-03-01 08:59:59 +09:00", [], "2027-03-01 09:00 +09:00"),
        ("2027-03-01 09:00 +09:00", [], "2027-03-02 09:00 +09:00"),
        ("2027-02-28 23:30 Z", [], "2027-03-01 09:00 +09:00"),
        ("2027-02-28 20:00 -05:00", [], "2027-03-02 09:00 +09:00"),
        ("2027-03-01 08:00 +09:00", ["2027-03-01 00:00 Z"], "2027-03-02 09:00 +09:00"),
        (
            "2027-03-01 08:00 +09:00",
            ["2027-03-01 09:00 +09:00", "2027-03-02 08:00 +08:00"],
            "2027-03-03 09:00 +09:00",
        ),
    ],
)
def test_a_draft_is_for_the_next_morning_of_seoul_that_is_free(
    real_project: Project, now: str, taken: list[str], released: str
) -> None:
    """Later than now, and at the moment of no other announcement, in whatever zone that is written."""
    said = [announcement(n, released=moment) for n, moment in enumerate(taken)]
    catalogue = project_of(real_project, said).catalogue
    draft = encode_draft(catalogue, ("pages", "approach"), GUID, None, moment_from(now))
    assert yaml.safe_load(draft)["released"] == released


def test_a_draft_is_later_than_all_that_was_released(real_project: Project) -> None:
    """Also where this machine's clock is behind the newest release, to the minute."""
    newest = moment_from("2027-03-04 09:00 +09:00")
    first = project_of(real_project, [announcement(1, released=newest)])
    ledger = Ledger.of(due(first.catalogue, newest))
    catalogue = project_of(real_project, [], ledger).catalogue
    for now in (newest, newest - timedelta(days=2)):
        draft = encode_draft(catalogue, ("pages", "approach"), GUID, None, now)
        assert yaml.safe_load(draft)["released"] == "2027-03-05 09:00 +09:00"


def test_a_correction_is_later_than_what_it_corrects(real_project: Project) -> None:
    """It is about the same record, names what it corrects, and has no state of its own."""
    wrong = announcement(1, released=moment_from("2027-03-04 09:00 +09:00"), headline="A & B")
    catalogue = project_of(real_project, [wrong]).catalogue
    draft = yaml.safe_load(
        encode_draft(catalogue, ("announcements", wrong.id), GUID, None, NOW - timedelta(90))
    )
    assert draft == {
        "guid": GUID,
        "standing": "draft",
        "kind": "correction",
        "about": {"page": "approach"},
        "released": "2027-03-05 09:00 +09:00",
        "headline": "Correction: A & B",
        "summary": "An earlier version of “A & B” was wrong. It said: ... It should say: ...",
        "corrects": wrong.id,
    }


def test_a_draft_of_an_event_keeps_the_state_it_was_written_for(catalogue: Catalogue) -> None:
    """A change of the record is told before words of before it go out."""
    event = event_of(title="Camp", summary="Two days.", place={"city": "Altan City"}, standing="confirmed")
    draft = encode_draft(only(catalogue, event), ("events", "one"), GUID, None, NOW)
    head, _, rest = draft.partition("guid: ")
    assert head.splitlines()[0] == "# yaml-language-server: $schema=../schemas/announcements.json"
    assert yaml.safe_load(f"guid: {rest}") == {
        "guid": GUID,
        "standing": "draft",
        "kind": "save the date",
        "about": {"event": "one"},
        "released": "2027-05-01 09:00 +09:00",
        "headline": "Save the date: Camp",
        "summary": "Two days.",
        "written_for": {"standing": "confirmed", "date": "1 May 2027 to 2 May 2027", "place": "Altan City"},
    }


def test_a_draft_has_a_name_that_no_announcement_has(real_project: Project) -> None:
    """Neither one that is there nor one whose address was released."""
    node = ("topics", "a")
    assert draft_id(project_of(real_project, []).catalogue, node, "save the date") == "a-save-the-date"
    there = announcement(1, id="a-news", released=NOW)
    released = Ledger.of(due(project_of(real_project, [there]).catalogue, NOW))
    assert draft_id(project_of(real_project, [there]).catalogue, node, "news") == "a-news-2"
    second = announcement(2, id="a-news-2")
    assert draft_id(project_of(real_project, [second], released).catalogue, node, "news") == "a-news-3"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("approach", ("pages", "approach")),
        ("pages/approach", ("pages", "approach")),
        ("dune-forum-2024", ("events", "dune-forum-2024")),
        ("events/dune-forum-2024", ("events", "dune-forum-2024")),
        ("event/dune-forum-2024", ("events", "dune-forum-2024")),
        ("plan/2026", ("plans", "2026")),
        ("forum-2024-outcome", ("announcements", "forum-2024-outcome")),
        ("announcements/forum-2024-outcome", ("announcements", "forum-2024-outcome")),
    ],
)
def test_a_record_is_named_by_its_id_alone_or_with_its_kind(
    catalogue: Catalogue, words: str, found: tuple[str, str]
) -> None:
    """The kind as its folder or as the key of 'about'."""
    assert named_record(catalogue, words) == found


@pytest.mark.parametrize("words", ["nothing", "studies/dune-forum-2024", "topics/sand"])
def test_a_name_that_means_no_record_gives_those_there_are(catalogue: Catalogue, words: str) -> None:
    """An announcement can be about none of the others."""
    names = named_record(catalogue, words)
    assert isinstance(names, list)
    assert {"events/dune-forum-2024", "studies/hedge-study", "plans/2026"} <= set(names)
    assert not [name for name in names if name.startswith(("topics", "pages", "announcements"))]


@pytest.mark.parametrize(
    ("values", "kind", "fits"),
    [
        ({}, "news", True),
        ({}, "save the date", True),
        ({}, "moved", False),
        ({}, "cancelled", False),
        ({"changes": [MOVED]}, "moved", True),
        ({"changes": [PLACE, WHY]}, "moved", True),
        ({"changes": [MOVED]}, "postponed", False),
        ({"standing": "cancelled", "changes": [{"what": "cancelled", **OFF}]}, "cancelled", True),
        ({"standing": "cancelled", "changes": [{"what": "cancelled", **OFF}]}, "postponed", False),
        ({}, "correction", False),
    ],
)
def test_a_change_is_announced_only_where_the_record_says_so(
    catalogue: Catalogue, values: dict[str, Any], kind: str, fits: bool
) -> None:
    """Else the reader of the draft would learn what its record does not bear out."""
    said = unfit(only(catalogue, event_of(**values)), ("events", "one"), kind)
    assert (said == "") == fits


def test_only_events_change_and_only_announcements_are_corrected(catalogue: Catalogue) -> None:
    """One sentence says what to do."""
    assert (
        unfit(catalogue, ("studies", "hedge-study"), "moved") == "'moved' is said of an event; this is none"
    )
    assert "can be corrected" in unfit(catalogue, ("announcements", "forum-2024-outcome"), "news")
    assert unfit(catalogue, ("announcements", "forum-2024-outcome"), "correction") == ""
    said = unfit(catalogue, ("announcements", "forum-2024-corrected"), "correction")
    assert said.endswith("name what it corrects: forum-2024-outcome")
