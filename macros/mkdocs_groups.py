"""The values of mkdocs.yml -> what is wrong with them, one sentence for each slip of the pen."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .catalogue.problems import suggestion
from .catalogue.shape import KeyPath, edge_of
from .mkdocs_keys import KEYS, MOVED, Found, Key

END = "the end of mkdocs.yml"
Named = tuple[KeyPath, str]


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is wrong at a key path; what has one cause is told as one."""

    keys: KeyPath
    message: str
    cause: str = ""


@dataclass(slots=True)
class _Seen:
    """The keys that a file lacks and those that nobody knows, by the path of their group, and the rest."""

    lacking: list[Named] = field(default_factory=list)
    strange: list[Named] = field(default_factory=list)
    found: list[Found] = field(default_factory=list)


def unfit_settings(values: Any, root: Path) -> list[Wrong]:
    """Return each setting that cannot be; root is the project's folder."""
    if not isinstance(values, dict):
        return [Wrong((), "must be lines such as 'site_name: ...'; bring back the file as it was")]
    seen = _Seen()
    _walk(KEYS, values, (), root, seen)
    told = [*_told_strange(seen), *(Wrong(*found) for found in _without_lost_heads(seen))]
    told += _told_lacking(seen)
    return _as_one_end(told, values, seen)


def _walk(keys: Mapping[str, Key], values: dict[Any, Any], path: KeyPath, root: Path, seen: _Seen) -> None:
    seen.lacking += [(path, name) for name, key in keys.items() if key.needed and name not in values]
    for name, value in values.items():
        key, here = keys.get(name), (*path, name)
        if key is None:
            seen.strange.append((path, str(name)))
            continue
        known = len(seen.strange)
        if isinstance(value, dict) and key.below:
            _walk(key.below, value, here, root, seen)
        if len(seen.strange) == known:
            seen.found += [((*here, *more), message) for more, message in key.unfit(value, root)]


def _told_strange(seen: _Seen) -> Iterator[Wrong]:
    """Yield each key that nobody knows in its group; one that another lacks has lost its place."""
    for path, name in seen.strange:
        home = next((group for group, lacked in seen.lacking if lacked == name), None)
        if home is not None:
            seen.lacking.remove((home, name))
            place = f"belongs under '{home[-1]}'" if home else "begins its line, without blanks before it"
            yield Wrong((*path, name), f"'{name}' is no setting here: it {place}; indent it so")
            continue
        near = _near(path, name, seen)
        yield Wrong((*path, name), f"'{name}' is no setting here{near}")


def _near(path: KeyPath, name: str, seen: _Seen) -> str:
    """Return which key of a group is meant: the nearest, or the only one that it lacks."""
    keys = _keys_at(path)
    lacked = [key for group, key in seen.lacking if group == path]
    near = suggestion(name, keys)
    if not near and len(lacked) == 1 and [group for group, _ in seen.strange].count(path) == 1:
        near = f"; did you mean '{lacked[0]}'?"
    for key in (key for key in lacked if f"'{key}'" in near):
        seen.lacking.remove((path, key))
    return near or f"; use {', '.join(keys)}"


def _keys_at(path: KeyPath) -> Mapping[str, Key]:
    keys: Mapping[str, Key] = KEYS
    for name in path:
        keys = keys[str(name)].below or {}
    return keys


def _without_lost_heads(seen: _Seen) -> list[Found]:
    """Return what is wrong with values; items below the key before theirs have lost the line above them."""
    heads = {name for name in KEYS if any(MOVED.format(name) in message for _, message in seen.found)}
    seen.lacking = [(path, name) for path, name in seen.lacking if path or name not in heads]
    return [(keys, message) for keys, message in seen.found if keys[-1] not in heads]


def _told_lacking(seen: _Seen) -> Iterator[Wrong]:
    """Yield what each group lacks, as one."""
    for group in dict.fromkeys(path for path, _ in seen.lacking):
        names = [name for path, name in seen.lacking if path == group]
        if len(names) == 1:
            yield Wrong(group, f"'{names[0]}' is missing; add a line '{names[0]}: ...'")
        else:
            listed = ", ".join(f"'{name}'" for name in names)
            yield Wrong(group, f"{listed} are missing; bring these lines back, as Git has them")


def _as_one_end(told: list[Wrong], values: dict[Any, Any], seen: _Seen) -> list[Wrong]:
    """Return the same, where keys are missing and the last group is cut: a file whose end was lost."""
    if not any(path == () for path, _ in seen.lacking):
        return told
    edge = edge_of(values)
    return [
        Wrong(wrong.keys, wrong.message, END) if edge[: len(wrong.keys)] == wrong.keys else wrong
        for wrong in told
    ]
