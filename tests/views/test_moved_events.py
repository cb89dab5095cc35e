"""An event whose file has another name keeps its old address, which leads on."""

from pathlib import Path

import pytest

from macros.releases.loading import load_catalogue
from macros.releases.releasing import as_of
from macros.settings import Folders
from macros.views.fragments import Fragments
from macros.views.page import Page
from macros.views.pages import record_pages
from macros.views.view import View
from tests.copies import copied

from .goldens import NOW, SAMPLE

OLD, NEW = "events/reed-workshop-2027/", "events/reeds/"


@pytest.fixture
def pages(tmp_path: Path, real: Folders) -> dict[str, Page]:
    """Return the pages of the sample project after an event's file was renamed."""
    copied(SAMPLE, tmp_path)
    events = tmp_path / "data" / "events"
    (events / "reed-workshop-2027.yml").rename(events / "reeds.yml")
    public = as_of(load_catalogue(tmp_path / "data"), NOW)
    return {page.path: page for page in record_pages(View(public, Fragments(real.fragments)), [])}


def test_the_old_address_leads_to_the_new_one(pages: dict[str, Page]) -> None:
    """Links and bookmarks go on working; search engines are told where the page is."""
    old = pages[OLD]
    assert (old.moved_to, old.canonical, old.listed) == (NEW, NEW, False)
    assert f'href="../../{NEW}"' in old.html


def test_an_event_at_its_own_address_has_no_other(pages: dict[str, Page]) -> None:
    """Only what was renamed has a page that leads on."""
    moved = [page.path for page in pages.values() if page.moved_to and page.path.startswith("events/")]
    assert moved == [OLD]
    assert pages[NEW].listed
