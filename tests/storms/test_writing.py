"""Commands that write records: on a full disk, killed, two at once, in a folder that is no project."""

import errno
import os
import signal
import subprocess
import sys
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from macros import locking
from macros.__main__ import main
from macros.catalogue.reading.refusals import RIGHTS
from macros.settings import Folders

from ..intake.questionnaires import as_csv, rows
from .small import ROOT, left_over, small_project, tree

MOMENT = ("--now", "2027-01-10 09:00 Z")
COMMANDS = {
    "new": ("new", "events", "camp-2027"),
    "announce": ("announce", "salt-day-2027", *MOMENT),
    "rename": ("rename", "events", "salt-day-2027", "salt-day"),
    "publish": ("publish", "--now", "2026-04-01 09:00 Z"),
    "schema": ("schema",),
    "import": ("import", "answers.csv", "--write", *MOMENT),
}
NOT_OURS = f"cannot be read: {RIGHTS}"
GONE = "disappeared while it was read; run this again"
KILLED = """
import os, sys
from macros.__main__ import main
left, real = int(sys.argv[1]), os.replace
def counted(*arguments):
    global left
    left -= sys.argv[3] in str(arguments[0])
    if left < 0:
        os.kill(os.getpid(), 9)
    return real(*arguments)
os.replace = counted
main(sys.argv[2:])
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folders:
    """Return a small project, with a questionnaire outside it."""
    (tmp_path / "answers.csv").write_bytes(as_csv(rows(12)))
    monkeypatch.chdir(tmp_path)
    return small_project(tmp_path / "project")


def run(project: Folders, name: str) -> int:
    """Run a command of the table."""
    return main(["--project", str(project.root), *COMMANDS[name]])


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EIO])
@pytest.mark.parametrize("name", COMMANDS)
def test_a_disk_that_refuses_ends_with_one_sentence_and_whole_records(
    project: Folders,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    name: str,
    code: int,
) -> None:
    """Refused at each of its first writes, with half of it in the file by then, it changes nothing.

    Only publishing keeps what it has released so far: each entry by itself is whole.
    """
    before, real = tree(project.root), Path.write_bytes
    for refused in range(8 if code == errno.ENOSPC else 1):
        calls = count()

        def write(self: Path, content: bytes, at: int = refused, calls: "count[int]" = calls) -> int:
            if project.root in self.parents and ".cache" not in self.parts and next(calls) == at:
                real(self, content[: len(content) // 2])
                raise OSError(code, os.strerror(code))
            return real(self, content)

        with monkeypatch.context() as patched:
            patched.setattr(Path, "write_bytes", write)
            status = run(project, name)
        said = capsys.readouterr()
        assert left_over(project.root) == []
        if status == 0:
            assert refused > 0
            break
        after = tree(project.root)
        assert said.err.count("\n") == 1, said.err
        assert said.err.endswith("then run this again. Every record is whole.\n")
        assert {file: after[file] for file in before} == before
        assert name == "publish" or after == before


@pytest.mark.parametrize("killed", [0, 7])
def test_an_import_that_is_killed_leaves_whole_records_and_is_cleared_by_the_next_command(
    project: Folders, killed: int
) -> None:
    """Each file is as before or as it should be; hidden ones go with the next command that writes."""
    before = tree(project.root)
    arguments = ["--project", str(project.root), *COMMANDS["import"]]
    program = [sys.executable, "-c", KILLED, str(killed), *arguments]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(program, env=env, capture_output=True, check=False, timeout=300)
    assert done.returncode == -signal.SIGKILL
    assert left_over(project.root)
    shown = {name: text for name, text in tree(project.root).items() if not Path(name).name.startswith(".")}
    assert run(project, "schema") == 0
    assert left_over(project.root) == []
    assert run(project, "import") == 0
    whole = tree(project.root)
    assert before.items() <= whole.items()
    assert {name: text for name, text in shown.items() if "schemas" not in name}.items() <= whole.items()


def test_git_ignores_what_a_killed_command_leaves(project: Folders) -> None:
    """Files beside records, pages and settings, folders beside the site: Git would commit none of them."""
    (project.root / ".gitignore").write_bytes((ROOT / ".gitignore").read_bytes())
    subprocess.run(["git", "init", "-q"], cwd=project.root, check=True)
    names = ["data/events/.a.yml.7.new", "docs/.a.md.7.new", ".mkdocs.yml.7.new", ".site.7.new/index.html"]
    names += [".site.7.list", ".site.7.old/a.html", "data/ledger/.a.json.7.new", "data/.ledger.lock"]
    done = subprocess.run(["git", "check-ignore", *names], cwd=project.root, capture_output=True, text=True)
    assert done.stdout.splitlines() == names


@pytest.mark.parametrize("name", [*COMMANDS, "check", "build", "status", "serve"])
def test_a_folder_that_is_no_project_is_told_and_stays_empty(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    """No command makes folders where it was run by mistake."""
    (tmp_path / "answers.csv").write_bytes(as_csv(rows(1)))
    empty = tmp_path / "empty"
    empty.mkdir()
    for root in (empty, tmp_path / "nowhere"):
        assert main(["--project", str(root), *COMMANDS.get(name, (name,))]) == 1
        said = capsys.readouterr()
        assert said.out.startswith("data:1: there is no such folder; run this at the top of the project\n")
        assert "Traceback" not in said.err
    assert list(empty.iterdir()) == []


@pytest.mark.parametrize("name", COMMANDS)
def test_who_writes_does_so_alone(
    project: Folders, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    """While another command writes, this one waits; when that takes too long, it says so."""
    monkeypatch.setattr(locking, "PATIENCE", 0)
    before = tree(project.root)
    with FileLock(project.data_lock, is_singleton=False):
        assert run(project, name) == 1
    assert capsys.readouterr().err == (
        "Another command is still at work here; run this again when it has ended.\n"
    )
    assert tree(project.root) == before


@pytest.mark.parametrize("name", ["check", "status", "publish", "announce"])
@pytest.mark.parametrize("step", ["lstat", "open"])
@pytest.mark.parametrize(("code", "told"), [(errno.EACCES, NOT_OURS), (errno.ENOENT, GONE)])
def test_a_record_that_cannot_be_read_or_has_gone_is_told_by_its_name(
    project: Folders,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    name: str,
    code: int,
    told: str,
    step: str,
) -> None:
    """A file that is deleted while a command reads it, or that is not ours to read, gives a line."""
    refused, real = project.data / "events" / "salt-day-2027.yml", getattr(Path, step)

    def read(self: Path, *arguments: Any, **options: Any) -> Any:
        if self == refused:
            raise OSError(code, os.strerror(code), str(self))
        return real(self, *arguments, **options)

    monkeypatch.setattr(Path, step, read)
    assert main(["--project", str(project.root), *COMMANDS.get(name, (name,))]) == 1
    said = capsys.readouterr()
    assert f"data/events/salt-day-2027.yml:1: {told}\n" in said.out + said.err


@pytest.mark.parametrize("name", ["mkdocs.yml", "docs/index.md", "docs/topics"])
def test_settings_pages_and_folders_that_cannot_be_read_are_told(
    project: Folders, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    """None is left out of the site in silence, and none is taken for a file in another encoding."""
    refused, opened, listed = project.root / name, Path.open, os.scandir
    (project.docs / "topics").mkdir(exist_ok=True)

    def read(real: Any) -> Any:
        def reading(path: Any, *arguments: Any, **options: Any) -> Any:
            if Path(path) == refused:
                raise OSError(errno.EACCES, os.strerror(errno.EACCES), str(path))
            return real(path, *arguments, **options)

        return reading

    monkeypatch.setattr(Path, "open", read(opened))
    monkeypatch.setattr(os, "scandir", read(listed))
    assert main(["--project", str(project.root), "check"]) == 1
    said = capsys.readouterr()
    assert f"{name}:1: {NOT_OURS}\n" in said.out + said.err
