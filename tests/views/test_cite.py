"""How to cite a study: the reference in the APA's style, escaped once, and links to files that are there."""

import re
from collections.abc import Callable
from dataclasses import replace
from html import unescape
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from macros.catalogue.bibliography import CslItem, csl_item
from macros.emitters.citations import encode_citations
from macros.records.study import Study
from macros.views.cite import initials, reference, render_cite
from macros.views.view import View

from ..cited import SITE, final_study, knowing, words
from ..credited import BERG, HIDDEN, KIM, NETWORK, WHOLE
from ..taken import taken
from .goldens import sample_view

SAMPLE = sample_view()
AT = "https://example.org/sand/studies/dune-paper/"
DUNE = {"organization": "dune-network", "role": "lead"}
PASTURE = {"organization": "pasture-institute", "role": "co-author"}
EXTERNAL = {"scope": "external"}
names = words.filter(lambda name: taken(name) and "\n" not in name)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, f"Sand Secretariat. (2015). <i>Dunes of Altan</i> [Policy paper]. Sand Programme. {AT}"),
        (
            {"published": None},
            f"Sand Secretariat. (n.d.). <i>Dunes of Altan</i> [Policy paper]. Sand Programme. {AT}",
        ),
        (
            {"published": "Q3 2025 to Q2 2026"},
            f"Sand Secretariat. (2025–2026). <i>Dunes of Altan</i> [Policy paper]. Sand Programme. {AT}",
        ),
        (
            {"kind": "training material", "published": "March 2016"},
            "Sand Secretariat. (2016, March). <i>Dunes of Altan</i> [Training material]. "
            f"Sand Programme. {AT}",
        ),
        (
            {"partners": [DUNE, PASTURE], **EXTERNAL},
            f"Dune Network, &amp; Institute of Pasture. (2015). <i>Dunes of Altan</i> [Policy paper]. {AT}",
        ),
        (EXTERNAL, f"<i>Dunes of Altan</i>. (2015). [Policy paper]. {AT}"),
        ({"published": None, **EXTERNAL}, f"<i>Dunes of Altan</i>. (n.d.). [Policy paper]. {AT}"),
        ({"title": "Why dunes?", **EXTERNAL}, f"<i>Why dunes?</i> (2015). [Policy paper]. {AT}"),
        (
            {"title": "沙丘 & дюны: <script>alert('1')</script>", **EXTERNAL, "partners": [DUNE]},
            "Dune Network. (2015). <i>沙丘 &amp; дюны: &lt;script&gt;alert('1')&lt;/script&gt;</i> "
            f"[Policy paper]. {AT}",
        ),
    ],
)
def test_the_reference_keeps_to_the_apas_style(values: Any, expected: str) -> None:
    """With and without a date, an author or two; a title without an author stands in the author's place."""
    assert reference(_item(final_study(**values))) == Markup(expected)  # noqa: S704 - our own words


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (
            {"authors": [KIM, BERG, NETWORK]},
            "Kim, M.-J., van der Berg, A. M., &amp; Dune Network. (2015). <i>Dunes of Altan</i> [Policy",
        ),
        ({"authors": [WHOLE]}, "Ōno Akira. (2015). <i>Dunes of Altan</i> [Policy paper]."),
        (
            {"editors": [KIM]},
            "Sand Secretariat. (2015). <i>Dunes of Altan</i> (M.-J. Kim, Ed.) [Policy paper].",
        ),
        ({"editors": [KIM], **EXTERNAL}, "Kim, M.-J. (Ed.). (2015). <i>Dunes of Altan</i> [Policy paper]."),
        (
            {"editors": [BERG, KIM], **EXTERNAL},
            "van der Berg, A. M., &amp; Kim, M.-J. (Eds.). (2015). <i>Dunes of Altan</i> [Policy paper].",
        ),
        (
            {"authors": [KIM], "editors": [BERG, WHOLE], "edition": "2nd edition"},
            "Kim, M.-J. (2015). <i>Dunes of Altan</i> (A. M. van der Berg &amp; Ōno Akira, Eds.; 2nd ed.) "
            "[Policy paper].",
        ),
        (
            {"authors": [KIM], "edition": "Revised & enlarged", "series": {"title": "Sand", "number": "12"}},
            "Kim, M.-J. (2015). <i>Dunes of Altan</i> (Revised &amp; enlarged, Sand 12) [Policy paper].",
        ),
        (
            {"authors": [{"name": "金民俊", "sorted": "金, 民俊", "public": True}]},
            "金, 民俊. (2015). <i>Dunes of Altan</i> [Policy paper].",
        ),
        ({"authors": [HIDDEN, KIM]}, "Kim, M.-J. (2015). <i>Dunes of Altan</i> [Policy paper]."),
    ],
)
def test_people_stand_in_the_reference_as_the_apa_writes_them(values: Any, expected: str) -> None:
    """Family name and initials where the record tells them apart; editors are called so."""
    assert str(reference(_item(final_study(**values)))).startswith(expected)


def test_a_doi_stands_in_place_of_the_address() -> None:
    """The APA prints one of the two; the page's own address stays in the files."""
    item = _item(final_study(doi="10.1234/a_(b)&c"))
    assert str(reference(item)).endswith(" https://doi.org/10.1234/a_(b)&amp;c")
    assert item["URL"] == AT


