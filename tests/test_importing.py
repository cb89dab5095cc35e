"""The command that imports questionnaires: nothing before it is accepted, then all or none, and once."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.__main__ import main
from macros.catalogue.reading.plain import plain_values
from macros.emitters.record_files import encode_record
from macros.importing import read_questionnaire
from macros.records.project import Project
from macros.releases.loading import load_catalogue
from macros.settings import Folders

from .copies import copied
from .intake.questionnaires import ENCODINGS, HEADINGS, Row, as_csv, as_xlsx, order_of, row, rows

TRAPS = [
    *("{{ 7*7 }}", "{% raw %}", "{# note #}", "=1+1", "@SUM(A1)", "+1", "-1", "NO", "null", "~", "10:00"),
    *("2015-01-01", "0x1F", "1e3", "a # b", " - a", "- a", "? a", "a: b", "'a'", '"a"', "\\n", "---"),
    *("a\n\nb", "a\n  b\n", "*a", "&a", "!a", "|", ">-", "%a", "`a", "[a", "{a", "a\u2028b", "é漢🐪"),
    *("“a”", "‘a’"),
]
TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Co"]), min_size=1, max_size=200)
ODD = st.text(" \n#:-'\"\\{}[]&*!|>%@`,?~=ab\u00a0\u2029é漢", min_size=1, max_size=120)
Tree = dict[str, bytes]


@pytest.fixture
def project(tmp_path: Path, sample: Folders) -> Folders:
    """Return a copy of the sample project that a test may change."""
    return copied(sample, tmp_path / "project")


def test_a_questionnaire_is_told_first_and_written_when_it_is_accepted(
    project: Folders, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without --write not a byte changes; with it there is a file for each record, and the check is clean."""
    before, said = _tree(project), [row(lead="Reed Guild (academia)"), row(name="Reed boats")]
    assert _import(project, as_csv(said)) == 0
    assert "Nothing was written yet; the same command with --write does it." in capsys.readouterr().out
    assert _tree(project) == before
    assert _import(project, as_csv(said), "--write") == 0
    new = ["organizations/reed-guild.yml", "projects/reed-boats.yml", "projects/reed-roofs.yml"]
    after = _tree(project)
    assert sorted(set(after) - set(before)) == [f"data/{name}" for name in new]
    assert {name: after[name] for name in before} == before
    assert _checks_clean(project)


