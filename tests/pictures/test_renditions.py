"""Which copies readers get of a picture: sizes and addresses, which never change with a package."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from macros.catalogue.renditions import (
    HIGHEST,
    JPEG,
    LEAST_HEIGHT,
    LEAST_WIDTH,
    PNG,
    PREVIEW,
    SVG,
    WEBP,
    WIDTHS,
    cover_of,
    original_copy,
    preview_copy,
    renditions,
)
from macros.catalogue.stored import PictureFile, StoredFile

PHOTO = PictureFile("events/herd.jpg", JPEG, 8_000_000, 4000, 2667, "ab" * 32)
sides = st.integers(1, 16_000)
photos = st.builds(
    lambda w, h, t: replace(PHOTO, width=w, height=h, transparent=t), sides, sides, st.booleans()
)


def test_the_addresses_of_a_picture_are_these() -> None:
    """They are out in feeds and previews: a change of this test is a change of what is public."""
    paths = [copy.path for copy in renditions(PHOTO)]
    assert paths == [f"pictures/events/herd-f3ce04d175-{end}" for end in ENDS]
    assert preview_copy(PHOTO).path == "pictures/events/herd-f3ce04d175-preview.jpg"  # type: ignore[union-attr]
    assert original_copy(PHOTO).path == "pictures/events/herd-f3ce04d175-original.jpg"


ENDS = ("320.webp", "480.webp", "1120.webp", "1600.webp", "480.jpg", "1120.jpg")


@given(photos)
def test_no_copy_is_larger_than_its_picture_or_of_another_shape(photo: PictureFile) -> None:
    """Whatever the size, there is a copy, and each fits in what it is a copy of."""
    copies = renditions(photo)
    webp = [copy.width for copy in copies if copy.media_type == WEBP]
    assert webp == sorted(set(webp))
    assert webp[-1] >= min(photo.width, 1)
    assert {copy.media_type for copy in copies} == {WEBP, PNG if photo.transparent else JPEG}
    for copy in copies:
        assert 1 <= copy.width <= min(photo.width, WIDTHS[-1])
        assert 1 <= copy.height <= HIGHEST + photo.height / photo.width
        assert abs(copy.height - copy.width * photo.height / photo.width) <= 1
    assert len({copy.path for copy in copies}) == len(copies)


@given(photos)
def test_a_preview_is_what_channels_take_or_there_is_none(photo: PictureFile) -> None:
    """Large enough to be shown large, small enough for the strictest; else the card serves."""
    copy = preview_copy(photo)
    if copy is None:
        scale = min(1, PREVIEW / photo.width, PREVIEW / photo.height)
        assert photo.width * scale < LEAST_WIDTH + 1 or photo.height * scale < LEAST_HEIGHT + 1
    else:
        assert LEAST_WIDTH <= copy.width <= PREVIEW
        assert LEAST_HEIGHT <= copy.height <= PREVIEW
        assert 0 < copy.most < 1_000_000


def test_a_drawing_has_one_copy_and_no_preview() -> None:
    """An SVG is sharp at any size."""
    logo = replace(PHOTO, name="sun.svg", media_type=SVG)
    assert [copy.path for copy in renditions(logo)] == ["pictures/sun-f3ce04d175.svg"]
    assert preview_copy(logo) is None


def test_another_picture_under_the_same_name_has_other_addresses() -> None:
    """A browser may keep a picture for ever; what is replaced is shown at once."""
    other = replace(PHOTO, digest="cd" * 32)
    assert not {copy.path for copy in renditions(PHOTO)} & {copy.path for copy in renditions(other)}


@given(st.floats(1, 20_000), st.floats(1, 20_000))
def test_a_page_of_a_pdf_is_a_cover_where_it_has_the_shape_of_one(width: float, height: float) -> None:
    """A banner or a strip is none."""
    cover = cover_of(StoredFile("a.pdf", "application/pdf", 9, "ab" * 32, first_page=(width, height)))
    if cover is None:
        assert max(width, height) > 3 * min(width, height)
    else:
        assert 0.32 < cover.width / cover.height < 3.1
