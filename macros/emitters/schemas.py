"""Kinds of record -> JSON Schemas (draft 2020-12) by which editors' programs complete and check."""

import json
from typing import Any

from ..catalogue.kinds import KINDS
from ..records.kind import Kind

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def encode_schemas() -> dict[str, bytes]:
    """Return a schema for each kind, by file name; it describes the files of that kind."""
    return {f"{kind.name}.json": _encoded(kind) for kind in KINDS.values()}


def _encoded(kind: Kind) -> bytes:
    schema: dict[str, Any] = {"$schema": DIALECT, **kind.model.model_json_schema()}
    for model in (schema, *schema.get("$defs", {}).values()):
        _without_id(model)
    if kind.layout in ("vocabulary", "many a file"):
        schema = _of_many(kind, schema)
    return json.dumps(schema, indent=1, ensure_ascii=False, sort_keys=True).encode() + b"\n"


def _without_id(model: dict[str, Any]) -> None:
    """Take out the id, which is the file's name or the key above."""
    if model.get("properties", {}).pop("id", None):
        model["required"] = [name for name in model.get("required", []) if name != "id"]


def _of_many(kind: Kind, schema: dict[str, Any]) -> dict[str, Any]:
    definitions = schema.pop("$defs", {})
    dialect = schema.pop("$schema")
    definitions[kind.model.__name__] = schema
    return {
        "$schema": dialect,
        "type": "object",
        "additionalProperties": {"$ref": f"#/$defs/{kind.model.__name__}"},
        "$defs": definitions,
    }
