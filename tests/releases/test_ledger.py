"""data/ledger.jsonl: what was written is read back, and each kind of damage is one problem at its line."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.catalogue.problems import Problem
from macros.records.release import Entry, Release, Withdrawal
from macros.releases.ledger import read_ledger

from .former import former_lines

START = datetime(2026, 11, 21, tzinfo=UTC)
SHOWN = "data/ledger.jsonl"
COUNT = 5

names = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}", fullmatch=True)
feed_names = st.lists(names, max_size=4).map(tuple)


def _release(name: str, moment: datetime) -> Release:
    guid, path = f"tag:neaspec.org,2026:{name}", f"updates/release-{name}/"
    return Release(guid=guid, released=moment, path=path, feeds=("updates", "events"))


@st.composite
def entries(draw: st.DrawFn) -> tuple[Entry, ...]:
    """Return releases whose moments rise, with withdrawals of some of them in between."""
    found: list[Entry] = []
    open_guids: list[str] = []
    for n in range(draw(st.integers(0, 8))):
        guid, path = f"tag:neaspec.org,2026:{n:x}{draw(names)}", f"updates/{draw(names)}/"
        moment = START + timedelta(days=n, seconds=draw(st.integers(0, 86_399)))
        found.append(Release(guid=guid, released=moment, path=path, feeds=draw(feed_names)))
        open_guids.append(guid)
        if draw(st.booleans()):
            gone = open_guids.pop(draw(st.integers(0, len(open_guids) - 1)))
            found.append(Withdrawal(guid=gone, withdrawn=moment))
    return tuple(found)


@given(everything=entries(), at=st.integers(0, 16))
def test_what_is_written_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, everything: tuple[Entry, ...], at: int
) -> None:
    """A ledger that grows once or twice reads as all that was written, without a problem."""
    file = tmp_path_factory.mktemp("ledger") / "ledger.jsonl"
    before = former_lines(everything[:at])
    file.write_text(before, encoding="utf-8")
    first, problems = read_ledger(file.parent, "data")
    assert (first and first.entries, problems) == (everything[:at], [])
    assert first is not None
    (above,) = first.heads or ("",)
    file.write_text(before + former_lines(everything[at:], above), encoding="utf-8")
    ledger, problems = read_ledger(file.parent, "data")
    assert (ledger and ledger.entries, problems) == (everything, [])
    assert file.read_text(encoding="utf-8") == former_lines(everything)


@pytest.mark.parametrize("n", range(COUNT))
@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("release-", "other-"),
        ("2026-11-21T0", "2026-11-21T00:00:0"),
        ("updates", "studies"),
        ('seal": "', 'seal": "0'),
    ],
)
def test_an_edited_line_is_one_problem(tmp_path: Path, n: int, word: str, other: str) -> None:
    """A path, a moment, a feed or a seal that was changed by hand shows, each at one line."""
    lines = _lines()
    lines[n] = lines[n].replace(word, other, 1)
    (problem,) = _problems(tmp_path, lines)
    assert (problem.path, problem.line) == (SHOWN, n + 1)


@pytest.mark.parametrize("n", range(COUNT - 1))
def test_a_lost_line_is_one_problem(tmp_path: Path, n: int) -> None:
    """The line that follows the gap shows it; the last line is the one thing a file alone cannot miss."""
    lines = _lines()
    del lines[n]
    assert _places(tmp_path, lines) == [n + 1]


@pytest.mark.parametrize("n", range(COUNT - 1))
def test_swapped_lines_are_one_problem(tmp_path: Path, n: int) -> None:
    """Two lines in each other's place are told once, at the first of them."""
    lines = _lines()
    lines[n], lines[n + 1] = lines[n + 1], lines[n]
    assert _places(tmp_path, lines) == [n + 1]


@pytest.mark.parametrize("n", range(COUNT))
def test_a_doubled_line_is_one_problem(tmp_path: Path, n: int) -> None:
    """A line that stands there twice is told once, at the second."""
    lines = _lines()
    lines.insert(n, lines[n])
    assert _places(tmp_path, lines) == [n + 2]


