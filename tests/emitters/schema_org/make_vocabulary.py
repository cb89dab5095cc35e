"""The official file of schema.org -> vocabulary.json, what a checker needs of it.

Run it as: python -m tests.emitters.schema_org.make_vocabulary FILE VERSION
FILE is schemaorg-current-https.jsonld of a release, for instance 30.0.
"""

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

FILE = Path(__file__).parent / "vocabulary.json"
TERM = "schema:"

Node = dict[str, Any]
Parents = dict[str, list[str]]


def encode_vocabulary(official: dict[str, Any], version: str) -> str:
    """Return the vocabulary of an official file, sorted; the file itself does not say its version."""
    nodes = [node for node in official["@graph"] if node["@id"].startswith(TERM)]
    classes = {_name(node): _terms(node, "rdfs:subClassOf") for node in nodes if _is_class(node)}
    data = _with_descendants((_name(n) for n in nodes if f"{TERM}DataType" in _types(n)), classes)
    vocabulary = {
        "name": "The vocabulary of schema.org, in part",
        "version": version,
        "address": "https://schema.org/",
        "licence": "CC BY-SA 3.0",
        "data_types": {name: classes[name] for name in data},
        "types": {name: parents for name, parents in classes.items() if name not in {*data, "DataType"}},
        "properties": {_name(node): _uses(node, classes) for node in nodes if "rdf:Property" in _types(node)},
        "members": {_name(node): kinds for node in nodes if (kinds := _enumerations(node, data))},
    }
    return json.dumps(vocabulary, indent=0, sort_keys=True, separators=(",", ":")) + "\n"


def _is_class(node: Node) -> bool:
    """A few members of enumerations, such as Optometric, are classes too: they have a parent."""
    return "rdfs:Class" in _types(node) or "rdfs:subClassOf" in node


def _uses(node: Node, classes: Parents) -> dict[str, list[str]]:
    """Domains and ranges may name classes that are no longer current; these are left out."""
    return {
        "domains": [name for name in _terms(node, f"{TERM}domainIncludes") if name in classes],
        "ranges": [name for name in _terms(node, f"{TERM}rangeIncludes") if name in classes],
    }


def _enumerations(node: Node, data: set[str]) -> list[str]:
    """True and False are members of a data type, and are written as JSON's own."""
    kinds = (kind.removeprefix(TERM) for kind in _types(node) if kind.startswith(TERM))
    return sorted(kind for kind in kinds if kind not in {*data, "DataType"})


def _with_descendants(names: Iterable[str], classes: Parents) -> set[str]:
    found: set[str] = set()
    new = set(names)
    while new:
        found |= new
        new = {name for name, parents in classes.items() if found.intersection(parents)} - found
    return found


def _name(node: Node) -> str:
    return str(node["@id"]).removeprefix(TERM)


def _types(node: Node) -> list[str]:
    return _listed(node["@type"])


def _terms(node: Node, key: str) -> list[str]:
    ids = (str(value["@id"]) for value in _listed(node.get(key, [])))
    return sorted(id.removeprefix(TERM) for id in ids if id.startswith(TERM))


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


if __name__ == "__main__":
    FILE.write_text(encode_vocabulary(json.loads(Path(sys.argv[1]).read_text("utf-8")), sys.argv[2]))
