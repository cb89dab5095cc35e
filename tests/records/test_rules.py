"""Rules that one record can keep by itself."""

from typing import Any

import pytest
from pydantic import ValidationError

from macros.catalogue.kinds import KINDS
from macros.records.base import Record

SOURCES = [{"document": "report", "paragraph": "1"}]
BASIS = {"words": "the words", "source": SOURCES[0]}
SOUND: dict[str, dict[str, Any]] = {
    "documents": {"title": "A", "short": "A", "kind": "report", "standing": "final"},
    "events": {
        "title": "A", "kind": "forum", "standing": "planned", "basis": BASIS, "date": "2026",
        "summary": "A", "topics": ["sand"], "sources": SOURCES,
    },
    "facts": {"kind": "figure", "label": "A", "value": "1", "unit": "%", "year": "2020", "sources": SOURCES},
    "organizations": {"name": "A", "kind": "academia", "summary": "A", "sources": SOURCES},
    "studies": {
        "title": "A", "kind": "study", "stage": "proposed", "basis": BASIS, "summary": "A",
        "topics": ["sand"], "sources": SOURCES,
    },
    "timeline": {"title": "A", "text": "A", "date": "2020", "sources": SOURCES},
}  # fmt: skip
REFUSED = [
    ("documents", {"standing": "cited"}, "cited_in is missing"),
    ("events", {"date": None}, "has no date"),
    ("events", {"date": None, "date_note": "No date is known."}, "has no date"),
    ("events", {"date": None, "sort_as": "2020"}, "has no date"),
    ("events", {"changes": [{"what": "moved", "on": "2020"}]}, "'moved' says which days it had"),
    ("events", {"changes": [{"what": "postponed", "on": "2020"}]}, "'postponed' says which days it had"),
    ("events", {"changes": [{"what": "corrected", "on": "2020"}]}, "'corrected' says what was wrong"),
    ("events", {"participants": {"about": "around"}}, "says neither how many came nor who"),
    ("events", {"changes": [{"what": "renamed", "on": "2020"}]}, "'renamed' says how it was before"),
    ("events", {"changes": [{"what": "place", "on": "2020", "was_on": "2019"}]}, "'place' says how it was"),
    ("events", {"languages": ["English"]}, "write 'en'"),
    ("events", {"uid": "forum-2027@neaspec.org"}, "is not a uid"),
    ("events", {"uid": "0000000000F1@neaspec.org"}, "is not a uid"),
    ("events", {"topics": []}, "at least 1"),
    ("events", {"sources": []}, "at least 1"),
    ("facts", {"unit": None}, "has no unit"),
    ("facts", {"value": None}, "neither value nor statement"),
    ("facts", {"value_to": "1"}, "is not more than value"),
    ("facts", {"year": None}, "neither year nor year_note"),
    ("organizations", {"sources": []}, "rests on nothing"),
    ("organizations", {"summary": None}, "has no summary"),
    ("studies", {"stage": "overtaken"}, "go together"),
    ("studies", {"overtaken_by": "other"}, "go together"),
    ("studies", {"published": "2020"}, "while the study is proposed"),
    ("timeline", {"date": None}, "has no date"),
    ("timeline", {"date": None, "date_note": "No date is known."}, "has no date"),
    ("timeline", {"date": None, "sort_as": "2020"}, "has no date"),
    ("timeline", {"sources": [{"document": "report"}]}, "has no place"),
    ("timeline", {"sources": [{"document": "report", "paragraph": "0x1"}]}, "is not a paragraph"),
    ("timeline", {"sources": [{"document": "report", "paragraph": "9-9"}]}, "ends before it starts"),
]
ALLOWED = [
    ("documents", {"standing": "cited", "cited_in": SOURCES}),
    ("events", {"date": None, "date_note": "No date is known.", "sort_as": "2020"}),
    ("events", {"changes": [{"what": "moved", "on": "2020", "was_on": "2019"}]}),
    (
        "events",
        {"changes": [{"what": what, "on": "2020"} for what in ("cancelled", "reinstated")]},
    ),
    ("events", {"uid": "0000000000f1@neaspec.org", "languages": ["en", "mn"]}),
    ("facts", {"value": "0"}),
    ("facts", {"value": "-1", "value_to": "1"}),
    ("facts", {"value": None, "unit": None, "statement": "Words."}),
    ("facts", {"value": None, "unit": None, "statement": "Words.", "value_to": "1"}),
    ("facts", {"year": None, "year_note": "The report gives none."}),
    ("studies", {"stage": "overtaken", "overtaken_by": "other", "published": "2020"}),
    ("studies", {"stage": "final", "published": "2020"}),
    ("timeline", {"sources": [{"document": "report", "page": "1"}]}),
    ("timeline", {"date": None, "date_note": "No date is known.", "sort_as": "2020"}),
]


@pytest.mark.parametrize("kind", SOUND)
def test_the_ground_of_these_tests_is_sound(kind: str) -> None:
    """Without a change, each record is accepted."""
    assert _record(kind, {}).id == "x"


@pytest.mark.parametrize(("kind", "change", "message"), REFUSED)
def test_a_record_that_contradicts_itself_is_refused(kind: str, change: dict[str, Any], message: str) -> None:
    """One change makes the record say what cannot be, and the message says so."""
    with pytest.raises(ValidationError, match=message):
        _record(kind, change)


@pytest.mark.parametrize(("kind", "change"), ALLOWED)
def test_a_record_that_holds_together_is_accepted(kind: str, change: dict[str, Any]) -> None:
    """What looks like the mistakes above and is none passes."""
    assert _record(kind, change).id == "x"


def _record(kind: str, change: dict[str, Any]) -> Record:
    values = {key: value for key, value in {**SOUND[kind], **change}.items() if value is not None}
    return KINDS[kind].model.model_validate({**values, "id": "x"})
