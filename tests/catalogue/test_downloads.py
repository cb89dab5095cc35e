"""Files of docs/files/: what each is, and what is wrong with one that readers could not open."""

import os
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.catalogue import ProblemsFound
from macros.catalogue.reading.downloads import LARGEST, read_downloads
from macros.catalogue.reading.media import MEDIA_TYPES
from macros.catalogue.stored import StoredFile
from macros.project import open_project
from macros.publish import kept
from macros.settings import Folders, made_anew

from ..copies import copied
from ..pdfs import locked_pdf, office, pdf

CUT = "is cut off or damaged; copy it there again from where it is whole"
LOCKED = "is locked by a password; save it without one"
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return an empty docs/files/."""
    made = tmp_path / "docs" / "files"
    made.mkdir(parents=True)
    return made


def _odt() -> bytes:
    held = BytesIO()
    with ZipFile(held, "w") as archive:
        archive.writestr("mimetype", MEDIA_TYPES["odt"])
    return held.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", pdf()),
        ("a.docx", office("docx")),
        ("a.pptx", office("pptx")),
        ("a.xlsx", office("xlsx")),
        ("a.odt", _odt()),
        ("a.zip", office("docx")),
        ("a.csv", "name,город\n".encode()),
        ("a.txt", b"words\n"),
    ],
)
def test_a_file_is_what_its_bytes_are(folder: Path, name: str, content: bytes) -> None:
    """Size, media type and digest come from the file."""
    (folder / name).write_bytes(content)
    (stored,) = read_downloads(folder, [name], made_anew).values()
    assert isinstance(stored, StoredFile), stored
    assert (stored.length, stored.media_type) == (len(content), MEDIA_TYPES[name[2:]])
    assert stored.path == f"files/{name}"
    assert len(stored.digest) == 64


def test_a_pdf_says_its_pages_title_and_language(folder: Path) -> None:
    """The region of a language plays no part; a scan has no words."""
    (folder / "a.pdf").write_bytes(pdf("Land\nstudy", "ru-RU", pages=7))
    (folder / "scan.pdf").write_bytes(pdf("", "", ""))
    found = read_downloads(folder, ["a.pdf", "scan.pdf"], made_anew)
    whole, scan = found["a.pdf"], found["scan.pdf"]
    assert isinstance(whole, StoredFile)
    assert isinstance(scan, StoredFile)
    assert (whole.pages, whole.title, whole.language, whole.searchable) == (7, "Land study", "ru", True)
    assert whole.first_page == (595.28, 841.89)
    assert (scan.pages, scan.title, scan.language, scan.searchable) == (1, "", "", False)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.pdf", b"", "is empty; copy it there again from where it is whole"),
        ("a.pdf", pdf()[:400], CUT),
        ("a.pdf", pdf()[:-20], CUT),
        ("a.pdf", b"%PDF-1.7\n" + bytes(300) + b"%%EOF\n", CUT),
        ("a.pdf", locked_pdf(), LOCKED),
        (
            "a.pdf",
            office("docx"),
            "holds a Word document, not what its name says; name it so, with .docx at its end, "
            "or save it anew",
        ),
        (
            "a.pdf",
            b"<!DOCTYPE html><p>Sign in",
            "holds a web page, not what its name says; save it anew as .pdf",
        ),
        ("a.pdf", b"\x89PNG\r\n\x1a\n", "holds a picture, not what its name says; save it anew as .pdf"),
        ("a.pdf", bytes(90), "is no file of the kind .pdf inside; save it anew as .pdf"),
        (
            "a.docx",
            pdf(),
            "holds a PDF, not what its name says; name it so, with .pdf at its end, or save it anew",
        ),
        ("a.docx", office("docx")[:-30], CUT),
        (
            "a.docx",
            OLD,
            "holds a file of an old Office, or one locked by a password, not what its name says; "
            "save it anew as .docx",
        ),
        ("a.zip", b"words", "is no file of the kind .zip inside; save it anew as .zip"),
        (
            "a.csv",
            b"\xff\xfe\x00n",
            "is no file of the kind .csv inside; save it anew as .csv in UTF-8",
        ),
    ],
)
def test_what_readers_could_not_open_is_told(folder: Path, name: str, content: bytes, said: str) -> None:
    """One line says what is wrong and what to do."""
    (folder / name).write_bytes(content)
    assert read_downloads(folder, [name], made_anew) == {name: f"docs/files/{name} {said}"}


def test_a_file_that_is_not_there_is_told_with_the_nearest_name(folder: Path) -> None:
    """In a folder below too."""
    (folder / "forum").mkdir()
    (folder / "forum" / "agenda.pdf").write_bytes(pdf())
    found = read_downloads(folder, ["forum/agneda.pdf", "other.pdf"], made_anew)
    assert found == {
        "forum/agneda.pdf": "there is no file docs/files/forum/agneda.pdf; did you mean 'forum/agenda.pdf'?",
        "other.pdf": "there is no file docs/files/other.pdf; put it there, or correct the name",
    }


def test_what_is_wrong_with_a_file_is_told_once(sample: Folders, tmp_path: Path) -> None:
    """At its record's key; the folder docs/, which would tell it too, stands beside it."""
    project = copied(sample, tmp_path / "project")
    file = project.docs / "files" / "hedges-summary.pdf"
    file.unlink()
    os.mkfifo(file)
    with pytest.raises(ProblemsFound) as raised:
        open_project(project)
    study = (project.data / "studies" / "hedge-study.yml").read_text()
    line = study[: study.index("hedges-summary.pdf")].count("\n") + 1
    assert str(raised.value) == (
        f"data/studies/hedge-study.yml:{line}: docs/files/hedges-summary.pdf is no plain file (but a pipe or "
        "the like); put the file itself there, or delete this (also in docs/files/hedges-summary.pdf:1)"
    )


