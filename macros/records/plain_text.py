"""Plain words: texts that hold no markup and no more characters than their place has room for."""

import re
from collections.abc import Callable
from html.entities import html5
from typing import Annotated

from pydantic import AfterValidator

from .base import Link, Part, problem
from .text import Text

LEGACY = "|".join(sorted((name for name in html5 if not name.endswith(";")), key=len, reverse=True))
MARKUP = re.compile(rf"<[a-zA-Z/!?][^<>]*>?|&(?:#\d+;?|#[xX][0-9a-fA-F]+;?|[A-Za-z]+\d*;|(?:{LEGACY}))")
TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")
NAME, SENTENCES, PAGE = 200, 1000, 5000


def _plain(text: Text) -> Text:
    """Return a text that holds no markup (feeds show titles and summaries as they are)."""
    for language, words in text.words:
        found = MARKUP.search(words)
        if found:
            raise problem(f"holds HTML ('{found[0][:60]}'); write plain words", _where(text, language))
        turn = TURNS.search(words)
        if turn:
            wrong = f"holds a character that turns the direction of writing (U+{ord(turn[0]):04X}); delete it"
            raise problem(wrong, _where(text, language))
    return text


def _one_line(text: Text) -> Text:
    for language, words in text.words:
        if "\n" in words:
            raise problem("runs over several lines; write it on one, or after '>-'", _where(text, language))
    return text


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


Plain = Annotated[Text, AfterValidator(_plain)]
Headline = Annotated[Plain, AfterValidator(_one_line)]
Name = Annotated[Headline, AfterValidator(at_most(NAME))]
Remark = Annotated[Plain, AfterValidator(at_most(SENTENCES))]
Prose = Annotated[Plain, AfterValidator(at_most(PAGE))]


class FurtherLink(Part):
    """An address elsewhere, such as a registration form, with its label."""

    label: Name
    url: Link
