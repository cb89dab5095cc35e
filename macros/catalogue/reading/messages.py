"""What pydantic found wrong -> one sentence in an editor's words, and the key path it is about."""

import re
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from ..problems import suggestion
from ..shape import KeyPath, class_at
from .groups import fields_of, name_of, tell_groups

SENTENCES = {
    "string_type": "{key} must be a single word or text; put it in quotes if it begins with [ or {{",
    "tuple_type": "{key} must be a list; write each item on a line of its own that begins with '- '",
    "dict_type": "{key} must be a group of keys, each with its value",
    "model_type": "{key} must be a group of keys: {keys}",
    "too_short": "{key} is an empty list; add an item or delete the line",
}
CODES = {
    r"^[a-z0-9]+(-[a-z0-9]+)*$": "an id, such as green-belt-project",
    r"^[A-Z]$": "a capital letter, such as A",
    r"^[A-Z]\.[0-9]$": "a capital letter, a point and a digit, such as A.1",
    r"^[0-9]{1,2}$": "a number, such as 1",
}
OF_VALUES = ("editor", "literal_error", "string_pattern_mismatch")


def explain_all(
    errors: list[ErrorDetails], model: type[BaseModel], *, hurt: bool = False
) -> Iterator[tuple[str, KeyPath]]:
    """Yield a sentence and its key path for each error that does not only follow from another.

    Of a record that is hurt (a key in it is doubled, or has no value) only texts are judged: which group a
    key belongs to is not known.
    """
    errors = [error for error in errors if not _of_an_empty_value(error)]
    if hurt:
        rest = [e for e in errors if e["type"] in OF_VALUES and isinstance(e["input"], str)]
    else:
        told, rest = tell_groups(errors, model)
        yield from told
    inside = {tuple(error["loc"][:length]) for error in errors for length in range(len(error["loc"]))}
    for error in rest:
        if error["type"] != "too_short" or tuple(error["loc"]) not in inside:
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
            about = f"{name_of(keys)} " if keys and not context["message"].startswith("'") else ""
            return f"{about}{context['message']}", keys
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
            return sentence.format(key=name_of(keys), keys=", ".join(fields_of(group))), keys


def _not_one_of(keys: KeyPath, value: object, expected: str) -> str:
    valid = re.findall(r"'([^']*)'", expected)
    if not isinstance(value, str):
        return f"{name_of(keys)} must be one of: {', '.join(valid)}"
    near = suggestion(value, valid)
    return f"{name_of(keys)} cannot be '{value}'{near or '; use one of: ' + ', '.join(valid)}"
