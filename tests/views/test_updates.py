"""Addresses that were released stay: where an update was withdrawn or moved, a page says so."""

from pathlib import Path

from macros.releases.loading import load_catalogue
from macros.releases.releasing import as_of
from macros.settings import Folders
from macros.views.fragments import Fragments
from macros.views.page import Page
from macros.views.pages import record_pages
from macros.views.updates import render_latest, render_updates
from macros.views.view import View
from tests.copies import copied

from .goldens import NOW, SAMPLE, sample_view

GONE, RELEASED = "updates/approach-taken-back/", "updates/hedge-study-begun/"


def test_a_withdrawn_update_leaves_a_page_without_its_words(fragments: Fragments) -> None:
    """Links that went out lead to a page that says so, and holds nothing of what was taken back."""
    page = pages_of(SAMPLE.data, fragments)[GONE]
    assert "was withdrawn" in page.html
    assert "Said too early" not in page.html + page.title + page.description
    assert not page.listed
    assert not page.search


def test_a_renamed_update_leaves_a_page_that_leads_to_it(tmp_path: Path, fragments: Fragments) -> None:
    """The address that feeds carry stays good after the file has another name."""
    copied(SAMPLE, tmp_path / "project")
    folder = Folders(tmp_path / "project").data / "announcements"
    (folder / "hedge-study-begun.yml").rename(folder / "hedges.yml")
    pages = pages_of(folder.parent, fragments)
    assert pages[RELEASED].moved_to == "updates/hedges/"
    assert pages[RELEASED].canonical == "updates/hedges/"
    assert not pages[RELEASED].listed
    assert "A study of hedges begins" in pages["updates/hedges/"].html


def test_drafts_and_what_is_scheduled_are_in_a_preview_alone(fragments: Fragments) -> None:
    """The public has neither page nor word of them; editors see them."""
    catalogue = load_catalogue(SAMPLE.data)
    hidden = {"updates/altan-news/", "updates/plan-2026/"}
    assert not hidden & set(pages_of(SAMPLE.data, fragments))
    preview = record_pages(View(as_of(catalogue, NOW, preview=True), fragments), [])
    assert hidden <= {page.path for page in preview}


def pages_of(data: Path, fragments: Fragments) -> dict[str, Page]:
    """Return the public pages of a project's records at a fixed moment, by address."""
    public = as_of(load_catalogue(data), NOW)
    return {page.path: page for page in record_pages(View(public, fragments), [])}


def test_old_news_is_in_the_list_and_never_among_the_latest() -> None:
    """What is added from before this site stands by its year; what is new is not pushed out by it."""
    view = sample_view()
    latest, everything = render_latest(view, most=99), render_updates(view)
    assert "An old training in hedges" in everything
    assert "An old training in hedges" not in latest
    shown = [a for a in view.records("announcements") if f"updates/{a.id}/" in latest]
    assert [a.id for a in shown] == ["hedge-study-begun", "forum-2024-corrected", "forum-2024-outcome"]


def test_the_latest_are_the_newest_first_and_no_more_than_asked() -> None:
    """A home page that asks for one shows the newest, for two the two newest in order."""
    view = sample_view()
    one, two = render_latest(view, most=1), render_latest(view, most=2)
    assert "updates/hedge-study-begun/" in one
    assert "updates/forum-2024-corrected/" not in one
    assert two.index("updates/hedge-study-begun/") < two.index("updates/forum-2024-corrected/")
