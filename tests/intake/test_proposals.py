"""Each row of a questionnaire is new, changed, unchanged, doubtful or refused, and the report says so."""

from copy import copy

import pytest

from macros.catalogue import Catalogue
from macros.intake.decoding import Unreadable
from macros.intake.proposals import Intake, propose
from macros.intake.report import report_lines
from macros.intake.tables import read_table

from .questionnaires import Row, as_csv, row, rows

GARDENS = {
    "name": "School gardens",
    "kind": "Project",
    "summary": "Children plant a garden by each school.",
    "lead": "Institute of Pasture",
    "countries": "Sora",
    "areas": "Teaching",
    "starts": "2024",
    "ends": "2025",
    "received": "1 December 2025",
}


def _intake(catalogue: Catalogue, *said: Row, received: str = "") -> Intake:
    return propose(catalogue, read_table(as_csv(said)), received)


def _states(intake: Intake) -> list[str]:
    return [proposal.state for proposal in intake.proposals]


def test_the_report_says_what_each_row_would_do(catalogue: Catalogue) -> None:
    """How the file was read comes first, then each row, the new organizations and the sums."""
    intake = _intake(
        catalogue,
        row(lead="Reed Guild (Civil society)"),
        row(**{**GARDENS, "id": "school-gardens", "status": "Completed", "received": "2026-01-10"}),
        row(**GARDENS, id=None),
        row(name="Reed boats", areas="Plantin"),
        row(name="school gardens!", lead="Institute of Pasture"),
    )
    assert list(report_lines(intake)) == [
        "Read as CSV, UTF-8, separated by commas, 5 rows.",
        "row 2: new 'Reed roofs' -> data/projects/reed-roofs.yml",
        "row 3: changed 'School gardens' -> data/projects/school-gardens.yml",
        "    status: nothing -> completed",
        "    last_confirmed: 1 December 2025 -> 10 January 2026",
        "    questionnaire: 1 December 2025 pasture-institute -> 10 January 2026 pasture-institute",
        "row 4: doubtful 'School gardens': the same name and organization as row 3; keep one, or rename it",
        "row 5: refused 'Reed boats': 'Activity areas': 'Plantin' is not one of its words; "
        "did you mean 'Planting'?",
        "row 6: doubtful 'School gardens': the same name and organization as row 3; keep one, or rename it",
        "organization, new: Reed Guild (civil society) -> data/organizations/reed-guild.yml",
        "5 rows: 1 new, 1 changed, 0 unchanged, 2 doubtful, 1 refused.",
    ]
    assert not intake.acceptable


def test_what_the_register_has_already_is_unchanged(catalogue: Catalogue) -> None:
    """A row that says what an entry says needs no id, and writes nothing."""
    intake = _intake(catalogue, row(**GARDENS))
    assert (_states(intake), dict(intake.projects)) == (["unchanged"], {})


def test_the_same_name_and_organization_is_doubtful(catalogue: Catalogue) -> None:
    """A possible duplicate is told with its entry, and with both ways out of the doubt."""
    intake = _intake(catalogue, row(**{**GARDENS, "name": "SCHOOL  Gardens.", "summary": "Another."}))
    assert _states(intake) == ["doubtful"]
    assert intake.proposals[0].says == (
        "the same name and organization as 'school-gardens'; to correct that entry, write "
        "'school-gardens' under 'Register id'; if it is another, rename it",
    )
    assert _states(_intake(catalogue, row(**{**GARDENS, "lead": "Dune Network"}))) == ["new"]


def test_one_organization_in_common_is_enough_for_a_doubt(catalogue: Catalogue) -> None:
    """Whatever it does in the one or the other; who only reviews an entry does not take part in it."""
    led_by_another = {**GARDENS, "lead": "Dune Network", "partner": "Institute of Pasture"}
    assert _states(_intake(catalogue, row(**led_by_another))) == ["doubtful"]
    two = _intake(catalogue, row(partner="Reed Guild (academia)"), row(lead="Reed Guild"))
    assert _states(two) == ["new", "doubtful"]
    assert "the same name and organization as row 2" in two.proposals[1].says[0]
    reviewing = row(name='Hedge Belt "Altan" <3 km', lead="Institute of Pasture")
    assert _states(_intake(catalogue, reviewing)) == ["new"]


def test_the_name_of_an_entry_that_names_no_organization_is_doubtful(catalogue: Catalogue) -> None:
    """Nobody can tell whose it is, so anybody's row may be about it."""
    known = copy(catalogue)
    nobodys = catalogue.projects["school-gardens"].model_copy(update={"organizations": ()})
    known.projects = {**catalogue.projects, nobodys.id: nobodys}
    assert _states(_intake(known, row(**{**GARDENS, "lead": "Dune Network"}))) == ["doubtful"]


def test_a_new_project_without_an_english_name_gets_a_remark(catalogue: Catalogue) -> None:
    """It is taken, and the report says under its row what is to be done about its name."""
    intake = _intake(catalogue, row(name="苇草屋顶"), row(name="苇草 Reed"))
    assert _states(intake) == ["new", "new"]
    assert list(report_lines(intake))[1:4] == [
        "row 2: new '苇草屋顶' -> data/projects/wei-cao-wu-ding.yml",
        "    the name is not in English; give one in the record, and this one under its language",
        "row 3: new '苇草 Reed' -> data/projects/wei-cao-reed.yml",
    ]


