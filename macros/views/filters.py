"""What entries are filed under -> filters whose choices are plain links with counts."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

Values = Mapping[str, Sequence[str]]
Counts = dict[str, Counter[str]]
Chosen = Mapping[str, str]
NONE: Chosen = {}


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a filter: what it is called, how many entries have it, the page that shows them."""

    value: str
    label: str
    count: int
    path: str
    current: bool


@dataclass(frozen=True, slots=True)
class Filter:
    """A filter and its choices; chosen is the label of the one that is in force, or ''."""

    name: str
    label: str
    choices: tuple[Choice, ...]

    @property
    def chosen(self) -> str:
        """Return the label of the choice that is in force, or ''."""
        return next((choice.label for choice in self.choices if choice.current), "")


def count_values(entries: Iterable[Values]) -> Counts:
    """Return for each filter how many entries have each value."""
    counts: Counts = {}
    for values in entries:
        for name, found in values.items():
            counts.setdefault(name, Counter()).update(found)
    return counts


def filter_of(
    folder: str, name: str, label: str, labels: Mapping[str, str], counts: Counts, chosen: Chosen = NONE
) -> Filter:
    """Return a filter with those of its values that some entry has, in the order of the labels."""
    return Filter(
        name,
        label,
        tuple(
            Choice(value, words, counts[name][value], path_of(folder, name, value), chosen.get(name) == value)
            for value, words in labels.items()
            if name in counts and counts[name][value]
        ),
    )


def fits(values: Values, chosen: Chosen) -> bool:
    """Return whether an entry has every value that is chosen."""
    return all(value in values[name] for name, value in chosen.items())


def path_of(folder: str, name: str, value: str) -> str:
    """Return the address of a list narrowed to one choice: 'studies/by/topic/forests/'."""
    return f"{folder}/by/{name}/{value.replace(' ', '-')}/"
