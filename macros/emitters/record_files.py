"""A record that was made from a questionnaire -> the file that holds it, as an editor would write it."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import yaml

from ..catalogue.kinds import KINDS
from ..records.base import Record

HEAD = "# yaml-language-server: $schema=../schemas/{}.json\n"
FLOAT, WHOLE, TEXT = (f"tag:yaml.org,2002:{name}" for name in ("float", "int", "str"))
ODD_BREAK = re.compile("[\u2028\u2029]")


class _Dumper(yaml.SafeDumper):
    """Writes numbers with the digits that they have, and line breaks that nobody sees as escapes."""


_Dumper.add_representer(
    Decimal,
    lambda dumper, value: dumper.represent_scalar(FLOAT if "." in str(value) else WHOLE, str(value)),
)
_Dumper.add_representer(
    str, lambda dumper, value: dumper.represent_scalar(TEXT, value, '"' if ODD_BREAK.search(value) else None)
)


def encode_record(kind: str, record: Record) -> bytes:
    """Return the YAML of a record of a kind that has a file for each; what it does not say is left out."""
    values = record.model_dump(exclude_unset=True, exclude={"id"})
    order = [name for name in KINDS[kind].model.model_fields if name in values]
    plain = {name: _plain(values[name]) for name in order}
    text = yaml.dump(plain, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=96)
    return f"{HEAD.format(kind)}{text}".encode()


def _plain(value: Any) -> Any:
    """Return a value as YAML writes it: a text in English alone as a plain text."""
    if isinstance(value, Mapping):
        if set(value) == {"en"}:
            return value["en"]
        return {name: _plain(each) for name, each in value.items() if each is not None}
    if isinstance(value, (list, tuple)):
        return [_plain(each) for each in value]
    return value
