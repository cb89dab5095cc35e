"""Structured data keeps to schema.org on every page, says what records say, and stays in its element."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.catalogue import Catalogue
from macros.emitters.structured.graph import PagePlace, encode_structured
from macros.press.contents import Project
from macros.project import open_project
from macros.records.base import Record
from macros.records.study import Study
from macros.settings import Folders
from macros.views.fragments import Fragments
from macros.views.page import Page
from macros.views.pages import record_pages
from macros.views.written import describe

from ..taken import unchecked
from .announced import SITE
from .announced import texts as hostile_texts
from .dated import SOURCE, event_of, only
from .schema_org.checker import dangling, findings

NOW = datetime(2027, 1, 1, tzinfo=UTC)
LISTS = ("studies", "events", "updates", "countries", "organizations", "topics", "documents", "register")
ENDINGS = (
    "</script><script>alert(1)</script>",
    "<!-- <script>",
    "]]> --> <![CDATA[",
    "one \u2028 two \u2029 three",
    "&amp; &lt;/script&gt; \\u003c",
    'quotes " \\" \' and \\ backslashes\\',
    "</SCRIPT\n>",
    "🏜️ 砂漠化 Цөлжилт",
)
THING = re.compile(r'"@id": "([^"]*#thing)"')
STUDY = {
    "id": "one",
    "title": "One",
    "stage": "final",
    "basis": {"words": "it is done", "source": SOURCE},
    "summary": "What one asks.",
    "topics": ["sand"],
    "sources": [SOURCE],
}


@pytest.fixture(scope="module", params=["real", "sample"])
def project(
    request: pytest.FixtureRequest, real_project: Project, sample: Folders, fragments: Fragments
) -> Project:
    """Return the real project, then the sample, as the public sees them at a moment."""
    opened = real_project if request.param == "real" else open_project(sample)
    return replace(opened, site=SITE, fragments=fragments).at(NOW)


def test_every_page_keeps_to_schema_org(project: Project) -> None:
    """No page says anything that schema.org does not know, or in a form that it does not take."""
    found = {place.path: findings(data_of(project.catalogue, place)) for place in _places(project)}
    assert len(found) > 20
    assert {path: faults for path, faults in found.items() if faults} == {}
    assert findings(data_of(project.catalogue, None)) == []


def test_an_id_that_a_page_only_refers_to_is_that_of_another_page(project: Project) -> None:
    """Whatever is named and not described there is a page, or the thing that a page is about."""
    pages = {SITE.url + place.path for place in _places(project)}
    pages |= {SITE.url + path for path in ("", *(f"{kind}/" for kind in LISTS))}
    things = {f"{url}#thing" for url in pages}
    for place in _places(project):
        data = data_of(project.catalogue, place)
        assert [id for id in dangling(data) if id not in pages | things] == [], place.path
        assert [id for id in dangling(data) if id.startswith(f"{SITE.url}{place.path}#")] == [], place.path


def test_a_thing_that_others_refer_to_is_described_on_its_own_page(project: Project) -> None:
    """What a reference leads to has that very id there."""
    described, referred = set(), set()
    for place in _places(project):
        data = data_of(project.catalogue, place)
        described |= {node["@id"] for node in data["@graph"]}
        referred |= set(THING.findall(json.dumps(data)))
    assert len(referred) > 10
    assert referred - described == set()


@pytest.mark.parametrize("title", ENDINGS)
def test_hostile_words_stay_inside_their_element(catalogue: Catalogue, title: str) -> None:
    """A browser finds one script and the very words, whatever a title holds."""
    _assert_held(catalogue, title)


@given(title=st.lists(hostile_texts | st.sampled_from(ENDINGS), min_size=1).map("".join))
def test_any_words_stay_inside_their_element(catalogue: Catalogue, title: str) -> None:
    """What holds for the known tricks holds for any words."""
    _assert_held(catalogue, title)


def test_no_event_on_any_page_lacks_its_start_or_place(project: Project) -> None:
    """Nor one inside another."""
    for place in _places(project):
        for event in _events_in(data_of(project.catalogue, place)):
            assert {"startDate", "location"} <= set(event), place.path


def test_every_page_has_its_picture(project: Project) -> None:
    """The page, and what it is about, show the picture that a preview of it has."""
    for place in _places(project):
        data = json.loads(project.structured(place))
        shown = {n.get("image") for n in data["@graph"] if n["@id"].endswith(("#page", "#thing"))}
        tags = {name: content for _, name, content in project.preview(place.path, place.path, "", "")}
        assert shown == {tags["og:image"]}, place.path


@pytest.mark.parametrize(
    ("kind", "type"),
    [
        ("study", "Report"),
        ("policy paper", "Report"),
        ("report", "Report"),
        ("research", "ScholarlyArticle"),
        ("background paper", "ScholarlyArticle"),
        ("training material", "LearningResource"),
    ],
)
def test_a_study_is_a_report_an_article_or_a_lesson(catalogue: Catalogue, kind: str, type: str) -> None:
    """Search engines file it as what it is."""
    assert _study(catalogue, kind=kind)["@type"] == type


@pytest.mark.parametrize(
    ("values", "published"),
    [
        ({"published": "3 May 2024"}, "2024-05-03"),
        ({"published": "May 2024"}, "2024-05"),
        ({"published": "2024"}, "2024"),
        ({"published": "Q2 2024"}, None),
        ({"due": "May 2024", "period": "2023 to 2024"}, None),
        ({"stage": "in preparation", "due": "May 2027"}, None),
    ],
)
def test_only_what_was_published_has_a_date_of_publication(
    catalogue: Catalogue, values: dict[str, Any], published: str | None
) -> None:
    """A date for which it is planned is none on which it was published."""
    assert _study(catalogue, kind="study", **values).get("datePublished") == published


def _places(project: Project) -> Iterator[PagePlace]:
    """Yield every page of a project as search engines meet it: made from records, and written by hand."""
    pages = record_pages(project.view(""), [page.path for page in project.written])
    yield from (_place(page) for page in pages)
    for page in project.written:
        meta = describe(project.view(page.path), page.path, {"title": page.shown, "description": "About it."})
        yield PagePlace(page.path, meta["title"], meta["description"])


def _events_in(data: Any) -> Iterator[dict[str, Any]]:
    if isinstance(data, dict):
        if str(data.get("@type", "")).endswith("Event"):
            yield data
        data = list(data.values())
    if isinstance(data, list):
        for value in data:
            yield from _events_in(value)


def _place(page: Page) -> PagePlace:
    return PagePlace(page.path if page.canonical is None else page.canonical, page.title, page.description)


def test_an_organization_is_known_by_its_short_name_too(catalogue: Catalogue) -> None:
    """One without a short name has no other name."""
    network = catalogue.organizations["dune-network"].model_copy(update={"id": "one"})
    assert network.short
    named = thing_of(catalogue, "organizations", network)
    assert named["alternateName"] == network.short.to(SITE.language)
    bare = thing_of(catalogue, "organizations", network.model_copy(update={"short": None}))
    assert "alternateName" not in bare


def data_of(catalogue: Catalogue, place: PagePlace | None) -> Any:
    """Return the structured data of a page."""
    return json.loads(encode_structured(catalogue, SITE, place))


def _assert_held(catalogue: Catalogue, title: str) -> None:
    said = unchecked(title)
    event = event_of(place={"name": "A hall"})
    hall = event.place.model_copy(update={"name": said}) if event.place else None
    event = event.model_copy(update={"title": said, "place": hall})
    place = PagePlace("events/one/", title, title)
    text = encode_structured(only(catalogue, event), SITE, place)
    page = f'<script type="application/ld+json">{text}</script><p>after</p>'
    root = html5lib.parse(page, namespaceHTMLElements=False)
    (script,) = root.iter("script")
    (after,) = root.iter("p")
    assert "".join(after.itertext()) == "after"
    data = json.loads("".join(script.itertext()))
    nodes = {node["@id"].partition("#")[2]: node for node in data["@graph"]}
    assert nodes["page"]["name"] == title
    assert nodes["breadcrumb"]["itemListElement"][-1]["name"] == title
    assert nodes["thing"]["name"] == nodes["thing"]["location"][0]["name"] == str(event.title)


def _study(catalogue: Catalogue, **values: Any) -> dict[str, Any]:
    return thing_of(catalogue, "studies", Study.model_validate(STUDY | values))


def thing_of(catalogue: Catalogue, kind: str, record: Record) -> dict[str, Any]:
    """Return what the page of one record is about; the whole page keeps to schema.org."""
    data = data_of(only(catalogue, record, kind=kind), PagePlace(f"{kind}/one/", "One", "It is one."))
    assert findings(data) == []
    found: list[dict[str, Any]] = [node for node in data["@graph"] if node["@id"].endswith("#thing")]
    return found[0]
