"""What a record says and its documents or its own parts do not allow, a rule at a time."""

from typing import Any

import pytest

from macros.catalogue.checks.meaning import check_meaning
from macros.records.base import Record
from macros.records.country import Country
from macros.records.document import Document
from macros.records.event import Event
from macros.records.fact import Fact
from macros.records.plan import Plan

SOURCE = {"document": "report", "paragraph": "1"}
BASIS = {"words": "the words", "source": SOURCE}
BUDGET = {"currency": "US$", "amount": "1"}


def fact(id: str, **values: Any) -> Fact:
    """Return a figure of 1 per cent with some values of its own."""
    given = {"kind": "figure", "label": "A", "value": "1", "unit": "%", "year": "2020", "sources": [SOURCE]}
    return Fact.model_validate({"id": id, **given, **values})


def found(record: Record, **others: Record) -> list[tuple[tuple[str | int, ...], str]]:
    """Return what is wrong with a record among others of kinds facts and documents."""
    records: dict[str, dict[str, Record]] = {"facts": {}, "documents": {}, "countries": {}}
    for id, other in others.items():
        records["facts" if isinstance(other, Fact) else "documents"][id] = other
    return list(check_meaning(record, records))


def country(*facts: str) -> Country:
    """Return a country with a chart that is right, and one of these facts."""
    charts = [{"title": "A", "facts": ["a"]}, {"title": "B", "facts": list(facts)}]
    return Country.model_validate(
        {"id": "altan", "name": "A", "short": "A", "summary": "A", "charts": charts, "sources": [SOURCE]}
    )


def test_the_units_of_a_chart_are_told_in_one_order() -> None:
    """Whatever the order of the facts; facts of one unit, or a single one, are passed over."""
    facts = {"a": fact("a"), "b": fact("b", unit="t"), "c": fact("c", unit="ha"), "d": fact("d", unit="km²")}
    for order in ("abcd", "dcba", "bdac"):
        assert found(country(*order), **facts) == [
            (
                ("charts", 1, "facts"),
                "the 'unit' is % in 'a' and ha in 'c' and km² in 'd' and t in 'b'; "
                "keep facts of one unit in a chart",
            )
        ]
    assert found(country("a", "a"), **facts) == []
    assert found(country("b"), **facts) == []
    assert found(country("a", "unknown"), **facts) == []


def test_a_fact_in_words_is_not_drawn() -> None:
    """It is told at its own place in the list, and has no unit to differ."""
    words = fact("b", value=None, unit=None, statement="Words.")
    wrong = [(("charts", 1, "facts", 1), "'b' has no value to draw; leave it out")]
    assert found(country("a", "b"), a=fact("a"), b=words) == wrong


@pytest.mark.parametrize(
    ("date", "written", "fits"),
    [
        ("5 May 2024", "5 May 2024", True),
        ("5 May 2024", "4 May 2024", False),
        ("5 May 2024", "May 2024", True),
        ("5 May 2024", "April 2024", False),
        ("May 2024", "30 April 2024", False),
        ("May 2024", "1 May 2024", True),
        ("5 May 2024", None, True),
    ],
)
def test_an_event_is_held_on_the_word_of_a_document_that_is_not_older(
    date: str, written: str | None, fits: bool
) -> None:
    """A document of the same day, month or year may say so; one that is planned needs none."""
    values = {"title": "A", "kind": "forum", "basis": BASIS, "summary": "A", "topics": ["sand"]}
    given = {"title": "A", "short": "A", "kind": "report", "standing": "final", "date": written}
    report = Document.model_validate({"id": "report", **given})
    for standing, told in (("held", not fits), ("planned", False)):
        own = {"id": "x", "standing": standing, "date": date, "sources": [SOURCE], **values}
        wrong = [keys for keys, _ in found(Event.model_validate(own), report=report)]
        assert wrong == ([("standing",)] if told else [])


@pytest.mark.parametrize(
    ("values", "keys", "words"),
    [
        ({}, None, ""),
        ({"pillar": "none"}, "pillar", "has no pillar 'none'; use one of: know, share"),
        ({"supports": "1"}, "supports", "names itself"),
        ({"supports": "9"}, "supports", "has no activity '9'; use one of: 1, 2"),
        ({"supports": "2"}, None, ""),
    ],
)
def test_an_activity_stands_under_a_pillar_and_serves_another(
    values: dict[str, Any], keys: str | None, words: str
) -> None:
    """Each slip is told at its key, with what there is to choose from."""
    activity = {"title": "A", "pillar": "know", "approach": "A", "budget": BUDGET}
    plan = {
        "title": "A",
        "year": "2026",
        "standing": "draft",
        "basis": BASIS,
        "objective": "A",
        "summary": "A",
    }
    pillars = {id: {"title": "A", "theme": "A"} for id in ("know", "share")}
    own = {"1": {**activity, **values}, "2": activity}
    record = Plan.model_validate(
        {"id": "2026", **plan, "pillars": pillars, "activities": own, "sources": [SOURCE]}
    )
    told = found(record)
    assert [at for at, _ in told] == ([("activities", "1", keys)] if keys else [])
    assert all(words in message for _, message in told)
