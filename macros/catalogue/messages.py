"""What pydantic found wrong -> one sentence in an editor's words, and the key path it is about."""

import re
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from .problems import suggestion
from .shape import KeyPath, class_at

SENTENCES = {
    "string_type": "{key} must be a text; put it in quotes if it begins with [ or {{",
    "tuple_type": "{key} must be a list; write each item on a line of its own that begins with '- '",
    "dict_type": "{key} must be a group of keys, each with its value",
    "model_type": "{key} must be a group of keys: {keys}",
    "too_short": "{key} is an empty list; add an item or delete the line",
}


def explain_all(errors: list[ErrorDetails], model: type[BaseModel]) -> Iterator[tuple[str, KeyPath]]:
    """Yield a sentence and its key path for each error that does not only follow from another."""
    unknown = [error["loc"] for error in errors if error["type"] == "extra_forbidden"]
    for error in errors:
        loc, kind = error["loc"], error["type"]
        deeper = any(len(other["loc"]) > len(loc) and other["loc"][: len(loc)] == loc for other in errors)
        misspelt = any(
            key[:-1] == loc[:-1] and suggestion(str(key[-1]), [str(loc[-1])]) for key in unknown if loc
        )
        if not (kind == "too_short" and deeper) and not (kind == "missing" and misspelt):
            yield _explained(error, model)


def _explained(error: ErrorDetails, model: type[BaseModel]) -> tuple[str, KeyPath]:
    keys: KeyPath = tuple(error["loc"])
    context: dict[str, Any] = error.get("ctx") or {}
    match error["type"]:
        case "editor":
            field = context["field"]
            keys = (*keys, field) if field else keys
            about = f"{_name(keys)} " if keys and not context["message"].startswith("'") else ""
            return f"{about}{context['message']}", keys
        case "missing":
            return f"'{keys[-1]}' is missing; add a line '{keys[-1]}: ...'{_inside(keys)}", keys[:-1]
        case "extra_forbidden":
            return _unknown_key(keys, model), keys
        case "literal_error":
            return _not_one_of(keys, str(error["input"]), context["expected"]), keys
        case "string_pattern_mismatch":
            return f"'{error['input']}' is not a code that fits here ({context['pattern']})", keys[:-1]
        case other:
            group = class_at(model, keys)
            sentence = SENTENCES.get(
                other, "{key} does not fit: " + error["msg"].replace("{", "{{").replace("}", "}}")
            )
            return sentence.format(key=_name(keys), keys=", ".join(_fields(group))), keys


def _unknown_key(keys: KeyPath, model: type[BaseModel]) -> str:
    key = str(keys[-1])
    valid = _fields(class_at(model, keys[:-1]))
    near = suggestion(key, valid)
    return f"unknown key '{key}'{near}" if near else f"unknown key '{key}'; use one of: {', '.join(valid)}"


def _not_one_of(keys: KeyPath, value: str, expected: str) -> str:
    valid = re.findall(r"'([^']*)'", expected)
    return f"{_name(keys)} cannot be '{value}'; use one of: {', '.join(valid)}{suggestion(value, valid)}"


def _fields(model: type[BaseModel] | None) -> list[str]:
    return [name for name in model.model_fields if name != "id"] if model else []


def _name(keys: KeyPath) -> str:
    """Return how a sentence names a key: 'topics', or item 2 of 'topics'."""
    if not keys:
        return "the record"
    if isinstance(keys[-1], int):
        return f"item {keys[-1] + 1} of {_name(keys[:-1])}"
    return f"'{keys[-1]}'"


def _inside(keys: KeyPath) -> str:
    return f" in {_name(keys[:-1])}" if len(keys) > 1 else ""