@pytest.mark.parametrize("n", range(COUNT))
@pytest.mark.parametrize("damage", ["", "{", "[]", "null", "1", '"x"', '{"seal": 1}', "<<<<<<< HEAD", "{}"])
def test_a_line_that_is_no_entry_is_one_problem(tmp_path: Path, n: int, damage: str) -> None:
    """What is not an entry, such as a sign of a merge, is told at its line and nothing after it."""
    lines = _lines()
    lines[n] = damage
    assert _places(tmp_path, lines) == [n + 1]


@given(cut=st.integers(1, 30), n=st.integers(0, COUNT - 1))
def test_a_truncated_line_is_one_problem(tmp_path_factory: pytest.TempPathFactory, cut: int, n: int) -> None:
    """A line that a full disk cut short is damaged wherever it was cut."""
    lines = _lines()
    lines[n] = lines[n][:-cut]
    assert _places(tmp_path_factory.mktemp("ledger"), lines) == [n + 1]


def test_a_file_that_is_not_utf_8_is_one_problem(tmp_path: Path) -> None:
    """Bytes that are no text are told once, at the line where they stand."""
    file = tmp_path / "ledger.jsonl"
    content = "\n".join(_lines()).encode()
    file.write_bytes(content.replace(b"release-2", b"release-\xff", 1))
    ledger, problems = read_ledger(file.parent, "data")
    assert ledger is None
    assert [problem.line for problem in problems] == [3]


def test_a_missing_file_is_one_problem(tmp_path: Path) -> None:
    """Without a ledger nothing is known of what was released."""
    ledger, problems = read_ledger(tmp_path, "data")
    assert ledger is None
    assert [(problem.path, problem.line) for problem in problems] == [("data/ledger", 1)]


@pytest.mark.parametrize("ending", ["\r\n", "\n"])
def test_line_ends_do_not_matter(tmp_path: Path, ending: str) -> None:
    """A file that an editor on Windows saved is the same ledger."""
    file = tmp_path / "ledger.jsonl"
    file.write_bytes("".join(line + ending for line in _lines()).encode())
    ledger, problems = read_ledger(file.parent, "data")
    assert problems == []
    assert ledger is not None
    assert ledger.entries == _entries()


def test_every_problem_says_how_to_take_the_file_back(tmp_path: Path) -> None:
    """An editor is told the command that restores the ledger."""
    (problem,) = _problems(tmp_path, ["{", *_lines()])
    assert "git checkout HEAD -- data/ledger.jsonl" in problem.message


@pytest.mark.parametrize(
    ("added", "words"),
    [
        (Withdrawal(guid="tag:neaspec.org,2026:never", withdrawn=START), "was never released"),
        (_release("9", START), "is not later than"),
        (_release("9", START + timedelta(hours=COUNT - 1)), "is not later than"),
        (_release("0", START + timedelta(days=9)), "a second time"),
    ],
)
def test_a_sealed_line_that_no_publishing_writes_is_one_problem(
    tmp_path: Path, added: Entry, words: str
) -> None:
    """Even with a true seal a line must follow in time, be new, and withdraw only what was released."""
    text = former_lines([*_entries(), added])
    (problem,) = _problems(tmp_path, text.splitlines())
    assert problem.line == COUNT + 1
    assert words in problem.message


def _entries() -> tuple[Entry, ...]:
    return tuple(_release(str(n), START + timedelta(hours=n)) for n in range(COUNT))


def _lines() -> list[str]:
    return former_lines(_entries()).splitlines()


def _problems(folder: Path, lines: list[str]) -> list[Problem]:
    file = folder / "ledger.jsonl"
    file.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    ledger, problems = read_ledger(file.parent, "data")
    assert ledger is None
    return problems


def _places(folder: Path, lines: list[str]) -> list[int]:
    return [problem.line for problem in _problems(folder, lines)]
