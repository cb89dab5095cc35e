"""The files of docs/: what goes to the site, and what cannot."""

import os
from pathlib import Path

import pytest

from macros.catalogue.reading.docs_files import docs_files

ODD = {
    "Upper.md": "'Upper' becomes part of an address",
    "two words.md": "'two words' becomes part of an address",
    "зимa.md": "becomes part of an address",
    "page.markdown": "rename it to page.md",
    "share.md": "stands where the site makes a page itself",
    "events/by/x.md": "stands where the site makes a page itself",
    "robots.txt": "stands where the site makes a page or file itself",
    "page.html": "is of no kind that we publish",
    "script.js": "is of no kind that we publish",
    "drawing.svg": "is a picture; move it into docs/pictures/",
    "a/herd.png": "is a picture; move it into docs/pictures/",
    "Herd.JPG": "is a picture; move it into docs/pictures/",
    "pictures/herd.heic": "is HEIC, as phones save it; open it in a program for photographs and export it",
    "pictures/herd.gif": "is no picture that we show; use one of .png, .jpg",
    "pictures/notes.txt": "is no picture that we show",
    "noending": "is of no kind that we publish",
}


@pytest.mark.parametrize("name", ODD)
def test_a_file_that_cannot_go_to_the_site_is_one_line(tmp_path: Path, name: str) -> None:
    """Its kind, its name or its place is not one of ours."""
    file = tmp_path / "docs" / name
    file.parent.mkdir(parents=True)
    file.write_text("x")
    (problem,) = docs_files(tmp_path / "docs").problems
    assert (problem.path, problem.line, ODD[name] in problem.message) == (f"docs/{name}", 1, True), problem


def test_pages_and_files_are_found_in_order_and_hidden_ones_are_not(tmp_path: Path) -> None:
    """Folders below folders, too; what engines leave out is not looked at."""
    for name in (
        "b.md",
        "a/c.md",
        "pictures/a/z.png",
        "files/x.pdf",
        "CNAME",
        ".git/x.md",
        "templates/x.html",
        ".x.md",
    ):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("x")
    found = docs_files(tmp_path)
    assert (found.pages, found.others) == (["a/c.md", "b.md"], ["CNAME", "files/x.pdf", "pictures/a/z.png"])
    assert found.problems == []


def test_two_files_of_one_address_are_told(tmp_path: Path) -> None:
    """a.md and a/index.md would overwrite each other."""
    for name in ("a.md", "a/index.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    (problem,) = docs_files(tmp_path).problems
    assert "has the same address as 'a/index.md'" in problem.message


LINKS = {
    "/etc/hostname": "leads out of docs/",
    "../data/secret.txt": "leads out of docs/",
    "nowhere.txt": "leads nowhere",
    "b.txt": "leads nowhere",
    ".": "is a link to a folder",
    "inside.txt": "",
}


@pytest.mark.parametrize("target", LINKS)
@pytest.mark.parametrize("name", ["b.txt", "b.md"])
def test_a_link_out_of_docs_publishes_nothing(tmp_path: Path, target: str, name: str) -> None:
    """Nor does one to a folder, to nothing or to itself; inside docs/ a link is a file like any other."""
    docs = tmp_path / "docs"
    (tmp_path / "data").mkdir()
    docs.mkdir()
    (tmp_path / "data" / "secret.txt").write_text("secret")
    (docs / "inside.txt").write_text("x")
    (docs / name).symlink_to(name if target == "b.txt" else target)
    problems = docs_files(docs).problems
    assert [LINKS[target] in problem.message for problem in problems] == ([True] if LINKS[target] else [])


def test_a_folder_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    """Nothing is taken for empty that is only closed, or not there."""
    (problem,) = docs_files(tmp_path / "docs").problems
    assert "there is no folder that can be read" in problem.message


def test_an_odd_name_stays_on_one_line(tmp_path: Path) -> None:
    """Line breaks, escapes and bytes of another encoding in a name are spelt out."""
    for name in (b"a\nb.md", b"a\x1b[31m.md", b"a\xff.md"):
        (tmp_path / os.fsdecode(name)).write_text("x")
    told = [str(problem) for problem in docs_files(tmp_path).problems]
    assert len(told) == 3
    assert all(line.isprintable() for line in told)


def test_what_is_no_plain_file_is_not_opened(tmp_path: Path) -> None:
    """A pipe would be waited for without end; a folder that is named like a page is none."""
    os.mkfifo(tmp_path / "pipe.md")
    (tmp_path / "folder.md").mkdir()
    assert {
        problem.path.rpartition("/")[2]: problem.message for problem in docs_files(tmp_path).problems
    } == {
        "folder.md": "is a folder; a page is a file, so name the folder without '.md'",
        "pipe.md": "is no plain file; delete it",
    }
