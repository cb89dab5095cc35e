"""The shape of a record's class: which of its fields name other records, and what keys it takes."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from ..records.base import Record, Ref
from ..records.source import Source
from ..records.text import Shown, Text

EACH = "*"
KeyPath = tuple[str | int, ...]
P = TypeVar("P", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class RefPath:
    """Where a class keeps ids of another kind; EACH stands for every item of a list."""

    path: tuple[str, ...]
    kind: str
    cites: bool


@cache
def ref_paths(model: type[BaseModel]) -> tuple[RefPath, ...]:
    """Return where a class names other records; its parts that are records speak for themselves."""
    return tuple(
        RefPath((name, *found.path), found.kind, found.cites)
        for name, hint in _hints(model).items()
        for found in _refs_in(hint, issubclass(model, Source))
    )


def named_ids(record: BaseModel) -> Iterator[tuple[KeyPath, RefPath, str]]:
    """Yield every id that a record names: its key path, what it is a reference to, the id."""
    for ref in ref_paths(type(record)):
        top, *below = ref.path
        held = getattr(record, top)
        if held:
            for keys, value in _values_at(held, tuple(below), (top,)):
                yield keys, ref, value


def parts_of(record: BaseModel, of: type[P]) -> Iterator[tuple[KeyPath, P]]:
    """Yield every part of a class inside a record with its key path; not those of records in it."""
    for top, *below in part_paths(type(record), of):
        held = getattr(record, top)
        if held:
            yield from _values_at(held, tuple(below), (top,))


@cache
def part_paths(model: type[BaseModel], of: type[BaseModel]) -> tuple[tuple[str, ...], ...]:
    """Return where a class keeps parts of another; EACH stands for every item of a list."""
    hints = _hints(model)
    return tuple((name, *path) for name, hint in hints.items() for path in _parts_in(hint, of))


def named_in_values(model: type[BaseModel], values: Any) -> Iterator[tuple[KeyPath, RefPath, str]]:
    """Yield every id that plain values name where the class has references."""
    for ref in ref_paths(model):
        for keys, value in _plain_at(values, ref.path, ()):
            yield keys, ref, value


def texts_in_values(model: type[BaseModel], values: Any) -> Iterator[tuple[KeyPath, str]]:
    """Yield the words for readers in plain values; a key path ends in the language where one is given."""
    if isinstance(values, dict):
        for name, hint in _hints(model).items():
            yield from _texts_at(hint, values.get(name), (name,))


def value_at(record: Any, keys: KeyPath) -> Any:
    """Return the value at a key path of a record."""
    for key in keys:
        record = getattr(record, key) if isinstance(key, str) and hasattr(record, key) else record[key]
    return record


def edge_of(value: Any) -> KeyPath:
    """Return the key path of the last of the last of plain values."""
    if isinstance(value, dict) and value:
        last = next(reversed(value))
        return (last, *edge_of(value[last]))
    return (len(value) - 1, *edge_of(value[-1])) if isinstance(value, list) and value else ()


def class_at(model: type[BaseModel], keys: KeyPath) -> type[BaseModel] | None:
    """Return the class of the group of keys at a path, or None where no group stands there."""
    hint: Any = model
    for key in keys:
        if isinstance(hint, type) and issubclass(hint, BaseModel):
            hint = _bare(_hints(hint).get(str(key)))
        else:
            hint = _bare(get_args(hint)[-1 if get_origin(hint) is dict else 0]) if get_args(hint) else None
    return hint if isinstance(hint, type) and issubclass(hint, BaseModel) else None


@cache
def _hints(model: type[BaseModel]) -> dict[str, Any]:
    hints = get_type_hints(model, include_extras=True)
    return {name: hints[name] for name in model.model_fields}


def _refs_in(hint: Any, cites: bool) -> Iterator[RefPath]:
    origin, args = get_origin(hint), get_args(hint)
    if origin is Annotated:
        for mark in args[1:]:
            if isinstance(mark, Ref):
                yield RefPath((), mark.kind, cites)
        yield from _refs_in(args[0], cites)
    elif origin in (Union, UnionType):
        for arg in args:
            yield from _refs_in(arg, cites)
    elif origin is tuple:
        for found in _refs_in(args[0], cites):
            yield RefPath((EACH, *found.path), found.kind, found.cites)
    elif isinstance(hint, type) and issubclass(hint, BaseModel) and not issubclass(hint, Record):
        yield from ref_paths(hint)


def _parts_in(hint: Any, of: type[BaseModel]) -> Iterator[tuple[str, ...]]:
    origin, args = get_origin(hint), get_args(hint)
    if origin is Annotated:
        yield from _parts_in(args[0], of)
    elif origin in (Union, UnionType):
        for arg in args:
            yield from _parts_in(arg, of)
    elif origin is tuple:
        yield from ((EACH, *path) for path in _parts_in(args[0], of))
    elif isinstance(hint, type) and issubclass(hint, of):
        yield ()
    elif isinstance(hint, type) and issubclass(hint, BaseModel) and not issubclass(hint, Record):
        yield from part_paths(hint, of)


def _values_at(value: Any, path: tuple[str, ...], keys: KeyPath) -> Iterator[tuple[KeyPath, Any]]:
    if value is None:
        return
    if not path:
        yield keys, value
    elif path[0] == EACH:
        for number, item in enumerate(value):
            yield from _values_at(item, path[1:], (*keys, number))
    else:
        yield from _values_at(getattr(value, path[0]), path[1:], (*keys, path[0]))


def _plain_at(value: Any, path: tuple[str, ...], keys: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    if not path:
        if isinstance(value, str) and value.strip():
            yield keys, value
    elif path[0] == EACH:
        for number, item in enumerate(value if isinstance(value, list) else ()):
            yield from _plain_at(item, path[1:], (*keys, number))
    elif isinstance(value, dict) and path[0] in value:
        yield from _plain_at(value[path[0]], path[1:], (*keys, path[0]))


def _texts_at(hint: Any, value: Any, keys: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    words = _is_words(hint)
    hint = _bare(hint)
    if words and isinstance(value, dict):
        yield from (((*keys, code), said) for code, said in value.items() if isinstance(said, str))
    elif words and isinstance(value, str):
        yield keys, value
    elif isinstance(value, list) and get_origin(hint) is tuple:
        for number, item in enumerate(value):
            yield from _texts_at(get_args(hint)[0], item, (*keys, number))
    elif isinstance(value, dict) and get_origin(hint) is dict:
        for key, item in value.items():
            yield from _texts_at(get_args(hint)[1], item, (*keys, key))
    elif isinstance(hint, type) and issubclass(hint, BaseModel):
        yield from (((*keys, *below), said) for below, said in texts_in_values(hint, value))


def _is_words(hint: Any) -> bool:
    """Return whether a hint is that of words for readers: a Text, or a plain string that is shown."""
    origin, args = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return any(_is_words(arg) for arg in args)
    if origin is Annotated:
        return any(isinstance(mark, Shown) for mark in args[1:]) or _is_words(args[0])
    return hint is Text


def _bare(hint: Any) -> Any:
    """Return a hint without Annotated and without '| None'."""
    while True:
        origin, args = get_origin(hint), get_args(hint)
        if origin is Annotated:
            hint = args[0]
        elif origin in (Union, UnionType):
            hint = next(arg for arg in args if arg is not NoneType)
        else:
            return hint
