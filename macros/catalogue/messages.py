"""What pydantic found wrong -> one sentence in an editor's words, and the key path it is about."""

import re
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from .problems import suggestion
from .shape import KeyPath, class_at

SENTENCES = {
    "string_type": "{key} must be a single word or text; put it in quotes if it begins with [ or {{",
    "tuple_type": "{key} must be a list; write each item on a line of its own that begins with '- '",
    "dict_type": "{key} must be a group of keys, each with its value",
    "model_type": "{key} must be a group of keys: {keys}",
    "too_short": "{key} is an empty list; add an item or delete the line",
}
FORMS = {
    "sources": "sources: [{document: dld-review-2018, paragraph: 8}]",
    "basis": 'basis: {words: "...", source: {document: dld-review-2018, paragraph: 8}}',
    "topics": "topics: [forests]",
    "areas": "areas: [land-restoration]",
}
CODES = {
    r"^[a-z0-9]+(-[a-z0-9]+)*$": "an id, such as green-belt-project",
    r"^[A-Z]$": "a capital letter, such as A",
    r"^[A-Z]\.[0-9]$": "a capital letter, a point and a digit, such as A.1",
    r"^[0-9]{1,2}$": "a number, such as 1",
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
        follows = (kind == "too_short" and deeper) or (kind == "missing" and misspelt)
        if not follows and not _of_an_empty_value(error):
            yield _explained(error, model)


def _of_an_empty_value(error: ErrorDetails) -> bool:
    """Return whether an error follows from a value that is not there, which the file's reader reports."""
    value = error["input"]
    empty_inside = isinstance(value, dict) and None in value.values()
    return value is None or (error["type"] == "editor" and empty_inside)


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
            line = FORMS.get(str(keys[-1]), f"{keys[-1]}: ...")
            return f"'{keys[-1]}' is missing; add a line '{line}'{_inside(keys)}", keys[:-1]
        case "extra_forbidden":
            return _unknown_key(keys, model), keys
        case "literal_error":
            return _not_one_of(keys, error["input"], context["expected"]), keys
        case "string_pattern_mismatch":
            form = CODES.get(context["pattern"], context["pattern"])
            return f"'{error['input']}' is not a code that fits here; write {form}", keys[:-1]
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


def _not_one_of(keys: KeyPath, value: object, expected: str) -> str:
    valid = re.findall(r"'([^']*)'", expected)
    if not isinstance(value, str):
        return f"{_name(keys)} must be one of: {', '.join(valid)}"
    near = suggestion(value, valid)
    return f"{_name(keys)} cannot be '{value}'{near or '; use one of: ' + ', '.join(valid)}"


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
