"""A text that is no sound YAML -> its line and an editor's sentence, in place of libyaml's."""

import re

import yaml
from yaml.events import CollectionEndEvent, CollectionStartEvent

Fault = tuple[int, str]
CLOSERS = ("did not find expected ',' or ']'", "did not find expected ',' or '}'")
NO_COLON = "could not find expected ':'"
OPENED = ("found unexpected end of stream", NO_COLON, *CLOSERS)
TIGHT = re.compile(r"\s*(?:- )?([\w-]+)(：\s*|:)(\S.*)")
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
    NO_COLON: "a key without its colon, or a text cut in two; write 'key: value'",
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
        return line + 1, _sentence(error.problem or "", text.split("\n")[line])
    reason = getattr(error, "reason", "") or str(error)
    position = getattr(error, "position", 0) or 0
    return text.encode().count(b"\n", 0, position) + 1, LIBYAML_SAYS.get(reason, reason)


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
