"""The text of a Markdown page -> what is wrong with its macro calls, with line and nearest name."""

import inspect
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Any, NamedTuple, get_args, get_origin, get_type_hints

from jinja2 import Environment, TemplateSyntaxError, nodes
from pydantic import ValidationError

from ..catalogue import Catalogue, suggestion
from ..catalogue.checks.missing import numbering
from ..catalogue.kinds import KINDS
from ..records.base import Ref
from .offered import CALLS, source_of

CURLY = re.compile("[\u2018\u2019\u201a-\u201f\u00ab\u00bb\uff02\uff07]")
BRACES = re.compile(r"\{[{%#]")
SIDES = re.compile(r"\{\{|\}\}")
PLAIN = 'write {{ name("id") }}'
LOGIC = f"pages hold words and macro calls, nothing that is worked out; {PLAIN}"
RAW = "; to show braces, put {% raw %} before and {% endraw %} after them"
Told = tuple[str, str]
"""A message and its cause."""


class Found(NamedTuple):
    """What is wrong with a call: its line (from 1), the message, and its cause, as problems have one."""

    line: int
    message: str
    cause: str = ""


@dataclass(frozen=True, slots=True)
class Called:
    """A macro call of a page: its name, its arguments, and its line (from 1)."""

    name: str
    arguments: tuple[object, ...]
    named: tuple[tuple[str, object], ...]
    line: int


def check_calls(text: str, catalogue: Catalogue) -> Iterator[Found]:
    """Yield what is wrong with each macro call that would fail, and with what is no call."""
    try:
        tree = parsed(text)
    except TemplateSyntaxError as error:
        yield _unreadable(error, text)
        return
    for item in _items(tree):
        yield from dict.fromkeys(Found(item.lineno, *told) for told in _check_item(item, catalogue))


def calls_in(text: str) -> Iterator[Called]:
    """Yield the calls of a page that can be read, in order; none where its braces cannot be."""
    try:
        items = list(_items(parsed(text)))
    except TemplateSyntaxError:
        return
    for item in items:
        if isinstance(item, nodes.Call) and isinstance(item.node, nodes.Name) and _settled(item):
            arguments = tuple(_words(argument) for argument in item.args)
            named = tuple((pair.key, _words(pair.value)) for pair in item.kwargs)
            yield Called(item.node.name, arguments, named, item.lineno)


def parsed(text: str) -> nodes.Template:
    """Return the parts of a page with calls; raises TemplateSyntaxError where its braces cannot be read."""
    try:
        return Environment(autoescape=True).parse(text)
    except RecursionError:
        lines = text.split("\n")
        crowded = max(range(len(lines)), key=lambda n: sum(lines[n].count(sign) for sign in "([{"))
        raise TemplateSyntaxError("brackets are nested too deep", crowded + 1) from None


def _items(tree: nodes.Template) -> Iterator[nodes.Node]:
    """Yield what stands in the braces of a page, in order."""
    for node in tree.body:
        for item in node.nodes if isinstance(node, nodes.Output) else (node,):
            if not isinstance(item, nodes.TemplateData):
                yield item


def _unreadable(error: TemplateSyntaxError, text: str) -> Found:
    """Return where braces that cannot be read begin, and why they cannot."""
    lines = text.split("\n")
    last = min(error.lineno, len(lines))
    nearest = next((n for n in range(last, 0, -1) if BRACES.search(lines[n - 1])), last)
    line = min(_left_open(text) or nearest, nearest)
    there = lines[line - 1]
    if CURLY.search(there.partition("{")[2]):
        return Found(line, 'curly quotes stand in a macro call; write straight ones: {{ name("id") }}')
    if "comment" in str(error.message):
        return Found(line, "'{#' begins a remark that nothing ends; the id of a heading has a space: { #id }")
    if "{%" in there:
        return Found(line, f"{LOGIC}{RAW}")
    return Found(line, f"the braces cannot be read ({error.message}); {PLAIN}")


def _left_open(text: str) -> int | None:
    """Return the line of the first call that does not end before the next begins, or that lacks a quote."""
    begun = None
    for found in SIDES.finditer(text):
        if begun is not None:
            inside = text[begun : found.start()]
            if found[0] == "{{" or inside.count('"') % 2 or inside.count("'") % 2:
                return text.count("\n", 0, begun) + 1
        begun = found.end() if found[0] == "{{" else None
    return None if begun is None else text.count("\n", 0, begun) + 1