@pytest.mark.parametrize(("script", "encoding"), ENCODINGS.items())
def test_200_rows_in_each_encoding_go_in_once(
    project: Folders, script: str, encoding: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each row becomes a file; the same rows again change nothing, whatever form the file has by then."""
    said = rows(200, script)
    assert _import(project, as_csv(said, encoding), "--write") == 0
    assert "200 rows: 200 new, 0 changed, 0 unchanged, 0 doubtful, 0 refused." in capsys.readouterr().out
    assert _checks_clean(project)
    after = _tree(project)
    again = {
        "again.csv": as_csv(said, encoding),
        "shuffled.csv": as_csv(said[::-1], "utf-8-sig", ";", order_of(2)),
        "tabs.txt": as_csv(said, "utf-16", "\t", order_of(3)),
        "book.xlsx": as_xlsx(said, order_of(4)),
    }
    for name, content in again.items():
        assert _import(project, content, "--write", name=name) == 0
        told = capsys.readouterr().out
        assert "200 rows: 0 new, 0 changed, 200 unchanged, 0 doubtful, 0 refused." in told, name
        assert "The register has all of it already." in told
        assert _tree(project) == after, name


@pytest.mark.parametrize("script", ENCODINGS)
def test_what_was_proposed_is_what_is_read_back(project: Folders, tmp_path: Path, script: str) -> None:
    """The records in the files equal those that the report spoke of."""
    content = as_xlsx(rows(200, script))
    file = tmp_path / "book.xlsx"
    file.write_bytes(content)
    intake = read_questionnaire(load_catalogue(project.data), file, None, "")
    assert _import(project, content, "--write") == 0
    catalogue = load_catalogue(project.data)
    assert {id: catalogue.projects[id] for id in intake.projects} == intake.projects
    assert {id: catalogue.organizations[id] for id in intake.organizations} == intake.organizations


@pytest.mark.parametrize(
    ("bad", "words"),
    [
        (row(name="Bad", countries="Nowhere"), "row 5: refused 'Bad': 'Countries': 'Nowhere'"),
        (row(name="School gardens", lead="Institute of Pasture"), "row 5: doubtful 'School gardens'"),
        (row(name="Bad", received="2090-01-01"), "is still to come; give the day on which it was last"),
    ],
)
def test_one_row_that_cannot_be_taken_stops_all(
    project: Folders, bad: Row, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A row that is refused, doubtful, or out of order with the register keeps the others out too."""
    before = _tree(project)
    assert _import(project, as_csv([*rows(3), bad, row()]), "--write") == 1
    assert words in capsys.readouterr().out
    assert _tree(project) == before


def test_a_doubtful_correction_is_written_once_it_is_accepted_by_name(
    project: Folders, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each is named for itself: while another one waits, nothing is written."""
    gardens = row(id="school-gardens", lead="Institute of Pasture", name="Gardens", countries="Sora")
    belt = row(id="hedge-belt", name="Hedge belt")
    content, before = as_csv([gardens, belt]), _tree(project)
    for accepted in ((), ("--accept", "hedge-belt"), ("--accept", "school-gardens")):
        assert _import(project, content, "--write", *accepted) == 1
        assert "to take it as it is, add --accept" in capsys.readouterr().out
        assert _tree(project) == before
    both = ("--accept", "hedge-belt", "--accept", "school-gardens")
    assert _import(project, content, "--write", *both) == 0
    assert "    accepted: it renames the entry\n" in capsys.readouterr().out
    assert _checks_clean(project)
    assert str(load_catalogue(project.data).projects["school-gardens"].name) == "Gardens"


@pytest.mark.parametrize(
    ("key", "address"),
    [
        ("website", "https://www.unccd.int@evil.example/"),
        ("lead_website", "https://www.unccd.int@evil.example/"),
        ("website", "mailto:a@example.org?subject=x"),
        ("lead_website", "JaVaScript:alert(1)"),
        ("website", "https://example.org/%0a"),
    ],
)
def test_an_address_that_misleads_is_refused_under_its_column(
    project: Folders, capsys: pytest.CaptureFixture[str], key: str, address: str
) -> None:
    """One line says the row, the column and where the address leads."""
    said = row(lead="Reed Guild", lead_kind="Academia", **{key: address})
    assert _import(project, as_xlsx([said]), "--write") == 1
    told = [line for line in capsys.readouterr().out.splitlines() if "refused 'Reed roofs'" in line]
    assert [line.split(f" '{address}'")[0] for line in told] == [
        f"row 2: refused 'Reed roofs': '{HEADINGS[key]}':"
    ]


def test_a_row_that_does_not_fit_the_register_is_told_with_its_number(
    project: Folders, capsys: pytest.CaptureFixture[str]
) -> None:
    """What only the check of all data finds names the row too, before anything is written."""
    assert _import(project, as_csv([row(received="2090-01-01")])) == 1
    assert "(row 2 of the questionnaire)" in capsys.readouterr().out


def test_a_place_that_cannot_be_written_is_told(project: Folders, capsys: pytest.CaptureFixture[str]) -> None:
    """What is in the way gets a line with its path, and nothing is written."""
    (project.data / "projects" / f".reed-roofs.yml.{os.getpid()}.new").mkdir()
    before = _tree(project)
    assert _import(project, as_csv([row(name="Reed boats"), row()]), "--write") == 1
    told = capsys.readouterr().err
    assert told.endswith(
        "data/projects/reed-roofs.yml: a folder is where a file is to be; move or delete it, "
        "then run this again. Every record is whole.\n"
    )
    assert _tree(project) == before


def test_files_that_are_none_are_told(project: Folders, capsys: pytest.CaptureFixture[str]) -> None:
    """A missing file, a folder and an empty file each end with a sentence."""
    (project.root / "empty.csv").touch()
    for name, words in {
        "none.csv": "none.csv: there is no such file; check its name and where it is",
        "data": "data: this is a folder; name the file in it",
        "empty.csv": "empty.csv: the file is empty; ask for it again",
    }.items():
        assert main(["--project", str(project.root), "import", str(project.root / name)]) == 1
        assert capsys.readouterr().out == f"{words}\n"


@pytest.mark.parametrize("words", TRAPS)
def test_what_others_wrote_is_kept_word_for_word(project: Folders, words: str) -> None:
    """Templates, formulas and what YAML would take for something else come back as they were sent."""
    said = row(name="Trap", summary=f"{words}", seeks="data", seeks_note=f"a {words} b")
    assert _import(project, as_xlsx([said]), "--write") == 0
    record = load_catalogue(project.data).projects["trap"]
    kept = words.strip().replace("\u2028", "\n")
    assert (str(record.summary), str(record.seeks[0].note)) == (kept, f"a {words} b".replace("\u2028", "\n"))


@given(TEXTS | ODD, TEXTS | ODD, st.decimals(-90, 90, allow_nan=False, places=6))
def test_every_text_and_number_survives_its_file(words: str, more: str, degrees: object) -> None:
    """A record is read from its file as it was, whatever characters it holds."""
    values = {
        "name": "a",
        "kind": "project",
        "summary": f"a{words}",
        "areas": ["planting"],
        "places": [{"name": "b", "note": f"{more}b", "point": {"lat": str(degrees), "lon": "7"}}],
        "last_confirmed": "2026",
        "questionnaire": {"received": "2026"},
    }
    try:
        project = Project.model_validate({**values, "id": "a"})
    except ValueError:
        return
    read = plain_values(encode_record("projects", project).decode())
    assert read.faults == []
    assert Project.model_validate({**read.value, "id": "a"}) == project


def test_a_text_that_is_no_questionnaire_is_told_in_one_line(
    project: Folders, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of a file of prose nothing is said about its rows, its cells or its quotation marks."""
    for text in ("# Site\n\nWords, and more.\n", '# Site\n\n"Words\n', "a\nb\n", "a,b\nc,d,e\n"):
        assert _import(project, text.encode(), name="README.md") == 1
        assert capsys.readouterr().out.endswith(
            "README.md: none of its columns is of the questionnaire; ask for the filled-in questionnaire\n"
        )


def test_every_column_leaves_its_mark(project: Folders) -> None:
    """Of a row in which every column is filled in, every answer stands in the files."""
    filled = {
        "kind": "Programme", "status": "Under way", "lead": "Reed Guild", "lead_kind": "Academia",
        "lead_website": "https://example.org/guild", "implementing": "DN",
        "funding": "Reed Fund (government)",
        "partner": "Institute of Pasture", "places": "Reed Lake", "latitude": 44.5, "longitude": 104,
        "exactness": "Exact", "topics": "Pasture", "starts": "March 2015", "ends": 2030, "seeks": "Data",
        "seeks_note": "Of reeds.", "offers": "Expertise", "offers_note": "In roofs.",
        "website": "https://example.org/roofs",
    }  # fmt: skip
    said = row(**filled)
    assert set(said) | {HEADINGS["id"]} == set(HEADINGS.values())
    assert _import(project, as_xlsx([said]), "--write") == 0
    text = (project.data / "projects" / "reed-roofs.yml").read_text(encoding="utf-8")
    assert text == ROOFS
    assert "link: https://example.org/guild" in (project.data / "organizations/reed-guild.yml").read_text()


ROOFS = """\
# yaml-language-server: $schema=../schemas/projects.json
name: Reed roofs
kind: programme
summary: Roofs of reed, and what they hold.
status: under way
period: {starts: March 2015, ends: 2030}
organizations:
  - {organization: reed-guild, role: lead}
  - {organization: dune-network, role: implementing}
  - {organization: reed-fund, role: funding}
  - {organization: pasture-institute, role: partner}
countries: [altan]
places:
  - name: Reed Lake
    country: altan
    point: {lat: 44.5, lon: 104}
areas: [teaching]
topics: [pasture]
seeks:
  - what: data
    note: Of reeds.
offers:
  - what: expertise
    note: In roofs.
links:
  - label: Website
    url: https://example.org/roofs
last_confirmed: 10 January 2026
questionnaire: {received: 10 January 2026, answered_by: reed-guild}
"""


def _import(project: Folders, content: bytes, *arguments: str, name: str = "answers.csv") -> int:
    """Import a file that stands outside the project."""
    file = project.root.parent / name
    file.write_bytes(content)
    return main(["--project", str(project.root), "import", str(file), *arguments])


def _checks_clean(project: Folders) -> bool:
    return main(["--project", str(project.root), "check"]) == 0


def _tree(project: Folders) -> Tree:
    """Return every file of a project with its bytes, what is kept between builds aside."""
    kept = project.readings.parent
    files = (file for file in project.root.rglob("*") if file.is_file())
    own = (file for file in files if file != project.data_lock and kept not in file.parents)
    return {file.relative_to(project.root).as_posix(): file.read_bytes() for file in own}
