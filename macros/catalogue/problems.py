"""Mistakes in what editors write: gathered, told in one line each, and raised once."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher, get_close_matches

# Letters of the Cyrillic script that look the same as one of the Latin script, and that one.
TWINS = str.maketrans("аеорсухіјѕ", "aeopcyxijs")
LOOSELY, CLOSELY = 0.6, 0.8


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One mistake: the file, its line (from 1), what is wrong and what to do."""

    path: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}"


class ProblemsFound(Exception):
    """All the mistakes found in one run; its text has one line for each."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(str(problem) for problem in self.problems))


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
