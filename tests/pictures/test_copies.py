"""The copies of a picture: nothing that the camera noted is in them, and they are the same every time."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageCms, ImageStat

from macros.catalogue import ProblemsFound
from macros.catalogue.reading.pictures import read_pictures
from macros.catalogue.renditions import Rendition, cover_of, original_copy, preview_copy, renditions
from macros.catalogue.stored import PictureFile, StoredFile
from macros.emitters.pictures.copies import Wanted, made_copies
from macros.publish import kept
from macros.settings import made_anew

from .made import CAMERA, photograph, saved, scene

ENDINGS = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp"}
NOTES = (b"Exif", b"xmpmeta", b"Photoshop", CAMERA.encode())


def copies_of(folder: Path, name: str, content: bytes) -> tuple[PictureFile, dict[str, bytes]]:
    """Return a picture and every copy of it."""
    (folder / name).write_bytes(content)
    picture = read_pictures(folder, [name])[name]
    assert isinstance(picture, PictureFile), picture
    preview = preview_copy(picture)
    wanted = Wanted(picture, folder / name, (*renditions(picture), *([preview] if preview else [])))
    return picture, dict(made_copies([wanted], made_anew))


@pytest.mark.parametrize("format", ENDINGS)
@pytest.mark.parametrize("orientation", range(1, 9))
def test_copies_are_turned_and_bare(tmp_path: Path, format: str, orientation: int) -> None:
    """Place, time and camera are in no copy, and up is up in each."""
    content = photograph(orientation, format, size=(1300, 700))
    assert CAMERA.encode() in content
    picture, copies = copies_of(tmp_path, f"a.{ENDINGS[format]}", content)
    with Image.open(BytesIO(content)) as image:
        upright = _turned(image, orientation).convert("L").resize((8, 8))
    assert len(copies) == len(renditions(picture)) + 1
    for path, made in copies.items():
        assert not [note for note in NOTES if note in made], path
        with Image.open(BytesIO(made)) as copy:
            assert dict(copy.getexif()) == {}
            assert not {"exif", "xmp", "comment"} & set(copy.info)
            assert (copy.width > copy.height) == (picture.width > picture.height)
            assert _far(copy.convert("L").resize((8, 8)), upright) < 40, path


def test_a_copy_has_the_size_that_its_page_says(tmp_path: Path) -> None:
    """Else the page would jump when it is loaded."""
    picture, copies = copies_of(tmp_path, "a.jpg", photograph(6, size=(2000, 1333)))
    for said in renditions(picture):
        with Image.open(BytesIO(copies[said.path])) as copy:
            assert copy.size == (said.width, said.height)
            assert Image.MIME[copy.format or ""] == said.media_type


def test_cold_and_warm_are_the_same_bytes(tmp_path: Path) -> None:
    """What was made before is given back, and what is made again is the same."""
    name = "a.jpg"
    _, first = copies_of(tmp_path, name, photograph(size=(700, 500)))
    picture = read_pictures(tmp_path, [name])[name]
    assert isinstance(picture, PictureFile)
    wanted = [Wanted(picture, tmp_path / name, (*renditions(picture), _preview(picture)))]
    cache = kept(tmp_path / "cache")
    assert dict(made_copies(wanted, cache)) == first
    (tmp_path / name).unlink()
    assert dict(made_copies(wanted, cache)) == first


def test_a_preview_stays_below_what_channels_take(tmp_path: Path) -> None:
    """Even of noise, which is what compresses worst."""
    noise = Image.merge("RGB", [Image.effect_noise((1300, 1250), 200) for _ in range(3)])
    picture, copies = copies_of(tmp_path, "a.jpg", saved(noise, quality=95))
    preview = copies[_preview(picture).path]
    assert len(preview) <= 500_000
    with Image.open(BytesIO(preview)) as image:
        assert image.size == (1200, 1154)


def test_transparency_stays_and_previews_stand_on_white(tmp_path: Path) -> None:
    """A logo on a dark page is no white box; JPEG has no transparency."""
    image = Image.new("RGBA", (640, 400), (0, 0, 0, 0))
    picture, copies = copies_of(tmp_path, "a.png", saved(image, "PNG"))
    for path, made in copies.items():
        with Image.open(BytesIO(made)) as copy:
            if path.endswith("preview.jpg"):
                assert min(ImageStat.Stat(copy.convert("L")).extrema[0]) > 250
            else:
                assert copy.convert("RGBA").getchannel("A").getextrema() == (0, 0)
    assert picture.transparent


@pytest.mark.parametrize(
    ("profile", "stays"), [(lambda: _profile("sRGB"), False), (lambda: b"no profile at all", False)]
)
def test_a_colour_profile_that_says_nothing_more_is_left_out(
    tmp_path: Path, profile: Callable[[], bytes], stays: bool
) -> None:
    """All programs take a picture without one for sRGB."""
    _, copies = copies_of(tmp_path, "a.jpg", saved(scene(size=(600, 400)), icc_profile=profile()))
    for made in copies.values():
        with Image.open(BytesIO(made)) as copy:
            assert ("icc_profile" in copy.info) == stays


def test_a_wide_colour_profile_stays(tmp_path: Path) -> None:
    """Without it the colours of a phone's picture would be dull."""
    profile = _profile("XYZ")
    _, copies = copies_of(tmp_path, "a.jpg", saved(scene(size=(600, 400)), icc_profile=profile))
    for made in copies.values():
        with Image.open(BytesIO(made)) as copy:
            assert copy.info["icc_profile"] == profile


