"""References are numbered in order, once each, and listed at the foot of the page."""

from macros.records.source import Source
from macros.views.citations import numbered
from macros.views.view import View

from ..taken import unchecked
from .goldens import sample_view


def test_a_source_named_twice_keeps_its_number() -> None:
    """Two marks of one place share a number; the list leads back to the first of them."""
    view = sample_view()
    first, second = _sources(view)
    html = numbered(view.cite(first) + view.cite(second) + view.cite(first), view)
    assert html.count('href="#source-1"') == 2
    assert html.count('id="ref-1"') == 1
    assert html.count("<li id=") == 2
    assert html.index('id="source-1"') < html.index('id="source-2"')


def test_a_page_without_references_has_no_list_of_sources() -> None:
    """HTML that names no source stays as it is."""
    assert numbered("<p>Nothing to cite</p>", sample_view()) == "<p>Nothing to cite</p>"


def test_places_with_signs_of_html_stay_text() -> None:
    """A section whose name holds <, & or quotes reaches the page escaped."""
    view = sample_view()
    document = next(iter(view.catalogue.documents))
    source = Source.model_validate({"document": document, "section": unchecked('A & "<b>" | C')})
    html = numbered(view.cite(source), view)
    assert "A &amp; &#34;&lt;b&gt;&#34; / C" in html


def _sources(view: View) -> tuple[Source, Source]:
    document = next(iter(view.catalogue.documents))
    return (
        Source.model_validate({"document": document, "section": "One"}),
        Source.model_validate({"document": document, "section": "Two"}),
    )
