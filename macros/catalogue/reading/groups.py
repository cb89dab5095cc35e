"""The keys that groups lack and those that they cannot take -> a sentence for each slip, not for each key.

A key that is misspelt is missing too; a line that is indented wrongly is unknown in one group and missing
in another; a group that is cut off lacks several keys at once. Each is one slip and told once.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from ..problems import nearest
from ..shape import KeyPath, class_at

MOST_GUESSES = 20  # of keys of one group that are unknown; thousands of them are no slips of the pen
MOST_NAMES = 8
FORMS = {
    "sources": "sources: [{document: dld-review-2018, paragraph: 8}]",
    "basis": 'basis: {words: "...", source: {document: dld-review-2018, paragraph: 8}}',
    "topics": "topics: [forests]",
    "areas": "areas: [land-restoration]",
}
OF_SHAPE = ("model_type", "tuple_type", "dict_type")

Told = tuple[str, KeyPath]


@dataclass(slots=True)
class Group:
    """A group of keys: which it cannot take, which it lacks, and those that it has."""

    unknown: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    keys: set[object] = field(default_factory=set)

    def take_out(self, key: str) -> None:
        """Forget a key of which all is said."""
        self.unknown = [name for name in self.unknown if name != key]
        self.missing = [name for name in self.missing if name != key]


def tell_groups(errors: list[ErrorDetails], model: type[BaseModel]) -> tuple[list[Told], list[ErrorDetails]]:
    """Return what is wrong with the keys of groups, and the errors that are left: those of values."""
    groups: defaultdict[KeyPath, Group] = defaultdict(Group)
    rest = []
    for error in errors:
        keys: KeyPath = tuple(error["loc"])
        if error["type"] == "extra_forbidden":
            groups[keys[:-1]].unknown.append(str(keys[-1]))
        elif error["type"] == "missing":
            groups[keys[:-1]].missing.append(str(keys[-1]))
            groups[keys[:-1]].keys.update(error["input"] if isinstance(error["input"], dict) else ())
        else:
            rest.append(error)
    moved, rest = _moved(groups, rest, model)
    told = [sentence for at, group in groups.items() for sentence in _of_group(at, group, model)]
    return [*moved, *told], rest


def name_of(keys: KeyPath) -> str:
    """Return how a sentence names a key: 'topics', or item 2 of 'topics'."""
    if not keys:
        return "the record"
    if isinstance(keys[-1], int):
        return f"item {keys[-1] + 1} of {name_of(keys[:-1])}"
    return f"'{keys[-1]}'"


def fields_of(model: type[BaseModel] | None) -> list[str]:
    """Return the keys that a class takes from an editor."""
    return [name for name in model.model_fields if name != "id"] if model else []


def _moved(
    groups: Mapping[KeyPath, Group], rest: list[ErrorDetails], model: type[BaseModel]
) -> tuple[list[Told], list[ErrorDetails]]:
    """Take out the keys that belong to another group with a fault; the first is told for all that follow."""
    told: list[Told] = []
    lacks = [(at, name) for at, group in groups.items() for name in group.missing]
    aliens = {at: set(group.unknown) for at, group in groups.items()}
    for at, key in _strays(groups, rest):
        name = _plainly(key)
        homes = [other for other, lacked in lacks if other != at and name == lacked]
        lost = [(o, lacked) for o, lacked in lacks if name in _takes(model, (*o, lacked))]
        shapes = [tuple(e["loc"]) for e in rest if _of_shape(e) and name in _takes(model, tuple(e["loc"]))]
        shapes = [keys for keys in shapes if keys != at]
        if not told and homes + shapes:
            wrong = (
                f"'{name}' does not belong to {name_of(at)}, but to {name_of(min(homes + shapes, key=len))}"
            )
            told = [(f"{wrong}; check the indentation of this line and those around it", (*at, key))]
        elif not told and lost:
            home, line = lost[0]
            told = [(f"'{line}' is missing; bring back the line '{line}:' above what belongs to it", home)]
        if homes or lost or shapes:
            if at in groups:
                groups[at].take_out(key)
            rest = [e for e in rest if tuple(e["loc"]) not in shapes and not _is_of(e, at, key)]
            for other, missing in [*((home, name) for home in homes), *lost]:
                groups[other].take_out(missing)
            if at in groups and (lost or groups[at].keys <= aliens[at]):
                groups[at].missing.clear()
    return told, rest


def _strays(groups: Mapping[KeyPath, Group], rest: list[ErrorDetails]) -> list[tuple[KeyPath, str]]:
    """Return the keys that may stand in a wrong group: unknown ones, and ids that are keys elsewhere."""
    strays = [(at, key) for at, group in groups.items() for key in group.unknown[:MOST_GUESSES]]
    missing = {name for group in groups.values() for name in group.missing}
    for error in rest:
        *at, key = error["loc"] or ("",)
        if error["type"] in OF_SHAPE and key in missing:
            strays.append((tuple(at), str(key)))
        elif error["type"] == "editor" and error["ctx"]["field"] in missing:
            strays.append((tuple(error["loc"]), error["ctx"]["field"]))
    return strays


def _is_of(error: ErrorDetails, at: KeyPath, key: str) -> bool:
    """Return whether an error is about a key of a group."""
    keys: KeyPath = tuple(error["loc"])
    return keys == (*at, key) or (keys == at and error.get("ctx", {}).get("field") == key)


def _of_shape(error: ErrorDetails) -> bool:
    """Return whether an error is about the keys of a group or the items of a list, not about a text."""
    return error["type"] in OF_SHAPE or (error["type"] == "editor" and isinstance(error["input"], dict))


def _takes(model: type[BaseModel], keys: KeyPath) -> list[str]:
    """Return the keys that a group at a path takes, or each item of a list or of a group of groups there."""
    return fields_of(class_at(model, keys) or class_at(model, (*keys, 0)))


def _plainly(key: str) -> str:
    """Return a key without what is not seen of it, such as a no-break space."""
    return "".join(sign for sign in key if sign.isprintable() and not sign.isspace())


def _of_group(at: KeyPath, group: Group, model: type[BaseModel]) -> Iterator[Told]:
    valid = fields_of(class_at(model, at))
    strangers = []
    whole = bool(group.unknown) and group.keys <= set(group.unknown)
    for key in group.unknown[:MOST_GUESSES]:
        near = _meant(_plainly(key), group.missing) or nearest(_plainly(key), valid)
        if near is None and len(group.unknown) == len(group.missing) == 1:
            near = group.missing[0]
        if near is None:
            strangers.append(key)
            continue
        if near in group.missing:
            group.missing.remove(near)
        yield f"unknown key '{key}'; did you mean '{near}'?", (*at, key)
    strangers += group.unknown[MOST_GUESSES:]
    if strangers:
        what = f"unknown key{'s' if len(strangers) > 1 else ''} {_listed(strangers)}"
        yield f"{what}; use one of: {', '.join(valid)}", (*at, strangers[0])
    if group.missing and not whole:
        yield _lacks(group.missing, at), at


def _meant(key: str, missing: Iterable[str]) -> str | None:
    """Return the missing key that a key is a slip of: a letter is another, is lacking, or too many."""
    return next((name for name in missing if _one_letter_off(key, name)), None) or nearest(key, missing)


def _one_letter_off(one: str, other: str) -> bool:
    if len(one) == len(other):
        return sum(a != b for a, b in zip(one, other, strict=True)) == 1
    longer, shorter = sorted((one, other), key=len, reverse=True)
    return any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer)))


def _lacks(missing: list[str], at: KeyPath) -> str:
    inside = f" in {name_of(at)}" if at else ""
    lines = " and ".join(f"'{FORMS.get(key, f'{key}: ...')}'" for key in missing)
    if len(missing) == 1:
        return f"'{missing[0]}' is missing; add a line {lines}{inside}"
    return f"{_listed(missing)} are missing; add lines {lines}{inside}"


def _listed(names: list[str]) -> str:
    shown = [f"'{name}'" for name in names[:MOST_NAMES]]
    more = len(names) - len(shown)
    if more:
        return f"{', '.join(shown)} and {more:,} more"
    return " and ".join([", ".join(shown[:-1]), shown[-1]]) if len(shown) > 1 else shown[0]
