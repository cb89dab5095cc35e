"""A correction that may be a stranger's, or that makes another entry of an entry, waits for a person."""

from copy import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.catalogue import Catalogue
from macros.intake.proposals import Intake, Proposal, propose
from macros.intake.report import report_lines
from macros.intake.tables import read_table

from .questionnaires import HEADINGS, as_csv

BELT = {"id": "hedge-belt", "lead": "Dune Network", "received": "2026-01-10"}
GARDENS = {"id": "school-gardens", "lead": "Institute of Pasture", "received": "2026-01-10"}
ACCEPT = "to take it as it is, add --accept"


def _intake(catalogue: Catalogue, *said: dict[str, str], accepted: tuple[str, ...] = ()) -> Intake:
    """Return what rows do that answer the questions given alone."""
    keys = dict.fromkeys(key for answers in said for key in answers)
    rows = [{HEADINGS[key]: value for key, value in answers.items()} for answers in said]
    table = read_table(as_csv(rows, order=[HEADINGS[key] for key in keys]))
    return propose(catalogue, table, accepted=accepted)


def _one(catalogue: Catalogue, said: dict[str, str], accepted: tuple[str, ...] = ()) -> Proposal:
    (proposal,) = _intake(catalogue, said, accepted=accepted).proposals
    return proposal


def _of_nobody(catalogue: Catalogue) -> Catalogue:
    """Return a catalogue in which an entry names no organization."""
    known = copy(catalogue)
    nobodys = catalogue.projects["school-gardens"].model_copy(update={"organizations": ()})
    known.projects = {**catalogue.projects, nobodys.id: nobodys}
    return known


@pytest.mark.parametrize(
    ("said", "doubts"),
    [
        ({**BELT, "name": "Palm oil"}, ["it renames the entry"]),
        ({**BELT, "name": "알탄 울타리 띠"}, ["it renames the entry"]),
        ({**BELT, "summary": "Buy our seeds."}, ["it replaces the summary"]),
        ({**BELT, "partner": "Institute of Pasture"}, ["it changes who takes part"]),
        ({**BELT, "lead": "Institute of Pasture", "partner": "DN"}, ["it changes who takes part"]),
        ({**GARDENS, "countries": "Altan"}, ["it takes countries away: sora"]),
        ({**BELT, "places": "East dune"}, ["it takes places away: West dune"]),
        (
            {**GARDENS, "name": "Seeds", "summary": "Buy.", "countries": "Altan"},
            ["it renames the entry", "it replaces the summary", "it takes countries away: sora"],
        ),
        (
            {"id": "hedge-belt", "received": "2026-01-10", "status": "Completed"},
            ["the row does not say who answers, and the entry is of dune-network"],
        ),
    ],
)
def test_what_makes_another_entry_of_it_is_doubtful_until_it_is_accepted(
    catalogue: Catalogue, said: dict[str, str], doubts: list[str]
) -> None:
    """Each reason is told, and how to take the row by name; the report then says what was doubtful."""
    waiting = _intake(catalogue, said)
    assert (waiting.proposals[0].state, dict(waiting.projects)) == ("doubtful", {})
    assert waiting.proposals[0].says == (*doubts, f"{ACCEPT} {said['id']}")
    taken = _intake(catalogue, said, accepted=(said["id"],))
    assert (taken.proposals[0].state, [*taken.projects]) == ("changed", [said["id"]])
    assert taken.proposals[0].says == tuple(f"accepted: {doubt}" for doubt in doubts)
    assert taken.proposals[0].changes == waiting.proposals[0].changes
    assert _one(catalogue, said, ("school-gardens", "hedge-row")).state == "changed"


@pytest.mark.parametrize(
    "more",
    [
        {"status": "Completed"},
        {"summary": "Children plant a garden by each school, and sell its fruit."},
        {"topics": "Pasture", "seeks": "Data", "ends": "2027"},
        {"countries": "Sora; Altan"},
        {"places": "Reed Lake"},
        {"website": "https://example.org/gardens"},
    ],
)
def test_what_adds_to_an_entry_in_the_name_of_its_own_people_is_taken(
    catalogue: Catalogue, more: dict[str, str]
) -> None:
    """Their answer of every year goes in without a question."""
    assert _one(catalogue, {**GARDENS, **more}).state == "changed"


def test_an_entry_of_nobody_is_anybodys_and_so_doubtful(catalogue: Catalogue) -> None:
    """Whoever corrects it, a person has to know; its confirmation alone changes nothing of it."""
    known = _of_nobody(catalogue)
    nobody = "the entry names no organization, so nobody can tell whose answer this is"
    assert _one(known, {**GARDENS, "lead": "Dune Network"}).says == (
        nobody,
        "it changes who takes part",
        f"{ACCEPT} school-gardens",
    )
    status = {"id": "school-gardens", "received": "2026-01-10", "status": "Completed"}
    assert _one(known, status).says == (nobody, f"{ACCEPT} school-gardens")
    assert _one(known, {"id": "school-gardens", "received": "2026-01-10"}).state == "changed"


@pytest.mark.parametrize("others", ["Institute of Pasture", "Reed Guild (academia)"])
def test_an_answer_of_other_organizations_is_doubtful(catalogue: Catalogue, others: str) -> None:
    """Whoever only reviews an entry is another too; staff write down that it has changed hands."""
    intake = _intake(catalogue, {**BELT, "lead": others})
    assert (intake.proposals[0].state, dict(intake.projects), dict(intake.organizations)) == (
        "doubtful",
        {},
        {},
    )
    assert intake.proposals[0].says[0] == (
        "the entry is of dune-network; if it has changed hands, write so in "
        "data/projects/hedge-belt.yml first"
    )


