"""The title of a page as the frame of every page prints it: text is text, and it is never empty."""

import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from jinja2 import Environment

MAIN = Path(__file__).parents[2] / "overrides" / "main.html"
BLOCK = re.compile(r"{% block htmltitle %}(.*?){% endblock %}", re.DOTALL)


@pytest.mark.parametrize(
    ("said", "of_heading", "printed"),
    [
        ("<TBD>", "", "&lt;TBD&gt; · Sand"),
        ("a < b & c", "", "a &lt; b &amp; c · Sand"),
        ("R&D;", "", "R&amp;D; · Sand"),
        (None, "Reed &amp; sand", "Reed &amp; sand · Sand"),
        (None, "<TBD>", "&lt;TBD&gt; · Sand"),
        (None, "", "Sand"),
    ],
)
def test_a_title_is_printed_as_the_words_it_is(said: str | None, of_heading: str, printed: str) -> None:
    """What front matter says stays whole; a heading's title comes as HTML, and one of tags alone is shown."""
    found = BLOCK.search(MAIN.read_text(encoding="utf-8"))
    assert found
    page = SimpleNamespace(meta={"title": said}, title=said or of_heading, is_homepage=False)
    frame = Environment().from_string(found[1])  # noqa: S701 - MkDocs does not escape either
    html = frame.render(page=page, config={"site_name": "Sand"})
    assert html.strip() == f"<title>{printed}</title>"
