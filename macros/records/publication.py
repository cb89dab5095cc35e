"""What a publication is known by elsewhere: DOI, ISBN, series."""

import re
from typing import Annotated

from pydantic import AfterValidator, WithJsonSchema

from .base import Part, problem
from .plain_text import Line, WordsOfALine

DOI = re.compile(r"10\.[0-9]{4,9}/[^\s\"<>\\^`{|}]+", re.ASCII)
RESOLVERS = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)
THIRTEEN, TEN = 13, 10


def _doi(value: str) -> str:
    bare = RESOLVERS.sub("", value.strip(), count=1)
    if not DOI.fullmatch(bare):
        raise problem(f"'{value}' is not a DOI; write it as it is registered, such as 10.1234/land.2026.1")
    return bare


def isbn_digit(digits: str) -> str:
    """Return the last character of an ISBN, worked out from the 12 (or, before 2007, 9) digits before it."""
    if len(digits) == THIRTEEN - 1:
        total = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(digits))
        return str(-total % 10)
    rest = -sum(int(digit) * (TEN - place) for place, digit in enumerate(digits)) % 11
    return "X" if rest == TEN else str(rest)


def _isbn(value: str) -> str:
    bare = value.upper().removeprefix("ISBN").strip(" :")
    digits = re.sub("[ -]", "", bare)
    known = re.fullmatch(r"97[89][0-9]{10}|[0-9]{9}[0-9X]", digits, re.ASCII)
    if not known:
        raise problem(f"'{value}' is not an ISBN; write its 13 digits, such as 978-92-1-123456-5")
    if isbn_digit(digits[:-1]) != digits[-1]:
        raise problem(f"'{value}' is not an ISBN, a digit is mistyped; copy it anew from the publication")
    return bare


Doi = Annotated[str, AfterValidator(_doi), WithJsonSchema({"type": "string", "pattern": DOI.pattern})]
Isbn = Annotated[str, AfterValidator(_isbn), WithJsonSchema({"type": "string"})]


class Series(Part):
    """The series in which something appears, and its number there."""

    title: Line
    number: WordsOfALine | None = None
