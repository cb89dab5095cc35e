"""A row that names its entry corrects it or confirms it anew, unless there is reason for doubt."""

from copy import copy

import pytest

from macros.catalogue import Catalogue
from macros.intake.merging import merged
from macros.intake.proposals import Intake, propose
from macros.intake.report import report_lines
from macros.intake.tables import read_table

from .questionnaires import HEADINGS, Row, as_csv, row

BELT: dict[str, object] = {"id": "hedge-belt", "lead": "Dune Network", "name": 'Hedge Belt "Altan" <3 km'}
GARDENS = {"id": "school-gardens", "lead": "Institute of Pasture", "name": "School gardens"}


def _intake(catalogue: Catalogue, *said: Row) -> Intake:
    """Return what rows do once a person has accepted what is doubtful in them."""
    return propose(catalogue, read_table(as_csv(said)), accepted=("hedge-belt", "school-gardens"))


def _named(catalogue: Catalogue, *said: dict[str, str], received: str = "") -> Intake:
    """Return what rows with the columns of the first do, whichever these are, once they are accepted."""
    order = [HEADINGS[key] for key in said[0]]
    named = [{HEADINGS[key]: value for key, value in answers.items()} for answers in said]
    table = read_table(as_csv(named, order=order))
    return propose(catalogue, table, received, accepted=("hedge-belt", "school-gardens"))


def _states(intake: Intake) -> list[str]:
    return [proposal.state for proposal in intake.proposals]


def test_a_row_that_names_its_entry_confirms_it_by_its_date_alone(catalogue: Catalogue) -> None:
    """Neither another cell nor another column is needed, and nothing else of the entry changes."""
    intake = _named(catalogue, {"id": "hedge-belt", "received": "2026-01-10"})
    assert list(report_lines(intake))[3:-1] == [
        "row 2: changed 'Hedge Belt \"Altan\" <3 km' -> data/projects/hedge-belt.yml",
        "    last_confirmed: March 2024 -> 10 January 2026",
        "    questionnaire: nothing -> 10 January 2026",
    ]
    empty = row(**dict.fromkeys(("name", "summary", "lead", "countries", "areas")), id="hedge-belt")
    assert _intake(catalogue, empty).projects == intake.projects
    dated = _named(catalogue, {"id": "hedge-belt", "status": ""}, received="10 January 2026")
    assert dated.projects == intake.projects


@pytest.mark.parametrize("id", ["hedge-row", "belt-of-old"])
def test_an_id_that_an_entry_had_before_still_names_it(catalogue: Catalogue, id: str) -> None:
    """A questionnaire from before the renaming corrects the entry, whichever place says so: file or table."""
    catalogue = copy(catalogue)
    catalogue.moves = {"register/belt-of-old/": "register/hedge-belt/"}
    former, now = ({"id": named, "received": "2026-01-10"} for named in (id, "hedge-belt"))
    assert _named(catalogue, former).projects == _named(catalogue, now).projects
    assert _states(_named(catalogue, former, now)) == ["changed", "refused"]


def test_a_row_without_an_id_needs_what_it_needs(catalogue: Catalogue) -> None:
    """Beside rows that name their entries, one that does not is told of each column that it lacks."""
    intake = _named(
        catalogue,
        {"id": "hedge-belt", "name": "Belt", "summary": "Hedges.", "received": "2026-01-10"},
        {"id": "", "name": "Reed roofs", "summary": "Roofs.", "received": "2026-01-10"},
    )
    assert _states(intake) == ["changed", "refused"]
    assert intake.proposals[1].says == (
        "'Lead organization': is empty; fill it in",
        "'Countries': is empty; fill it in",
        "'Activity areas': is empty; fill it in",
    )


@pytest.mark.parametrize(
    ("id", "words"),
    [
        ("hedge-bel", "the register has no project 'hedge-bel'; did you mean 'hedge-belt'?"),
        ("99", "the register has no project '99'; leave it empty for a new project"),
    ],
)
def test_an_unknown_id_is_the_only_thing_told_of_its_row(catalogue: Catalogue, id: str, words: str) -> None:
    """What else is wrong depends on which entry was meant."""
    intake = _intake(catalogue, row(id=id, countries="Nowhere", areas=None, lead="Nobody", received="soon"))
    assert (_states(intake), intake.proposals[0].says) == (["refused"], (f"'Register id': {words}",))
    assert not intake.organizations


def test_an_id_twice_in_a_file_is_refused(catalogue: Catalogue) -> None:
    """The second row is told where the first stands; the address of an entry serves as its id."""
    address = "https://example.org/register/hedge-belt/"
    intake = _intake(catalogue, row(**BELT), row(**{**BELT, "id": address, "name": "Other"}))
    assert _states(intake) == ["changed", "refused"]
    assert intake.proposals[1].says == ("'Register id': row 2 has it too; keep one of them",)


