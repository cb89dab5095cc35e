"""The templates of overrides/fragments, with autoescape on and no undefined names."""

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup


class Fragments:
    """Fills in fragments; each is read and compiled once, and again when its file has changed."""

    def __init__(self, folder: Path) -> None:
        self._environment = _environment(folder.resolve())

    def render(self, fragment: str, values: dict[str, Any]) -> Markup:
        """Return the fragment's HTML."""
        html = self._environment.get_template(f"{fragment}.html").render(values)
        return Markup(html)  # noqa: S704 - rendered with autoescape


@cache
def _environment(folder: Path) -> Environment:
    """Return what compiles the templates of a folder; a preview, and tests, open the same one many times."""
    return Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def for_markdown(html: Markup) -> Markup:
    """Return HTML without the blank lines and indents that Markdown would read as its own."""
    lines = (line.strip() for line in html.splitlines())
    return Markup("\n").join(line for line in lines if line)
