"""The check passes if and only if the strict build does; nothing crashes, nothing foreign is published."""

from collections.abc import Iterator, Mapping

import pytest

from macros.settings import Folders
from tests.copies import copied
from tests.views.goldens import NOW

from .building import built, checked
from .mutating import FAMILIES
from .pieces import BROKEN
from .reading import foreign
from .running import SAMPLE, run

COUNT = 3 * len(FAMILIES)


@pytest.fixture(autouse=True)
def _now(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(NOW.timestamp())))


def test_check_and_build_agree_on_random_slips() -> None:
    """More of them: python -m tests.agreement 2000."""
    tally = run(COUNT, seed=13, whole=False)
    assert (tally.disagreements, tally.crashes, tally.published) == ([], [], [])
    assert min(tally.counts["passed"], tally.counts["refused"]) >= COUNT // 5


def test_pieces_that_pass_the_check_are_built_together(tmp_path_factory: pytest.TempPathFactory) -> None:
    """All hostile pieces that the check lets through, each on its page, build and bring nothing foreign."""
    top = tmp_path_factory.mktemp("pieces")
    project = copied(SAMPLE, top / "project")
    pages = {f"docs/piece-{number}.md": piece for number, piece in enumerate(BROKEN)}
    for page, piece in pages.items():
        (project.root / page).write_bytes(f"# A piece\n\nwords\n\n{piece}\n\nmore words\n".encode())
    refused = list(_refused(project, pages))
    assert len(refused) > 140
    build = built(project, top / "site")
    assert (build.passed, build.words, build.crash) == (True, "", "")
    assert list(foreign(top / "site")) == []


def _refused(project: Folders, pages: Mapping[str, str]) -> Iterator[str]:
    """Take away the pages that the check refuses, until it passes; yield each."""
    while not (answer := checked(project)).passed:
        assert not answer.crash
        wrong = {line.partition(":")[0] for line in answer.words.splitlines()}
        assert wrong <= pages.keys(), answer.words
        for page in sorted(wrong):
            (project.root / page).unlink()
            yield page
