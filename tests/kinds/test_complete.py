"""Every table that knows kinds of record knows all of them, or a sentence says which it lacks."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from macros.catalogue.kinds import ANNOUNCED, KINDS, PAGED
from macros.emitters.cards.dress import KINDS as DESIGNS
from macros.emitters.structured.things import THINGS
from macros.views.kinds import PAGES

from .complete import lacks, unknown_names

STUDIES = PAGED["studies"]
FORGOTTEN: list[tuple[Callable[[pytest.MonkeyPatch], None], str]] = [
    (
        lambda patch: patch.delitem(KINDS, "areas"),
        "catalogue/kinds.py does not collect records/area.py, the kind 'areas'",
    ),
    (
        lambda patch: patch.setitem(PAGED, "studies", replace(STUDIES, folder="register")),
        "two kinds have the folder 'register': give one of them another",
    ),
    (
        lambda patch: patch.setitem(PAGED, "studies", replace(STUDIES, link="event_link")),
        "two kinds have the call 'event_link': give one of them another",
    ),
    (
        lambda patch: patch.setitem(ANNOUNCED, "studies", replace(ANNOUNCED["studies"], feed="events")),
        "two kinds have the feed 'events': give one of them another",
    ),
    (
        lambda patch: patch.delitem(PAGES, "studies"),
        "views/kinds.py has no page for the kind 'studies': add a row, or take page=OwnPage(...) out",
    ),
    (
        lambda patch: patch.setitem(PAGES, "facts", PAGES["topics"]),
        "views/kinds.py shows 'facts', which has no page: give it page=OwnPage(...) or take it out",
    ),
    (
        lambda patch: patch.setitem(PAGES, "plans", replace(PAGES["plans"], list=PAGES["topics"].list)),
        "views/kinds.py and records disagree on a list of 'plans': give call and list, or neither",
    ),
    (
        lambda patch: patch.delitem(THINGS, "studies"),
        "emitters/structured/things.py has nothing for the kind 'studies': add a row, or the word of "
        "schema.org for one: thing='CreativeWork'",
    ),
    (
        lambda patch: patch.setitem(PAGED, "studies", replace(STUDIES, link="survey_link")),
        "calls/ has no call survey_link() for the kind 'studies'",
    ),
    (
        lambda patch: patch.setitem(
            PAGED, "studies", replace(STUDIES, card=replace(STUDIES.card, design="book"))
        ),
        f"cards have no design 'book' for the kind 'studies': use one of {', '.join(DESIGNS)}",
    ),
    (
        lambda patch: patch.setitem(PAGED, "studies", replace(STUDIES, apart=STUDIES.apart[1:])),
        "records of 'countries' linked with one of 'studies' stand nowhere on its page: name 'countries' "
        "there in related or apart, or say below=('studies',) in its own module",
    ),
    (
        lambda patch: patch.setitem(PAGED, "studies", replace(STUDIES, apart=(*STUDIES.apart, "areas"))),
        "'studies' shows records of 'areas', and neither can name the other: take it out",
    ),
    (
        lambda patch: patch.setitem(KINDS, "facts", replace(KINDS["facts"], anchor="")),
        "the kind 'facts' stands nowhere, or twice: give it page=OwnPage(...), or the anchor where it stands",
    ),
    (
        lambda patch: patch.delitem(ANNOUNCED, "plans"),
        "records/announcement.py names 'plans' in About: give the kind said=Said(...), or take it out",
    ),
    (
        lambda patch: patch.setitem(KINDS, "topics", replace(KINDS["topics"], said=ANNOUNCED["plans"])),
        "records/announcement.py has no key for the kind 'topics' in About: add one, or take said=Said(...) "
        "out",
    ),
    (
        lambda patch: patch.setitem(
            KINDS, "plans", replace(KINDS["plans"], said=replace(ANNOUNCED["plans"], feed="schemes"))
        ),
        "there is no feed 'schemes' for the kind 'plans': give it a purpose, or name one that there is",
    ),
    (
        lambda patch: patch.setitem(KINDS, "facts", replace(KINDS["facts"], datasets=("figures",))),
        "there is no set of open data 'figures', which the kind 'facts' names",
    ),
    (
        lambda patch: patch.setitem(KINDS, "facts", replace(KINDS["facts"], datasets=())),
        "no kind says that the set of open data 'facts' is of its records: add it to datasets",
    ),
]


def test_no_table_lacks_a_kind() -> None:
    """Pages, lists, calls, cards, feeds, structured data, schemas, sample and guide know every kind."""
    assert lacks() == []


def test_every_kind_that_a_kind_speaks_of_is_one() -> None:
    """A slip in the name of a kind would leave its records off a page."""
    assert unknown_names() == []


@pytest.mark.parametrize(("forget", "told"), FORGOTTEN, ids=[told for _, told in FORGOTTEN])
def test_what_is_forgotten_is_told_in_a_sentence(
    forget: Callable[[pytest.MonkeyPatch], None], told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever forgets a row reads which table lacks it, and what to do."""
    forget(monkeypatch)
    assert told in lacks()


def test_files_that_do_not_know_a_kind_are_told_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """A kind without its schema, its sample or its part of the guide is not done."""
    monkeypatch.setitem(
        KINDS, "oases", replace(KINDS["areas"], name="oases", noun="oasis", layout="many a file")
    )
    assert lacks() == [
        "data/schemas/ has no schema of the kind 'oases': run make schema",
        "tests/sample_data has no record of the kind 'oases': add one",
        "EDITING.md does not speak of the kind 'oases': add a page on how to write one",
    ]


def test_a_name_of_no_kind_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is related with a kind that there is not would be shown nowhere."""
    monkeypatch.setitem(PAGED, "studies", replace(STUDIES, below=("oases",)))
    assert unknown_names() == ["oases"]
