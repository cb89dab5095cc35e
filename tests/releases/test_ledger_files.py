"""data/ledger/: what is written is read back in any order of merging, and each damage is one problem."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.catalogue.problems import Problem
from macros.records.release import Entered, Entry, Ledger, Release, Slot, Withdrawal
from macros.releases.checks.ledger import check_clock
from macros.releases.ledger import read_ledger
from macros.releases.ledger_entries import new_files

from .former import former_lines

START = datetime(2026, 11, 28, 9, tzinfo=UTC)
UID = "0000000000f1@neaspec.org"
SLOT = Slot(dtstart="2027-05-05", dtend="2027-05-07", status="TENTATIVE", summary="Camp", location="Altan")


def _release(name: str, minutes: int, asked: datetime | None = None) -> Release:
    guid, path = f"tag:neaspec.org,2026:{name}", f"updates/{name}/"
    moment = START + timedelta(minutes=minutes)
    return Release(guid=guid, released=moment, path=path, feeds=("updates",), asked=asked)


def _entered(sequence: int, summary: str = "Camp", minutes: int = 0) -> Entered:
    slot = SLOT.model_copy(update={"summary": summary})
    moment, days = START + timedelta(minutes=minutes), ("2027-05-05", "2027-05-06")
    return Entered(
        uid=UID, entered=moment, event="camp-2027", sequence=sequence, changes=0, slot=slot, days=days
    )


def _grow(data: Path, *entries: Entry) -> list[str]:
    """Add entries to the ledger of a folder as publishing does; return the names of their files."""
    (data / "ledger").mkdir(exist_ok=True)
    names = []
    for name, content, _ in new_files(_read(data), entries):
        (data / "ledger" / name).write_bytes(content)
        names.append(name)
    return names


def _read(data: Path) -> Ledger:
    ledger, problems = read_ledger(data, "data")
    assert ledger is not None, problems
    return ledger


def _problems(data: Path) -> list[Problem]:
    ledger, problems = read_ledger(data, "data")
    assert ledger is None
    return problems


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Return a folder with a former file of one entry and three files after it."""
    (tmp_path / "ledger.jsonl").write_text(former_lines([_release("former", -10)]))
    _grow(tmp_path, _release("a", 0), Withdrawal(guid="tag:neaspec.org,2026:a", withdrawn=START), _entered(0))
    return tmp_path


def test_files_are_named_by_moment_and_digest_and_say_what_they_follow(data: Path) -> None:
    """The first follows the last line of the former file, each other one the one before."""
    ledger = _read(data)
    files = [recorded.file for recorded in ledger.recorded]
    assert files[0] == "ledger.jsonl"
    assert all(
        recorded.file == f"ledger/20261128T090000Z-{recorded.digest}.json" for recorded in ledger.recorded[1:]
    )
    assert [recorded.after for recorded in ledger.recorded[1:]] == [(r.digest,) for r in ledger.recorded[:-1]]
    assert ledger.heads == (ledger.recorded[-1].digest,)


def test_a_moment_that_was_asked_for_is_kept(tmp_path: Path) -> None:
    """The release has its own moment and that of its record."""
    release = _release("a", 5, START)
    (tmp_path / "ledger").mkdir()
    _grow(tmp_path, release)
    ledger = _read(tmp_path)
    assert ledger.entries == (release,)
    assert ledger.asked == {release.guid: {START}}


@given(st.data())
def test_the_order_of_merges_makes_no_difference(
    tmp_path_factory: pytest.TempPathFactory, drawn: st.DataObject
) -> None:
    """Two branches release the same and other things: what counts is worked out from the files alone."""
    root = tmp_path_factory.mktemp("branches")
    (root / "ledger").mkdir()
    branches: dict[str, Ledger] = {"one": Ledger(), "two": Ledger()}
    names = st.sampled_from("abcd")
    for step in range(drawn.draw(st.integers(1, 8))):
        branch = drawn.draw(st.sampled_from(sorted(branches)))
        ledger = branches[branch]
        guid, sequence = drawn.draw(names), len(ledger.versions.get(UID, ()))
        release = _release(guid, step)
        entry: Entry = _entered(sequence, f"Camp {branch}", step) if guid in "ad" else release
        if isinstance(entry, Release) and entry.guid in ledger.releases:
            continue
        files = list(new_files(ledger, [entry]))
        for name, content, _ in files:
            (root / "ledger" / name).write_bytes(content)
        branches[branch] = _grown(ledger, entry, root)
    merged = _read(root)
    entries = [e for branch in branches.values() for e in branch.entries]
    released = [e for e in entries if isinstance(e, Release)]
    assert set(merged.entries) == set(entries)
    assert {g: r.released for g, r in merged.releases.items()} == {
        guid: min(e.released for e in released if e.guid == guid) for guid in {e.guid for e in released}
    }
    sequences = [e.sequence for e in entries if isinstance(e, Entered)]
    assert [e.sequence for e in merged.versions.get(UID, ())] == sorted(sequences)


def _grown(ledger: Ledger, entry: Entry, root: Path) -> Ledger:
    """Return a branch's ledger with one more entry, read from the files of both."""
    ((name, _, _),) = new_files(ledger, [entry])
    recorded = next(r for r in _read(root).recorded if r.file == f"ledger/{name}")
    return Ledger((*ledger.recorded, recorded))


