"""A folder of records becomes a catalogue, or every mistake in it at once; never a traceback."""

import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from macros.catalogue import Catalogue, ProblemsFound
from macros.catalogue.kinds import KINDS
from macros.releases.loading import check_data, load_catalogue
from macros.settings import Folders

SAMPLE = Path(__file__).parents[1] / "sample_data" / "data"
FILES = sorted(file.relative_to(SAMPLE).as_posix() for file in SAMPLE.rglob("*.yml"))
SINGLE = ("framework.yml", "contact.yml")  # files of one record
VOCABULARIES = [file for file in FILES if "/" not in file and file != "contact.yml"]  # which may be lacking
SIGNS = "[]{}:,-#&*!|>'\"%@`\t\n ~?=<0é\x00\x07\u2028\ufeff"
MISPLACED = ("events", "studies", "plans")


@pytest.fixture
def data(tmp_path: Path, sample: Folders) -> Path:
    """Return a copy of the sample's records that a test may spoil."""
    shutil.copytree(sample.docs, tmp_path / "docs")
    return Path(shutil.copytree(sample.data, tmp_path / "data"))


def test_the_sample_has_no_problems(sample: Folders) -> None:
    """The sample project is sound, whole and read in a fixed order."""
    catalogue, problems = check_data(sample.data)
    assert problems == []
    assert catalogue is not None
    assert all(catalogue.ids(kind) for kind in KINDS)


def test_the_sample_uses_every_field(catalogue: Catalogue) -> None:
    """Each key of each kind of record, parts included, is given at least once."""
    given_keys: dict[type[BaseModel], set[str]] = {}
    for _, record in catalogue.everything():
        _note_keys(record, given_keys)
    missing = {model.__name__: set(model.model_fields) - keys for model, keys in given_keys.items()}
    assert {name: keys for name, keys in missing.items() if keys} == {}


def test_the_real_records_have_no_problems(real: Folders) -> None:
    """What stands in the repository loads."""
    assert check_data(real.data)[1] == []


def test_all_mistakes_are_raised_at_once(data: Path) -> None:
    """Loading stops once, with every mistake."""
    _change(data / "topics.yml", "order: 1", "order: one")
    _change(data / "events" / "hedge-training.yml", "confirmed", "sure")
    with pytest.raises(ProblemsFound) as raised:
        load_catalogue(data)
    assert [problem.path for problem in raised.value.problems] == [
        "data/events/hedge-training.yml",
        "data/topics.yml",
    ]


@pytest.mark.parametrize("file", FILES)
def test_a_file_that_cannot_be_read_is_the_only_mistake(data: Path, file: str) -> None:
    """Records that name those of a broken file are not reported for it."""
    with (data / file).open("a", encoding="utf-8") as end:
        end.write("and this is no YAML: [\n")
    assert [problem.path for problem in check_data(data)[1]] == [f"data/{file}"]


@pytest.mark.parametrize("file", FILES)
def test_a_file_that_is_not_utf8_is_the_only_mistake(data: Path, file: str) -> None:
    """The line of the first bad byte is told, and nothing that follows from it."""
    content = (data / file).read_bytes()
    (data / file).write_bytes(content + b"# R\xe9union\n")
    found = check_data(data)[1]
    assert [(problem.path, problem.line) for problem in found] == [(f"data/{file}", content.count(b"\n") + 1)]


@pytest.mark.parametrize("file", FILES)
def test_a_file_with_an_unknown_key_is_the_only_mistake(data: Path, file: str) -> None:
    """A faulty record may still be named by others."""
    file_of_one = "/" in file and not file.startswith("facts/")
    with (data / file).open("a", encoding="utf-8") as end:
        end.write("colour: green\n" if file_of_one or file in SINGLE else "  colour: green\n")
    found = check_data(data)[1]
    assert [problem.path for problem in found] == [f"data/{file}"]
    assert found[0].message.startswith("unknown key 'colour'")


@pytest.mark.parametrize("kind", MISPLACED)
def test_a_misspelt_folder_is_the_only_mistake(data: Path, kind: str) -> None:
    """What stands in a folder whose name is misspelt still counts as there."""
    (data / kind).rename(data / f"{kind[:-1]}")
    assert [str(problem) for problem in check_data(data)[1]] == [
        f"data/{kind[:-1]}:1: is not a place for records; did you mean '{kind}/'?"
    ]


def test_a_misspelt_folder_of_the_ledger_is_told(data: Path) -> None:
    """It is no place for records, but a place all the same."""
    (data / "legder").mkdir()
    assert [str(problem) for problem in check_data(data)[1]] == [
        "data/legder:1: is not a place for records; did you mean 'ledger/'?"
    ]


