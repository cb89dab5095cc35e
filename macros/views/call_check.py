"""The text of a Markdown page -> what is wrong with its macro calls, with line and nearest name."""

import inspect
from collections.abc import Iterator
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from jinja2 import Environment, TemplateSyntaxError, nodes
from pydantic import ValidationError

from ..catalogue import Catalogue, suggestion
from ..catalogue.kinds import KINDS
from ..records.base import Ref
from .calls import CALLS, source_of

GIVEN = ("page", "config", "navigation")
Found = tuple[int, str]


def check_calls(text: str, catalogue: Catalogue) -> Iterator[Found]:
    """Yield line and message for each macro call that would fail; worked-out arguments are left alone."""
    try:
        tree = Environment(autoescape=True).parse(text)
    except TemplateSyntaxError as error:
        yield error.lineno, f'the braces cannot be read ({error.message}); write {{{{ name("id") }}}}'
        return
    local = {name.name for name in tree.find_all(nodes.Name) if name.ctx != "load"}
    unquoted = {id(name): call for call in _unquoted(tree, local) for name in call.find_all(nodes.Name)}
    yield from {(call.lineno, "put the id in quotes: " + _quoted(call)) for call in unquoted.values()}
    for name in tree.find_all(nodes.Name):
        if id(name) in unquoted:
            continue
        if name.ctx == "load" and name.name not in (*CALLS, *GIVEN, *local):
            near = suggestion(name.name, CALLS) or f"; use one of: {', '.join(CALLS)}"
            yield name.lineno, f"there is no macro '{name.name}'{near}"
    for call in tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name in CALLS:
            yield from ((call.lineno, message) for message in _check_call(call, call.node.name, catalogue))
    yield from _uncalled(tree)


def own_calls(text: str) -> set[tuple[str, str]]:
    """Return name and first argument of the calls in a page that can be read: ('event', 'som-28')."""
    try:
        calls = list(Environment(autoescape=True).parse(text).find_all(nodes.Call))
    except TemplateSyntaxError:
        return set()
    return {
        (call.node.name, str(call.args[0].value))
        for call in calls
        if isinstance(call.node, nodes.Name) and call.args and isinstance(call.args[0], nodes.Const)
    }


def _unquoted(tree: nodes.Template, local: set[str]) -> Iterator[nodes.Call]:
    """Yield the calls whose first argument reads like an id without its quotes: fact(mn-affected-2015)."""
    for call in tree.find_all(nodes.Call):
        first = call.args[0] if isinstance(call.node, nodes.Name) and call.args else None
        names = first.find_all(nodes.Name) if isinstance(first, nodes.Sub) else [first]
        words = {name.name for name in names if isinstance(name, nodes.Name)}
        if words and not words & local:
            yield call


def _quoted(call: nodes.Call) -> str:
    name = call.node.name if isinstance(call.node, nodes.Name) else ""
    return f'{{{{ {name}("...") }}}}'


def _uncalled(tree: nodes.Template) -> Iterator[Found]:
    called = {id(call.node) for call in tree.find_all(nodes.Call)}
    for name in tree.find_all(nodes.Name):
        if name.name in CALLS and name.ctx == "load" and id(name) not in called:
            yield name.lineno, f"'{name.name}' stands without brackets; write {{{{ {name.name}(...) }}}}"


def _check_call(call: nodes.Call, name: str, catalogue: Catalogue) -> Iterator[str]:
    function = CALLS[name]
    try:
        given = [argument.as_const() for argument in call.args]
        named = {pair.key: pair.value.as_const() for pair in call.kwargs}
    except nodes.Impossible:
        return
    try:
        bound = inspect.signature(function).bind(None, *given, **named)
    except TypeError as error:
        yield f"{name}() {_explained(str(error))}; write {{{{ {name}({_parameters(name)}) }}}}"
        return
    kinds = kinds_named(name)
    for parameter, value in bound.arguments.items():
        for item in value if isinstance(value, tuple) else (value,):
            if parameter in kinds and item not in catalogue.ids(kinds[parameter]):
                near = suggestion(str(item), catalogue.ids(kinds[parameter])) or _where(kinds[parameter])
                yield f"{name}(): there is no '{item}' among the {kinds[parameter]}{near}"
    if name == "cite" and bound.arguments["document"] in catalogue.documents:
        yield from _check_place(bound.arguments, catalogue)


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


def _check_place(arguments: dict[str, Any], catalogue: Catalogue) -> Iterator[str]:
    document = catalogue.documents[arguments["document"]]
    try:
        last = max(source_of(document.id, str(arguments["place"])).paragraphs, default=0)
    except ValidationError as error:
        yield f"cite(): {error.errors()[0]['msg']}"
        return
    if last and last > (document.paragraphs or 0):
        has = f"paragraphs 1 to {document.paragraphs}" if document.paragraphs else "no numbered paragraphs"
        yield f"cite(): '{document.id}' has {has}; correct the place"


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
