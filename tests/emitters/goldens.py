"""Each file made of the sample records -> what is expected of it, in tests/golden/files."""

import json
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from types import MappingProxyType

from macros.emitters.calendars import encode_calendars
from macros.emitters.open_data.files import encode_open_data
from macros.emitters.post_feeds import encode_post_feeds
from macros.emitters.register_index import encode_register_index
from macros.emitters.share import encode_posts
from macros.emitters.structured.graph import PagePlace, encode_structured
from macros.press.contents import Project
from macros.project import open_project
from macros.releases.feed_dates import posts_date
from macros.settings import Folders, Licence
from macros.views.fragments import Fragments
from macros.views.pages import record_pages

from ..views.goldens import NOW, ROOT, SAMPLE, SITE

EXPECTED = ROOT / "tests" / "golden" / "files"
LICENSED = replace(SITE, author="UN Office", licence=Licence("CC BY 4.0", "https://example.org/by"))
DATA = (
    "events",
    "facts",
    "framework",
    "register",
    "register-gaps",
    "register-needs",
    "register-places",
    "studies",
)
FILES = (
    "calendar/events.ics", "calendar/topics/sand.ics", "feeds/feeds.opml", "feeds/posts/mastodon.xml",
    "feeds/topics/sand.atom", "feeds/updates.atom", "feeds/updates.json", "feeds/updates.xml",
    "open-data/register.csv", "open-data/register.geojson", "register/index.json", "share/posts.json",
    *(f"open-data/{name}.json" for name in DATA),
)  # fmt: skip
STRUCTURED = "structured.json"
BY_HAND = ("", "about/", "facts/", "open-data/", "studies/", "events/", "history/")
WHOLE = (
    *BY_HAND,
    "events/dune-forum-2024/",
    "plan/2026/",
    "register/hedge-belt/",
    "updates/hedge-study-begun/",
)


def sample_project() -> Project:
    """Return the sample project as the public sees it at a fixed moment."""
    fragments = Fragments(Folders(ROOT).fragments)
    return replace(open_project(SAMPLE), site=LICENSED, fragments=fragments).at(NOW)


@cache
def files() -> Mapping[str, str]:
    """Return each file that is made now, by its address."""
    project = sample_project()
    catalogue, site, posted = project.catalogue, project.site, posts_date(project.catalogue)
    made: dict[str, bytes] = {
        **project.feeds({}),
        **encode_calendars(catalogue, site),
        **encode_open_data(catalogue, site),
        **encode_posts(project.shared, site, posted),
        **encode_post_feeds(project.shared, site, {}, posted),
        **encode_register_index(catalogue),
    }
    found = {name: made[name].decode() for name in FILES}
    return MappingProxyType({**found, STRUCTURED: _structured(project)})


def _structured(project: Project) -> str:
    """Return the whole structured data of a few pages by address, of the others what the page is about."""
    pages = {page.path: page.title for page in record_pages(project.view(""), []) if page.listed}
    titles = dict.fromkeys(BY_HAND, "By hand") | pages
    places = [PagePlace(path, title, "Said\nof it.", "share/card.png") for path, title in titles.items()]
    made = {
        place.path: json.loads(encode_structured(project.catalogue, project.site, place))["@graph"]
        for place in places
    }
    told = {path: graph if path in WHOLE else graph[-1] for path, graph in made.items()}
    return json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def update_files() -> None:
    """Write what is made now as what is expected."""
    EXPECTED.mkdir(parents=True, exist_ok=True)
    for file in EXPECTED.iterdir():
        file.unlink()
    for name, text in files().items():
        file_of(name).write_bytes(text.encode())


def file_of(name: str) -> Path:
    """Return where a golden stands."""
    return EXPECTED / name.replace("/", "-")
