"""The templates of overrides/fragments, with autoescape on and no undefined names."""

from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup


class Fragments:
    """Fills in fragments; each is read and compiled once."""

    def __init__(self, folder: Path) -> None:
        self._environment = Environment(
            loader=FileSystemLoader(folder),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )

    def render(self, fragment: str, values: dict[str, Any]) -> Markup:
        """Return the fragment's HTML."""
        html = self._environment.get_template(f"{fragment}.html").render(values)
        return Markup(html)  # noqa: S704 - rendered with autoescape


def for_markdown(html: Markup) -> Markup:
    """Return HTML without the blank lines and indents that Markdown would read as its own."""
    lines = (line.strip() for line in html.splitlines())
    return Markup("\n").join(line for line in lines if line)
