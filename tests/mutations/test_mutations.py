"""One slip gives one message, on its line or on one that it contradicts; never a traceback."""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from random import Random

import pytest

from ..conftest import TESTS
from .families import FAMILIES, drawn
from .mutation import Mutation, Way
from .odd_files import ODD, odd_way
from .page_slips import PAGE_SLIPS
from .slips import SLIPS
from .trial import copied, trials, tried

COUNTS = {"records": 200, "pages": 60, "settings": 60}
FINE = {"harmless", "one line"}
MOST_OTHERS = 2  # of 60 or 200: see the reasons in the words of each that is told
FILES = ("data/topics.yml", "data/events/hedge-training.yml", "data/facts/altan.yml", "data/ledger.jsonl")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a copy of the sample project."""
    return copied(TESTS / "sample_data", tmp_path)


@pytest.mark.parametrize("family", FAMILIES)
def test_a_slip_is_told_once_and_where_it_is(project: Path, family: str) -> None:
    """Of so many slips nearly all are told in one line; none is a traceback, a hang or passes unseen."""
    done = list(trials(project, family, COUNTS[family], 1))
    others = [trial for trial in done if trial.outcome not in FINE]
    outcomes = Counter(trial.outcome for trial in others)
    assert outcomes["traceback"] == outcomes["hang"] == outcomes["swallowed"] == 0, others
    assert len(others) <= MOST_OTHERS, others
    assert {trial.outcome for trial in done} >= FINE


@pytest.mark.parametrize(
    ("family", "ways", "no_room"),  # the sample's pages have no indented line and no second setting
    [
        ("records", SLIPS, set()),
        ("pages", PAGE_SLIPS, {"dedent a line", "delete a line, in the settings"}),
        ("settings", SLIPS, {"name an unknown id"}),
    ],
)
def test_every_way_is_drawn(project: Path, family: str, ways: Mapping[str, Way], no_room: set[str]) -> None:
    """No kind of slip is forgotten by the draw."""
    random = Random("every way")  # noqa: S311 - repeatable
    assert set(ways) - {drawn(family, random, project).way for _ in range(1000)} == no_room


@pytest.mark.parametrize("way", ODD)
@pytest.mark.parametrize("path", [*FILES, "data/moves.yml", "data/addresses.txt"])
def test_what_only_has_the_name_of_a_file_is_told_in_one_line(project: Path, way: str, path: str) -> None:
    """A folder, a pipe, a socket, a link to nothing, to itself or out of the project is never opened."""
    trial = tried(project, odd_way(way, project, path))
    assert trial.outcome == "one line", trial
    assert trial.told[0].startswith(f"{path}:1: ")


@pytest.mark.parametrize("family", FAMILIES)
def test_the_project_is_put_back(project: Path, family: str) -> None:
    """After a slip the project is as it was, so that the next is alone."""
    before = _content(project)
    for trial in trials(project, family, 20, 3):
        assert _content(project) == before, trial
    assert tried(project, Mutation("nothing", "data/topics.yml", lambda _: None)).outcome == "harmless"


def test_the_same_seed_draws_the_same_slips(project: Path) -> None:
    """A slip that is found can be found again."""
    first, second = (FAMILIES["records"](Random("one"), project) for _ in range(2))  # noqa: S311 - repeatable
    assert str(first) == str(second)


def _content(root: Path) -> dict[str, bytes]:
    files = (file for file in root.rglob("*") if file.is_file() and ".cache" not in file.parts)
    return {str(file.relative_to(root)): file.read_bytes() for file in files}