@pytest.mark.parametrize("n", range(3))
@pytest.mark.parametrize(
    ("damage", "words"),
    [
        (lambda text: text.replace("2026-11-28T09:00", "2026-11-28T09:01"), "was changed"),
        (lambda text: text.replace("2026:a", "2026:b").replace("Camp", "Kamp"), "was changed"),
        (lambda text: text.replace('"after": [', '"after": ["0123456789abcdef",'), "was changed"),
        (lambda text: text[: len(text) // 2], "is damaged"),
        (lambda text: "", "is damaged"),
        (lambda text: "[" * 50_000, "is damaged"),
        (lambda text: f"<<<<<<< HEAD\n{text}", "is the mark of a Git conflict; take the ledger back"),
        (lambda text: text.replace("after", "before"), "is damaged"),
    ],
)  # fmt: skip
def test_an_altered_file_is_one_problem(data: Path, n: int, damage: Callable[[str], str], words: str) -> None:
    """A file whose name does not fit what it says, or that says nothing, is told with the way back."""
    file = sorted((data / "ledger").iterdir())[n]
    file.write_text(damage(file.read_text()))
    (problem,) = _problems(data)
    assert (problem.path, problem.line) == (f"data/ledger/{file.name}", 1)
    assert words in problem.message
    assert 'git checkout HEAD -- "data/ledger*"' in problem.message


def test_a_lost_file_is_one_problem(data: Path) -> None:
    """The file that follows tells it; the last one alone cannot be missed."""
    for recorded, follower in zip(_read(data).recorded[1:], _read(data).recorded[2:], strict=False):
        file = data / recorded.file
        content = file.read_bytes()
        file.unlink()
        (problem,) = _problems(data)
        assert problem.path == f"data/{follower.file}"
        assert f"follows the entry {recorded.digest}, which is lost" in problem.message
        file.write_bytes(content)


@pytest.mark.parametrize("lines", [None, ""])
def test_a_lost_former_file_is_one_problem(data: Path, lines: str | None) -> None:
    """The first file of the folder names its last line."""
    former = data / "ledger.jsonl"
    former.unlink() if lines is None else former.write_text(lines)
    (problem,) = _problems(data)
    assert "which is lost" in problem.message


@pytest.mark.parametrize(
    "name", ["notes.txt", "20261128T090000Z-0123.json", "20261128T090000Z-0123456789ABCDEF.json"]
)
def test_a_foreign_file_is_one_problem(data: Path, name: str) -> None:
    """What is no entry of the ledger does not belong there."""
    (data / "ledger" / name).write_text("{}")
    (problem,) = _problems(data)
    assert problem == Problem(f"data/ledger/{name}", 1, "is no entry of the ledger; move or delete it")


def test_a_file_under_another_moment_is_one_problem(data: Path) -> None:
    """A file that was renamed is an altered one."""
    file = sorted((data / "ledger").iterdir())[0]
    file.rename(file.with_name(file.name.replace("T09", "T08")))
    (problem,) = _problems(data)
    assert "its name and what it says differ" in problem.message


@pytest.mark.parametrize("name", [".20261128T090000Z-0123456789abcdef.json.77.new", "~x", "x~", ".DS_Store"])
def test_what_is_hidden_does_not_matter(data: Path, name: str) -> None:
    """What a killed publishing, an editor or a file manager left is passed over."""
    before = _read(data)
    (data / "ledger" / name).write_text("half")
    assert _read(data) == before


def test_line_ends_do_not_matter(data: Path) -> None:
    """Git on Windows may write other line ends."""
    before = _read(data)
    for file in (data / "ledger").iterdir():
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert _read(data) == before


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        (Withdrawal(guid="tag:neaspec.org,2026:never", withdrawn=START), "was never released"),
        (_release("b", -1), "is not later than 2026-11-28 09:00 Z, which it follows"),
        (_release("b", 0), "is not later than 2026-11-28 09:00 Z, which it follows"),
        (_entered(2), "is out of its order"),
    ],
)
def test_what_no_publishing_writes_is_one_problem(data: Path, entry: Entry, words: str) -> None:
    """Even under a true digest an entry is later than what it follows, and withdraws what was released."""
    (name,) = _grow(data, entry)
    (problem,) = _problems(data)
    assert problem.path == f"data/ledger/{name}"
    assert words in problem.message


def test_a_folder_in_place_of_the_former_file_is_one_problem(tmp_path: Path) -> None:
    """It is told in a sentence, as a file in place of the folder is."""
    (tmp_path / "ledger.jsonl").mkdir()
    assert [problem.message for problem in _problems(tmp_path)] == [
        "must be a file; move or delete this folder"
    ]


def test_an_empty_folder_is_a_ledger_without_entries(tmp_path: Path) -> None:
    """A new project has released nothing."""
    (tmp_path / "ledger").mkdir()
    assert _read(tmp_path) == Ledger()


def test_the_files_are_small_json_objects(data: Path) -> None:
    """Who looks into one can read it."""
    for file in (data / "ledger").iterdir():
        assert set(json.loads(file.read_text())) >= {"after"}
        assert file.read_bytes().endswith(b"}\n")


def test_who_released_ahead_of_the_clock_is_told_which_files_to_delete(data: Path) -> None:
    """Those of the folder that say so or follow it; the former file, which is never written again, stays."""
    ledger = _read(data)
    former, *files = (recorded.file for recorded in ledger.recorded)
    (problem,) = check_clock(ledger, START - timedelta(days=1), "data")
    assert problem.path == f"data/{files[0]}"
    names = ", ".join(f"data/{file}" for file in files)
    assert f"delete {names}, then run" in problem.message
    assert former not in problem.message
    assert check_clock(ledger, START, "data") == []
    (before,) = check_clock(ledger, START - timedelta(seconds=1), "data")
    assert before.path == problem.path
