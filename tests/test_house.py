"""The rules of the house that can be counted."""

import ast
import re
import statistics
from collections.abc import Iterator
from pathlib import Path

import macros

ROOM = Path(macros.__file__).parent
MOST_LINES = 300
MOST_LINES_OF_A_FUNCTION = 40
MEDIAN, NINETIETH = 8, 25
ASSETS = ROOM.parent / "overrides" / "assets"
SCRIPTS = ASSETS / "javascripts"
WIDEST = 120
TEXT_AS_CODE = re.compile(
    r"innerHTML|outerHTML|insertAdjacentHTML|DOMParser|createContextualFragment|setHTML|parseHTML|srcdoc"
    r"|document\.write|\beval\b|new Function|new RegExp|setAttribute\(\s*[\"']on|while \(.*indexOf"
)
NOT_A_NAME = {"utils.py", "helpers.py", "site.py", "calendar.py", "json.py", "html.py"}


def test_no_file_is_longer_than_300_lines() -> None:
    """A file that grows past 300 lines holds two things."""
    files = [*ROOM.rglob("*.py"), *Path(__file__).parent.rglob("*.py")]
    assert [f.name for f in files if len(f.read_text().splitlines()) > MOST_LINES] == []


def test_functions_are_short() -> None:
    """Half of the functions have at most 8 lines, nine in ten at most 25, and none more than 40."""
    lengths = sorted(_lengths())
    assert statistics.median(lengths) <= MEDIAN
    assert lengths[int(len(lengths) * 0.9)] <= NINETIETH
    assert lengths[-1] <= MOST_LINES_OF_A_FUNCTION


def test_every_file_says_what_it_turns_into_what() -> None:
    """Every module opens with a sentence."""
    assert [f.name for f in ROOM.rglob("*.py") if not ast.get_docstring(ast.parse(f.read_text()))] == []


def test_no_script_reads_text_as_html_or_as_a_pattern() -> None:
    """Text is text in the browser too: it becomes a text node, and is compared as it is."""
    scripts = {file.name: file.read_text(encoding="utf-8") for file in SCRIPTS.glob("*.js")}
    assert "site.js" in scripts
    assert [(name, found[0]) for name, text in scripts.items() for found in TEXT_AS_CODE.finditer(text)] == []


def test_styles_and_scripts_have_no_long_lines() -> None:
    """A rule that is longer than 120 characters is written in several lines."""
    files = [*ASSETS.rglob("*.css"), *ASSETS.rglob("*.js")]
    lines = [(f.name, line) for f in files for line in f.read_text(encoding="utf-8").splitlines()]
    assert lines
    assert [(name, line) for name, line in lines if len(line) > WIDEST] == []


def test_no_module_has_a_name_that_says_nothing_or_hides_another() -> None:
    """There is no utils.py, and no module that hides one of Python's own on an edited path."""
    assert [f.name for f in ROOM.rglob("*.py") if f.name in NOT_A_NAME] == []


def _lengths() -> Iterator[int]:
    for file in ROOM.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield (node.end_lineno or node.lineno) - node.lineno + 1
