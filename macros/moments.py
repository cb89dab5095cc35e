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
    if re.fullmatch(r"\d{1,11}", words):
        return datetime.fromtimestamp(int(words), UTC)
    day = re.fullmatch(r"\d{4}-\d\d-\d\d", words)
    try:
        return moment_from(f"{words} 00:00 Z" if day else words)
    except PydanticCustomError as wrong:
        raise ValueError(wrong.message()) from None


def build_moment(environment: Mapping[str, str], newest: datetime | None) -> datetime:
    """Return the moment of a build: what SOURCE_DATE_EPOCH says, else the clock.

    A clock that is behind the newest release is taken to be slow: what was released stays released.
    Raises ProblemsFound where the variable holds no moment.
    """
    said = environment.get(EPOCH)
    if said:
        try:
            return moment_said(said)
        except (ValueError, OverflowError) as wrong:
            raise ProblemsFound([Problem(EPOCH, 1, str(wrong))]) from None
    clock = datetime.now(UTC)
    return max(clock, newest) if newest else clock
