"""The moment of a build: what the environment says, else the clock, never one behind the newest release."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from macros.catalogue import ProblemsFound
from macros.moments import EPOCH, build_moment, epoch_moment, moment_said

NOW = datetime(2027, 3, 1, 9, tzinfo=UTC)
SECOND = timedelta(seconds=1)


@pytest.mark.parametrize(
    ("newest", "expected"),
    [(None, NOW), (NOW - SECOND, NOW), (NOW, NOW), (NOW + SECOND, NOW + SECOND)],
)
def test_a_clock_behind_the_newest_release_is_slow(newest: datetime | None, expected: datetime) -> None:
    """What was released stays released on a machine whose clock is wrong; a right clock is believed."""
    with time_machine.travel(NOW, tick=False):
        assert build_moment({}, newest) == expected


def test_the_moment_that_a_caller_says_is_taken_as_it_is() -> None:
    """A build at an earlier moment shows the site as it stood then, whatever was released since."""
    said = {EPOCH: str(int((NOW - SECOND).timestamp()))}
    assert build_moment(said, NOW) == epoch_moment(said) == NOW - SECOND


@pytest.mark.parametrize("said", [{}, {EPOCH: ""}])
def test_nothing_said_is_no_moment(said: dict[str, str]) -> None:
    """A variable that is empty is one that is not set."""
    assert epoch_moment(said) is None


@pytest.mark.parametrize("said", ["tomorrow", "-1", "1.5", "12345678901", "2027-03-01"])
def test_seconds_that_are_none_are_told(said: str) -> None:
    """One sentence, and no traceback, for what is no number of seconds."""
    with pytest.raises(ProblemsFound, match="is not a moment"):
        epoch_moment({EPOCH: said})


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("2027-03-01", datetime(2027, 3, 1, tzinfo=UTC)),
        ("2027-03-01 18:00 +09:00", NOW),
        (str(int(NOW.timestamp())), NOW),
    ],
)
def test_a_day_is_said_to_begin_in_utc(words: str, moment: datetime) -> None:
    """A day, a moment with its zone and seconds since 1970 each name a moment."""
    assert moment_said(words) == moment
    assert moment_said(words).utcoffset() is not None


def test_a_moment_without_its_zone_is_told() -> None:
    """The zone is never guessed."""
    with pytest.raises(ValueError, match="has no time zone"):
        moment_said("2027-03-01 09:00")
