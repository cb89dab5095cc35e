"""The command that makes flyers: what it writes, what it refuses, and that it writes all or nothing."""

import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
import zxingcpp
from lxml import etree
from PIL import Image

from macros.__main__ import main
from macros.settings import Folders

from .copies import ROOT, copied
from .emitters.flyer.reading import read, squeezed

FORUM, WORKSHOP = "dune-forum-2026", "reed-workshop-2027"
NOW = ("--now", "2026-04-01")


@pytest.fixture
def project(tmp_path: Path, sample: Folders) -> Folders:
    """Return a copy of the sample project that a test may change."""
    return copied(sample, tmp_path / "project")


def flyer(project: Folders, *arguments: str) -> int:
    """Run the command on a project."""
    return main(["--project", str(project.root), "flyer", *arguments, *NOW])


def rewrite(project: Folders, file: str, old: str, new: str) -> None:
    """Change a record."""
    path = project.data / file
    words = path.read_text(encoding="utf-8")
    assert old in words
    path.write_text(words.replace(old, new), encoding="utf-8")


def test_a_flyer_and_codes_for_posters_are_written(project: Folders) -> None:
    """Three files: a page, and the code of the record's address as SVG and as PNG of 1200 pixels or more."""
    assert flyer(project, FORUM) == 0
    assert sorted(file.name for file in project.flyers.iterdir()) == [
        f"{FORUM}-qr.png",
        f"{FORUM}-qr.svg",
        f"{FORUM}.pdf",
    ]
    found = read((project.flyers / f"{FORUM}.pdf").read_bytes())
    (link,) = found.codes
    assert link.endswith(f"/events/{FORUM}/")
    with Image.open(project.flyers / f"{FORUM}-qr.png") as picture:
        assert min(picture.size) >= 1200
        assert [code.text for code in zxingcpp.read_barcodes(picture)] == [link]
        assert [code.ec_level for code in zxingcpp.read_barcodes(picture)] in (["Q"], ["H"])
    drawing = etree.parse(project.flyers / f"{FORUM}-qr.svg").getroot()
    assert drawing.findtext("{http://www.w3.org/2000/svg}title") == f"QR code of {link}"


@pytest.mark.parametrize("standing", ["cancelled", "postponed"])
def test_an_event_that_is_called_off_says_so(project: Folders, standing: str) -> None:
    """Its flyer, made anew, no longer invites anybody."""
    file = f"events/{WORKSHOP}.yml"
    change = f"  - {{what: {standing}, on: 3 March 2026, was_on: 3-4 March 2027, why: The dam broke}}"
    rewrite(project, file, "standing: confirmed", f"standing: {standing}")
    rewrite(project, file, "    was: Reed day\n", f"    was: Reed day\n{change}\n")
    assert flyer(project, WORKSHOP) == 0
    said = read((project.flyers / f"{WORKSHOP}.pdf").read_bytes()).words
    assert squeezed(f"This event was {standing}, as said on 3 March 2026") in said
    assert squeezed("The dam broke.") in said
    assert "Registration" not in said


def test_a_study_that_is_not_final_says_how_far_it_is(project: Folders) -> None:
    """Nobody takes a plan for a publication."""
    assert flyer(project, "studies/hedge-study") == 0
    said = read((project.flyers / "hedge-study.pdf").read_bytes()).words
    assert "Inpreparation" in said or "Proposed" in said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("dune-forum-2062", "did you mean 'dune-forum-2026'?"),
        ("nothing-alike-at-all", "its id is the name of its file"),
        ("hedge-study-begun", "only events and studies have a flyer; it is about studies/hedge-study, which"),
        ("hedge-belt", "'hedge-belt' is of projects, and only events and studies have a flyer"),
        ("studies/dune-forum-2026", "there is no event or study 'studies/dune-forum-2026'"),
        ("", "there is no event or study ''"),
        ("../dune-forum-2026", "there is no event or study"),
    ],
)
def test_what_has_no_flyer_is_told_in_a_line(
    project: Folders, capsys: pytest.CaptureFixture[str], words: str, said: str
) -> None:
    """What is mistyped, and what is of another kind, comes with what to do; nothing is written."""
    assert flyer(project, words) == 1
    err = capsys.readouterr().err
    assert said in err
    assert len(err.splitlines()) == 1
    assert not project.flyers.exists()


def test_a_folder_that_cannot_be_written_is_told(
    project: Folders, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file where the folder is to be, and a folder where a file is to be: nothing is half written."""
    taken = tmp_path / "taken"
    taken.write_text("mine")
    assert flyer(project, FORUM, "--folder", str(taken)) == 1
    assert "a file is where a folder is to be" in capsys.readouterr().err
    folder = tmp_path / "folder"
    (folder / f"{FORUM}-qr.png").mkdir(parents=True)
    assert flyer(project, FORUM, "--folder", str(folder)) == 1
    assert "a folder is where a file is to be" in capsys.readouterr().err
    assert [file.name for file in folder.iterdir()] == [f"{FORUM}-qr.png"]
    assert taken.read_text() == "mine"


def test_a_damaged_picture_is_told(project: Folders, capsys: pytest.CaptureFixture[str]) -> None:
    """Its header may be in order where its pixels are not: the line names the file."""
    noise = BytesIO()
    Image.effect_noise((900, 600), 90).save(noise, "PNG")
    broken = noise.getvalue()[:4000] + b"\0" * 4000 + noise.getvalue()[8000:]
    (project.docs / "pictures" / "field.png").write_bytes(broken)
    with (project.data / "events" / f"{FORUM}.yml").open("a", encoding="utf-8") as record:
        record.write("gallery:\n- {file: field.png, alt: A field}\n")
    done = flyer(project, FORUM)
    told = capsys.readouterr()
    lines = (told.out + told.err).splitlines()
    assert done == 1
    assert any("docs/pictures/field.png" in line and "damaged" in line for line in lines), lines
    assert not project.flyers.exists()


def test_a_flyer_has_the_same_bytes_each_time_and_everywhere(project: Folders, tmp_path: Path) -> None:
    """Neither the clock nor the zone, the language or the order of a machine's hashes is in it."""
    made = []
    for number, (zone, locale) in enumerate((("Asia/Seoul", "C"), ("America/New_York", "C.UTF-8"))):
        folder = tmp_path / str(number)
        surroundings = {**os.environ, "TZ": zone, "LC_ALL": locale, "PYTHONHASHSEED": str(number + 1)}
        command = [sys.executable, "-m", "macros", "--project", str(project.root), "flyer", FORUM, *NOW]
        subprocess.run([*command, "--folder", str(folder)], check=True, env=surroundings, cwd=ROOT)
        made.append({file.name: file.read_bytes() for file in folder.iterdir()})
    assert made[0] == made[1]
    assert len(made[0]) == 3
