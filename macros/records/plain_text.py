"""Texts by the room they have: a line, a name, a remark, prose; no more characters than fit there."""

from collections.abc import Callable
from typing import Annotated

from pydantic import AfterValidator

from .base import Link, Part, problem
from .text import Text, Words

NAME, SENTENCES, PAGE = 200, 1000, 5000
BROKEN = "runs over several lines; write it on one, or after '>-'"


def _one_line(text: Text) -> Text:
    for language, words in text.words:
        if "\n" in words:
            raise problem(BROKEN, _where(text, language))
    return text


def _unbroken(words: str) -> str:
    if "\n" in words:
        raise problem(BROKEN)
    return words


def at_most(most: int) -> Callable[[Text], Text]:
    """Return a check that a text has no more characters than that, in any language."""

    def check(text: Text) -> Text:
        for language, words in text.words:
            if len(words) > most:
                wrong = f"has {len(words):,} characters; write at most {most:,}"
                raise problem(wrong, _where(text, language))
        return text

    return check


def _where(text: Text, language: str) -> str | None:
    return language if len(text.words) > 1 else None


Line = Annotated[Text, AfterValidator(_one_line)]
Name = Annotated[Line, AfterValidator(at_most(NAME))]
Remark = Annotated[Text, AfterValidator(at_most(SENTENCES))]
Prose = Annotated[Text, AfterValidator(at_most(PAGE))]
WordsOfALine = Annotated[Words, AfterValidator(_unbroken)]


class FurtherLink(Part):
    """An address elsewhere, such as a registration form, with its label."""

    label: Name
    url: Link
