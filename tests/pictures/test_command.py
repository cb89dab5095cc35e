"""The command that makes a picture ready: what lies in docs/pictures/ then, and what it says."""

import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from macros.catalogue.reading.pictures import read_pictures
from macros.catalogue.stored import PictureFile
from macros.settings import Folders
from tests.copies import ROOT, copied

from .made import CAMERA, moving, photograph, saved, scene


def ready(project: Folders, name: str, content: bytes, *more: str) -> tuple[int, str]:
    """Return how the command ends for a picture outside the project, and all that it says."""
    file = project.root / name
    file.write_bytes(content)
    command = [sys.executable, "-m", "macros", "--project", str(project.root), "picture", str(file), *more]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert "Traceback" not in done.stdout + done.stderr
    return done.returncode, done.stdout + done.stderr


@pytest.fixture
def project(sample: Folders, tmp_path: Path) -> Folders:
    """Return a copy of the sample project."""
    return copied(sample, tmp_path / "sample")


def grey16() -> bytes:
    """Return a picture of 16 bits a colour."""
    return saved(Image.new("I;16", (40, 30), 50_000), "PNG")


COMES = {
    "upright.jpg": (photograph(6), "upright.jpg", (40, 64)),
    "IMG 0001.TIFF": (saved(scene("CMYK"), "TIFF"), "img-0001.jpg", (64, 40)),
    "стадо.png": (grey16(), "stado.jpg", (40, 30)),
    "sun.png": (saved(scene("RGBA"), "PNG"), "sun.png", (64, 40)),
    "full.png": (saved(Image.new("RGBA", (64, 40), (9, 9, 9, 255)), "PNG"), "full.jpg", (64, 40)),
    "wide.webp": (saved(Image.new("RGB", (5000, 100)), "WEBP"), "wide.jpg", (4000, 80)),
}


@pytest.mark.parametrize("name", COMES)
def test_what_comes_is_made_ready(project: Folders, name: str) -> None:
    """Turned, bare, not too large, in the colours of screens, under a name that an address may have."""
    content, target, size = COMES[name]
    code, said = ready(project, name, content)
    assert code == 0, said
    assert f"docs/pictures/{target} is written: {size[0]:,} × {size[1]:,} pixels" in said
    assert f"  file: {target}\n  alt: What it shows" in said
    made = (project.docs / "pictures" / target).read_bytes()
    assert CAMERA.encode() not in made
    found = read_pictures(project.docs / "pictures", [target])[target]
    assert isinstance(found, PictureFile), found
    assert (found.width, found.height, found.exif) == (*size, False)


def test_greys_of_16_bits_keep_their_light(project: Folders) -> None:
    """Half light stays half light."""
    ready(project, "grey.png", grey16())
    with Image.open(project.docs / "pictures" / "grey.jpg") as image:
        assert abs(image.convert("L").getpixel((5, 5)) - 50_000 / 256) < 4  # type: ignore[operator]


def test_colours_of_print_follow_their_profile_or_go_without(project: Folders) -> None:
    """A broken profile is no reason to refuse a picture."""
    code, said = ready(project, "a.jpg", saved(scene("CMYK"), icc_profile=b"no profile"))
    assert code == 0, said
    with Image.open(BytesIO((project.docs / "pictures" / "a.jpg").read_bytes())) as image:
        assert image.mode == "RGB"
        assert "icc_profile" not in image.info


def test_no_picture_is_overwritten_and_a_name_may_be_given(project: Folders) -> None:
    """The second one asks for another name."""
    assert ready(project, "a.jpg", photograph())[0] == 0
    before = (project.docs / "pictures" / "a.jpg").read_bytes()
    code, said = ready(project, "a.jpg", photograph(3))
    assert (code, said) == (1, "docs/pictures/a.jpg is there already; choose another name with --name\n")
    assert (project.docs / "pictures" / "a.jpg").read_bytes() == before
    assert ready(project, "a.jpg", photograph(3), "--name", "Events 2027/Стадо")[0] == 0
    assert (project.docs / "pictures" / "events-2027" / "stado.jpg").is_file()


WRONG = {
    "a.heic": (b"\0\0\0\x18ftypheic" + bytes(40), "a.heic is HEIC, as phones save it; open it in a program"),
    "a.jpg": (b"not at all", "a.jpg is no picture that can be read; save it again as JPEG or PNG"),
    "b.jpg": (photograph(size=(900, 600))[:9000], "b.jpg is damaged or not whole; copy it anew"),
    "c.png": (b"", "c.png is empty; copy the picture anew"),
    "d.png": (moving("PNG"), "d.png moves; save one picture of it, and give that"),
    "….jpg": (photograph(), "'…' makes no name; give one with --name"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_cannot_be_made_ready_is_one_line_and_nothing_is_written(project: Folders, name: str) -> None:
    """What is wrong, and what to do."""
    content, words = WRONG[name]
    before = sorted((project.docs / "pictures").rglob("*"))
    code, said = ready(project, name, content)
    assert code == 1
    assert words in said
    assert said.count("\n") == 1
    assert sorted((project.docs / "pictures").rglob("*")) == before


def test_a_picture_that_is_not_there_is_told(project: Folders) -> None:
    """The path is as it was given."""
    command = [sys.executable, "-m", "macros", "--project", str(project.root), "picture", "none.jpg"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stdout) == (1, "there is no picture none.jpg; give the path of a file\n")