def test_a_picture_that_cannot_be_decoded_is_one_line(tmp_path: Path) -> None:
    """Its header was in order and the rest is not: that shows when it is made."""
    folder = tmp_path / "docs" / "pictures"
    folder.mkdir(parents=True)
    (folder / "a.jpg").write_bytes(b"changed since it was read")
    picture = PictureFile("a.jpg", "image/jpeg", 25, 640, 400, "ab" * 32)
    with pytest.raises(ProblemsFound) as found:
        list(made_copies([Wanted(picture, folder / "a.jpg", renditions(picture))], made_anew))
    assert str(found.value) == "docs/pictures/a.jpg:1: is damaged; copy it anew, or save it again"


def test_the_first_page_of_a_pdf_becomes_a_cover(tmp_path: Path) -> None:
    """Upright, on white, in the shape of the page."""
    file = tmp_path / "a.pdf"
    saved_pdf = saved(Image.new("RGB", (595, 842), (200, 30, 30)), "PDF", resolution=72)
    file.write_bytes(saved_pdf)
    cover = cover_of(StoredFile("a.pdf", "application/pdf", 9, "ab" * 32, first_page=(595.0, 842.0)))
    assert cover
    copies = dict(made_copies([Wanted(cover, file, renditions(cover))], made_anew))
    for said in renditions(cover):
        with Image.open(BytesIO(copies[said.path])) as copy:
            assert copy.size == (said.width, said.height)
            red = ImageStat.Stat(copy.convert("RGB")).mean
            assert red[0] > 150 > 80 > red[1]


def _preview(picture: PictureFile) -> Rendition:
    found = preview_copy(picture)
    assert found
    return found


def _turned(image: Image.Image, orientation: int) -> Image.Image:
    from PIL import ImageOps

    image.getexif()[0x0112] = orientation
    return ImageOps.exif_transpose(image)


def _far(one: Image.Image, other: Image.Image) -> int:
    return max(abs(a - b) for a, b in zip(one.tobytes(), other.tobytes(), strict=True))


def _profile(space: str) -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile(space)).tobytes()  # type: ignore[arg-type]


def test_a_tile_of_a_gallery_is_light_whatever_it_shows(tmp_path: Path) -> None:
    """Even of noise, upright, which is what compresses worst."""
    noise = Image.merge("RGB", [Image.effect_noise((1000, 1500), 200) for _ in range(3)])
    picture, copies = copies_of(tmp_path, "a.jpg", saved(noise, quality=95))
    for said in renditions(picture):
        assert not said.most or len(copies[said.path]) <= said.most, said


def test_a_file_goes_out_as_it_is_where_its_record_offers_it(tmp_path: Path) -> None:
    """To the byte, beside its copies."""
    content = saved(scene())
    (tmp_path / "a.jpg").write_bytes(content)
    picture = read_pictures(tmp_path, ["a.jpg"])["a.jpg"]
    assert isinstance(picture, PictureFile)
    assert not picture.exif
    wanted = Wanted(picture, tmp_path / "a.jpg", (original_copy(picture),))
    assert list(made_copies([wanted], made_anew)) == [(original_copy(picture).path, content)]
