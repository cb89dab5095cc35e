"""Our projection is PROJ's, over the whole area that the map shows and beyond."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pyproj import Proj

from macros.views.albers import MERIDIAN, ORIGIN, albers

from ..land import BOX, PLANE

WEST, SOUTH, EAST, NORTH = BOX
JUDGE = Proj(PLANE)


@given(st.floats(SOUTH - 10, NORTH + 10), st.floats(WEST - 10, EAST + 10))
@example(ORIGIN, MERIDIAN)
@example(0.0, MERIDIAN)
@example(90.0, MERIDIAN)
def test_the_plane_is_that_of_proj(lat: float, lon: float) -> None:
    """To a thousandth of a millimetre."""
    assert albers(lat, lon) == pytest.approx(JUDGE(lon, lat), abs=1e-6)


def test_zero_is_where_it_is_said_to_be() -> None:
    """North of it y grows, east of it x."""
    assert albers(ORIGIN, MERIDIAN) == (0, 0)
    assert albers(ORIGIN + 1, MERIDIAN)[1] > 111_000
    assert albers(ORIGIN, MERIDIAN + 1)[0] > 80_000
