"""Pictures as they lie in docs/pictures/: what is taken, and each that is not in one line with what to do."""

import struct
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from macros.catalogue.reading import pictures
from macros.catalogue.reading.picture_headers import header_of
from macros.catalogue.reading.pictures import read_pictures
from macros.catalogue.stored import PictureFile
from macros.records.picture import Picture
from macros.records.text import Text

from .made import moving, photograph, saved, scene


def told(folder: Path, name: str, content: bytes) -> PictureFile | str:
    """Return what is read of one picture."""
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_bytes(content)
    return read_pictures(folder, [name])[name]


def png_header(width: int, height: int, depth: int = 8) -> bytes:
    """Return a PNG that says to be so large and holds next to nothing."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    said = struct.pack(">IIBBBBB", width, height, depth, 2, 0, 0, 0)
    pixels = zlib.compress(b"\0" * 100)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", said) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def webp_header(width: int, height: int) -> bytes:
    """Return a WebP that says to be so large."""
    size = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    return b"RIFF" + (22).to_bytes(4, "little") + b"WEBPVP8X" + (10).to_bytes(4, "little") + bytes(4) + size


SOUND = saved(scene())
WRONG = {
    "empty.jpg": (b"", "is empty; copy the picture anew"),
    "text.png": (b"not at all", "is not a picture; save it again as PNG or JPEG"),
    "cut.jpg": (SOUND[: len(SOUND) * 2 // 3], "is damaged or not whole; copy it anew"),
    "cut.png": (saved(scene(), "PNG")[:-20], "is damaged or not whole; copy it anew"),
    "cut.webp": (saved(scene(), "WEBP")[:-9], "is damaged or not whole; copy it anew"),
    "begun.jpg": (SOUND[:12], "is damaged or not whole; copy it anew"),
    "drawing.jpg": (saved(scene(), "PNG"), "is PNG by its content; name it drawing.png"),
    "photo.png": (SOUND, "is JPEG by its content; name it photo.jpg"),
    "herd.jpg": (b"\0\0\0\x18ftypheic" + bytes(40), "is HEIC, as phones save it; open it in a program for"),
    "old.png": (saved(scene(), "GIF"), "is GIF, which we do not show; save it again as PNG or JPEG"),
    "moves.png": (moving("PNG"), "moves; take one picture of it"),
    "moves.webp": (moving("WEBP"), "moves; take one picture of it"),
    "print.jpg": (saved(scene("CMYK")), "is in the colours of print (CMYK), which browsers show wr"),
    "deep.png": (png_header(9, 9, 16), "has 16 bits a colour, which browsers do not show; 'outreac"),
    "huge.png": (png_header(15_000, 20_000), "pixels, and 16,000 a side are the most; make it smaller in"),
    "large.png": (png_header(15_000, 15_000), "is 15,000 by 15,000 pixels, and 50 million in all are the m"),
    "large.webp": (webp_header(16_000, 16_000), "is 16,000 by 16,000 pixels, and 50 million in all are"),
    "none.png": (png_header(0, 9), "; copy it anew"),
}  # fmt: skip


@pytest.mark.parametrize("name", WRONG)
def test_a_picture_that_cannot_be_shown_is_one_line(tmp_path: Path, name: str) -> None:
    """What is wrong and what to do, by its header alone."""
    content, words = WRONG[name]
    said = told(tmp_path, name, content)
    assert isinstance(said, str)
    assert words in said
    assert said.startswith(f"docs/pictures/{name} ")
    assert said.isprintable()


def test_nothing_is_decoded_before_the_limits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A picture of 300 megapixels would fill the memory of the machine that checks it."""

    def refused(*_: object) -> None:
        raise AssertionError("decoded")

    monkeypatch.setattr("PIL.ImageFile.ImageFile.load", refused)
    assert isinstance(told(tmp_path, "a.jpg", photograph(6)), PictureFile)
    for name in ("huge.png", "large.png", "large.webp"):
        content, words = WRONG[name]
        assert words in str(told(tmp_path, name, content))