@pytest.mark.parametrize("name", VOCABULARIES)
def test_a_missing_vocabulary_is_the_only_mistake(data: Path, name: str) -> None:
    """The file is asked for; what names its records is not told, in records, pages and the ledger."""
    (data / name).unlink()
    assert [str(problem) for problem in check_data(data)[1]] == [
        f"data/{name}:1: is missing; bring it back (git checkout HEAD -- data/{name}), or write it"
    ]


def test_a_code_that_the_framework_lacks_is_told(data: Path) -> None:
    """A code is held against the framework's own."""
    _change(data / "events" / "dune-forum-2024.yml", "framework: [B]", "framework: [B.7]")
    (found,) = check_data(data)[1]
    assert found.message == "there is no item of the framework 'B.7'; use one of: A, A.1, B, B.1"


def test_a_file_that_is_too_large_is_told(data: Path) -> None:
    """A megabyte is no record."""
    (data / "events" / "hedge-training.yml").write_text("#" * 1_000_001)
    (found,) = check_data(data)[1]
    assert "is larger than 1,000,000 bytes" in found.message


def test_hidden_files_and_back_ups_are_passed_over(data: Path) -> None:
    """What editors and file managers leave behind is no mistake."""
    for name in (".DS_Store", "hedge-training.yml~", "~lock.yml"):
        (data / "events" / name).write_text("anything")
    assert check_data(data)[1] == []


def test_a_folder_that_is_not_there_has_no_catalogue(tmp_path: Path) -> None:
    """Without records there is one problem and nothing to check pages against."""
    catalogue, problems = check_data(tmp_path / "data")
    assert catalogue is None
    assert [str(problem) for problem in problems] == [
        "data:1: there is no such folder; run this at the top of the project"
    ]


@settings(max_examples=150)
@given(st.sampled_from(FILES), st.integers(0, 3000), st.integers(0, 12), st.text(SIGNS, max_size=6))
def test_a_slip_of_the_pen_is_never_a_traceback(
    tmp_path_factory: pytest.TempPathFactory, file: str, at: int, cut: int, slip: str
) -> None:
    """Whatever is cut out of a file or typed into it, there is a catalogue or there are problems."""
    text = (SAMPLE / file).read_text(encoding="utf-8")
    at %= len(text)
    _check_with(tmp_path_factory, file, (text[:at] + slip + text[at + cut :]).encode())


@given(st.sampled_from(FILES), st.binary(max_size=80), st.booleans())
def test_bytes_of_any_kind_are_never_a_traceback(
    tmp_path_factory: pytest.TempPathFactory, file: str, content: bytes, appended: bool
) -> None:
    """A file of random bytes is told as such."""
    before = (SAMPLE / file).read_bytes() if appended else b""
    _check_with(tmp_path_factory, file, before + content)


@given(st.sampled_from(FILES), st.data())
def test_lines_that_change_places_are_never_a_traceback(
    tmp_path_factory: pytest.TempPathFactory, file: str, draw: st.DataObject
) -> None:
    """A line pasted elsewhere, once more or indented is told as such, or is sound."""
    lines = (SAMPLE / file).read_text(encoding="utf-8").splitlines(keepends=True)
    moved = draw.draw(st.sampled_from(lines))
    at = draw.draw(st.integers(0, len(lines)))
    indent = draw.draw(st.integers(0, 6)) * " "
    lines.insert(at, indent + moved)
    _check_with(tmp_path_factory, file, "".join(lines).encode())


def _check_with(folders: pytest.TempPathFactory, file: str, content: bytes) -> None:
    data = folders.getbasetemp() / "spoilt"
    if not data.exists():
        shutil.copytree(SAMPLE, data)
        shutil.copytree(SAMPLE.parent / "docs", data.parent / "docs", dirs_exist_ok=True)
    (data / file).write_bytes(content)
    catalogue, problems = check_data(data)
    (data / file).write_bytes((SAMPLE / file).read_bytes())
    assert catalogue is not None
    assert all(problem.line >= 1 and problem.message for problem in problems)


def _change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def _note_keys(part: BaseModel, found: dict[type[BaseModel], set[str]]) -> None:
    """Note the keys that were given in a record and in the groups inside it."""
    found.setdefault(type(part), set()).update(part.model_fields_set)
    for name in part.model_fields_set:
        _note_inside(getattr(part, name), found)


def _note_inside(value: object, found: dict[type[BaseModel], set[str]]) -> None:
    if isinstance(value, BaseModel):
        _note_keys(value, found)
    elif isinstance(value, tuple):
        for item in value:
            _note_inside(item, found)
    elif isinstance(value, dict):
        _note_inside(tuple(value.values()), found)
