"""The settings at the top of a page: what they may say, and that engines read them as we do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.utils.meta import get_data

from macros.press.front_matter import front_matter
from tests.agreement.pieces import TOPS

FRAMES = ("home.html",)
LINES = st.sampled_from(
    (
        "---",
        "--- ",
        "...",
        "title: A",
        "contents: true",
        "",
        "# A",
        "words",
        "a: b: c",
        "Note: x",
        "  - a",
        "'",
    )
)


@pytest.mark.parametrize(
    "text", ["", "# Page\n\n---\n\nmore", "---\ntitle: A\n---\n", "---\ntitle: A\n...\nwords"]
)
def test_settings_may_be_there_or_not(text: str) -> None:
    """A rule further down is no beginning of settings."""
    assert front_matter(text, FRAMES).faults == ()


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("---\ntitle: A\n\n# Page\n", 1, "is never closed"),
        ("---\n---\n# Page", 1, "is empty; delete both"),
        ("---\ntitle: A\nfact: B\n---\n", 3, "'fact' is no setting of a page"),
        ("---\ntitle: A\ncontent: true\n---\n", 3, "did you mean 'contents'?"),
        ("---\ntitle: A\ntitle: B\n---\n", 3, "stands twice"),
        ("---\ntitle: A: B\n---\n", 2, "a colon with a space"),
        ("---\ntitle: A\ndescription:\n---\n", 3, "has no value"),
        ("---\ntitle: 2026\n---\n", 2, "'title' must be a text; put it in quotes"),
        ("---\ntitle: A <b>\n---\n", 2, "'title' holds HTML"),
        ("---\ncontents: maybe\n---\n", 2, "'contents' must be true or false"),
        ("---\ntemplate: hme.html\n---\n", 2, "there is no template 'hme.html'; did you mean 'home.html'?"),
        ("---\nsearch: 3\n---\n", 2, "'search' must be {exclude: true}"),
        ("---\nmoved_to: x\n---\n", 2, "write the redirect in data/moves.yml"),
        ("---\nwords\n---\n", 2, "must be lines such as 'title: ...'"),
        ("---\ntitle: !!python/name:os.system x\n---\n", 2, "a text cannot begin with !"),
        ("Note: words\n", 1, "'Note:' at the very top would not be shown"),
    ],
)
def test_a_mistake_is_told_with_its_line(text: str, line: int, message: str) -> None:
    """Lines are those of the page, not of the block."""
    (found,) = front_matter(text, FRAMES).faults
    assert (found[0], message in found[1]) == (line, True), found


@pytest.mark.parametrize("top", TOPS)
def test_what_passes_an_engine_reads_as_we_do(top: str) -> None:
    """MkDocs finds the same settings and the same words below them."""
    _same(f"{top}\n\n# A\n\nwords\n")


@given(st.lists(LINES, max_size=8))
def test_whatever_passes_an_engine_reads_as_we_do(lines: list[str]) -> None:
    """Whatever lines stand at the top."""
    _same("\n".join(lines))


def _same(text: str) -> None:
    front = front_matter(text, FRAMES)
    if not front.faults and front.body:
        body, values = get_data(text)
        assert (body.lstrip("\n"), values) == (front.body.lstrip("\n"), front.values)