@pytest.mark.parametrize(
    ("given_name", "short"),
    [
        ("Min-jun", "M.-J."), ("Anna M.", "A. M."), ("J.R.R.", "J. R. R."), ("Анна", "А."),
        ("A.-B.", "A.-B."), ("Anna van", "A. van"), ("民俊", "民俊"), ("O'Neil", "O."),
    ],
)  # fmt: skip
def test_a_given_name_has_the_initials_that_it_has(given_name: str, short: str) -> None:
    """A hyphen stays between them; small words and scripts without capitals stay whole."""
    assert initials(given_name) == short


def test_what_the_publisher_asks_for_stands_in_place_of_our_reference() -> None:
    """Called so, word for word; the files stay."""
    study = final_study(citation="Dune Network, Dunes & more (2015)")
    html = render_cite(_view(study), study)
    assert '<p class="ne-cite__apa">Dune Network, Dunes &amp; more (2015)</p>' in html
    assert "As its publisher asks for it to be cited." in html
    assert "APA" not in html
    assert html.count(" download>") == 3


def test_a_publisher_that_is_the_author_is_not_named_twice() -> None:
    """The APA leaves it out; beside another author it stays."""
    own = {"organization": "neaspec", "role": "lead"}
    alone, both = (_item(final_study(partners=partners)) for partners in ([own], [own, PASTURE]))
    assert reference(alone) == Markup(f"Sand Programme. (2015). <i>Dunes of Altan</i> [Policy paper]. {AT}")  # noqa: S704
    assert "[Policy paper]. Sand Programme. https" in reference(both)


@given(words, names)
def test_every_title_and_name_comes_out_whole_and_is_never_markup(title: str, author: str) -> None:
    """Only the italics are elements; a reader sees the title as it is, whatever signs it holds."""
    study = final_study(title=title, partners=[{"organization": "neaspec", "role": "lead"}, PASTURE])
    item = csl_item(knowing(SAMPLE.catalogue, study, author), study, SITE.url, SITE.author)
    html = str(reference(item))
    assert re.findall(r"<[^>]*>", html) == ["<i>", "</i>"]
    said = unescape(re.sub(r"</?i>", "", html))
    assert said.startswith(item["author"][0]["literal"])
    publisher = item["publisher"].removesuffix(".")
    assert said.endswith(f" (2015). {item['title']} [Policy paper]. {publisher}. {AT}")


@given(words)
def test_a_title_without_an_author_stands_once(title: str) -> None:
    """It begins the reference, whole and in italics, and one stop at most follows it."""
    item = _item(final_study(title=title, **EXTERNAL))
    html = str(reference(item))
    assert re.findall(r"<[^>]*>", html) == ["<i>", "</i>"]
    begin = item["title"] if item["title"][-1] in ".?!" else f"{item['title']}."
    assert unescape(re.sub(r"</?i>", "", html)) == f"{begin} (2015). [Policy paper]. {AT}"


@settings(max_examples=25)  # each makes a dozen references
@given(st.lists(st.fixed_dictionaries({"title": words, "summary": words}), min_size=1, max_size=6))
def test_a_cached_reference_is_that_of_its_own_study(edits: list[dict[str, str]]) -> None:
    """Whatever is edited between builds, a cached reference has the bytes of one that is made anew."""
    cached: dict[str, bytes] = {}

    def keep(name: str, make: Callable[[], bytes]) -> bytes:
        return cached.setdefault(name, make())

    items = [_item(final_study(**edit)) for edit in edits]
    for item in (*items, *items):
        assert reference(item, keep) == reference(item)
    assert len(cached) == len({item["title"] for item in items}), "other words of a record are not printed"


def test_a_cached_reference_is_not_made_again() -> None:
    """What the cache has under the name of its item and style is taken as it is."""
    study = final_study()
    names: list[str] = []

    def held(name: str, _: Callable[[], bytes]) -> bytes:
        names.append(name)
        return "Cached <i>沙丘?</i>.".encode()

    assert ">Cached <i>沙丘?</i></p>" in render_cite(replace(_view(study), references=held), study)
    assert [name.isalnum() for name in names] == [True]


def test_each_link_leads_to_a_file_that_is_made() -> None:
    """The page of a study links to its reference in each format, from where the page stands."""
    study = final_study()
    html = render_cite(_view(study), study)
    files = encode_citations(knowing(SAMPLE.catalogue, study), SITE)
    assert sorted(re.findall(r'href="([^"]*)"', html)) == sorted(f"../../{path}" for path in files)
    assert html.count(" download>") == len(files)


def test_the_part_of_the_page_says_what_it_cites() -> None:
    """Heading and reference, with nothing escaped twice."""
    study = final_study(title="Dunes & more")
    html = render_cite(_view(study), study)
    assert html.startswith('<section class="ne-cite" id="cite"')
    assert '<h2 id="cite-title">Cite this policy paper</h2>' in html
    assert '<p class="ne-cite__apa">Sand Secretariat. (2015). <i>Dunes &amp; more</i> [Policy paper].' in html


def test_what_is_not_final_has_no_such_part() -> None:
    """There is nothing to cite before."""
    study = final_study(stage="in preparation", published=None)
    assert render_cite(_view(study), study) == Markup("")


def _item(study: Study) -> CslItem:
    return csl_item(knowing(SAMPLE.catalogue, study), study, SITE.url, SITE.author)


def _view(study: Study) -> View:
    return View(knowing(SAMPLE.catalogue, study), SAMPLE.fragments, "../../", site=SITE)