def _check_item(item: nodes.Node, catalogue: Catalogue) -> Iterator[Told]:
    name = item if isinstance(item, nodes.Name) else getattr(item, "node", None)
    if not isinstance(name, nodes.Name) or not isinstance(item, nodes.Name | nodes.Call):
        yield f"{LOGIC}{RAW}", ""
    elif name.name not in CALLS:
        near = suggestion(name.name, CALLS) or f"; use one of: {', '.join(CALLS)}"
        yield f"there is no macro '{name.name}'{near}", ""
    elif isinstance(item, nodes.Name):
        yield f"'{name.name}' stands without brackets; write {{{{ {name.name}(...) }}}}", ""
    elif not _settled(item):
        yield _unsettled(item, name.name), ""
    else:
        yield from _check_call(item, name.name, catalogue)


def _settled(call: nodes.Call) -> bool:
    """Return whether all arguments of a call are texts as they stand."""
    given = [*call.args, *(pair.value for pair in call.kwargs)]
    return all(isinstance(one, nodes.Const) and isinstance(one.value, str) for one in given) and not (
        call.dyn_args or call.dyn_kwargs
    )


def _unsettled(call: nodes.Call, name: str) -> str:
    """Return why arguments are none: an id without its quotes, or what would have to be worked out."""
    words = [one for argument in call.args for one in (argument, *argument.find_all(nodes.Expr))]
    if words and all(isinstance(one, nodes.Name | nodes.Sub | nodes.Const) for one in words):
        return f'put the id in quotes: {{{{ {name}("...") }}}}'
    return LOGIC


def _words(argument: nodes.Expr) -> object:
    return argument.value if isinstance(argument, nodes.Const) else None


def _check_call(call: nodes.Call, name: str, catalogue: Catalogue) -> Iterator[Told]:
    function = CALLS[name]
    given = [_words(argument) for argument in call.args]
    named = {pair.key: _words(pair.value) for pair in call.kwargs}
    try:
        bound = inspect.signature(function).bind(None, *given, **named)
    except TypeError as error:
        yield f"{name}() {_explained(str(error))}; write {{{{ {name}({_parameters(name)}) }}}}", ""
        return
    kinds = kinds_named(name)
    several = _several(name)
    if several and not bound.arguments.get(several):
        yield f"{name}() lacks its ids; write {{{{ {name}({_parameters(name)}) }}}}", ""
    for parameter, value in bound.arguments.items():
        for item in value if isinstance(value, tuple) else (value,):
            kind = kinds.get(parameter, "")
            cause = catalogue.why_gone(kind, str(item)) if kind else ""
            if cause:
                near = suggestion(str(item), catalogue.ids(kind)) or _where(kind)
                yield f"{name}(): there is no '{item}' among the {kind}{near}", cause
    if name == "cite" and bound.arguments["document"] in catalogue.documents:
        yield from _check_place(bound.arguments, catalogue)


def _several(name: str) -> str | None:
    """Return the parameter of a macro that takes several ids, or None where none does."""
    parameters = inspect.signature(CALLS[name]).parameters.values()
    return next((p.name for p in parameters if p.kind is p.VAR_POSITIONAL), None)


def _explained(mismatch: str) -> str:
    """Return what inspect says of arguments that do not fit, in an editor's words."""
    named = mismatch.partition("'")[2].rstrip("'")
    if mismatch.startswith("missing"):
        return f"lacks its '{named}'"
    if mismatch.startswith("too many"):
        return "is given too much"
    return f"does not know '{named}'"


def _where(kind: str) -> str:
    return f"; data/{kind}{'/' if KINDS[kind].in_folder else '.yml'} has those there are"


def _check_place(arguments: dict[str, Any], catalogue: Catalogue) -> Iterator[Told]:
    document = catalogue.documents[arguments["document"]]
    try:
        last = max(source_of(document.id, str(arguments["place"])).paragraphs, default=0)
    except ValidationError as error:
        yield f"cite(): {error.errors()[0]['msg']}", ""
        return
    if last and last > (document.paragraphs or 0):
        has = f"paragraphs 1 to {document.paragraphs}" if document.paragraphs else "no numbered paragraphs"
        yield f"cite(): '{document.id}' has {has}; correct the place", numbering(document.id)


def kinds_named(name: str) -> dict[str, str]:
    """Return which kind of record each parameter of a macro names."""
    hints = get_type_hints(CALLS[name], include_extras=True)
    return {
        parameter: mark.kind
        for parameter, hint in hints.items()
        if get_origin(hint) is Annotated
        for mark in get_args(hint)[1:]
        if isinstance(mark, Ref)
    }


def _parameters(name: str) -> str:
    parameters = list(inspect.signature(CALLS[name]).parameters.values())[1:]
    return ", ".join(f'"{p.name}"' + (", ..." if p.kind is p.VAR_POSITIONAL else "") for p in parameters)
