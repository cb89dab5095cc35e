"""A text that is no sound YAML -> its line and an editor's sentence, in place of libyaml's."""

import re

import yaml
from yaml.events import CollectionEndEvent, CollectionStartEvent

Fault = tuple[int, str]
CLOSERS = ("did not find expected ',' or ']'", "did not find expected ',' or '}'")
NO_START = "did not find expected <document start>"
NO_KEY = "did not find expected key"
NO_COLON = "could not find expected ':'"
OPENED = ("found unexpected end of stream", NO_COLON, *CLOSERS)
TIGHT = re.compile(r"\s*(?:- )?([\w-]+)(：\s*|:)(\S.*)")
KEYED = re.compile(r"""\s*(?:(?:- +)*(?:[\w.-]+|"[^"]*"|'[^']*'):(?: +|$)|(?:- +)+)""")
QUOTED = re.compile(r"""((?:^|[\[{,:])\s*)(?:"(?:\\.|[^"\\])*"|'(?:''|[^'])*')""")
OPENING = re.compile(r"""(?:^|[\[{,:]\s*)(["'])(.*)""")
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
    NO_KEY: (
        "this line does not fit the ones above it; check its indentation and the quotation marks before it"
    ),
    NO_COLON: "a key without its colon, or a text cut in two; write 'key: value'",
    "did not find expected ',' or ']'": "a list in brackets is not closed; write [one, two]",
    "did not find expected ',' or '}'": "a group in braces is not closed; put a text with braces in quotes",
    "did not find expected node content": (
        "brackets or braces are opened and not closed; write [one, two], or put the text in quotes"
    ),
    NO_START: ("this line does not fit the ones above it; begin every line with a key, or indent it"),
    "could not find expected directive name": "a line cannot begin with %; put the text in quotes",
    "found unexpected non-alphabetical character": "a line cannot begin with %; put the text in quotes",
    "did not find expected tag URI": "a text cannot begin with !; put it in quotes",
    "did not find expected whitespace or line break": "a text cannot begin with !; put it in quotes",
    "second occurrence": "a text cannot begin with &; put it in quotes",
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


def explain(error: yaml.YAMLError, text: str) -> Fault:
    """Return the line and the sentence of what libyaml refuses."""
    if isinstance(error, yaml.MarkedYAMLError):
        opened = error.context_mark if error.problem in OPENED else None
        mark = opened or error.problem_mark or error.context_mark
        line = min(mark.line, text.rstrip().count("\n")) if mark else 0
        return _earlier(error, text, line) or (
            line + 1,
            _sentence(error.problem or "", text.split("\n")[line]),
        )
    reason = getattr(error, "reason", "") or str(error)
    position = getattr(error, "position", 0) or 0
    return text.encode().count(b"\n", 0, position) + 1, LIBYAML_SAYS.get(reason, reason)


def _earlier(error: yaml.MarkedYAMLError, text: str, line: int) -> Fault | None:
    """Return the fault above the line that libyaml stops at, where it shows only there."""
    lines = text.split("\n")
    quoted = _open_quotation(lines[: line + 1])
    if quoted is not None:
        return quoted + 1, "a quotation mark is opened and never closed; close it"
    first = next((n for n, words in enumerate(lines) if words.strip() and not words.startswith("#")), 0)
    if error.problem == NO_START and lines[first].startswith(" "):
        return (
            first + 1,
            "this line does not fit those below it; begin it further left, or bring back the one above",
        )
    begun = error.context_mark.line if error.context_mark else line
    if error.problem == NO_KEY and _stands_alone(lines, begun, line):
        return begun + 1, "this line does not fit those below it; check its indentation"
    return None


def _open_quotation(lines: list[str]) -> int | None:
    """Return the line of the first text whose quotation mark is not closed before the next key or item."""
    opened, mark = -1, ""
    for number, line in enumerate(lines):
        begins = KEYED.match(line)
        rest = line
        if opened >= 0 and begins and _depth(line) <= _depth(lines[opened]):
            return opened
        if opened < 0 and begins:
            opening = OPENING.search(_closed_left_out(line[begins.end() :]))
            if opening is None:
                continue
            opened, mark, rest = number, opening[1], opening[2]
        if opened >= 0 and mark in _without_escapes(rest, mark):
            opened = -1
    return None


def _closed_left_out(value: str) -> str:
    """Return a value without the texts in quotes that are closed; without brackets only one at its start."""
    flow = value[:1] in ("[", "{")
    return QUOTED.sub(r"\1", value, count=0 if flow else 1) if flow or value[:1] in ("'", '"') else ""


def _without_escapes(words: str, mark: str) -> str:
    """Return words without the quotation marks that stand for themselves."""
    return words.replace("''", "") if mark == "'" else re.sub(r"\\.", "", words)


def _stands_alone(lines: list[str], begun: int, line: int) -> bool:
    """Return whether a group's first line is its only one, and those that libyaml refuses are the many."""
    depth, other = _depth(lines[begun]), _depth(lines[line])
    keys = [_depth(words) for words in lines[begun:line] if words.strip()]
    return other < depth and keys.count(depth) == 1


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _sentence(problem: str, line: str) -> str:
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return LIBYAML_SAYS["found a tab character that violates indentation"]
    tight = TIGHT.fullmatch(line) if problem == NO_COLON else None
    if tight:
        key, colon, value = tight.groups()
        wrong = (
            "this colon is not the plain one"
            if colon.startswith("：")
            else "a space is missing after the colon"
        )
        return f"{wrong}; write '{key}: {value.strip()}'"
    return LIBYAML_SAYS.get(
        problem, f"this line cannot be read ({problem}); compare it with the same line of another record"
    )


def odd_breaks(text: str) -> list[Fault]:
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


def too_deep(text: str) -> list[Fault]:
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
