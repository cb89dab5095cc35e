"""YAML text -> plain texts, lists and mappings, with the traps of YAML closed.

Every scalar stays the text that the editor typed (NO is 'NO', 10:00 is '10:00'); the type of
the record's field decides what it means. Duplicate keys, tags, anchors and empty values are
mistakes here, with their lines.
"""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import yaml
from yaml.events import CollectionEndEvent, CollectionStartEvent
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

EMPTY = ("", "~", "null", "Null", "NULL")
TEXT = "text"
CLOSERS = ("did not find expected ',' or ']'", "did not find expected ',' or '}'")
OPENED = ("found unexpected end of stream", *CLOSERS)
DEEPEST = 100
ODD_BREAK = re.compile("\r(?!\n)|[\x85\u2028\u2029]")
LIBYAML_SAYS = {
    "found character that cannot start any token": (
        "a text cannot begin with @, ` or %, nor with a tab; put it in quotes, and indent with spaces"
    ),
    "found a tab character that violates indentation": "a tab is used to indent; use spaces",
    "mapping values are not allowed in this context": (
        "a colon with a space after it stands inside a text, or the indentation is off; "
        "put the text in quotes, or line the keys up"
    ),
    "found unexpected end of stream": "a quotation mark is opened and never closed; close it",
    "did not find expected key": (
        "this line does not fit the ones above it; check its indentation and the quotation marks before it"
    ),
    "could not find expected ':'": "a key without its colon, or a text cut in two; write 'key: value'",
    "did not find expected ',' or ']'": "a list in brackets is not closed; write [one, two]",
    "did not find expected ',' or '}'": "a group in braces is not closed; put a text with braces in quotes",
    "did not find expected node content": (
        "brackets or braces are opened and not closed; write [one, two], or put the text in quotes"
    ),
    "did not find expected <document start>": (
        "this line does not fit the ones above it; begin every line with a key, or indent it"
    ),
    "could not find expected directive name": "a line cannot begin with %; put the text in quotes",
    "found unexpected non-alphabetical character": "a line cannot begin with %; put the text in quotes",
    "did not find expected tag URI": "a text cannot begin with !; put it in quotes",
    "did not find expected '-' indicator": "this line does not fit the list above it; line the dashes up",
    "block sequence entries are not allowed in this context": (
        "a dash begins a text here; put the text in quotes, or begin the list on a line of its own"
    ),
    "mapping keys are not allowed in this context": "a text cannot begin with '? '; put it in quotes",
    "did not find expected alphabetic or numeric character": (
        "a text cannot begin with * or &; put it in quotes"
    ),
    "found undefined alias": "a text cannot begin with *; put it in quotes",
    "did not find expected comment or line break": (
        "a text cannot begin with > or |; put it in quotes, or begin it on the next line"
    ),
    "found unknown escape character": "a backslash stands in a text in double quotes; use single quotes",
    "but found another document": "a line '---' begins a second record; write one record a file",
    "control characters are not allowed": "holds an invisible control character; delete it",
}


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
    """What a file says in plain values, and the mistakes found while reading it: (line, message)."""

    value: Any = None
    faults: list[tuple[int, str]] = field(default_factory=list)


def plain_values(text: str) -> Plain:
    """Return the plain values of a YAML text, and its mistakes; a syntax error leaves no value."""
    plain = Plain()
    unreadable = _odd_breaks(text) or _too_deep(text)
    if unreadable:
        return Plain(faults=unreadable)
    node = _compose(text, plain.faults)
    if node is None:
        plain.faults = plain.faults or [(1, "the file is empty; write the record or delete the file")]
        return plain
    if "*" in text or "&" in text:
        _find_anchors(text, plain.faults)
    if not plain.faults:
        plain.value = _value(node, plain.faults)
    return plain


def line_of(text: str, keys: tuple[str | int, ...]) -> int:
    """Return the line (from 1) of the key or list item at a path, or of the nearest part above it."""
    node = _tree(text)
    line = node.start_mark.line if isinstance(node, SequenceNode) else 0
    for key in keys:
        if isinstance(node, MappingNode):
            pair = next((pair for pair in node.value if pair[0].value == key), None)
            if pair is None:
                break
            line, node = pair[0].start_mark.line, pair[1]
        elif isinstance(node, SequenceNode) and isinstance(key, int) and key < len(node.value):
            node = node.value[key]
            line = node.start_mark.line
        else:
            break
    return line + 1


