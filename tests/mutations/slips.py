"""The text of a YAML file -> the same with one slip of the pen: a line, a key, a value or a sign."""

import re
from collections.abc import Mapping
from functools import partial
from random import Random

from .mutation import Spoilt, Way

KEY = re.compile(r"(\s*(?:- )?)([\w.-]+|\"[^\"]+\"):(?: (.*))?")
SIGNS: Mapping[str, str] = {
    "insert a brace": "{}[]",
    "insert a quotation mark": "\"'",
    "insert a tab": "\t",
    "insert NUL": "\x00",
    "insert a no-break space": "\xa0",
    "insert a colon": ":",
}
MARKS = ("<<<<<<< HEAD", "=======", ">>>>>>> their-branch")
VALUES: Mapping[str, tuple[str, ...]] = {
    "number for a value": ("7", "12.5", "-3"),
    "list for a value": ("[one]",),
    "group for a value": ("{one: two}",),
    "text for a value": ("some words",),
    "true for a value": ("true",),
}


def _lines_of(text: str) -> list[str]:
    return text.splitlines(keepends=True)


def _picked(random: Random, lines: list[str]) -> int | None:
    full = [number for number, line in enumerate(lines) if line.strip()]
    return random.choice(full) if full else None


def _spoilt(
    lines: list[str],
    touched: set[int],
    *,
    must: bool = False,
    words: set[str] | None = None,
    over: set[int] | None = None,
) -> Spoilt:
    """Return new lines, where those that were touched (from 0) and all they stand under may be told."""
    text = "".join(lines)
    near = {
        n + 1
        for at in touched
        for n in (at - 1, at, at + 1, *_below(lines, at))
        if 0 <= n < max(1, len(lines))
    }
    above = {up + 1 for at in touched for up in _above(lines, min(at, len(lines) - 1))}
    above |= {up + 1 for up in over or ()}
    quoted = {word for at in touched if at < len(lines) for word in words_of(lines[at])} | (words or set())
    return Spoilt(text.encode(), frozenset({1, *near, *above}), frozenset(quoted), must)


def _above(lines: list[str], at: int) -> set[int]:
    """Return the lines that a line stands under, by their indentation, and the one before it."""
    found: set[int] = set()
    depth = _depth(lines[at]) + 2 if at >= 0 else 0
    for number in range(at, -1, -1):
        if lines[number].strip() and _depth(lines[number]) < depth:
            depth = _depth(lines[number])
            found.add(number)
    return found


def _below(lines: list[str], at: int) -> list[int]:
    """Return the lines that stand under a line: those that continue its text, or the items of its list."""
    found: list[int] = []
    for number in range(at + 1, len(lines)):
        if lines[number].strip() and _depth(lines[number]) <= min(
            _depth(lines[at]), _depth(lines[at + 1]) - 1
        ):
            break
        found.append(number)
    return found


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def words_of(line: str) -> set[str]:
    """Return the key, the value and the items of a line, as messages quote them."""
    match = KEY.fullmatch(line.rstrip("\n"))
    if match is None:
        return {line.strip().removeprefix("- ").strip("\"'")} - {""}
    key, value = match[2].strip('"'), (match[3] or "").strip()
    inside = {word.strip("\"' ") for word in re.split(r"[,\[\]{}:]", value)}
    return {key, value.strip("\"'"), *inside} - {""}


def delete_line(random: Random, text: str) -> Spoilt | None:
    """Take a line out."""
    lines = _lines_of(text)
    at = _picked(random, lines)
    if at is None or len(lines) < 2:
        return None
    gone = words_of(lines[at])
    above = _above(lines, at) - {at}
    rest = lines[:at] + lines[at + 1 :]
    return _spoilt(rest, {max(0, at - 1), min(at, len(rest) - 1)}, words=gone, over=above)


def double_line(random: Random, text: str) -> Spoilt | None:
    """Put a line twice."""
    lines = _lines_of(text)
    at = _picked(random, lines)
    return None if at is None else _spoilt([*lines[:at], _full(lines[at]), *lines[at:]], {at, at + 1})


def swap_lines(random: Random, text: str) -> Spoilt | None:
    """Let a line and the next change places."""
    lines = [_full(line) for line in _lines_of(text)]
    if len(lines) < 2:
        return None
    at = random.randrange(len(lines) - 1)
    if lines[at] == lines[at + 1]:
        return None
    lines[at], lines[at + 1] = lines[at + 1], lines[at]
    return _spoilt(lines, {at, at + 1})


def indent(random: Random, text: str) -> Spoilt | None:
    """Move a line to the right."""
    lines = _lines_of(text)
    at = _picked(random, lines)
    if at is None:
        return None
    lines[at] = random.choice((" ", "  ", "    ")) + lines[at]
    return _spoilt(lines, {at})


