"""Pages written by hand: where they stand on the site, and what is wrong with them."""

from pathlib import Path

import pytest

from macros.catalogue import Catalogue
from macros.catalogue.written import WrittenPage, check_pages, read_pages
from macros.settings import Folders


def test_a_page_has_the_address_of_its_file(sample: Folders) -> None:
    """index.md stands for its folder, every other page for a folder of its own."""
    pages, problems = read_pages(sample.docs)
    assert [(page.shown, page.path) for page in pages] == [
        ("docs/events/dune-forum-2024.md", "events/dune-forum-2024/"),
        ("docs/index.md", ""),
        ("docs/updates/forum-2024-outcome.md", "updates/forum-2024-outcome/"),
    ]
    assert problems == []


def test_a_page_that_is_not_utf8_is_told_with_its_line(tmp_path: Path) -> None:
    """The other pages are read all the same."""
    (tmp_path / "good.md").write_text("# Good\n")
    (tmp_path / "bad.md").write_bytes(b"# Bad\n\nR\xe9union\n")
    pages, problems = read_pages(tmp_path)
    assert [page.path for page in pages] == ["good/"]
    assert [problem.line for problem in problems] == [3]


@pytest.mark.parametrize(
    "path",
    ["events/dune-forum-2024/", "events/", "plan/2026/", "about/", "plans/1999/", "events/a/b/", "facts/x/"],
)
def test_a_page_of_a_record_or_of_its_own_is_sound(path: str, catalogue: Catalogue) -> None:
    """Only pages at a record's address are held to records."""
    assert _messages(WrittenPage("docs/x.md", path, "# Page"), catalogue) == []


@pytest.mark.parametrize(
    ("path", "message"),
    [
        (
            "events/dune-forum-24/",
            "there is no event 'dune-forum-24' for this page; did you mean 'dune-forum-2024'?",
        ),
        ("events/x/", "there is no event 'x' for this page; write its record in data/events/x.yml first"),
        (
            "plan/1900/",
            "there is no activity plan '1900' for this page; write its record in data/plans/1900.yml first",
        ),
        ("topics/x/", "there is no topic 'x' for this page; write its record in data/topics.yml first"),
    ],
)
def test_a_page_of_a_record_that_is_not_there_is_told(path: str, message: str, catalogue: Catalogue) -> None:
    """The nearest record is named, or where to write one."""
    assert _messages(WrittenPage("docs/x.md", path, "# Page"), catalogue) == [message]


def _messages(page: WrittenPage, catalogue: Catalogue) -> list[str]:
    return [problem.message for problem in check_pages([page], catalogue)]
