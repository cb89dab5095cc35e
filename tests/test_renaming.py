"""outreach rename: a record gets another id wherever it stands, and nothing else changes."""

import re
from difflib import ndiff
from pathlib import Path

import pytest

from macros import renaming
from macros.__main__ import main
from macros.calls.renaming import named_in_calls
from macros.catalogue.addresses import address_of
from macros.catalogue.names import deeds
from macros.project import open_project
from macros.releases.moves import redirects
from macros.renaming import HEAD, moves_text
from macros.settings import Folders

from .copies import copied

Files = dict[str, bytes]
CASES = [
    ("studies", "policy-paper-climate-land-water", "clw-paper"),
    ("events", "dld-workshop-2015", "workshop-of-2015"),
    ("organizations", "neaspec", "nea-programme"),
    ("documents", "som28-note-2025", "note-som-28"),
    ("projects", "elion-restoration", "kubuqi-restoration"),
    ("announcements", "policy-paper-begun", "clw-paper-begun"),
    ("plans", "2026", "plan-of-2026"),
]


@pytest.fixture
def project(tmp_path: Path, real: Folders) -> Folders:
    """Return a copy of the real project that commands may change."""
    return copied(real, tmp_path)


def run(folders: Folders, *words: str) -> int:
    return main(["--project", str(folders.root), *words])


def files(folders: Folders) -> Files:
    found = (file for file in folders.root.rglob("*") if file.is_file() and file != folders.data_lock)
    return {file.relative_to(folders.root).as_posix(): file.read_bytes() for file in found}


def changed_lines(before: bytes, after: bytes) -> list[str]:
    lines = ndiff(before.decode().splitlines(), after.decode().splitlines())
    return [line for line in lines if line[0] in "+-"]


@pytest.mark.parametrize(("kind", "old", "new"), CASES)
def test_only_the_id_changes_and_the_check_passes(project: Folders, kind: str, old: str, new: str) -> None:
    before = files(project)
    assert run(project, "rename", kind, old, new) == 0
    after = files(project)
    moved = {path: path for path in before if path in after}
    moved |= {p: p.replace(f"/{old}.", f"/{new}.") for p in before if p not in after}
    assert f"data/{kind}/{old}.yml" not in after
    assert set(after) - set(moved.values()) <= {"data/moves.yml"}
    for path, to in moved.items():
        if path != "data/moves.yml" and before[path] != after[to]:
            lines = changed_lines(before[path], after[to])
            gone = [line[2:] for line in lines if line[0] == "-"]
            come = [line[2:] for line in lines if line[0] == "+"]
            before_it = "" if path.startswith("data/") else r"(?<! )"  # words for readers stay: Plan 2026
            expected = [re.sub(before_it + old, new, line) for line in gone]
            assert sorted(expected) == sorted(come), path
    line = f"{address_of(kind, old)}: {address_of(kind, new)}"
    assert line in after["data/moves.yml"].decode().splitlines()
    assert run(project, "check") == 0


def test_a_person_who_is_renamed_keeps_the_old_address(tmp_path: Path, sample: Folders) -> None:
    """Every record that names them names them on; the page that was there leads to the new one."""
    project = copied(sample, tmp_path)
    assert run(project, "rename", "people", "sand-teller", "sand-teller-elder") == 0
    assert run(project, "check") == 0
    catalogue = open_project(project).catalogue
    done = [(deed, record.id) for deed, _, record in deeds(catalogue, "sand-teller-elder")]
    assert sorted(done) == [
        ("author", "reed-handbook"), ("contact", "hedge-belt"), ("speaker", "dune-forum-2024"),
        ("speaker", "dune-forum-2024"),
    ]  # fmt: skip
    assert redirects(catalogue)["people/sand-teller/"] == "people/sand-teller-elder/"


