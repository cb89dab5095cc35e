"""What a caller says of the moment -> the moment that a build or a command works at."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime

from pydantic_core import PydanticCustomError

from .catalogue import Problem, ProblemsFound
from .records.moment import moment_from

EPOCH = "SOURCE_DATE_EPOCH"


def moment_said(words: str) -> datetime:
    """Return the moment of a day (its start in UTC), of a moment with its zone, or of seconds since 1970.

    Raises ValueError with a sentence where it is none.
    """
    if re.fullmatch("[0-9]{1,10}", words):
        return datetime.fromtimestamp(int(words), UTC)
    day = re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", words)
    try:
        return moment_from(f"{words} 00:00 Z" if day else words)
    except PydanticCustomError as wrong:
        raise ValueError(wrong.message()) from None


def epoch_moment(environment: Mapping[str, str]) -> datetime | None:
    """Return the moment that SOURCE_DATE_EPOCH says in seconds since 1970, or None where it is not set.

    Raises ProblemsFound where it holds anything else.
    """
    said = environment.get(EPOCH)
    if not said:
        return None
    if not re.fullmatch("[0-9]{1,10}", said):
        wrong = f"'{said}' is not a moment; write seconds since 1970, such as 1795219200, or unset it"
        raise ProblemsFound([Problem(EPOCH, 1, wrong)])
    return datetime.fromtimestamp(int(said), UTC)


def build_moment(environment: Mapping[str, str], newest: datetime | None) -> datetime:
    """Return the moment of a build: what SOURCE_DATE_EPOCH says, else the clock.

    A clock that is behind the newest release is taken to be slow: what was released stays released.
    """
    clock = datetime.now(UTC)
    return epoch_moment(environment) or (max(clock, newest) if newest else clock)
