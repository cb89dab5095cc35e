"""The desk says what waits for staff, in the preview alone."""

from datetime import UTC, datetime

from macros.releases.agenda import agenda
from macros.releases.loading import load_catalogue
from macros.releases.releasing import as_of
from macros.settings import Folders
from macros.views.desk import desk_page
from macros.views.fragments import Fragments
from macros.views.view import View

from .goldens import SAMPLE

LATE = datetime(2027, 6, 1, tzinfo=UTC)


def test_the_desk_lists_each_task_with_its_file_and_what_to_do(real: Folders) -> None:
    """An event whose date passed, one that was postponed, and a record that was never announced are on it."""
    catalogue = load_catalogue(SAMPLE.data)
    view = View(as_of(catalogue, LATE, preview=True), Fragments(real.fragments))
    page = desk_page(view, agenda(catalogue, LATE), "then")
    assert "Date passed, nothing says that it took place" in page.html
    assert "data/events/reed-workshop-2027.yml" in page.html
    assert "Postponed, no new date" in page.html
    assert "data/events/grass-talks-2027.yml" in page.html
    assert 'href="../events/reed-workshop-2027/"' in page.html
    assert (page.path, page.listed) == ("desk/", False)


def test_the_desk_says_when_nothing_waits(real: Folders) -> None:
    """An empty desk is no empty page."""
    view = View(as_of(load_catalogue(SAMPLE.data), LATE), Fragments(real.fragments))
    assert "Nothing waits." in desk_page(view, [], "then").html
