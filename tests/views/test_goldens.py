"""Every view makes of the sample records just what is expected."""

import pytest

from .goldens import EXPECTED, file_of, make, names


@pytest.mark.parametrize("name", names())
def test_a_view_is_as_expected(name: str) -> None:
    """A change of a fragment shows as a diff of its golden; 'python -m tests.update' accepts it."""
    expected = file_of(name).read_text(encoding="utf-8")
    assert make(name) == expected, "if this is what you want, run: python -m tests.update"


def test_every_golden_is_made() -> None:
    """No golden is left of a view that is gone."""
    assert set(EXPECTED.glob("*.html")) == {file_of(name) for name in names()}
