"""The words of a Markdown page -> the same with an empty slot for each macro call, and the line of each.

A slot is an element without content: a block of its own where the call stands alone on its line, else one
inside the line. What a call returns never meets Markdown.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from jinja2 import Environment, TemplateSyntaxError

from ..calls.check import parsed

SILENT = ("raw_begin", "raw_end", "comment_begin", "comment", "comment_end", "linecomment")
BEGINS, ENDS = ("variable_begin", "block_begin"), ("variable_end", "block_end")


@dataclass(slots=True)
class Slotted:
    """Words with slots, and each slot as it stands in them.

    lines[n] is the line of the page that the n-th line of the text comes from.
    """

    mark: str
    text: str = ""
    lines: list[int] = field(default_factory=lambda: [1])
    slots: list[str] = field(default_factory=list)

    def add(self, words: str, line: int) -> None:
        """Add words that begin on a line of the page."""
        if not self.text or self.text.endswith("\n"):
            self.lines[-1] = line
        self.text += words
        self.lines.extend(line + n + 1 for n in range(words.count("\n")))

    def source(self, line: int) -> int:
        """Return the line of the page that a line of the text (from 1) comes from."""
        return self.lines[min(line, len(self.lines)) - 1]


def slotted(body: str) -> Slotted:
    """Return the words of a page with slots; raises TemplateSyntaxError where its braces cannot be read."""
    made = Slotted(_mark(body))
    begun = 0
    for line, kind, value in Environment(keep_trailing_newline=True, autoescape=True).lex(body):
        if kind in BEGINS:
            begun = line
        elif kind in ENDS:
            made.slots.append(_slot(made, body, begun))
            made.add(made.slots[-1], begun)
            begun = 0
        elif not begun and kind not in SILENT:
            made.add(value, line)
    return made


def filled(html: str, mark: str, made: Callable[[int], str]) -> str:
    """Return the HTML of a page with each slot replaced by what is made for it, by its number from 0."""
    slot = re.compile(rf'<(div|span) {mark}="(\d+)"></\1>')
    return slot.sub(lambda found: made(int(found[2])), html)


def readable(body: str) -> TemplateSyntaxError | None:
    """Return why the braces of a page cannot be read, or None where they can."""
    try:
        parsed(body)
    except TemplateSyntaxError as error:
        return error
    return None


def _mark(body: str) -> str:
    """Return the name of an attribute that marks slots and stands nowhere in the page."""
    number = 0
    while f"data-slot-{number}" in body.lower():
        number += 1
    return f"data-slot-{number}"


def _slot(made: Slotted, body: str, line: int) -> str:
    lines = body.split("\n")
    here = lines[line - 1].strip() if line <= len(lines) else ""
    alone = here.startswith("{{") and here.endswith("}}") and here.count("{{") == 1
    tag = "div" if alone else "span"
    return f'<{tag} {made.mark}="{len(made.slots)}"></{tag}>'
