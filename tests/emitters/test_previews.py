"""Each page says in its head how its link is to be previewed: title, words, address, picture."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from macros.catalogue import renditions
from macros.press.contents import Project
from macros.project import open_project
from macros.settings import Folders
from macros.views.fragments import Fragments

from ..views.goldens import SITE

SAMPLE = Folders(Path(__file__).parents[1] / "sample_data")
FRAGMENTS = Path(__file__).parents[2] / "overrides" / "fragments"
NOW = datetime(2027, 1, 1, tzinfo=UTC)


def _project() -> Project:
    opened = replace(open_project(SAMPLE), site=SITE, fragments=Fragments(FRAGMENTS))
    return opened.at(NOW)


def _tags(path: str, to: str | None = None) -> dict[str, str]:
    tags = _project().preview(path, path if to is None else to, "A title", "Words\nof it")
    return {name: content for _, name, content in tags}


def test_a_page_has_title_words_address_and_picture() -> None:
    """All addresses are absolute; the picture tells its size and what it shows."""
    tags = _tags("studies/hedge-study/")
    assert tags["og:title"] == tags["twitter:title"] == "A title"
    assert tags["og:description"] == "Words of it"
    assert tags["og:url"] == "https://example.org/land/studies/hedge-study/"
    assert tags["og:image"].startswith("https://example.org/land/share/cards/hedge-study-")
    assert (tags["og:image:width"], tags["og:image:height"]) == ("1200", "630")
    assert tags["og:image:alt"] == tags["twitter:image:alt"] != ""
    assert tags["twitter:card"] == "summary_large_image"
    assert tags["og:type"] == "article"


def test_a_list_is_no_article() -> None:
    """Only what has a record of its own is one."""
    assert _tags("studies/")["og:type"] == "website"
    assert "article:published_time" not in _tags("studies/")


def test_an_announcement_tells_its_moment() -> None:
    """It is that of its release, with its zone."""
    assert _tags("updates/forum-2024-outcome/")["article:published_time"].startswith("2026-03-01T")


def test_an_announcement_shows_its_own_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a record has a picture that is large enough, its page shows it, as feeds do."""
    path, picture = "updates/forum-2024-outcome/", _project().catalogue.pictures["hedge.png"]
    assert picture.width < renditions.LEAST_WIDTH
    assert "/share/cards/" in _tags(path)["og:image"]
    monkeypatch.setattr(renditions, "LEAST_WIDTH", picture.width)
    monkeypatch.setattr(renditions, "LEAST_HEIGHT", picture.height)
    copy = renditions.preview_copy(picture)
    tags = _tags(path)
    assert copy
    assert tags["og:image"].endswith(copy.path)
    assert (tags["og:image:type"], tags["og:image:width"]) == ("image/jpeg", str(picture.width))


def test_a_repeated_page_previews_its_original() -> None:
    """A narrowed list gives the address of the whole list."""
    assert _tags("studies/by/topic/sand/", "studies/")["og:url"] == "https://example.org/land/studies/"
