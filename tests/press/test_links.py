"""Links in the words of pages: what would run something is told, however it is written."""

import pytest

from macros.catalogue import Catalogue

from .test_words import told


@pytest.mark.parametrize(
    "scheme", ["javascript", "JavaScript", "JAVASCRIPT", "vbscript", "VbScript", "data", "DATA"]
)
@pytest.mark.parametrize(
    "form",
    [
        "[words]({}:x)",
        "![words]({}:x)",
        "[words](<{}:x>)",
        '<a href="{}:x">words</a>',
        "<IMG ALT=x SRC={}:x>",
    ],
)
def test_a_link_that_runs_something_is_told_in_capitals_too(
    catalogue: Catalogue, scheme: str, form: str
) -> None:
    """Browsers do not mind the case of a scheme, nor which way the link is written."""
    ((line, message),) = told(f"# Page\n\n{form.format(scheme)}\n", catalogue)
    assert line == 3
    assert f"'{scheme}:x' is not a link we publish" in message


@pytest.mark.parametrize(
    "words", ["javascript: a language", "[data: all](https://example.org/)", "data:x", "`data:`"]
)
def test_words_that_are_no_link_are_left_alone(catalogue: Catalogue, words: str) -> None:
    """A page may speak of data and of scripts."""
    assert told(f"# Page\n\n{words}\n", catalogue) == []


def test_a_link_by_reference_is_told_where_it_stands(catalogue: Catalogue) -> None:
    """Not where its address does, which may be far below."""
    ((line, message),) = told("# Page\n\nwords\n\n[1]: javascript:x\n\n[words][1]\n", catalogue)
    assert (line, "is not a link we publish" in message) == (7, True)
