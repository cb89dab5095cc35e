"""A kind of record -> the text of a new file, with every key that it needs and those that it may have."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from ..records.kind import Kind

NEEDED = "# Needed: give each its value."
OPTIONAL = "# Only where the documents say so: take away the '# ', and delete the rest."
INDENT = "  "
PLACES = ("paragraph", "file")  # where in a document, where below docs/files/
# What can stand for a key that a new file needs all the same; a person rests on nobody's word but their own.
STANDS_FOR = {"sources": "questionnaire", "released": "archive"}
NOTHING: Mapping[str, str] = MappingProxyType({})


def encode_template(kind: Kind, made: Mapping[str, str] = NOTHING) -> str:
    """Return a YAML file with the keys of a kind; the check then names each that still wants a value.

    made holds what is made by us and not filled in, such as an event's uid.
    """
    schema = kind.model.model_json_schema()
    properties: dict[str, Any] = {k: v for k, v in schema["properties"].items() if k != "id"}
    wanted = [name for name in properties if name in schema["required"] or STANDS_FOR.get(name) in properties]
    needed = [name for name in wanted if name not in made]
    lines = [
        f"# yaml-language-server: $schema=../schemas/{kind.name}.json",
        *(f"{name}: {value}" for name, value in made.items()),
        NEEDED,
    ]
    for name in needed:
        lines.extend(_lines(name, properties[name], schema))
    lines.append(OPTIONAL)
    for name in [name for name in properties if name not in (*needed, *made)]:
        lines.extend(f"# {line}" for line in _lines(name, properties[name], schema))
    return "\n".join(lines) + "\n"


def _lines(name: str, shape: dict[str, Any], schema: dict[str, Any]) -> Iterator[str]:
    """Yield the lines of one key: itself with a hint, and the keys of the group or list below it."""
    bare = _bare(shape, schema)
    hint = _hint(shape, bare)
    item = _bare(bare["items"], schema) if bare.get("type") == "array" else None
    below = list(_group(item or bare, schema))
    yield f"{name}:{hint}"
    if item is not None:
        first, *rest = below or [""]
        yield f"{INDENT}- {first}".rstrip()
        yield from (f"{INDENT * 2}{line}" for line in rest)
    else:
        yield from (INDENT + line for line in below)


def _group(shape: dict[str, Any], schema: dict[str, Any]) -> Iterator[str]:
    """Yield the keys that a group needs or usually has, of a source or file its place; else all or one."""
    keys = shape.get("properties", {}) if shape.get("additionalProperties") is False else {}
    usual = shape.get("oneOf", [shape])[0]
    needed = usual.get("required", list(keys)[: shape.get("maxProperties")])
    for name in keys:
        if name in needed or name in PLACES:
            yield from _lines(name, keys[name], schema)


def _bare(shape: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    """Return a shape without references and without 'or nothing'."""
    if "$ref" in shape:
        found: dict[str, Any] = schema["$defs"][shape["$ref"].rpartition("/")[2]]
        return found
    choices = [choice for choice in shape.get("anyOf", ()) if choice.get("type") != "null"]
    return _bare(choices[0], schema) if choices else shape


def _hint(shape: dict[str, Any], bare: dict[str, Any]) -> str:
    words = bare.get("enum") or ([bare["const"]] if "const" in bare else [])
    said = f"one of: {', '.join(words)}" if words else shape.get("description") or bare.get("description", "")
    return f"  # {said}" if said else ""