def test_back_again_all_is_as_it_was(project: Folders) -> None:
    before = files(project)
    old, new = "dld-workshop-2015", "workshop-of-2015"
    assert run(project, "rename", "events", old, new) == run(project, "rename", "events", new, old) == 0
    after = files(project)
    lines = after.pop("data/moves.yml").decode().splitlines()
    before.pop("data/moves.yml", None)
    assert after == before
    assert f"events/{new}/: events/{old}/" in lines
    assert not any(line.startswith(f"events/{old}/:") for line in lines)
    assert run(project, "check") == 0


@pytest.mark.parametrize(
    ("kind", "old", "new", "said"),
    [
        ("events", "dld-workshop-2051", "x", "there is no event 'dld-workshop-2051'; did you mean"),
        ("events", "dld-workshop-2015", "som-28", "data/events/som-28.yml is there already"),
        ("events", "dld-workshop-2015", "Some Day", "'Some Day' cannot be an id"),
        ("events", "dld-workshop-2015", "dld-workshop-2015", "is there already"),
        ("projects", "elion-restoration", "gaps", "'gaps' is a word that addresses of the site use"),
        ("projects", "elion-restoration", "index", "'index' is a word that addresses"),
    ],
)
def test_refused_in_a_line(
    project: Folders, capsys: pytest.CaptureFixture[str], kind: str, old: str, new: str, said: str
) -> None:
    before = files(project)
    assert run(project, "rename", kind, old, new) == 1
    out = capsys.readouterr().out
    assert said in out
    assert out.count("\n") == 1
    assert files(project) == before


def test_a_write_that_fails_changes_nothing(project: Folders, monkeypatch: pytest.MonkeyPatch) -> None:
    before = files(project)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device", "x")

    monkeypatch.setattr(renaming, "write_all", full)
    assert run(project, "rename", "events", "dld-workshop-2015", "other") == 1
    assert files(project) == before


def test_quotes_flow_remarks_and_links_stay(project: Folders) -> None:
    study = project.data / "studies" / "policy-paper-climate-land-water.yml"
    text = study.read_text(encoding="utf-8").replace(
        "events: [unccd-cop17]", "events: ['unccd-cop17'] # unccd-cop17"
    )
    study.write_bytes(text.replace("\n", "\r\n").encode())
    page = project.docs / "about.md"
    link = f"\n[a](studies/{study.stem}.md#making) studies/policy-paper-climate-land-water.md\n"
    page.write_text(page.read_text(encoding="utf-8") + link, encoding="utf-8")
    assert run(project, "rename", "events", "unccd-cop17", "cop-17") == 0
    assert b"events: ['cop-17'] # unccd-cop17\r\n" in study.read_bytes()
    assert run(project, "rename", "studies", study.stem, "clw") == 0
    assert "\n[a](studies/clw.md#making) studies/policy-paper-climate-land-water.md\n" in page.read_text(
        "utf-8"
    )
    assert run(project, "check") == 0


def test_only_calls_that_name_the_kind_change() -> None:
    text = (
        'a {{ study_link("x", "x") }} x {{ event_link("x") }}\r\n{{- study_link(id=\'x\', words="x") -}}\r\n'
        '{{ cite("x", "x") }} {{ study("x-y") }} {# study("x") #} {{ key_figures("a", "x") }}'
    )
    spans = list(named_in_calls(text, "studies", "x"))
    assert [text[:start].rpartition("{{")[2] for start, _ in spans] == [' study_link("', "- study_link(id='"]
    assert len(list(named_in_calls(text, "facts", "x"))) == 1
    assert len(list(named_in_calls(text, "documents", "x"))) == 1


def test_moves_are_added_and_those_from_the_new_address_go() -> None:
    first = moves_text("", "studies/a/", "studies/b/")
    assert first == HEAD + "studies/a/: studies/b/\n"
    assert moves_text(first, "studies/b/", "studies/c/") == first + "studies/b/: studies/c/\n"
    assert moves_text(first, "studies/b/", "studies/a/") == HEAD + "studies/b/: studies/a/\n"
