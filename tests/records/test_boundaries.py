"""What lies just on a boundary belongs to it, and what lies just beyond does not."""

import pytest
from pydantic import TypeAdapter, ValidationError

from macros.records.base import Link
from macros.records.link import LONGEST_LINK
from macros.records.place import Extent, Point
from macros.records.plain_text import NAME, PAGE, SENTENCES, Name, Prose, Remark
from macros.records.text import Text
from macros.records.when import parse_date

READERS: tuple[tuple[TypeAdapter[Text], int], ...] = (
    (TypeAdapter(Name), NAME),
    (TypeAdapter(Remark), SENTENCES),
    (TypeAdapter(Prose), PAGE),
)
LINK: TypeAdapter[str] = TypeAdapter(Link)
BOX = Extent.model_validate({"south": "40", "west": "100", "north": "50", "east": "120"})
ACROSS = Extent.model_validate({"south": "-10", "west": "170", "north": "10", "east": "-170"})


def test_a_link_of_the_longest_length_is_one() -> None:
    """One character more is too long."""
    longest = "https://example.org/".ljust(LONGEST_LINK, "x")
    assert LINK.validate_python(longest) == longest
    with pytest.raises(ValidationError, match="is a link of 2,001 characters"):
        LINK.validate_python(f"{longest}x")


@pytest.mark.parametrize(("reader", "most"), READERS)
def test_a_text_of_the_most_characters_fits(reader: TypeAdapter[Text], most: int) -> None:
    """In each language; one character more is told with its language."""
    assert len(str(reader.validate_python("x" * most))) == most
    assert reader.validate_python({"en": "x", "ja": "土" * most}).to("ja") == "土" * most
    for words in ("x" * (most + 1), {"en": "x", "ja": "土" * (most + 1)}):
        with pytest.raises(ValidationError, match="write at most"):
            reader.validate_python(words)


@pytest.mark.parametrize(
    ("box", "lat", "lon", "inside"),
    [
        (BOX, "40", "100", True),
        (BOX, "50", "120", True),
        (BOX, "39.99", "110", False),
        (BOX, "50.01", "110", False),
        (BOX, "45", "99.99", False),
        (BOX, "45", "120.01", False),
        (ACROSS, "10", "170", True),
        (ACROSS, "-10", "-170", True),
        (ACROSS, "0", "180", True),
        (ACROSS, "0", "-180", True),
        (ACROSS, "0", "169.99", False),
        (ACROSS, "0", "-169.99", False),
        (ACROSS, "0", "0", False),
    ],
)
def test_a_box_holds_what_lies_on_its_edge(box: Extent, lat: str, lon: str, inside: bool) -> None:
    """Also where it crosses the 180th meridian."""
    assert box.holds(Point.model_validate({"lat": lat, "lon": lon})) == inside


@pytest.mark.parametrize(
    ("lat", "lon", "fits"), [("90", "180", True), ("-90", "-180", True), ("90.01", "0", False)]
)
def test_poles_and_the_date_line_are_on_the_globe(lat: str, lon: str, fits: bool) -> None:
    """And nothing beyond them."""
    values = {"lat": lat, "lon": lon}
    if fits:
        assert Point.model_validate(values).lat == int(lat)
    else:
        with pytest.raises(ValidationError, match="is not on the globe"):
            Point.model_validate(values)


@pytest.mark.parametrize(
    "text", ["1 May 2024 to May 2024", "May 2024 to 31 May 2024", "2024 to 31 December 2024"]
)
def test_a_range_may_share_a_day_with_its_first_unit(text: str) -> None:
    """It ends before it starts only where its end is earlier on one side."""
    assert str(parse_date(text)) == text
