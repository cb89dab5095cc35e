"""Every file of a standard format is made of the sample records just as expected."""

import pytest

from .goldens import EXPECTED, FILES, STRUCTURED, file_of, files

NAMES = (*FILES, STRUCTURED)


@pytest.mark.parametrize("name", NAMES)
def test_a_file_is_as_expected(name: str) -> None:
    """A change of an emitter shows as a diff of its golden; 'python -m tests.update' accepts it."""
    expected = file_of(name).read_bytes().decode()
    assert files()[name] == expected, "if this is what you want, run: python -m tests.update"


def test_every_golden_is_made() -> None:
    """No golden is left of a file that is gone."""
    assert set(EXPECTED.iterdir()) == {file_of(name) for name in NAMES}
