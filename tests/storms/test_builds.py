"""Builds: three at once, without room, killed, with a file lost; the site is always whole."""

import resource
import signal
import time
from pathlib import Path

import pytest

from macros.settings import Folders

from .small import ended, left_over, small_project, start, tree

ROOM = 40_000  # bytes that a file may have: less than a typeface of the site
LOSING = """
import atexit, os, sys
if "macros.engines.commands" in sys.orig_argv:
    if os.environ["LOSE"] == "all":
        os._exit(0)
    atexit.register(os.remove, f"{sys.orig_argv[-1]}/index.html")
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Folders:
    """Return a small project that was built once; each test leaves it as it was."""
    folders = small_project(tmp_path_factory.mktemp("builds") / "project")
    status, out, err = ended(start(folders, "build"))
    assert status == 0, out + err
    return folders


def test_three_builds_at_once_give_one_whole_site(project: Folders) -> None:
    """The second and third wait, each says so, all succeed, and the site is that of a build alone."""
    before = tree(project.site)
    done = [ended(running) for running in [start(project, "build") for _ in range(3)]]
    assert [status for status, _, _ in done] == [0, 0, 0], done
    waited = sum("Another build is at work; this one waits for it to end ..." in err for _, _, err in done)
    assert waited == 2
    assert tree(project.site) == before
    assert left_over(project.root) == []


def test_a_build_without_room_says_so_in_a_sentence(project: Folders) -> None:
    """MkDocs falls over a file that it cannot write: one sentence, the last site, nothing left beside."""
    before = tree(project.site)

    def little_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (ROOM, ROOM))

    status, _, err = ended(start(project, "build", preexec_fn=little_room))
    assert status == 1
    assert "Traceback" not in err
    assert "the file would be larger than this machine allows" in err
    assert err.splitlines()[-1] == "The site was not built; the last site stands as it was."
    assert tree(project.site) == before
    assert left_over(project.root) == []


def test_a_killed_build_takes_its_engine_with_it_and_is_cleared_by_the_next(project: Folders) -> None:
    """The site stands, MkDocs does not go on alone, and what was left goes with the next build."""
    before = tree(project.site)
    running = start(project, "build")
    while not left_over(project.root):
        time.sleep(0.05)
    time.sleep(0.3)
    running.send_signal(signal.SIGKILL)
    running.communicate()
    assert tree(project.site) == before
    event = project.data / "events" / "salt-day-2027.yml"
    text = event.read_text(encoding="utf-8")
    event.write_text(f"{text}nonsense: 1\n", encoding="utf-8")
    status, _, err = ended(start(project, "build"))
    event.write_text(text, encoding="utf-8")
    assert (status, "Traceback" in err) == (1, False), err
    assert left_over(project.root) == []
    assert tree(project.site) == before


@pytest.mark.parametrize(
    ("lose", "told"),
    [
        ("one", "files that were built are gone, such as index.html"),
        ("all", "the list of what to build is gone"),
    ],
)
def test_a_site_whose_files_do_not_fit_is_not_put_in_place(
    project: Folders, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lose: str, told: str
) -> None:
    """A file is deleted when all are written, or none was written: one sentence, and the last site stands."""
    before = tree(project.site)
    (tmp_path / "sitecustomize.py").write_text(LOSING, encoding="utf-8")
    monkeypatch.setenv("LOSE", lose)
    status, _, err = ended(start(project, "build", before=str(tmp_path)))
    assert status == 1
    assert err.splitlines()[-1].startswith("site: ")
    assert told in err.splitlines()[-1]
    assert err.endswith("run this again; the last site stands as it was.\n")
    assert tree(project.site) == before
    assert left_over(project.root) == []


def test_a_place_that_is_no_folder_is_told_before_anything_is_built(tmp_path: Path) -> None:
    """Where a file stands for the site, one sentence says so, and it stays."""
    folders = small_project(tmp_path / "project")
    folders.site.write_text("mine")
    status, out, err = ended(start(folders, "build"))
    told = "site: a file is where the folder of the site is to be; move or delete it\n"
    assert (status, out, err) == (1, "", told)
    assert folders.site.read_text() == "mine"
