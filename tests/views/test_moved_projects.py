"""A project whose file has another name says its old one, and its old address leads on."""

from copy import copy

import pytest

from macros.views.page import Page
from macros.views.pages import record_pages

from ..registered import project, view_of
from .goldens import sample_catalogue, sample_view

OLD, NEW = "register/hedge-row/", "register/hedge-belt/"


@pytest.fixture(scope="module")
def pages() -> dict[str, Page]:
    """Return the pages of the sample project, whose hedge belt was the hedge row once."""
    return {page.path: page for page in record_pages(sample_view(), [])}


def test_the_old_address_leads_to_the_new_one(pages: dict[str, Page]) -> None:
    """Links and bookmarks go on working; search engines are told where the page is."""
    old = pages[OLD]
    assert (old.moved_to, old.canonical, old.listed) == (NEW, NEW, False)
    assert f'href="../../{NEW}"' in old.html
    assert old.title == pages[NEW].title


def test_a_project_at_its_own_address_has_no_other(pages: dict[str, Page]) -> None:
    """Only what was renamed has a page that leads on, and its own page is listed as ever."""
    moved = [page.path for page in pages.values() if page.moved_to and page.path.startswith("register/")]
    assert moved == [OLD]
    assert (pages[NEW].listed, pages[NEW].moved_to) == (True, None)


def test_every_former_name_leads_straight_to_the_page() -> None:
    """A project that was renamed twice has two old addresses, and neither leads to the other."""
    known = copy(sample_catalogue())
    known.projects = {"belt": project(formerly=["hedge", "hedge-row"])}
    moved = [(page.path, page.moved_to) for page in record_pages(view_of(known), []) if page.moved_to]
    assert [(path, to) for path, to in moved if path.startswith("register/")] == [
        ("register/hedge/", "register/belt/"),
        ("register/hedge-row/", "register/belt/"),
    ]
