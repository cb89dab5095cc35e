"""Each row of a questionnaire is new, changed, unchanged, doubtful or refused, and the report says so."""

import pytest

from macros.catalogue import Catalogue
from macros.intake.decoding import Unreadable
from macros.intake.merging import merged
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
BELT: dict[str, object] = {"id": "hedge-belt", "lead": "Dune Network", "name": 'Hedge Belt "Altan" <3 km'}


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
        "row 3: changed 'School gardens': status, last_confirmed, questionnaire "
        "-> data/projects/school-gardens.yml",
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


def test_a_correction_may_not_become_another_entry(catalogue: Catalogue) -> None:
    """A corrected name that is another's with the same organization is doubtful."""
    intake = _intake(catalogue, row(**{**GARDENS, "id": "hedge-belt", "countries": "Altan; Sora"}))
    assert _states(intake) == ["doubtful"]
    assert "which is another entry" in intake.proposals[0].says[0]


def test_an_id_twice_in_a_file_is_refused(catalogue: Catalogue) -> None:
    """The second row is told where the first stands; the address of an entry serves as its id."""
    address = "https://example.org/register/hedge-belt/"
    intake = _intake(catalogue, row(**BELT), row(**{**BELT, "id": address, "name": "Other"}))
    assert _states(intake) == ["changed", "refused"]
    assert intake.proposals[1].says == ("'Register id': row 2 has it too; keep one of them",)


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


def test_a_role_that_a_row_answers_is_replaced(catalogue: Catalogue) -> None:
    """The lead that a row names takes the place of the old one; the reviewing body stays."""
    new = _intake(catalogue, row(**{**BELT, "lead": "Institute of Pasture"})).projects["hedge-belt"]
    assert [(i.organization, i.role) for i in new.organizations] == [
        ("pasture-institute", "reviewing"),
        ("pasture-institute", "lead"),
    ]


def test_a_website_takes_the_place_of_the_last_website(catalogue: Catalogue) -> None:
    """A second answer about the website leaves one website beside the links that staff added."""
    project = _intake(catalogue, row(**BELT, website="https://example.org/one")).projects["hedge-belt"]
    two = {"label": "Website", "url": "https://example.org/two"}
    links = merged(project, {"links": [two], "last_confirmed": "2026-02-01"})["links"]
    assert links == [catalogue.projects["hedge-belt"].links[0], two]


def test_an_older_answer_confirms_nothing_anew(catalogue: Catalogue) -> None:
    """What it says is taken, and the day of the last confirmation stays."""
    new = _intake(catalogue, row(**BELT, received="2 March 2020")).projects["hedge-belt"]
    assert (str(new.last_confirmed), new.questionnaire) == ("March 2024", None)
    newer = _intake(catalogue, row(**BELT)).projects["hedge-belt"]
    assert newer.questionnaire
    assert (str(newer.last_confirmed), newer.questionnaire.answered_by) == ("10 January 2026", "dune-network")


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
        ("Index", "index-2"),
        ("Gaps", "gaps-2"),
    ],
)
def test_ids_are_made_from_names_in_every_script(catalogue: Catalogue, name: str, id: str) -> None:
    """They are letters of an address, free, and no word that the site uses itself."""
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
