"""YAML text -> plain texts, lists and mappings, with the traps of YAML closed.

Every scalar stays the text that the editor typed (NO is 'NO', 10:00 is '10:00'); the type of
the record's field decides what it means. Duplicate keys, tags, anchors and empty values are
mistakes here, with their lines.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from .conflicts import conflict
from .slips import SLIPS, slips
from .syntax import Fault, explain, odd_breaks, too_deep

EMPTY = ("", "~", "null", "Null", "NULL")
TEXT = "text"
BLOCK = ("|", ">")
COMMA = "; or, where a comma inside braces begins it, put the whole text in quotes (a number: with a point)"


class _TextLoader(yaml.CSafeLoader):
    """Composes with libyaml and leaves every untagged scalar a text."""

    def resolve(self, kind: Any, value: Any, implicit: Any) -> str:
        return TEXT

    def descend_resolver(self, current_node: Any, current_index: Any) -> None:
        """Keep no path: nothing is resolved by it."""

    def ascend_resolver(self) -> None:
        """Keep no path: nothing is resolved by it."""


@dataclass(slots=True)
class Plain:
    """What a file says in plain values, and the mistakes found while reading it: (line, message).

    It is torn where a line that began a record or an item seems to be lost: several keys stand twice.
    """

    value: Any = None
    faults: list[Fault] = field(default_factory=list)
    torn: bool = False


def plain_values(text: str) -> Plain:
    """Return the plain values of a YAML text, and its mistakes; a syntax error leaves no value."""
    plain = Plain()
    unreadable = conflict(text) or odd_breaks(text)[:1] or too_deep(text)
    if unreadable:
        return Plain(faults=unreadable)
    node = _compose(text, plain.faults)
    if node is None:
        plain.faults = plain.faults or [(1, "the file is empty; write the record or delete the file")]
        return plain
    if "*" in text or "&" in text:
        _find_anchors(text, plain.faults)
    if SLIPS.search(text):
        plain.faults.extend(slips(text))
    if not plain.faults:
        plain.value = _value(node, plain)
    # What is missing at the end stands, to libyaml, on the line after the last.
    last = text.count("\n") + 1
    plain.faults = sorted((min(line, last), message) for line, message in plain.faults)
    return plain


def line_of(text: str, keys: tuple[str | int, ...]) -> int:
    """Return the line (from 1) of the key or list item at a path, or of the nearest part above it."""
    node = _tree(text)
    line = node.start_mark.line if isinstance(node, SequenceNode) else 0
    for key in keys:
        if isinstance(node, MappingNode):
            pair = _pairs(node).get(key)
            if pair is None:
                break
            line, node = pair[0].start_mark.line, pair[1]
        elif isinstance(node, SequenceNode) and isinstance(key, int) and key < len(node.value):
            node = node.value[key]
            line = node.start_mark.line
        else:
            break
    return line + 1


@lru_cache(maxsize=64)
def _pairs(node: MappingNode) -> dict[object, tuple[Node, Node]]:
    """Return the first key and value under each name of a group; kept, as thousands may be asked for."""
    return {key.value: (key, value) for key, value in reversed(node.value) if type(key) is ScalarNode}


def span_of(text: str, keys: tuple[str | int, ...]) -> tuple[int, int] | None:
    """Return where the value at a path begins and ends, quotes and all; None where it is no single text."""
    node = _tree(text)
    for key in keys:
        if isinstance(node, MappingNode):
            node = next((value for name, value in node.value if name.value == key), None)
        elif isinstance(node, SequenceNode) and isinstance(key, int) and key < len(node.value):
            node = node.value[key]
        else:
            break
    if not isinstance(node, ScalarNode):
        return None
    return node.start_mark.index, node.end_mark.index


@lru_cache(maxsize=1)
def _tree(text: str) -> Node | None:
    """Compose a text once for all the lines that are asked of it."""
    return _compose(text, [])


def _compose(text: str, faults: list[Fault]) -> Node | None:
    try:
        loader = _TextLoader(text)
        try:
            node: Node | None = loader.get_single_node()
            return node
        finally:
            loader.dispose()
    except yaml.YAMLError as error:
        faults.append(explain(error, text))
    return None


def _find_anchors(text: str, faults: list[Fault]) -> None:
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        anchor = None if isinstance(event, yaml.AliasEvent) else getattr(event, "anchor", None)
        if anchor and event.start_mark:
            message = f"a text cannot begin with & ('&{anchor}'); put it in quotes, or write the value out"
            faults.append((event.start_mark.line + 1, message))


def _value(node: Node, plain: Plain) -> Any:
    if node.tag != TEXT:
        plain.faults.append(
            (node.start_mark.line + 1, f"a text cannot begin with ! ('{_short(node.tag)}'); put it in quotes")
        )
        return None
    if type(node) is ScalarNode:
        if _empty(node):
            plain.faults.append(
                (node.start_mark.line + 1, "a value is missing here; write it or delete the line")
            )
            return None
        return node.value
    if type(node) is MappingNode:
        return _mapping(node, plain)
    return [_value(item, plain) for item in node.value]


def _mapping(node: MappingNode, plain: Plain) -> dict[str, Any] | None:
    found: dict[str, Any] = {}
    empty: dict[str, int] = {}
    swallowed = False  # the text of an empty '>-' stands under the next key
    twice: list[tuple[str, int]] = []
    for key, value in node.value:
        line = key.start_mark.line + 1
        if type(key) is not ScalarNode:
            wrong = "a key must be a word; put a text that begins with a brace or bracket in quotes"
            plain.faults.append((line, wrong))
            return None
        name = key.value
        if name in found:
            twice.append((name, line))
            continue
        if type(value) is ScalarNode and _empty(value) and value.tag == TEXT:
            empty[name] = line
            found[name] = None
            swallowed = value.style in BLOCK
        elif swallowed:
            found[name], swallowed = None, False
        else:
            found[name] = _value(value, plain)
    plain.faults.extend(_of_keys(empty, twice, node))
    plain.torn |= len(twice) > 1
    return {**found, **dict.fromkeys(name for name, _ in twice)}


def _of_keys(empty: dict[str, int], twice: list[tuple[str, int]], node: MappingNode) -> Iterator[Fault]:
    """Yield the keys of a group that have no value or stand twice, a line for each slip.

    Where a key stands twice, the first time without a value, the line was doubled. Where several keys
    stand twice, one above them was lost or moved: they begin another record or item.
    """
    comma = COMMA if node.flow_style else ""
    doubled = {name for name, _ in twice}
    alone = {name: line for name, line in empty.items() if name not in doubled}
    if len(twice) > 1:
        line = twice[0][1]
        before = [(at, name) for name, at in alone.items() if at < line]
        at, name = max(before, default=(0, ""))
        if at == line - 1:
            wrong = f"'{name}' has no value; check the indentation of this line and of those below it"
            alone.pop(name)
        else:
            at = line
            names = ", ".join(list(dict.fromkeys(name for name, _ in twice))[:5])
            wrong = f"the keys {names} stand twice; keep one of each"
            wrong += ", or bring back the line above this one that begins another record"
        yield at, wrong + comma
    else:
        yield from ((line, f"the key '{name}' stands twice; keep one of them{comma}") for name, line in twice)
    mend = f"give it one{comma}" if comma else "give it one or delete the line"
    yield from ((line, f"'{name}' has no value; {mend}") for name, line in alone.items())


def _empty(node: ScalarNode) -> bool:
    """Return whether a value without quotes says nothing; libyaml gives such a value the style ''."""
    return (not node.style and node.value in EMPTY) or (node.style in BLOCK and not node.value.strip())


def _short(tag: str) -> str:
    return tag.replace("tag:yaml.org,2002:", "!!")
