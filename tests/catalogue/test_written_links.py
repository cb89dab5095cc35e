"""Links of pages written by hand to updates: what is not released is not linked to."""

from dataclasses import replace

import pytest

from macros.catalogue import ProblemsFound
from macros.catalogue.written import WrittenPage
from macros.project import open_project
from macros.records.moment import moment_from
from macros.settings import Folders


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
