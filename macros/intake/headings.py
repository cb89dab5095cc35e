"""The headings of a table -> which of its columns answer which question of the questionnaire."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..catalogue.problems import suggestion
from ..catalogue.questionnaire import COLUMNS
from .brief import shown
from .columns import NONE_KNOWN, question_of
from .decoding import Unreadable
from .tables import Table

NAMES = ("lead", "implementing", "funding", "partner", "places", "latitude", "longitude", "website")
ONCE = [column for column in COLUMNS if column.times == 1 and column.key not in NAMES]


@dataclass(frozen=True, slots=True)
class Headings:
    """The columns (from 0) that answer each question, and what is said of those that answer none."""

    places: Mapping[str, tuple[int, ...]]
    notes: tuple[str, ...]


def match_headings(table: Table) -> Headings:
    """Return which columns answer what, in whatever order they stand; 'Countries 2' is one of 'Countries'.

    Raises Unreadable where no column is known, one that is needed is missing, or one is misspelt.
    """
    places: dict[str, list[int]] = {}
    unknown = []
    for place, heading in enumerate(table.headings):
        key = question_of(heading)
        if key:
            places.setdefault(key, []).append(place)
        elif heading:
            unknown.append(heading)
    if not places:
        raise Unreadable(NONE_KNOWN)
    wrong = [*_misspelt(unknown, places), *_missing(places), *_again(table.headings, places)]
    if wrong:
        raise Unreadable(*wrong)
    notes = tuple(
        f"the column '{shown(name)}' is not of the questionnaire and is left out" for name in unknown
    )
    return Headings({key: tuple(found) for key, found in places.items()}, notes)


def _misspelt(unknown: list[str], places: Mapping[str, list[int]]) -> Iterator[str]:
    free = [column.heading for column in COLUMNS if column.key not in places]
    for heading in unknown:
        near = suggestion(shown(heading), free)
        if near:
            yield f"the column '{shown(heading)}' is not of the questionnaire{near}"


def _missing(places: Mapping[str, list[int]]) -> Iterator[str]:
    missing = [f"'{c.heading}'" for c in COLUMNS if c.needed and c.key not in places]
    if "id" in places:  # a row that names its entry may say of it only what has changed
        return
    if missing:
        several = "s are" if len(missing) > 1 else " is"
        yield f"the column{several} missing: {', '.join(missing)}; use the questionnaire's own headings"


def _again(headings: Sequence[str], places: Mapping[str, list[int]]) -> Iterator[str]:
    for column in ONCE:
        found = [f"'{shown(headings[place])}'" for place in places.get(column.key, ())]
        if len(found) > 1:
            yield f"the columns {' and '.join(found)} answer the same question; keep one of them"
