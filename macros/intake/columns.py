"""A heading -> the question of the questionnaire that it asks."""

import re

from ..catalogue.questionnaire import COLUMNS

SIGNS = re.compile(r"[\W\d_]+")
NONE_KNOWN = "none of its columns is of the questionnaire; ask for the filled-in questionnaire"


def plain_heading(heading: str) -> str:
    """Return a heading without case, spaces, signs and the number at its end."""
    return SIGNS.sub("", heading.casefold())


KEYS = {plain_heading(column.heading): column.key for column in COLUMNS}


def question_of(heading: str) -> str:
    """Return the key of the question that a heading asks, or ''."""
    return KEYS.get(plain_heading(heading), "")
