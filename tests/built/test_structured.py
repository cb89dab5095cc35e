"""The structured data of built pages: one element a page, true to the page and to the site."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.catalogue.addresses import named_at
from macros.catalogue.kinds import PAGED
from tests.emitters.schema_org.checker import dangling, findings

from .projects import built, copy_project
from .reading import HtmlPage

URL = "https://neaspec.org/dld"
FOUND_NOWHERE = "/404.html"
TITLE = "< /script> <3 -- > & ]]> R&D; 'a' \"b\" \\u003c 砂 🏜️"
WRITTEN = yaml.safe_dump(TITLE, default_style='"', width=1000).strip()
EVENT = f"""
title: {WRITTEN}
kind: forum
standing: confirmed
basis: {{words: it is planned, source: {{document: som28-note-2025, paragraph: "7"}}}}
uid: 5ec0e7000002@neaspec.org
date: 3 May 2031
summary: {WRITTEN}
topics: [cooperation]
sources: [{{document: som28-note-2025, paragraph: "7"}}]
"""


@pytest.fixture(scope="module")
def data(pages: dict[str, HtmlPage]) -> dict[str, Any]:
    """Return the structured data of every page by its address; each page has one element of it."""
    return {address: _data(page) for address, page in pages.items()}


def test_every_page_has_one_element_that_keeps_to_schema_org(data: dict[str, Any]) -> None:
    """Each parses, says which site it is of and who speaks there, and has no fault."""
    for address, document in data.items():
        assert findings(document) == [], address
        types = [node["@type"] for node in document["@graph"]]
        assert types[:2] == ["WebSite", "Organization"], address
        assert types.count("WebSite") == 1, address


def test_a_page_gives_its_canonical_address_title_and_description(
    data: dict[str, Any], pages: dict[str, HtmlPage]
) -> None:
    """Search engines are told the same twice; a page that repeats another, or for lost readers, is none."""
    for address, page in pages.items():
        own = [node for node in data[address]["@graph"] if str(node["@id"]).endswith("#page")]
        assert [node["url"] for node in own] == ([URL + address] if _stands_alone(page) else []), address
        for node in own:
            described = [m.get("content") for m in page.all("meta") if m.get("name") == "description"]
            assert [node["description"]] == [" ".join(str(words).split()) for words in described], address
            assert address == "/" or str(page.all("title")[0].text).startswith(f"{node['name']} · "), address


def test_the_breadcrumb_leads_to_pages_of_the_site(data: dict[str, Any], pages: dict[str, HtmlPage]) -> None:
    """Home first, the page last; a record's page has its list between, but a plan, which has none."""
    for address, document in data.items():
        steps = _steps(document)
        assert (steps == []) == (address == "/" or not _stands_alone(pages[address])), address
        assert [url for url in steps if url.removeprefix(URL) not in pages] == [], address
        kind, id = named_at(address.lstrip("/")) or ("", "")
        if kind and id and document["@graph"][-1]["@id"].endswith("#thing"):
            folder = PAGED[kind].folder
            between = [] if kind == "plans" else [f"{URL}/{folder}/"]
            assert steps == [f"{URL}/", *between, URL + address], address


def _stands_alone(page: HtmlPage) -> bool:
    """Return whether a page is its own original: no narrowed list, nothing moved, none for the lost."""
    canonical = [link.get("href") for link in page.all("link") if link.get("rel") == "canonical"]
    return canonical == [URL + page.address] and page.address != FOUND_NOWHERE


def test_every_record_is_what_its_page_is_about(data: dict[str, Any], pages: dict[str, HtmlPage]) -> None:
    """A page of a record describes one thing, called what its heading says, and names it as its subject."""
    named = {address: _nodes(data[address]) for address in pages if named_at(address.lstrip("/"))}
    records = {address: nodes for address, nodes in named.items() if "thing" in nodes}
    assert len(records) > 100
    for address, nodes in records.items():
        assert nodes["page"].get("mainEntity", nodes["page"].get("about")) == {
            "@id": nodes["thing"]["@id"]
        }, address
        heading = " ".join("".join(pages[address].all("h1")[0].itertext()).split())
        assert heading.startswith(" ".join(str(nodes["thing"]["name"]).split())), address


def test_what_a_page_refers_to_is_on_another_page(data: dict[str, Any], pages: dict[str, HtmlPage]) -> None:
    """No id leads out of the site or to a page that is not there."""
    for address, document in data.items():
        targets = [id.partition("#")[0].removeprefix(URL) for id in dangling(document)]
        assert [target for target in targets if target not in pages] == [], address


def test_hostile_words_stay_inside_their_element_on_a_built_page(tmp_path: Path) -> None:
    """The frame of the pages neither escapes the data nor lets it out."""
    project = copy_project(tmp_path / "project")
    (project / "data" / "events" / "hostile.yml").write_text(EVENT, encoding="utf-8")
    site = built(project)
    page = HtmlPage(site, site / "events" / "hostile" / "index.html")
    nodes = _nodes(_data(page))
    assert nodes["thing"]["name"] == nodes["page"]["name"] == TITLE
    assert "alert(1)" not in [script.text for script in page.all("script")]


def _data(page: HtmlPage) -> Any:
    scripts = [script for script in page.all("script") if script.get("type") == "application/ld+json"]
    assert len(scripts) == 1, page.address
    return json.loads("".join(scripts[0].itertext()))


def _nodes(document: Any) -> dict[str, Any]:
    """Return the things of a page by the fragment of their ids."""
    return {str(node["@id"]).partition("#")[2]: node for node in document["@graph"]}


def _steps(document: Any) -> list[str]:
    lists = [node for node in document["@graph"] if node["@type"] == "BreadcrumbList"]
    steps = [step for found in lists for step in found["itemListElement"]]
    assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
    return [step["item"]["@id"] for step in steps]