def test_settings_that_leave_out_a_file_of_a_record_are_told(sample: Folders, tmp_path: Path) -> None:
    """Its page would have a link that leads nowhere."""
    project = copied(sample, tmp_path / "project")
    settings = project.settings.read_text()
    project.settings.write_text(f"{settings}\nexclude_docs: |\n  /files/forum/agenda.pdf\n")
    with pytest.raises(ProblemsFound) as raised:
        open_project(project)
    assert str(raised.value) == (
        "mkdocs.yml:1: 'exclude_docs' leaves out docs/files/forum/agenda.pdf, which a record names; "
        "let it through"
    )


def test_a_file_that_is_too_large_says_the_way_out(folder: Path) -> None:
    """The limit is 25 MiB to the byte, and large files may lie elsewhere."""
    whole = pdf()
    (folder / "a.pdf").write_bytes(whole[:9] + b"%" * (LARGEST - len(whole) - 1) + b"\n" + whole[9:])
    (folder / "b.pdf").write_bytes(bytes(LARGEST + 1))
    found = read_downloads(folder, ["a.pdf", "b.pdf"], made_anew)
    assert isinstance(found["a.pdf"], StoredFile)
    assert found["b.pdf"] == (
        "docs/files/b.pdf has 26,214,401 bytes, more than 26,214,400 (25 MiB); make it smaller, or put it "
        "where large files lie and write 'link: https://...' in place of 'file'"
    )


def test_what_is_no_file_of_the_project_is_told_and_never_opened(folder: Path, tmp_path: Path) -> None:
    """A folder, a pipe, a link out of docs/ and one that leads nowhere."""
    (tmp_path / "secret.pdf").write_bytes(pdf())
    (folder / "folder.pdf").mkdir()
    os.mkfifo(folder / "pipe.pdf")
    (folder / "out.pdf").symlink_to(tmp_path / "secret.pdf")
    (folder / "nowhere.pdf").symlink_to(tmp_path / "nothing.pdf")
    found = read_downloads(folder, ["folder.pdf", "pipe.pdf", "out.pdf", "nowhere.pdf"], made_anew)
    assert {name: str(said).removeprefix(f"docs/files/{name} ") for name, said in found.items()} == {
        "folder.pdf": "must be a file; move or delete this folder",
        "nowhere.pdf": "is a link that leads nowhere; put the file itself there, or delete this",
        "out.pdf": "is a link that leads out of the project; put the file itself there, or delete this",
        "pipe.pdf": "is no plain file (but a pipe or the like); put the file itself there, or delete this",
    }


def test_a_pdf_is_read_once_for_its_bytes(folder: Path, tmp_path: Path) -> None:
    """A cache gives the same as reading anew, by content: a new name reads nothing, new bytes do."""
    read: list[str] = []
    cache = kept(tmp_path / "cache")

    def counted(name: str, make: object) -> bytes:
        def made() -> bytes:
            read.append(name)
            assert callable(make)
            content: bytes = make()
            return content

        return cache(name, made)

    (folder / "a.pdf").write_bytes(pdf("One"))
    (folder / "b.pdf").write_bytes(pdf("One"))
    first = read_downloads(folder, ["a.pdf", "b.pdf"], counted)
    assert len(read) == 1
    assert read_downloads(folder, ["a.pdf", "b.pdf"], counted) == first
    assert read_downloads(folder, ["a.pdf", "b.pdf"], made_anew) == first
    (folder / "b.pdf").write_bytes(pdf("Two"))
    other = read_downloads(folder, ["b.pdf"], counted)["b.pdf"]
    assert isinstance(other, StoredFile)
    assert (len(read), other.title) == (2, "Two")


WHOLE = {"pdf": pdf(), "docx": office("docx"), "pptx": office("pptx"), "xlsx": office("xlsx"), "odt": _odt()}


@given(st.data())
def test_no_bytes_make_the_program_fall(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """Wherever a file was cut or a byte of it changed, it is a file or told in a line."""
    folder = tmp_path_factory.mktemp("files")
    ending = data.draw(st.sampled_from(sorted(MEDIA_TYPES)))
    start = data.draw(st.sampled_from([*WHOLE.values(), b"%PDF-1.4\n", b"PK\x03\x04", b""]))
    cut = data.draw(st.integers(0, len(start)))
    content = start[:cut] + data.draw(st.binary(max_size=40)) + start[cut + data.draw(st.integers(0, 3)) :]
    (folder / f"a.{ending}").write_bytes(content)
    (found,) = read_downloads(folder, [f"a.{ending}"], made_anew).values()
    assert isinstance(found, StoredFile) or (found.isprintable() and ";" in found), found