@lru_cache(maxsize=1)
def _tree(text: str) -> Node | None:
    """Compose a text once for all the lines that are asked of it."""
    return _compose(text, [])


def _odd_breaks(text: str) -> list[tuple[int, str]]:
    """Return where a text breaks its lines by what YAML takes for a line's end and editors do not show."""
    if text.isascii() and "\r" not in text:
        return []
    return [
        (
            text.count("\n", 0, found.start()) + 1,
            f"holds an invisible line break (U+{ord(found[0]):04X}); delete it",
        )
        for found in ODD_BREAK.finditer(text)
    ]


def _too_deep(text: str) -> list[tuple[int, str]]:
    """Return where a text is nested so deep that libyaml's composer would crash."""
    if sum(text.count(sign) for sign in ("[", "{", "- ", "? ", " " * DEEPEST)) <= DEEPEST:
        return []
    depth = 0
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            depth += isinstance(event, CollectionStartEvent) - isinstance(event, CollectionEndEvent)
            if depth > DEEPEST:
                line = event.start_mark.line + 1 if event.start_mark else 1
                return [(line, "brackets, dashes or indents are nested too deep; check this line")]
    except yaml.YAMLError:
        return []
    return []


def _compose(text: str, faults: list[tuple[int, str]]) -> Node | None:
    try:
        loader = _TextLoader(text)
        try:
            node: Node | None = loader.get_single_node()
            return node
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as error:
        told_where_opened = error.problem in OPENED and error.context_mark
        mark = told_where_opened or error.problem_mark or error.context_mark
        last = text.rstrip().count("\n")
        line = min(mark.line, last) + 1 if mark else 1
        faults.append((line, _explained(error.problem or "", text, mark)))
    except yaml.YAMLError as error:
        reason = getattr(error, "reason", "") or str(error)
        line = text.encode().count(b"\n", 0, getattr(error, "position", 0) or 0) + 1
        faults.append((line, LIBYAML_SAYS.get(reason, reason)))
    return None


def _explained(problem: str, text: str, mark: Any) -> str:
    lines = text.split("\n")
    line = lines[mark.line] if mark and mark.line < len(lines) else ""
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return "a tab is used to indent; use spaces"
    return LIBYAML_SAYS.get(
        problem, f"this line cannot be read ({problem}); compare it with the same line of another record"
    )


def _find_anchors(text: str, faults: list[tuple[int, str]]) -> None:
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        anchor = None if isinstance(event, yaml.AliasEvent) else getattr(event, "anchor", None)
        if anchor and event.start_mark:
            message = f"a text cannot begin with & ('&{anchor}'); put it in quotes, or write the value out"
            faults.append((event.start_mark.line + 1, message))


def _value(node: Node, faults: list[tuple[int, str]]) -> Any:
    if node.tag != TEXT:
        faults.append(
            (node.start_mark.line + 1, f"a text cannot begin with ! ('{_short(node.tag)}'); put it in quotes")
        )
        return None
    if type(node) is ScalarNode:
        if _empty(node):
            faults.append((node.start_mark.line + 1, "a value is missing here; write it or delete the line"))
            return None
        return node.value
    if type(node) is MappingNode:
        return _mapping(node, faults)
    return [_value(item, faults) for item in node.value]


def _mapping(node: MappingNode, faults: list[tuple[int, str]]) -> dict[str, Any] | None:
    found: dict[str, Any] = {}
    for key, value in node.value:
        if type(key) is not ScalarNode:
            faults.append(
                (
                    key.start_mark.line + 1,
                    "a key must be a word; put a text that begins with a brace or bracket in quotes",
                )
            )
            return None
        name = key.value
        if name in found:
            faults.append((key.start_mark.line + 1, f"the key '{name}' stands twice; keep one of them"))
            continue
        if type(value) is ScalarNode and _empty(value) and value.tag == TEXT:
            faults.append((key.start_mark.line + 1, f"'{name}' has no value; give it one or delete the line"))
            found[name] = None
        else:
            found[name] = _value(value, faults)
    return found


def _empty(node: ScalarNode) -> bool:
    """Return whether a value without quotes says nothing; libyaml gives such a value the style ''."""
    return not node.style and node.value in EMPTY


def _short(tag: str) -> str:
    return tag.replace("tag:yaml.org,2002:", "!!")
