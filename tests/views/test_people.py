"""People on pages: bylines, contacts, speakers, a person's own page, and nobody who may not be named."""

import re
from dataclasses import replace
from typing import Any

import pytest
from lxml import html as lxml_html

from macros.records.contributor import Contributor
from macros.records.person import Person
from macros.records.study import Study
from macros.views.page import Page
from macros.views.pages import record_page, record_pages
from macros.views.people import render_byline, render_contacts, render_person
from macros.views.search import search_words
from macros.views.studies import render_study

from ..cited import final_study, knowing
from ..credited import HIDDEN, KIM, NETWORK, PUBLISHED, TELLER
from .goldens import sample_view

VIEW = sample_view()
UNASKED = ("N. Asked", "U. Nasked", "hidden@example.org")


@pytest.fixture(scope="module")
def pages() -> dict[str, Page]:
    """Return the pages of the sample project."""
    return {page.path: page for page in record_pages(VIEW, [])}


def test_a_byline_names_authors_and_editors_in_order() -> None:
    """With their iD, what they do, where they work, and links to the pages that they have here."""
    html = render_byline(VIEW, final_study(**PUBLISHED))
    by, edited = (_words(part) for part in lxml_html.fragments_fromstring(str(html)))
    assert by == "By Kim Min-jun Sand Teller & Daughters ORCID Storyteller, Dune Network Dune Network"
    assert edited == "Edited by Anna M. van der Berg"
    assert re.findall(r'href="([^"]*)"', html) == [
        "../../people/sand-teller/", "https://orcid.org/0000-0002-1825-0097",
        "../../organizations/dune-network/", "../../organizations/dune-network/",
    ]  # fmt: skip


@pytest.mark.parametrize("values", [{}, {"authors": [HIDDEN]}, {"partners": [{**NETWORK, "role": "lead"}]}])
def test_there_is_no_byline_where_no_author_is_given(values: dict[str, Any]) -> None:
    """Partners stand among the facts, as what they are."""
    assert render_byline(VIEW, final_study(**values)) == ""


def test_an_address_for_questions_can_be_copied() -> None:
    """It stands there in full, and as a link."""
    html = _contacts([{**KIM, "role": "Focal point", "email": "kim@example.org"}, TELLER])
    assert '<a class="ne-contacts__email" href="mailto:kim@example.org">kim@example.org</a>' in html
    assert _words(lxml_html.fromstring(html)) == (
        "Contact Kim Min-jun Focal point kim@example.org "
        "Sand Teller & Daughters Storyteller, Dune Network teller@example.org"
    )


def test_there_are_no_contacts_where_none_may_be_named() -> None:
    """Not even a heading."""
    assert _contacts([]) == _contacts([{**HIDDEN, "email": "hidden@example.org"}]) == ""


def test_a_page_says_what_a_study_is_known_by() -> None:
    """Abstract in paragraphs, DOI as a link to where it is resolved, the rest as it is printed."""
    html = _page(final_study(**PUBLISHED))
    assert (
        '<h2 id="abstract">Abstract</h2>\n<p>Dunes move.</p>\n<p>Reeds &amp; grasses hold them.</p>' in html
    )
    assert 'href="https://doi.org/10.1234/dune_2015.1"' in html
    facts = " ".join(" ".join(lxml_html.fromstring(html).find(".//dl").itertext()).split())
    assert (
        "Edition 2nd edition Series Sand Papers 12 DOI https://doi.org/10.1234/dune_2015.1 "
        "ISBN 978-3-16-148410-0 Written in English, Mongolian Licence CC BY 4.0 "
        "Keywords moving sand, R&D" in facts
    )


def test_a_person_has_a_page_that_says_what_they_did(pages: dict[str, Page]) -> None:
    """Biography first, then what they wrote, where they spoke, whose contact they are."""
    page = pages["people/sand-teller/"]
    found = lxml_html.fromstring(page.html)
    assert [_words(heading) for heading in found.iter("h1", "h2")] == [
        "Sand Teller & Daughters", "Author of", "Spoke at", "Contact for",
    ]  # fmt: skip
    links = {link.get("href") for section in found.iter("section") for link in section.iter("a")}
    assert {f"../../{path}/" for path in (
        "studies/reed-handbook", "events/dune-forum-2024", "register/hedge-belt",
    )} <= links  # fmt: skip
    assert "Lives by the sea." in page.search[0].text


def test_a_person_who_did_nothing_here_yet_has_a_page_too() -> None:
    """Without empty headings."""
    person = Person.model_validate({"id": "one", "name": "One", "public": True, "biography": "Is one."})
    html = render_person(VIEW, person)
    assert "<h2" not in html
    assert "<p>Is one.</p>" in html


def test_a_speaker_with_a_page_is_a_link_to_it(pages: dict[str, Page]) -> None:
    """On the programme of the event."""
    found = lxml_html.fromstring(pages["events/dune-forum-2024/"].html)
    speakers = [_words(one) for one in found.xpath("//ul[@class='ne-speakers']/li")]
    assert speakers[:2] == ["A. Herder, Chair, DN", "Sand Teller & Daughters, Teller of the evening, DN"]
    assert found.xpath("//ul[@class='ne-speakers']//a[contains(@href, 'people/sand-teller/')]")


def test_nobody_stands_anywhere_who_may_not_be_named(pages: dict[str, Page]) -> None:
    """On no page, and in nothing that the search knows."""
    said = {path: str(page.html) + str(page.search) for path, page in pages.items()}
    assert [(path, name) for path, text in said.items() for name in UNASKED if name in text] == []


def test_the_search_finds_a_study_by_its_authors() -> None:
    """By those with a page of their own too, and not by those who may not be named."""
    study = VIEW.catalogue.studies["reed-handbook"]
    (found,) = search_words(VIEW, "studies", study, str(study.title))
    assert "Reed Min-jun" in found.text
    assert "Sand Teller & Daughters" in found.text
    assert "Asked" not in found.text


def test_a_site_without_people_shows_nothing_of_them() -> None:
    """No heading, no list, no page."""
    page = record_page(VIEW, "studies", "hedge-study")
    assert not re.search("ne-byline|ne-contacts|people/", page.html)


def _contacts(people: list[dict[str, Any]]) -> str:
    return str(render_contacts(VIEW, [Contributor.model_validate(one) for one in people]))


def _page(study: Study) -> str:
    return str(render_study(replace(VIEW, catalogue=knowing(VIEW.catalogue, study)), study))


def _words(element: Any) -> str:
    return " ".join(element.text_content().split())
