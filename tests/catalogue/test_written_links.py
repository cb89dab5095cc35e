"""Links of pages written by hand: what would run something is told, however it is written."""

from dataclasses import replace

import pytest

from macros.catalogue import Catalogue, ProblemsFound
from macros.catalogue.written import WrittenPage, check_pages
from macros.environment import open_project
from macros.records.moment import moment_from
from macros.settings import Folders


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
        "<IMG SRC={}:x>",
        "[1]: {}:x",
    ],
)
def test_a_link_that_runs_something_is_told_in_capitals_too(
    catalogue: Catalogue, scheme: str, form: str
) -> None:
    """Browsers do not mind the case of a scheme, nor which way the link is written."""
    page = WrittenPage("docs/x.md", "x/", f"# Page\n\n{form.format(scheme)}\n")
    (problem,) = check_pages([page], catalogue, [])
    assert (problem.path, problem.line) == ("docs/x.md", 3)
    assert f"'{scheme}:x' is not a link we publish" in problem.message


@pytest.mark.parametrize(
    "words", ["javascript: a language", "[data: all](https://example.org/)", "data:x", "`data:`"]
)
def test_words_that_are_no_link_are_left_alone(catalogue: Catalogue, words: str) -> None:
    """A page may speak of data and of scripts."""
    assert list(check_pages([WrittenPage("docs/x.md", "x/", words)], catalogue, [])) == []


@pytest.mark.parametrize(
    "link", ["[news](updates/altan-news.md)", "see [it](./updates/altan-news.md#more), now"]
)
def test_a_link_to_what_is_not_released_is_told_at_its_line(sample: Folders, link: str) -> None:
    """On each line by itself, also beside a link to what was released."""
    said = f"# Page\n\n[out](updates/hedge-study-begun.md)\n{link}\n"
    project = replace(open_project(sample), written=(WrittenPage("docs/x.md", "x/", said),))
    with pytest.raises(ProblemsFound) as found:
        project.at(moment_from("2027-01-01 00:00 Z"))
    assert [(problem.path, problem.line) for problem in found.value.problems] == [("docs/x.md", 4)]