def test_another_respondent_than_last_time_is_doubtful(catalogue: Catalogue) -> None:
    """One partner's questionnaire may not pass for that of the other who answered before."""
    known = copy(catalogue)
    gardens = _intake(catalogue, {**GARDENS, "partner": "Dune Network"}, accepted=("school-gardens",))
    known.projects = {**catalogue.projects, **gardens.projects}
    theirs = {"id": "school-gardens", "partner": "Dune Network", "status": "Completed"}
    theirs["received"] = "2026-02-01"
    assert _one(known, theirs).says == (
        "the last answer was of pasture-institute, and this one is of dune-network",
        f"{ACCEPT} school-gardens",
    )


def test_another_website_is_doubtful(catalogue: Catalogue) -> None:
    """A link that readers follow does not change in silence."""
    known = copy(catalogue)
    first = _intake(catalogue, {**GARDENS, "website": "https://example.org/a"})
    known.projects = {**catalogue.projects, **first.projects}
    assert _one(known, {**GARDENS, "website": "https://example.com/a", "received": "2026-02-01"}).says == (
        "it leads to another website",
        f"{ACCEPT} school-gardens",
    )


@pytest.mark.parametrize(
    ("id", "lead", "day", "confirmed"),
    [
        ("hedge-belt", "DN", "2 March 2020", "March 2024"),
        ("hedge-belt", "DN", "February 2024", "March 2024"),
        ("school-gardens", "Institute of Pasture", "2025-11-30", "1 December 2025"),
        ("school-gardens", "Institute of Pasture", "2025", "1 December 2025"),
    ],
)
def test_an_answer_older_than_the_entry_is_doubtful(
    catalogue: Catalogue, id: str, lead: str, day: str, confirmed: str
) -> None:
    """What was true then may be so no more; where it says what the entry says, nothing changes."""
    said = {"id": id, "lead": lead, "received": day}
    assert _one(catalogue, {**said, "status": "Suspended"}).says == (
        f"the answer is of {day}, and the entry was confirmed on {confirmed}; "
        "take the row out, or correct its date",
        f"{ACCEPT} {id}",
    )
    assert _one(catalogue, said).state == "unchanged"


def test_the_report_shows_what_would_be_accepted(catalogue: Catalogue) -> None:
    """Under a doubtful row stands what it changes; an id for which there is no doubt gets a note."""
    intake = _intake(catalogue, {**BELT, "name": "Palm oil"}, GARDENS, accepted=("school-gardens", "x"))
    assert list(report_lines(intake))[1:] == [
        "note: no row that corrects 'school-gardens' is doubtful, so --accept school-gardens does nothing",
        "note: no row that corrects 'x' is doubtful, so --accept x does nothing",
        f"row 2: doubtful 'Palm oil': it renames the entry; {ACCEPT} hedge-belt",
        '    name: Hedge Belt "Altan" <3 km -> Palm oil',
        "    last_confirmed: March 2024 -> 10 January 2026",
        "    questionnaire: nothing -> 10 January 2026 dune-network",
        "row 3: changed 'School gardens' -> data/projects/school-gardens.yml",
        "    last_confirmed: 1 December 2025 -> 10 January 2026",
        "    questionnaire: 1 December 2025 pasture-institute -> 10 January 2026 pasture-institute",
        "2 rows: 0 new, 1 changed, 0 unchanged, 1 doubtful, 0 refused.",
    ]


def test_a_name_that_is_anothers_is_not_accepted(catalogue: Catalogue) -> None:
    """Two entries of one name and organization stay in doubt, whoever says otherwise."""
    said = {**BELT, "name": "School gardens", "partner": "Institute of Pasture"}
    assert _one(catalogue, said, ("hedge-belt",)).state == "doubtful"


STRANGERS: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {"id": st.sampled_from(["hedge-belt", "hedge-row", "school-gardens"]), "received": st.just("2026-01-10")},
    optional={
        "name": st.sampled_from(["Palm oil", "School gardens", "Hedge Belt"]),
        "summary": st.sampled_from(["Buy our seeds.", "Children plant a garden by each school."]),
        "lead": st.sampled_from(["Dune Network", "Institute of Pasture", "Evil Guild (academia)"]),
        "partner": st.sampled_from(["Dune Network", "Institute of Pasture", "Evil Guild (academia)"]),
        "countries": st.sampled_from(["Altan", "Sora", "Altan; Sora"]),
        "status": st.sampled_from(["Completed", "Suspended"]),
        "places": st.sampled_from(["East dune", "Far off"]),
        "website": st.just("https://example.com/"),
    },
)


@given(STRANGERS)
def test_no_row_rewrites_an_entry_by_itself(catalogue: Catalogue, said: dict[str, Any]) -> None:
    """Whatever a row says, its entry keeps its name, people, countries and places until a person accepts."""
    intake = _intake(catalogue, said)
    for id, new in intake.projects.items():
        old = catalogue.projects[id]
        assert (str(new.name), new.organizations) == (str(old.name), old.organizations)
        assert {*old.countries} <= {*new.countries}
        assert {str(p.name) for p in old.places} <= {str(p.name) for p in new.places}
        assert {link.url for link in old.links} <= {link.url for link in new.links}
