"""What is written is written whole, and the last site outlives a build that fails or is killed."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from macros.publish import kept, write_all, write_bytes
from macros.settings import Folders

ROOT = Path(__file__).parents[1]


def test_a_file_with_the_same_content_is_left_alone(tmp_path: Path) -> None:
    """Writing what is there already says so and does not touch the file."""
    file = tmp_path / "folder" / "file.json"
    assert write_bytes(file, b"one")
    before = file.stat().st_mtime_ns
    assert not write_bytes(file, b"one")
    assert file.stat().st_mtime_ns == before
    assert write_bytes(file, b"two")
    assert [f.name for f in file.parent.iterdir()] == ["file.json"]


def test_several_files_are_written_into_folders_that_are_made(tmp_path: Path) -> None:
    """Each file has its content, and nothing stands beside it."""
    files = {tmp_path / "a" / "one.yml": b"one", tmp_path / "b" / "c" / "two.yml": b"two"}
    write_all(files)
    assert {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()} == files


@pytest.mark.parametrize(
    "order", [("old", "new", "folder"), ("folder", "old", "new"), ("old", "folder", "new")]
)
def test_writing_that_fails_half_way_is_taken_back(tmp_path: Path, order: tuple[str, ...]) -> None:
    """Where a folder is in the way of one of several files, the others are as they were."""
    places = {name: tmp_path / name / f"{name}.yml" for name in order}
    places["old"].parent.mkdir()
    places["old"].write_bytes(b"old")
    (places["folder"] / "inside").mkdir(parents=True)
    with pytest.raises(OSError, match=r"folder\.yml"):
        write_all(dict.fromkeys(places.values(), b"changed"))
    assert places["old"].read_bytes() == b"old"
    assert [file.name for file in tmp_path.rglob("*") if file.is_file()] == ["old.yml"]


@pytest.mark.parametrize("step", ["write_bytes", "replace"])
@pytest.mark.parametrize("done", [1, 2, 3])
def test_writing_that_somebody_stops_is_taken_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, done: int
) -> None:
    """Stopped at any of the files, before or while they take their places, all are as they were."""
    old = {tmp_path / "first.yml": b"1", tmp_path / "last.yml": b"3"}
    write_all(old)
    files = dict.fromkeys((tmp_path / "first.yml", tmp_path / "new.yml", tmp_path / "last.yml"), b"changed")
    with monkeypatch.context() as patched:
        patched.setattr(Path, step, _stopped(getattr(Path, step), done))
        with pytest.raises(KeyboardInterrupt):
            write_all(files)
    assert {file: file.read_bytes() for file in tmp_path.iterdir()} == old


def test_a_failed_build_leaves_the_last_site_as_it_was(tmp_path: Path) -> None:
    """With a mistake in the data, the build says the line, exits 1, and site/ is untouched."""
    folders = _project(tmp_path)
    _site(folders.site, "last")
    event = folders.data / "events" / "som-28.yml"
    event.write_text(event.read_text().replace("standing: confirmed", "standing: confirmd"))
    command = [sys.executable, "-m", "macros", "--project", str(folders.root), "build"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    said = done.stdout + done.stderr
    assert done.returncode == 1
    assert "data/events/som-28.yml:" in said
    assert "did you mean 'confirmed'?" in said
    assert "Traceback" not in said
    assert [(f.name, f.read_text()) for f in folders.site.iterdir()] == [("index.html", "last")]
    assert not list(folders.root.glob(".site.*"))


def _stopped(real: Callable[..., object], after: int) -> Callable[..., object]:
    """Return a step that is done so often, then stopped once it is done, and works again after that."""
    calls = count(1)

    def step(*arguments: object) -> object:
        done = real(*arguments)
        if next(calls) == after:
            raise KeyboardInterrupt
        return done

    return step


def _project(root: Path) -> Folders:
    for part in ("data", "docs", "overrides", "macros"):
        shutil.copytree(ROOT / part, root / part, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copyfile(ROOT / "mkdocs.yml", root / "mkdocs.yml")
    return Folders(root)


def _site(folder: Path, text: str) -> Path:
    folder.mkdir()
    (folder / "index.html").write_text(text)
    return folder


def test_what_is_kept_whole_is_not_made_again(tmp_path: Path) -> None:
    """A second build takes what the first one drew; a file that was cut or changed is made anew."""
    keep, made = kept(tmp_path), []

    def make() -> bytes:
        made.append(1)
        return b"drawn"

    assert keep("card", make) == keep("card", make) == b"drawn"
    assert len(made) == 1
    (tmp_path / "card").write_bytes((tmp_path / "card").read_bytes()[:-3])
    assert keep("card", make) == b"drawn"
    (tmp_path / "card").write_bytes(b"")
    assert keep("card", make) == b"drawn"
    assert len(made) == 3
