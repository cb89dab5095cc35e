"""What is written is written whole, and the last site outlives a build that fails or is killed."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from macros.publish import clear_unfinished, recover, swap_in, write_bytes
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


def test_a_new_site_takes_the_place_of_the_last(tmp_path: Path) -> None:
    """After a swap the new site stands there, and nothing of the last one beside it."""
    site = _site(tmp_path / "site", "old")
    new = _site(clear_unfinished(site), "new")
    swap_in(new, site)
    assert (site / "index.html").read_text() == "new"
    assert [folder.name for folder in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize("renamed", [1, 2])
def test_a_swap_killed_in_the_middle_keeps_a_whole_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, renamed: int
) -> None:
    """Killed before either renaming, the next build finds the last site or the new one whole."""
    site = _site(tmp_path / "site", "old")
    new = _site(clear_unfinished(site), "new")
    done = []
    real = Path.rename

    def rename(self: Path, target: Path) -> Path:
        done.append(target)
        if len(done) == renamed:
            raise KeyboardInterrupt
        return real(self, target)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "rename", rename)
        with pytest.raises(KeyboardInterrupt):
            swap_in(new, site)
    recover(site)
    assert (site / "index.html").read_text() == "old"


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
    assert not (folders.root / ".site.new").exists()


def _project(root: Path) -> Folders:
    for part in ("data", "docs", "overrides", "macros"):
        shutil.copytree(ROOT / part, root / part, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copyfile(ROOT / "mkdocs.yml", root / "mkdocs.yml")
    return Folders(root)


def _site(folder: Path, text: str) -> Path:
    folder.mkdir()
    (folder / "index.html").write_text(text)
    return folder