def test_what_is_whole_by_its_header_alone_is_told_too(tmp_path: Path) -> None:
    """Else the check would pass and the build would not; what came of it is kept."""
    content, kept = saved(scene(), "WEBP", lossless=True), dict[str, bytes]()
    (tmp_path / "a.webp").write_bytes(content[:40] + bytes(len(content) - 40))
    (tmp_path / "b.png").write_bytes(png_header(9, 9))
    (tmp_path / "c.webp").write_bytes(content)

    def keep(name: str, make: Callable[[], bytes]) -> bytes:
        return kept.setdefault(name, make())

    for _ in range(2):
        found = read_pictures(tmp_path, ["a.webp", "b.png", "c.webp"], keep)
        assert [isinstance(one, PictureFile) for one in found.values()] == [False, False, True]
        assert all("is damaged or not whole; copy" in one for one in found.values() if isinstance(one, str))
    assert len(kept) == 3


def test_a_file_of_too_many_bytes_is_told_before_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The message says how to make it smaller."""
    monkeypatch.setattr(pictures, "MOST_BYTES", len(SOUND) - 1)
    said = told(tmp_path, "herd.jpg", SOUND)
    assert (
        "'outreach picture docs/pictures/herd.jpg --name herd-web' makes one that fits, to name here"
        in str(said)
    )


def test_a_missing_picture_is_told_with_the_one_that_may_be_meant(tmp_path: Path) -> None:
    """A slip of the name is the commonest mistake."""
    told(tmp_path, "events/herd.jpg", SOUND)
    assert read_pictures(tmp_path, ["events/herds.jpg"])["events/herds.jpg"] == (
        "there is no picture docs/pictures/events/herds.jpg; did you mean 'events/herd.jpg'?"
    )
    assert "put it there, or correct the name" in str(read_pictures(tmp_path / "none", ["a.jpg"])["a.jpg"])


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_width_and_height_are_those_that_readers_see(tmp_path: Path, format: str, orientation: int) -> None:
    """A camera that was held upright says so; width and height change places by that."""
    name = {"JPEG": "a.jpg", "PNG": "a.png", "WEBP": "a.webp"}[format]
    found = told(tmp_path, name, photograph(orientation, format))
    assert isinstance(found, PictureFile)
    assert (found.width, found.height) == ((40, 64) if orientation >= 5 else (64, 40))
    assert found.exif
    assert len(found.digest) == 64


@given(
    st.binary(max_size=200),
    st.sampled_from([SOUND, saved(scene(), "PNG"), saved(scene(), "WEBP")]),
    st.data(),
)
def test_no_bytes_make_the_reading_fail(more: bytes, sound: bytes, data: st.DataObject) -> None:
    """Whatever stands in a file, there is a header or there is none."""
    at = data.draw(st.integers(0, len(sound)))
    found = header_of(sound[:at] + more + sound[at + len(more) :])
    assert found is None or found.width >= 0


@given(st.integers(1, 20_000), st.integers(1, 16_383))
def test_a_webp_says_its_size_as_pillow_reads_it(width: int, height: int) -> None:
    """Our own reading of the header and the format's agree."""
    small = (width % 300 + 1, height % 300 + 1)
    for lossless in (True, False):
        content = saved(scene(size=small), "WEBP", lossless=lossless)
        header = header_of(content)
        assert header
        with Image.open(BytesIO(content)) as image:
            assert header.size == image.size == small


@pytest.mark.parametrize("name", ["two words.jpg", "стадо.jpg", "Herd.jpg", "../a.jpg", "a.gif", "herd.HEIC"])
def test_a_name_that_cannot_be_an_address_is_told_with_the_way_out(name: str) -> None:
    """Spaces, other scripts, capitals; phones' own format is told as such."""
    with pytest.raises(ValueError, match=r"outreach picture FILE|export it as JPEG"):
        Picture(file=name, alt=Text((("en", "A herd"),)))
