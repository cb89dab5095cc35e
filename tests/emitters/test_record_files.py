"""The file of a record is one that an editor might have written, and holds the record word for word."""

import pytest

from macros.catalogue.kinds import KINDS
from macros.catalogue.reading.plain import plain_values
from macros.emitters.record_files import encode_record
from macros.records.project import Project
from macros.releases.loading import load_catalogue
from macros.settings import Folders

PROSE = "Reeds grow where water stands, and roofs of reed keep houses warm. " * 3
WORDS = ("8", "0", "2015", "010", "NO", "1e5", "0x1F", "1_000", "12:30", "-1", "1.5", "٣", "2015-01-01", "~")

ENTRY = """\
# yaml-language-server: $schema=../schemas/projects.json
name: Reed roofs
kind: programme
summary: >-
  Roofs of reed, and what they hold. Reeds grow where water stands, and they keep a house warm in
  winter and cool in summer. The 2015 report does not name the villages.
period: {starts: March 2015, ends: 2030}
organizations:
  - {organization: dune-network, role: lead}
  - {organization: pasture-institute, role: partner}
countries: [altan, sora]
places:
  - name: Reed Lake
    country: altan
    point: {lat: 44.50, lon: 104, approximate: true}
    note: >-
      Middle of the lake, by an atlas, which also gives the country. The document gives neither a
      country nor coordinates.
areas: [teaching]
last_confirmed: 2015
sources:
  - document: report
    paragraph: 7
"""


def _project(**values: object) -> Project:
    needed = {"id": "a", "name": "a", "kind": "project", "summary": "b", "areas": ["planting"]}
    answered = {"last_confirmed": "2026", "questionnaire": {"received": "2026"}}
    return Project.model_validate({**needed, **answered, **values})


def _text(project: Project) -> str:
    return encode_record("projects", project).decode()


def _read(text: str) -> Project:
    read = plain_values(text)
    assert read.faults == []
    return Project.model_validate({**read.value, "id": "a"})


@pytest.mark.parametrize("kind", ["projects", "organizations"])
def test_every_record_of_ours_comes_back_from_its_file(real: Folders, kind: str) -> None:
    """Each entry that the register holds is the same once it has been written and read."""
    for id, record in getattr(load_catalogue(real.data), kind).items():
        read = plain_values(encode_record(kind, record).decode())
        assert read.faults == []
        assert KINDS[kind].model.model_validate({**read.value, "id": id}) == record


def test_a_file_is_written_as_an_editor_wrote_it() -> None:
    """Short lists and groups on a line, long prose folded, figures bare: the same bytes come back."""
    assert _text(_read(ENTRY)) == ENTRY


@pytest.mark.parametrize("words", WORDS)
def test_what_yaml_takes_for_something_else_comes_back(words: str) -> None:
    """Figures, truth values and times stay the texts that they were, in a text and in a list."""
    project = _project(name=f"{words}", summary=words, seeks=[{"what": "data", "note": words}])
    assert _read(_text(project)) == project


def test_figures_stand_without_quotation_marks() -> None:
    """A year is written bare; a figure that YAML would change is not."""
    text = _text(_project(name="010", period={"starts": "2002"}))
    assert "period: {starts: 2002}\n" in text
    assert "last_confirmed: 2026\n" in text
    assert "name: '010'\n" in text


@pytest.mark.parametrize(
    "words",
    [
        f"#5 {PROSE}b",
        f"{PROSE}: x #y",
        f"- {PROSE}b",
        f"{PROSE} two  spaces",
        f"{PROSE}\n\n{PROSE}b",
        f"{PROSE}\u00a0b",
        "x" * 300 + " y",
        f"{'漢' * 200} 字",
        f"\"{PROSE}'",
    ],
)
def test_long_prose_comes_back_word_for_word(words: str) -> None:
    """However it is folded, and in whichever depth it stands, nothing of it changes."""
    project = _project(summary=words.strip(), places=[{"name": "c", "note": words.strip()}])
    assert _read(_text(project)) == project


def test_long_prose_is_folded_at_its_spaces() -> None:
    """No line of it is longer than those that editors write."""
    text = _text(_project(summary=PROSE.strip()))
    assert "\nsummary: >-\n  Reeds grow" in text
    assert max(map(len, text.splitlines())) <= 99
