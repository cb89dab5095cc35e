"""Projects: what an entry of the register must say, and what it need not."""

from typing import Any

import pytest
from pydantic import ValidationError

from macros.records.project import Need, Project

SOURCE = {"document": "report", "paragraph": "1"}
SOUND: dict[str, Any] = {
    "id": "belt",
    "name": "A belt of trees",
    "kind": "project",
    "summary": "Rows of trees hold the sand.",
    "areas": ["planting"],
    "last_confirmed": "2026",
    "sources": [SOURCE],
}


def test_a_name_a_kind_an_area_a_date_and_a_source_are_enough() -> None:
    """What a document leaves open stays open: nothing is filled in."""
    project = Project.model_validate(SOUND)
    assert (project.status, project.period, project.questionnaire) == (None, None, None)
    told = set(SOUND)
    assert all(not getattr(project, name) for name in Project.model_fields if name not in told)


@pytest.mark.parametrize("name", [name for name in SOUND if name not in ("id", "sources")])
def test_each_of_these_is_needed(name: str) -> None:
    """Without it the entry is refused, and the key is named."""
    with pytest.raises(ValidationError) as refused:
        Project.model_validate({key: value for key, value in SOUND.items() if key != name})
    assert [(error["type"], error["loc"]) for error in refused.value.errors()] == [("missing", (name,))]


def test_an_entry_rests_on_a_document_or_on_a_questionnaire() -> None:
    """One of the two is enough, both are welcome, and neither is refused."""
    told = {"received": "1 June 2026", "answered_by": "network"}
    alone = {key: value for key, value in SOUND.items() if key != "sources"}
    assert Project.model_validate({**alone, "questionnaire": told}).sources == ()
    assert Project.model_validate({**SOUND, "questionnaire": told}).questionnaire is not None
    with pytest.raises(ValidationError, match="rests on nothing; name the document in 'sources'"):
        Project.model_validate(alone)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("kind", "campaign"),
        ("status", "ongoing"),
        ("organizations", [{"organization": "network", "role": "leader"}]),
        ("organizations", ["network"]),
        ("seeks", ["money"]),
        ("offers", [{"what": "data", "amount": "1"}]),
        ("areas", []),
        ("places", [{"country": "altan"}]),
        ("budget", "1"),
    ],
)
def test_words_outside_the_vocabulary_are_refused(name: str, value: Any) -> None:
    """Kinds, roles, needs and keys are those of the register."""
    with pytest.raises(ValidationError):
        Project.model_validate({**SOUND, name: value})


def test_a_need_is_a_word_or_a_word_with_a_note() -> None:
    """Both ways of writing give the same record."""
    project = Project.model_validate(
        {**SOUND, "seeks": ["data", {"what": "funding", "note": "For nurseries."}]}
    )
    assert project.seeks[0] == Need(what="data")
    assert [(need.what, str(need.note or "")) for need in project.seeks] == [
        ("data", ""),
        ("funding", "For nurseries."),
    ]


def test_those_who_lead_are_told_from_those_who_take_part() -> None:
    """An organization may have several roles, and several may lead."""
    involved = [("b", "lead"), ("a", "funding"), ("a", "lead"), ("c", "partner")]
    organizations = [{"organization": id, "role": role} for id, role in involved]
    assert Project.model_validate({**SOUND, "organizations": organizations}).led_by() == ("b", "a")


@pytest.mark.parametrize("name", ["name", "summary"])
@pytest.mark.parametrize("words", ["<b>x</b>", "x\u202ey", "x" * 5001])
def test_words_from_outside_are_bounded_and_plain(name: str, words: str) -> None:
    """Whoever sends a project in sends neither markup nor a book."""
    with pytest.raises(ValidationError):
        Project.model_validate({**SOUND, name: words})


@pytest.mark.parametrize(
    "part",
    [
        {"places": [{"name": "<b>x"}]},
        {"places": [{"name": "x", "note": "<b>x"}]},
        {"places": [{"name": "x" * 201}]},
        {"seeks": [{"what": "data", "note": "<b>x"}]},
        {"offers": [{"what": "data", "note": "x" * 1001}]},
        {"links": [{"label": "<b>x", "url": "https://example.org/"}]},
    ],
)
def test_so_are_the_words_of_its_parts(part: dict[str, Any]) -> None:
    """Names of places, notes of needs and labels of links are held to the same."""
    with pytest.raises(ValidationError):
        Project.model_validate({**SOUND, **part})


def test_a_project_does_not_change() -> None:
    """Records are values."""
    with pytest.raises(ValidationError, match="frozen"):
        Project.model_validate(SOUND).status = "completed"
