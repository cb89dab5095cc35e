"""The templates of overrides/fragments, with autoescape on and no undefined names."""

from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup


class Fragments:
    """Fills in fragments; each is compiled once."""

    def __init__(self, folder: Path) -> None:
        self._environment = Environment(
            loader=FileSystemLoader(folder),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    def render(self, fragment: str, values: dict[str, Any]) -> Markup:
        """Return the fragment's HTML, with blank lines and indents taken out for Markdown's sake."""
        html = self._environment.get_template(f"{fragment}.html").render(values)
        lines = (line.strip() for line in html.splitlines())
        return Markup("\n".join(line for line in lines if line))  # noqa: S704 - rendered with autoescape
