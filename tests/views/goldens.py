"""Each view of the sample records -> the HTML that is expected of it, in tests/golden/views."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from macros.calls.offered import CALLS
from macros.catalogue import Catalogue
from macros.catalogue.kinds import PAGED
from macros.releases.loading import load_catalogue
from macros.releases.releasing import as_of
from macros.settings import Folders, Site
from macros.views.citations import numbered
from macros.views.fragments import Fragments, for_markdown
from macros.views.pages import record_page
from macros.views.view import View

ROOT = Path(__file__).parents[2]
SAMPLE = Folders(ROOT / "tests" / "sample_data")
EXPECTED = ROOT / "tests" / "golden" / "views"
NOW = datetime(2027, 1, 1, tzinfo=UTC)
SITE = Site("https://example.org/land/", "Land", "Land and sand", "UN")
BLOCKS = (
    "study_list", "event_list", "country_list", "organization_list", "topic_list", "document_list",
    "fact_list", "timeline", "framework", "lines_of_work", "coming_events", "studies_in_hand",
    "country_strip", "update_list", "latest_updates", "feed_list",
)  # fmt: skip


def sample_catalogue() -> Catalogue:
    """Return the sample records as the public sees them at a fixed moment."""
    return as_of(load_catalogue(SAMPLE.data), NOW)


def sample_view(root: str = "../../", language: str = "en") -> View:
    """Return a view of the sample records, from a page two levels down."""
    fragments = Fragments(Folders(ROOT).fragments)
    return View(sample_catalogue(), fragments, root, replace(SITE, language=language))


def names() -> list[str]:
    """Return the name of each golden: every kind of record's page, every block of a page."""
    catalogue = sample_catalogue()
    pages = [f"{kind}/{id}" for kind in PAGED for id in catalogue.ids(kind)]
    return sorted([*pages, *BLOCKS])


def make(name: str) -> str:
    """Return what the views make now of a golden's record or block."""
    view = sample_view()
    kind, _, id = name.partition("/")
    html = record_page(view, kind, id).html if id else CALLS[name](view)
    return numbered(for_markdown(html), view) + "\n"


def file_of(name: str) -> Path:
    """Return where a golden stands."""
    return EXPECTED / f"{name.replace('/', '-')}.html"


def update_views() -> None:
    """Write what the views make now as what is expected."""
    EXPECTED.mkdir(parents=True, exist_ok=True)
    for file in EXPECTED.glob("*.html"):
        file.unlink()
    for name in names():
        file_of(name).write_text(make(name), encoding="utf-8")
