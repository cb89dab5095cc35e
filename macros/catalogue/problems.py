"""Mistakes in what editors write: gathered, told in one line each, and raised once."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from difflib import SequenceMatcher, get_close_matches

# Letters of the Cyrillic script that look the same as one of the Latin script, and that one.
TWINS = str.maketrans("аеорсухіјѕ", "aeopcyxijs")
LOOSELY, CLOSELY = 0.6, 0.8
LONGEST_QUOTE, LONGEST = 200, 2000
QUOTED = re.compile(rf"'([^']{{{LONGEST_QUOTE},}})'")
MOST_PLACES = 5


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One mistake: the file, its line (from 1), what is wrong and what to do.

    Problems of one cause, such as a record that is gone, are told once, at the first place; the others
    stand beside it.
    """

    path: str
    line: int
    message: str
    cause: str = ""
    also: tuple[str, ...] = ()

    @property
    def place(self) -> str:
        """Return path and line, as editors and terminals link them."""
        return f"{self.path}:{self.line}"

    def __str__(self) -> str:
        more = len(self.also) - MOST_PLACES
        others = f" and {more:,} more" if more > 0 else ""
        also = f" (also in {', '.join(self.also[:MOST_PLACES])}{others})" if self.also else ""
        return _on_one_line(f"{self.place}: {_shortened(self.message)}{also}")


class ProblemsFound(Exception):
    """All the mistakes found in one run; its text has one line for each."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(each_once(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))


def each_once(problems: Iterable[Problem]) -> list[Problem]:
    """Return problems in order, each once, and those of one cause as one."""
    told: dict[object, Problem] = {}
    for problem in sorted(set(problems)):
        key: object = problem.cause or problem
        first = told.setdefault(key, problem)
        if first is not problem:
            also = dict.fromkeys((*first.also, problem.place, *problem.also))
            told[key] = replace(first, also=tuple(place for place in also if place != first.place))
    return list(told.values())


def _on_one_line(words: str) -> str:
    """Return words with what terminals obey or do not show (line breaks, escapes, bidi marks) spelt out."""
    if words.isprintable():
        return words
    return "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in words)


def _shortened(message: str) -> str:
    """Return a message without the middle of a value that nobody would read to its end."""
    if len(message) <= LONGEST_QUOTE:
        return message
    message = QUOTED.sub(lambda quoted: f"'{quoted[1][: LONGEST_QUOTE // 2]} ...'", message)
    return message if len(message) <= LONGEST else f"{message[: LONGEST // 2]} ... {message[-LONGEST // 4 :]}"


def nearest(wrong: str, valid: Iterable[str]) -> str | None:
    """Return the valid name that a wrong one looks like a slip of, or None where none does."""
    folded = wrong.casefold()
    by_folded = {name.casefold(): name for name in valid}
    for near in get_close_matches(folded, by_folded, n=3, cutoff=LOOSELY):
        swapped = sorted(near) == sorted(folded)
        if swapped or SequenceMatcher(None, near, folded).ratio() >= CLOSELY:
            return by_folded[near]
    return None


def suggestion(wrong: str, valid: Iterable[str]) -> str:
    """Return '; did you mean ...?' with the nearest valid name, or nothing where none is near.

    Where the two look the same, it says which character of the wrong one nobody can see or tell apart.
    """
    names = list(valid)
    seen, odd = looks_like(wrong)
    if odd and seen in names:
        return f"; it looks the same as '{seen}', but holds U+{ord(odd):04X}; type it anew"
    near = nearest(wrong, names)
    return f"; did you mean '{near}'?" if near else ""


def looks_like(word: str) -> tuple[str, str]:
    """Return what a word of ASCII, such as an id, looks like, and its first character that is another.

    Signs without a width go, spaces and dashes of every kind become the plain ones, twins the Latin letter.
    """
    seen = "".join(_plainly(character) for character in word).strip()
    return seen, next((c for c in word if not c.isascii() and _plainly(c) != c), "")


def _plainly(character: str) -> str:
    if character.isascii():
        return character
    kind = unicodedata.category(character)
    plain = {"Cf": "", "Cc": "", "Mn": "", "Zs": " ", "Zl": "", "Zp": "", "Pd": "-"}.get(kind)
    return character.translate(TWINS) if plain is None else plain
