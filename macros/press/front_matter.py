"""The block at the top of a Markdown page -> its settings and the text below it, or what is wrong with it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from ..catalogue.problems import suggestion
from ..catalogue.reading.conflicts import conflict_in_page
from ..catalogue.reading.plain import line_of, plain_values
from ..records.markup import fault_of

FENCE = "---"
TEXTS, SWITCHES = ("title", "description"), ("contents",)
KEYS = (*TEXTS, *SWITCHES, "template", "search")
LIKE_A_SETTING = re.compile(r" {0,3}[A-Za-z0-9_-]+:")
ELSEWHERE = {"moved_to": "; write the redirect in data/moves.yml", "date": "; dates stand in records"}
Found = tuple[int, str]


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The settings of a page, the text below them, and the line (from 0) on which that begins."""

    values: dict[str, Any] = field(default_factory=dict)
    body: str = ""
    offset: int = 0
    faults: tuple[Found, ...] = ()


def front_matter(text: str, templates: tuple[str, ...] = ()) -> FrontMatter:
    """Return what a page says above its words; templates are the frames that it may name.

    A page without such a block has no settings; one whose settings cannot be read has no text.
    Faults have their lines in the page (from 1).
    """
    torn = conflict_in_page(text)
    if torn:
        return FrontMatter(faults=tuple(torn))
    lines = text.split("\n")
    if lines[0].rstrip() != FENCE:
        return _without(lines)
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() in (FENCE, "...")), None)
    if end is None:
        return FrontMatter(
            faults=((1, "the block that '---' opens is never closed; add a line '---' below it"),)
        )
    block = "\n".join(lines[1:end])
    start = next((n for n, line in enumerate(lines[end + 1 :], end + 1) if line.strip()), len(lines))
    body = "\n".join(lines[start:])
    if not block.strip():
        return FrontMatter({}, body, start, ((1, "the block between the lines '---' is empty; delete both"),))
    plain = plain_values(block)
    if plain.faults or not isinstance(plain.value, dict):
        wrong = plain.faults or [(1, "must be lines such as 'title: ...'")]
        return FrontMatter(faults=tuple((line + 1, message) for line, message in wrong))
    try:
        values = yaml.safe_load(block)
    except (yaml.YAMLError, ValueError):
        return FrontMatter(faults=((2, "a value here cannot be read; put it in quotes"),))
    found = ((line_of(block, (key,)) + 1, message) for key, message in _unfit(values, templates))
    return FrontMatter(values, body, start, tuple(found))


def _without(lines: list[str]) -> FrontMatter:
    """Return a page without settings; a first line like one would be taken for a setting by engines."""
    start = next((n for n, line in enumerate(lines) if line.strip()), len(lines))
    faults: tuple[Found, ...] = ()
    if LIKE_A_SETTING.match(lines[0]):
        word = lines[0].partition(":")[0].strip()
        faults = ((1, f"'{word}:' at the very top would not be shown; begin the page with its heading"),)
    return FrontMatter({}, "\n".join(lines[start:]), start, faults)


def _unfit(values: dict[Any, Any], templates: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield key and message of each setting that is none, or has a value that it cannot have."""
    for key, value in values.items():
        name = str(key)
        if key not in KEYS:
            mend = ELSEWHERE.get(name) or suggestion(name, KEYS) or f"; use one of: {', '.join(KEYS)}"
            yield name, f"'{name}' is no setting of a page{mend}"
        elif key in TEXTS:
            yield from _unfit_text(name, value)
        elif key in SWITCHES and not isinstance(value, bool):
            yield name, f"'{name}' must be true or false"
        elif key == "template" and value not in templates:
            near = suggestion(str(value), templates) or f"; use one of: {', '.join(templates)}"
            yield name, f"there is no template '{value}'{near}"
        elif key == "search" and value not in ({"exclude": True}, {"exclude": False}):
            yield name, "'search' must be {exclude: true}"


def _unfit_text(name: str, value: Any) -> Iterator[tuple[str, str]]:
    if not isinstance(value, str):
        yield name, f"'{name}' must be a text; put it in quotes"
    elif not value.strip():
        yield name, f"'{name}' is empty; write it or delete the line"
    elif "\n" in value.strip():
        yield name, f"'{name}' runs over several lines; write it on one, or after '>-'"
    elif fault := fault_of(value.strip()):
        yield name, f"'{name}' {fault}"
