"""What partners share: the newest of the feed of all updates, by links that no new name changes."""

from pathlib import Path

import pytest

from macros.catalogue import ProblemsFound
from macros.project import open_project
from macros.releases.loading import load_catalogue
from macros.releases.releasing import as_of
from macros.releases.sharing import link_of, posts_of, recent, unsaid

from ..copies import copied
from ..emitters.dated import only
from ..views.goldens import NOW, SAMPLE, SITE, sample_catalogue


def test_what_is_shared_is_what_the_feed_of_all_updates_carries() -> None:
    """Newest first; no correction, no old news, nothing withdrawn, no draft."""
    shared = recent(sample_catalogue())
    assert [a.id for a in shared] == sorted(
        (a.id for a in shared), key=lambda id: sample_catalogue().announcements[id].date, reverse=True
    )
    assert {a.kind for a in shared}.isdisjoint({"correction"})
    assert not any(a.archive or a.standing != "ready" for a in shared)
    assert shared


def test_a_link_stays_when_the_file_is_renamed() -> None:
    """A consumer that knows an item by its link is not sent it again."""
    catalogue = sample_catalogue()
    announcement = recent(catalogue)[0]
    renamed = announcement.model_copy(update={"id": "another-name"})
    assert link_of(catalogue, renamed, SITE) == link_of(catalogue, announcement, SITE)
    assert posts_of(catalogue, renamed, SITE) == posts_of(catalogue, announcement, SITE)


def test_the_desk_shows_what_is_being_written() -> None:
    """Drafts and what is scheduled, the next first."""
    waiting = unsaid(as_of(load_catalogue(SAMPLE.data), NOW, preview=True), NOW)
    assert [a.id for a in waiting] == ["altan-news", "school-gardens-news", "plan-2026"]


def test_a_draft_of_old_news_is_not_to_be_shared() -> None:
    """It has a day and no moment, and will be in no feed."""
    catalogue = as_of(load_catalogue(SAMPLE.data), NOW, preview=True)
    first, *others = unsaid(catalogue, NOW)
    old = {"archive": True, "dated": first.date, "released": None, "standing": "draft"}
    drafts = only(catalogue, first.model_copy(update=old), *others, kind="announcements")
    assert [a.id for a in unsaid(drafts, NOW)] == [a.id for a in others]


def test_own_words_are_measured_with_the_address_that_the_settings_give(tmp_path: Path) -> None:
    """A draft's too, in its line, before anybody waits for it to go out."""
    project = copied(SAMPLE, tmp_path / "project")
    draft, settings = project.data / "announcements" / "altan-news.yml", project.settings
    draft.write_text(f"{draft.read_text()}words:\n  linkedin: {'a' * 2940}\n")
    open_project(project)
    settings.write_text(settings.read_text().replace("/dunes/", f"/{'dunes' * 9}/"))
    with pytest.raises(ProblemsFound) as found:
        open_project(project)
    (problem,) = found.value.problems
    assert str(problem) == (
        "data/announcements/altan-news.yml:9: has 3,027 of at most 3,000 for LinkedIn; shorten it by 27"
    )
