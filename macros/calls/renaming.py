"""The text of a Markdown page and an id -> where its macro calls name the record of that id."""

import inspect
from collections.abc import Iterator
from dataclasses import dataclass

from jinja2 import Environment

from .check import kinds_named
from .offered import CALLS

SILENT = ("whitespace", "data", "comment", "comment_begin", "comment_end")
OPEN, CLOSE = ("(", "[", "{"), (")", "]", "}")


@dataclass(frozen=True, slots=True)
class Token:
    """A word of an expression, and where it stands in the page."""

    kind: str
    value: str
    start: int


@dataclass(slots=True)
class Bracket:
    """An open bracket: the macro that it calls, if any, and which of its arguments is being read."""

    call: str = ""
    position: int = 0
    key: str = ""

    def kind(self) -> str | None:
        """Return which kind of record the argument names, or None where it names none."""
        parameters = list(inspect.signature(CALLS[self.call]).parameters.values())[1:] if self.call else []
        if not parameters:
            return None
        name = self.key or parameters[min(self.position, len(parameters) - 1)].name
        return kinds_named(self.call).get(name)


def named_in_calls(text: str, kind: str, id: str) -> Iterator[tuple[int, int]]:
    """Yield where the macro calls of a page name a record: start and end of the id, without its quotes."""
    tokens = list(_tokens(text))
    brackets: list[Bracket] = []
    for number, token in enumerate(tokens):
        before = tokens[number - 1].value if number else ""
        after = tokens[number + 1].value if number + 1 < len(tokens) else ""
        if token.value in OPEN:
            called = number and tokens[number - 1].kind == "name" and token.value == "("
            method = number > 1 and tokens[number - 2].value == "."
            brackets.append(Bracket(before if called and not method and before in CALLS else ""))
        elif token.value in CLOSE and brackets:
            brackets.pop()
        elif brackets:
            _read(brackets[-1], token, after)
            whole = before in ("(", ",", "=") and after in (",", ")")
            named = token.kind == "string" and token.value[1:-1] == id
            if named and whole and brackets[-1].kind() == kind:
                yield token.start + 1, token.start + 1 + len(id)


def _read(bracket: Bracket, token: Token, after: str) -> None:
    """Note to which argument of a call a word belongs."""
    if token.value == "," and token.kind == "operator":
        bracket.position, bracket.key = bracket.position + 1, ""
    elif token.kind == "name" and after == "=":
        bracket.key = token.value


def _tokens(text: str) -> Iterator[Token]:
    """Yield the words of a page's expressions; what the lexer leaves out between two is white space."""
    even = text.replace("\r", " ")
    place = 0
    for _, kind, value in Environment(autoescape=True, keep_trailing_newline=True).lex(even):
        start = even.find(value, place)
        place = start + len(value)
        if kind not in SILENT:
            yield Token(kind, value, start)