def test_every_change_is_told_with_the_old_words_and_the_new(catalogue: Catalogue) -> None:
    """One line for each key; long words that begin alike are shown from where they part."""
    old = str(catalogue.projects["school-gardens"].summary)
    said = row(
        **GARDENS,
        summary=f"{old} Sheep graze beside it.",
        countries="Sora",
        status="Completed",
        places="Reed Lake",
        latitude="44.5",
        longitude="104",
        seeks="Data; Funding",
        seeks_note="Of reeds.",
    )
    assert _intake(catalogue, said).proposals[0].changes == (
        "summary: …by each school. -> …by each school. Sheep graze beside it.",
        "status: nothing -> completed",
        "places: nothing -> Reed Lake sora 44.5 104 approximate",
        "seeks: nothing -> data Of reeds., funding Of reeds.",
        "last_confirmed: 1 December 2025 -> 10 January 2026",
        "questionnaire: 1 December 2025 pasture-institute -> 10 January 2026 pasture-institute",
    )


@pytest.mark.parametrize("day", ["1 December 2025", "2025-12-01", "2025/12/1", "2025年12月1日", "1.12.2025"])
def test_an_answer_of_the_same_day_confirms_nothing_anew(catalogue: Catalogue, day: str) -> None:
    """In whatever form the day is written, who answered then is kept."""
    assert _states(_named(catalogue, {"id": "school-gardens", "received": day})) == ["unchanged"]
    status = _named(catalogue, {"id": "school-gardens", "status": "Completed", "received": day})
    assert status.proposals[0].changes == ("status: nothing -> completed",)


def test_a_newer_answer_confirms_its_entry_anew(catalogue: Catalogue) -> None:
    """The entry then says when it was confirmed, and by whom."""
    newer = _intake(catalogue, row(**BELT)).projects["hedge-belt"]
    assert newer.questionnaire
    assert (str(newer.last_confirmed), newer.questionnaire.answered_by) == ("10 January 2026", "dune-network")


def test_a_correction_may_not_become_another_entry(catalogue: Catalogue) -> None:
    """A corrected name that is another's, with an organization in common, is doubtful."""
    said = {**BELT, "name": "SCHOOL gardens", "partner": "Institute of Pasture"}
    intake = _intake(catalogue, row(**said))
    assert _states(intake) == ["doubtful"]
    assert intake.proposals[0].says == (
        "the same name and organization as 'school-gardens', which is another entry; rename one of them",
    )


def test_a_correction_keeps_what_staff_added(catalogue: Catalogue) -> None:
    """Translations, sources, links, other roles and notes stay where the row says no more of them."""
    old = catalogue.projects["hedge-belt"]
    said = row(
        **BELT, places="West dune; East dune", seeks="Partners; Data", website="https://example.org/new"
    )
    new = _intake(catalogue, said).projects["hedge-belt"]
    same = ("name", "kind", "status", "period", "organizations", "places", "topics", "offers", "events")
    for field in (*same, "studies", "documents", "related", "sources", "supported_by"):
        assert getattr(new, field) == getattr(old, field), field
    assert [(need.what, need.note) for need in new.seeks] == [("partners", old.seeks[1].note), ("data", None)]
    assert new.links[0] == old.links[0]
    assert [link.url for link in new.links[1:]] == ["https://example.org/new"]
    assert (new.countries, str(new.summary)) == (("altan",), "Roofs of reed, and what they hold.")


def test_a_corrected_point_loses_the_note_of_the_old_one(catalogue: Catalogue) -> None:
    """Where the old point came from is not where the new one does, and the report says what is gone."""
    said = {"id": "hedge-belt", "places": "East dune", "longitude": "105.1", "received": "2026-01-10"}
    dropped = "note dropped: East dune: The middle of the dune, by an atlas."
    same, moved = (_named(catalogue, {**said, "latitude": north}) for north in ("44.90", "45"))
    assert same.projects["hedge-belt"].places == catalogue.projects["hedge-belt"].places[1:]
    assert dropped not in same.proposals[0].changes
    assert moved.projects["hedge-belt"].places[0].note is None
    assert dropped in moved.proposals[0].changes


def test_a_role_that_a_row_answers_is_replaced(catalogue: Catalogue) -> None:
    """The lead that a row names takes the place of the old one; the reviewing body stays."""
    said = {**BELT, "lead": "Institute of Pasture", "partner": "Dune Network"}
    new = _intake(catalogue, row(**said)).projects["hedge-belt"]
    assert [(i.organization, i.role) for i in new.organizations] == [
        ("pasture-institute", "reviewing"),
        ("pasture-institute", "lead"),
        ("dune-network", "partner"),
    ]


def test_who_led_and_now_implements_does_no_longer_lead(catalogue: Catalogue) -> None:
    """By a correction, who carries a project out stands in one of both roles, not in both."""
    new = _named(catalogue, {"id": "hedge-belt", "implementing": "DN", "received": "2026-01-10"})
    assert [(i.organization, i.role) for i in new.projects["hedge-belt"].organizations] == [
        ("pasture-institute", "reviewing"),
        ("dune-network", "implementing"),
    ]


def test_a_website_takes_the_place_of_the_last_website(catalogue: Catalogue) -> None:
    """A second answer about the website leaves one website beside the links that staff added."""
    project = _intake(catalogue, row(**BELT, website="https://example.org/one")).projects["hedge-belt"]
    two = {"label": "Website", "url": "https://example.org/two"}
    links = merged(project, {"links": [two], "last_confirmed": "2026-02-01"})["links"]
    assert links == [catalogue.projects["hedge-belt"].links[0], two]
