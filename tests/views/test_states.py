"""Until when what a page shows is true: the day of a build, in the same zone everywhere."""

from dataclasses import replace

import pytest

from macros.calls.offered import CALLS
from macros.records.moment import moment_from
from macros.releases.releasing import as_of
from macros.views.states import as_of_build

from .goldens import sample_catalogue, sample_view


@pytest.mark.parametrize(
    ("now", "words"),
    [
        ("2027-03-01 23:59 Z", "1 March 2027"),
        ("2027-03-02 08:59 +09:00", "1 March 2027"),
        ("2027-03-02 09:00 +09:00", "2 March 2027"),
        ("2027-03-01 23:30 -05:00", "2 March 2027"),
    ],
)
def test_the_day_of_a_build_is_that_of_utc(now: str, words: str) -> None:
    """Two machines in two zones say the same day, by which browsers reckon too."""
    catalogue = as_of(sample_catalogue(), moment_from(now))
    assert as_of_build(catalogue) == words
    assert catalogue.today.day == int(words.split()[0])
    page = CALLS["coming_events"](replace(sample_view(), catalogue=catalogue))
    assert f"as of {words}" in page
