"""A record that was made from a questionnaire -> the file that holds it, as an editor would write it."""

import re
import textwrap
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import yaml

from ..catalogue.kinds import KINDS
from ..catalogue.reading.slips import CURLY
from ..records.base import Record

HEAD = "# yaml-language-server: $schema=../schemas/{}.json\n"
FLOAT, WHOLE, TEXT = (f"tag:yaml.org,2002:{name}" for name in ("float", "int", "str"))
ODD_BREAK = re.compile("[\u2028\u2029]")
DIGITS = re.compile("0|[1-9][0-9]*")
ON_A_LINE = ("period", "organizations", "point", "questionnaire")
WIDTH, LONGEST_LINE, LONGEST_TEXT = 99, 100, 88


class _Line(dict[str, Any]):
    """A small group that stands on one line, in braces."""


class _Row(list[Any]):
    """A few words that stand on one line, in brackets."""


class _Dumper(yaml.SafeDumper):
    """Writes numbers with their digits, lists indented, and long prose in folded lines of the same width."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        """Indent the items of a list below its key."""
        super().increase_indent(flow, False)

    def write_folded(self, text: str) -> None:
        """Write prose that has no line break as lines that break at its spaces."""
        self.write_indicator(">-", True)
        width = max(WIDTH - int(self.indent or 0), 1)
        for line in textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False):
            self.write_indent()
            self.stream.write(line)
            self.column += len(line)


def _represent_text(dumper: yaml.SafeDumper, value: str) -> yaml.ScalarNode:
    if DIGITS.fullmatch(value):
        return dumper.represent_scalar(WHOLE, value)
    style = '"' if ODD_BREAK.search(value) or CURLY.fullmatch(value) else ">" if _folds(value) else None
    return dumper.represent_scalar(TEXT, value, style)


_Dumper.add_representer(str, _represent_text)
_Dumper.add_representer(
    Decimal,
    lambda dumper, value: dumper.represent_scalar(FLOAT if "." in str(value) else WHOLE, str(value)),
)
_Dumper.add_representer(
    _Line, lambda dumper, value: dumper.represent_mapping("tag:yaml.org,2002:map", value, flow_style=True)
)
_Dumper.add_representer(
    _Row, lambda dumper, value: dumper.represent_sequence("tag:yaml.org,2002:seq", value, flow_style=True)
)


def encode_record(kind: str, record: Record) -> bytes:
    """Return the YAML of a record of a kind that has a file for each; what it does not say is left out."""
    values = record.model_dump(exclude_unset=True, exclude={"id"})
    order = [name for name in KINDS[kind].model.model_fields if name in values]
    plain = {name: _plain(values[name], name) for name in order}
    text = yaml.dump(plain, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=WIDTH)
    return f"{HEAD.format(kind)}{text}".encode()


def _plain(value: Any, key: str) -> Any:
    """Return a value as YAML writes it: a text in English alone as a plain text."""
    if isinstance(value, Mapping):
        if set(value) == {"en"}:
            return value["en"]
        group = {name: _plain(each, name) for name, each in value.items() if each is not None}
        return _Line(group) if key in ON_A_LINE and _fits(*group, *group.values()) else group
    if isinstance(value, (list, tuple)):
        items = [_plain(each, key) for each in value]
        return _Row(items) if _fits(key, *items) else items
    return value


def _fits(*parts: Any) -> bool:
    """Return whether parts of a group or a list, none of them a group itself, fit on one line."""
    if any(isinstance(part, (dict, list)) for part in parts):
        return False
    return sum(len(str(part)) + 2 for part in parts) < LONGEST_LINE - 10


def _folds(value: str) -> bool:
    """Return whether a text is long, and the same word for word when its lines are joined again."""
    return len(value) > LONGEST_TEXT and value.isprintable() and value == " ".join(value.split())
