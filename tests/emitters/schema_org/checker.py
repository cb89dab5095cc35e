"""A JSON-LD document in the terms of schema.org -> a sentence for each of its faults, with its path."""

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from .literals import LIKE_A_MEMBER, TEXTS, is_absolute, literal_fault, named, shown
from .terms import load_vocabulary

CONTEXTS = ("https://schema.org", "https://schema.org/")
SCHEMES_OF_IDS = ("mailto", "tag", "urn")
LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})*", re.ASCII | re.IGNORECASE)

Node = dict[str, Any]
Kinds = Mapping[str, frozenset[str]]


def findings(data: object) -> list[str]:
    """Return a sentence for each fault of a document, in the order of reading."""
    kinds = _kinds(data)
    if isinstance(data, list):
        faults = [fault for index, top in enumerate(data) for fault in _top(top, f"[{index}].", kinds)]
        return faults if data else ["document: is empty."]
    return list(_top(data, "", kinds))


def dangling(data: object) -> list[str]:
    """Return the ids that a document refers to and does not define, sorted.

    The caller knows which are external; schema.org itself defines the members of its enumerations.
    """
    referred = {
        node["@id"] for node in _nodes(data) if node.keys() == {"@id"} and isinstance(node["@id"], str)
    }
    undefined = referred - _kinds(data).keys()
    return sorted(id for id in undefined if not load_vocabulary().is_member(id, ["Enumeration"]))


def _top(top: object, at: str, kinds: Kinds) -> Iterator[str]:
    if not isinstance(top, dict):
        yield f"{at}document: is not an object."
        return
    if top.get("@context") not in CONTEXTS:
        yield f'{at}@context: is not "{CONTEXTS[0]}".'
    node = {key: value for key, value in top.items() if key != "@context"}
    if "@graph" in node:
        yield from _graph(node, at, kinds)
    else:
        yield from _entry(node, at, kinds)


def _graph(top: Node, at: str, kinds: Kinds) -> Iterator[str]:
    yield from (f"{at}{key}: may not stand beside @graph." for key in top if key != "@graph")
    graph = top["@graph"]
    if not isinstance(graph, list) or not graph:
        yield f"{at}@graph: is not a list of things."
        return
    for index, node in enumerate(graph):
        yield from _entry(node, f"{at}@graph[{index}].", kinds)


def _entry(node: object, at: str, kinds: Kinds) -> Iterator[str]:
    if isinstance(node, dict):
        yield from _node(node, at + (_joined(_types(node)) or "thing"), kinds)
    else:
        yield f"{at}thing: is not an object."


def _node(node: Node, path: str, kinds: Kinds) -> Iterator[str]:
    yield from _type_faults(node, path)
    yield from _id_faults(node, path, kinds)
    for key, value in node.items():
        if not key.startswith("@"):
            yield from _property(key, value, _types(node), f"{path}.{key}", kinds)
        elif key not in {"@type", "@id"}:
            yield f"{path}.{key}: may not stand here."


def _type_faults(node: Node, path: str) -> Iterator[str]:
    if "@type" not in node:
        yield f"{path}: has no @type."
        return
    types = _listed(node["@type"])
    if not types:
        yield f"{path}.@type: is empty."
    for name in types:
        if not isinstance(name, str) or name not in load_vocabulary().types:
            yield f"{path}.@type: {shown(name)} is not a type of schema.org."


def _id_faults(node: Node, path: str, kinds: Kinds) -> Iterator[str]:
    if "@id" not in node:
        return
    if not is_absolute(node["@id"], SCHEMES_OF_IDS):
        yield f"{path}.@id: {shown(node['@id'])} is not an absolute address."
    elif "@type" in node and kinds[node["@id"]] != _types(node):
        yield f"{path}.@id: {shown(node['@id'])} is defined before as {_joined(kinds[node['@id']])}."


def _property(key: str, value: object, types: Collection[str], path: str, kinds: Kinds) -> Iterator[str]:
    vocabulary = load_vocabulary()
    if key not in vocabulary.properties:
        yield f"{path}: is not a property of schema.org."
        return
    use = vocabulary.properties[key]
    if _all_known(types) and not vocabulary.fits(types, use.domains):
        yield f"{path}: is not a property of {_joined(types)}."
    if not isinstance(value, list):
        yield from _value(value, use.ranges, path, kinds)
        return
    if not value:
        yield f"{path}: is an empty list."
    for index, part in enumerate(value):
        yield from _value(part, use.ranges, f"{path}[{index}]", kinds)


def _value(value: object, ranges: Collection[str], path: str, kinds: Kinds) -> Iterator[str]:
    if not isinstance(value, dict):
        if fault := literal_fault(value, ranges):
            yield f"{path}: {fault}"
    elif not value.keys().isdisjoint({"@value", "@language"}):
        yield from _text(value, ranges, path)
    elif value.keys() == {"@id"}:
        yield from _reference(value, ranges, path, kinds)
    else:
        types = _types(value)
        if _all_known(types) and not load_vocabulary().fits(types, ranges):
            yield f"{path}: is {_joined(types)}, it takes {named(ranges)}."
        yield from _node(value, path, kinds)


def _text(value: Node, ranges: Collection[str], path: str) -> Iterator[str]:
    yield from (f"{path}.{key}: may not stand here." for key in value if key not in {"@value", "@language"})
    if fault := literal_fault(value.get("@value"), ["Text"]):
        yield f"{path}.@value: {fault}"
    if "@language" in value and not LANGUAGE.fullmatch(str(value["@language"])):
        yield f"{path}.@language: {shown(value['@language'])} is not the code of a language."
    if TEXTS.isdisjoint(ranges):
        yield f"{path}: is Text, it takes {named(ranges)}."


def _reference(value: Node, ranges: Collection[str], path: str, kinds: Kinds) -> Iterator[str]:
    """An address may stand as an @id as well; what is defined elsewhere may be of any type."""
    faults = list(_id_faults(value, path, kinds))
    yield from faults
    if faults or "URL" in ranges:
        return
    vocabulary = load_vocabulary()
    id, enumerations = value["@id"], vocabulary.enumerations(ranges)
    if id in kinds:
        if _all_known(kinds[id]) and not vocabulary.fits(kinds[id], ranges):
            yield f"{path}: refers to {_joined(kinds[id])}, it takes {named(ranges)}."
    elif enumerations and (LIKE_A_MEMBER.fullmatch(id) or enumerations == set(ranges)):
        if not vocabulary.is_member(id, enumerations):
            yield f"{path}.@id: {shown(id)} is not a member of {named(enumerations)}."
    elif vocabulary.types.keys().isdisjoint(ranges):
        yield f"{path}: refers to a thing, it takes {named(ranges)}."


def _kinds(data: object) -> Kinds:
    """Return the types of each id, as its first definition has them."""
    kinds: dict[str, frozenset[str]] = {}
    for node in _nodes(data):
        if "@type" in node and isinstance(node.get("@id"), str):
            kinds.setdefault(node["@id"], _types(node))
    return kinds


def _nodes(data: object) -> Iterator[Node]:
    """Yield every object of a document, each before what it holds."""
    if isinstance(data, dict):
        yield data
    for part in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from _nodes(part)


def _types(node: Node) -> frozenset[str]:
    return frozenset(name for name in _listed(node.get("@type", [])) if isinstance(name, str))


def _joined(types: Collection[str]) -> str:
    return "+".join(sorted(types))


def _all_known(types: Collection[str]) -> bool:
    """A fault of a type that is not known is told once, at the type."""
    return bool(types) and load_vocabulary().types.keys() >= set(types)


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]
