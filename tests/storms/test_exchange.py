"""The site's folder: exchanged in one step, on every system, wherever it stands, and never half."""

import os
import threading
from pathlib import Path

import pytest

from macros import exchange
from macros.exchange import begin, change_places, list_beside, missing_files, place_of, swap_in, unfit_place


def site(folder: Path, words: str = "old") -> Path:
    """Return a folder with a home page."""
    folder.mkdir(exist_ok=True)
    (folder / "index.html").write_text(words)
    return folder


def test_a_reader_never_misses_the_home_page(tmp_path: Path) -> None:
    """Whoever reads it all the while, through 100 exchanges, finds one site or the other."""
    place, found, stop = site(tmp_path / "site", "0"), list[str](), threading.Event()
    if not change_places(site(tmp_path / "a"), site(tmp_path / "b")):
        pytest.fail("this system cannot exchange two folders; run the tests on Linux or macOS")

    def read() -> None:
        while not stop.is_set():
            found.append((place / "index.html").read_text() if place.is_dir() else "missing")

    reader = threading.Thread(target=read)
    reader.start()
    for number in range(100):
        swap_in(site(begin(place), str(number)), place)
    stop.set()
    reader.join()
    assert len(found) > 100
    assert set(found) <= {str(number) for number in range(100)}
    assert [f.name for f in tmp_path.iterdir() if f.name.startswith(".")] == []


@pytest.mark.parametrize("able", [True, False])
def test_a_new_site_takes_the_place_of_the_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, able: bool
) -> None:
    """With the system's help or without, the new site stands there, and nothing of the last one beside it."""
    if not able:
        monkeypatch.setattr(exchange, "CALLS", {})
    place = tmp_path / "site"
    for words in ("first", "second"):
        swap_in(site(begin(place), words), place)
        assert (place / "index.html").read_text() == words
    assert [folder.name for folder in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize("renamed", [1, 2])
@pytest.mark.parametrize("stopped", [KeyboardInterrupt, OSError])
def test_an_exchange_in_two_steps_that_is_stopped_keeps_a_whole_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, renamed: int, stopped: type[BaseException]
) -> None:
    """Stopped before either renaming, the next build finds the last site whole."""
    place = site(tmp_path / "site")
    new, real, done = site(begin(place), "new"), Path.rename, list[Path]()

    def rename(self: Path, target: Path) -> Path:
        done.append(target)
        if len(done) == renamed:
            raise stopped
        return real(self, target)

    with monkeypatch.context() as patched:
        patched.setattr(exchange, "CALLS", {})
        patched.setattr(Path, "rename", rename)
        with pytest.raises(stopped):
            swap_in(new, place)
    begin(place)
    assert (place / "index.html").read_text() == "old"


def test_what_killed_builds_left_goes_and_nothing_else(tmp_path: Path) -> None:
    """Folders and lists of builds are cleared, of former versions too; files of somebody's own stay."""
    place = site(tmp_path / "site")
    for name in (".site.12.new", ".site.new", ".site.old"):
        site(tmp_path / name)
    (tmp_path / ".site.12.list").write_text("index.html")
    own = [tmp_path / ".site.new.txt", tmp_path / ".site-12.new", tmp_path / "asite.12.new"]
    for file in own:
        file.write_text("mine")
    new = begin(place)
    assert sorted(tmp_path.iterdir()) == sorted([place, new, *own])
    assert list(new.iterdir()) == []


def test_a_link_is_followed_and_stays(tmp_path: Path) -> None:
    """Where 'site' is a link to a folder that a server shows, that folder is exchanged."""
    shown = site(tmp_path / "www")
    link = tmp_path / "site"
    link.symlink_to(shown)
    assert unfit_place(link) == ""
    swap_in(site(begin(link), "new"), place_of(link))
    assert link.is_symlink()
    assert (shown / "index.html").read_text() == (link / "index.html").read_text() == "new"


def test_a_place_where_no_site_can_be_put_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file, links to nowhere, to itself, to somebody's folder; a mounted folder, one that is read-only."""
    file, folder = tmp_path / "file", site(tmp_path / "folder")
    file.write_text("")
    for name, to in {"nowhere": "gone", "loop": "loop", "home": "other", "good": "folder"}.items():
        (tmp_path / name).symlink_to(tmp_path / to)
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "letter.txt").write_text("mine")
    told = {name: unfit_place(tmp_path / name) for name in ("file", "nowhere", "loop", "home", "good", "new")}
    assert {name: words[:40] for name, words in told.items()} == {
        "file": "file: a file is where the folder of the ",
        "nowhere": "nowhere: the link leads nowhere; make th",
        "loop": "loop: the link leads nowhere; make the f",
        "home": "home: the link leads to a folder that is",
        "good": "",
        "new": "",
    }
    monkeypatch.setattr(Path, "is_mount", lambda _: True)
    assert unfit_place(folder).startswith("folder: a mounted folder cannot be")
    monkeypatch.undo()
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert unfit_place(folder).startswith("folder: this folder and the one above it must be writable")


def test_files_that_are_gone_are_counted(tmp_path: Path) -> None:
    """What a build meant to write is held against what is there; where nobody told, that is known too."""
    new = site(begin(tmp_path / "site"))
    assert missing_files(new) is None
    list_beside(new).write_text("index.html\nfeeds/updates.xml\nsitemap.xml")
    assert missing_files(new) == (["feeds/updates.xml", "sitemap.xml"], 3)