def dedent(random: Random, text: str) -> Spoilt | None:
    """Move a line to the left."""
    lines = _lines_of(text)
    far = [number for number, line in enumerate(lines) if line.strip() and line.startswith(" ")]
    if not far:
        return None
    at = random.choice(far)
    above = _above(lines, at)
    lines[at] = lines[at][random.randint(1, _depth(lines[at])) :]
    return _spoilt(lines, {at}, over=above)


def letter_of_key(random: Random, text: str) -> Spoilt | None:
    """Change a letter of a key."""
    lines, at, match = _keyed(random, text)
    if match is None:
        return None
    start, end = match.span(2)
    place = random.randrange(start, end)
    line = lines[at]
    if not line[place].isalnum():
        return None
    old = match[2].strip('"')
    lines[at] = line[:place] + random.choice("xqz") + line[place + 1 :]
    return _spoilt(lines, {at}, words={old})


def other_value(random: Random, text: str, way: str) -> Spoilt | None:
    """Put a value of another type."""
    lines, at, match = _keyed(random, text, with_value=True)
    if match is None:
        return None
    old = words_of(lines[at])
    lines[at] = f"{lines[at][: match.start(3)]}{random.choice(VALUES[way])}\n"
    return _spoilt(lines, {at}, words=old)


def empty_value(random: Random, text: str) -> Spoilt | None:
    """Take a value away and leave its key."""
    lines, at, match = _keyed(random, text, with_value=True)
    if match is None:
        return None
    lines[at] = lines[at][: match.start(3)].rstrip() + "\n"
    follows = lines[at + 1] if at + 1 < len(lines) else ""
    return _spoilt(lines, {at}, must=_depth(follows) <= _depth(lines[at]))


def unknown_id(random: Random, text: str) -> Spoilt | None:
    """Name a document that does not exist."""
    lines = _lines_of(text)
    naming = [n for n, line in enumerate(lines) if re.match(r"\s*(- )?document: ", line)]
    if not naming:
        return None
    at = random.choice(naming)
    lines[at] = re.sub(r"document: .*", random.choice(("document: no-such-report", "document: x")), lines[at])
    return _spoilt(lines, {at}, must=True)


def double_key(random: Random, text: str) -> Spoilt | None:
    """Give a key again with another value, at the end of its file or right below."""
    lines, at, match = _keyed(random, text, with_value=True)
    if match is None or match[3].startswith((">", "|")):
        return None
    again = f"{' ' * len(match[1])}{match[2]}: again\n"
    return _spoilt([*lines[:at], _full(lines[at]), again, *lines[at + 1 :]], {at, at + 1}, must=True)


def conflict_mark(random: Random, text: str) -> Spoilt | None:
    """Leave a mark of a merge of Git."""
    lines = _lines_of(text)
    at = random.randint(0, len(lines))
    return _spoilt([*lines[:at], f"{random.choice(MARKS)}\n", *lines[at:]], {at}, must=True)


def cut_short(random: Random, text: str) -> Spoilt | None:
    """Lose the end of a file, in the middle of a line or letter."""
    content = text.encode()
    if not content:
        return None
    at = random.randrange(len(content))
    kept = content[:at]
    lines = _lines_of(kept.decode(errors="replace")) or [""]
    last = len(lines) - 1
    gone = {word for line in _lines_of(text)[last:] for word in words_of(line)}
    spoilt = _spoilt(lines, {last}, words=gone)
    return Spoilt(kept, spoilt.lines, spoilt.words, must=not kept.strip())


def insert_sign(random: Random, text: str, way: str) -> Spoilt | None:
    """Type a sign where it does not belong."""
    lines = _lines_of(text)
    at = _picked(random, lines)
    if at is None:
        return None
    old = words_of(lines[at])
    place = random.randint(0, len(lines[at].rstrip("\n")))
    sign = random.choice(SIGNS[way])
    lines[at] = lines[at][:place] + sign + lines[at][place:]
    return _spoilt(lines, {at}, must=sign == "\x00", words=old)


def _keyed(
    random: Random, text: str, *, with_value: bool = False
) -> tuple[list[str], int, re.Match[str] | None]:
    """Return the lines of a text, one of them that has a key (and a value), and what it has."""
    lines = _lines_of(text)
    found = [(n, match) for n, line in enumerate(lines) if (match := KEY.fullmatch(line.rstrip("\n")))]
    fit = [(n, match) for n, match in found if match[3] or not with_value]
    at, match = random.choice(fit) if fit else (0, None)
    return lines, at, match


def _full(line: str) -> str:
    return line if line.endswith("\n") else f"{line}\n"


SLIPS: Mapping[str, Way] = {
    "delete a line": delete_line,
    "double a line": double_line,
    "swap two lines": swap_lines,
    "indent a line": indent,
    "dedent a line": dedent,
    "change a letter of a key": letter_of_key,
    "empty a value": empty_value,
    "name an unknown id": unknown_id,
    "double a key": double_key,
    "leave a conflict mark": conflict_mark,
    "cut the file short": cut_short,
    **{way: partial(other_value, way=way) for way in VALUES},
    **{way: partial(insert_sign, way=way) for way in SIGNS},
}