def test_a_new_organization_gets_a_record_with_its_kind(catalogue: Catalogue) -> None:
    """Its kind stands in its column or in brackets, narrow or wide; named again, it is the same one."""
    intake = _intake(
        catalogue,
        row(lead="Reed Guild", lead_kind="Civil society", lead_website="https://example.org/reed"),
        row(
            name="Reed boats", lead="REED GUILD", partner="DN; 沙丘网络; 苇草学院（academia）; Ｒｅｅｄ guild"
        ),
        row(name="Reed mats", lead="苇草学院", implementing="Reed Guild (government)"),
    )
    assert _states(intake) == ["new", "new", "new"]
    found = [(id, str(o.name), o.kind, o.link) for id, o in intake.organizations.items()]
    assert found == [
        ("reed-guild", "Reed Guild", "civil society", "https://example.org/reed"),
        ("wei-cao-xue-yuan", "苇草学院", "academia", None),
    ]
    involved = [(i.organization, i.role) for i in intake.projects["reed-boats"].organizations]
    assert involved == [
        ("reed-guild", "lead"),
        ("dune-network", "partner"),
        ("wei-cao-xue-yuan", "partner"),
        ("reed-guild", "partner"),
    ]


def test_brackets_that_hold_no_kind_belong_to_the_name(catalogue: Catalogue) -> None:
    """An abbreviation behind a name is kept."""
    intake = _intake(catalogue, row(lead="Reed Guild (RG)", lead_kind="academia"))
    assert [str(o.name) for o in intake.organizations.values()] == ["Reed Guild (RG)"]


def test_an_organization_that_nobody_knows_is_told_with_what_to_do(catalogue: Catalogue) -> None:
    """A misspelt one gets the name that was meant, a new one the way to say its kind."""
    intake = _intake(catalogue, row(partner="Dune Netwrk"))
    (says,) = intake.proposals[0].says
    assert says == (
        "'Partner organizations': there is no organization 'Dune Netwrk' in the register; "
        "did you mean 'Dune Network'?; if it is new, say its kind behind the name, as in "
        "'Dune Netwrk (civil society)', one of: "
        "intergovernmental, government, civil society, academia, private sector"
    )


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("Hedge & Reed: Phase 2", "hedge-reed-phase-2"),
        ("沙漠化防治", "sha-mo-hua-fang-zhi"),
        ("사막화 방지", "samaghwa-bangji"),
        ("砂丘の草地", "sha-qiu-nocao-di"),
        ("Цөлжилтийг сааруулах", "tsolzhiltiig-saaruulakh"),
        ("ᠮᠣᠩᠭᠣᠯ", "monggol"),
        ("Hedge belt", "hedge-belt-2"),
        ("Hedge row", "hedge-row-2"),
        ("Index", "index-2"),
        ("Gaps", "gaps-2"),
    ],
)
def test_ids_are_made_from_names_in_every_script(catalogue: Catalogue, name: str, id: str) -> None:
    """They are letters of an address, free and never had by another, and no word of the site's own."""
    assert list(_intake(catalogue, row(name=name)).projects) == [id]


def test_equal_names_of_two_organizations_are_two_projects(catalogue: Catalogue) -> None:
    """The second gets an id of its own."""
    intake = _intake(catalogue, row(), row(lead="Institute of Pasture"))
    assert list(intake.projects) == ["reed-roofs", "reed-roofs-2"]


def test_a_row_without_a_date_takes_the_one_of_the_command(catalogue: Catalogue) -> None:
    """A row's own date comes first; a date of the command that is none is told once."""
    intake = _intake(catalogue, row(received=None), row(name="B"), received="7.3.2026")
    said = [str(project.last_confirmed) for project in intake.projects.values()]
    assert said == ["7 March 2026", "10 January 2026"]
    with pytest.raises(Unreadable, match=r"^--received 'soon' is not a date; write one such as 2026-03-07$"):
        _intake(catalogue, row(), row(name="B"), received="soon")


def test_headings_without_rows_are_told(catalogue: Catalogue) -> None:
    """A questionnaire that came back empty is no 'all in order'."""
    with pytest.raises(Unreadable, match=r"headings and no rows"):
        _intake(catalogue)


@pytest.mark.parametrize("script", ["latin", "chinese", "japanese", "korean", "cyrillic", "mongolian"])
def test_generated_rows_say_what_becomes_of_them(catalogue: Catalogue, script: str) -> None:
    """Each of forty rows becomes a project with the row's own words, and every column is used."""
    said = rows(40, script)
    intake = _intake(catalogue, *said)
    assert _states(intake) == ["new"] * 40
    projects = intake.projects.values()
    assert [str(project.name) for project in projects] == [each["Project name"] for each in said]
    assert [str(project.summary) for project in projects] == [each["Summary"] for each in said]
    assert len(intake.organizations) == 4
    assert {key for each in said for key, value in each.items() if value} == {*said[0]}
