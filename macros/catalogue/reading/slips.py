"""YAML text -> the values that YAML takes in another way than whoever typed them, without a word.

What stands after ' #' is a remark to YAML, and curly quotes are letters to it.
"""

import re
from collections.abc import Iterator

import yaml

from .syntax import Fault

SLIPS = re.compile(r"[ \t]#|[“„‘‚]")
REMARK = re.compile(r"\s+#[^\s#]")
CURLY = re.compile(r"[“„][^“”„]*[“”]|[‘‚][^‘’‚]*[‘’]")


def slips(text: str) -> Iterator[Fault]:
    """Yield line and message of each value that loses its end or is put between quotes that are none.

    A remark is set off by a space after its sign; where it follows a text for readers, see cut_texts.
    """
    lines = text.splitlines()
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        if not isinstance(event, yaml.ScalarEvent) or event.style or not event.value or not event.end_mark:
            continue
        line, column = event.end_mark.line, event.end_mark.column
        rest = lines[line][column:] if line < len(lines) else ""
        if REMARK.match(rest):
            what = f"'{rest.strip()}' begins with # and is left out as a remark"
            yield line + 1, f"{what}; put the whole text in quotes"
        if CURLY.fullmatch(event.value):
            what = "curly quotes stand round the whole text and are shown with it"
            yield line + 1, f'{what}; write straight ones: "{event.value[1:-1]}"'
