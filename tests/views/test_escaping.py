"""Text of records reaches pages as text, whatever it holds."""

from hypothesis import given
from hypothesis import strategies as st

from macros.records.text import Text
from macros.views.facts import render_fact
from macros.views.organizations import render_topic

from .goldens import sample_view

VIEW = sample_view()
HOSTILE = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Co", "Zl", "Zp")), min_size=1, max_size=60
)


@given(HOSTILE)
def test_a_name_never_becomes_markup(name: str) -> None:
    """A topic's name with tags, braces or quotes adds no element and runs in no template."""
    topic = next(iter(VIEW.catalogue.topics.values()))
    text = f"<script>x</script>{{{{ 7*7 }}}}{name}"
    html = render_topic(VIEW, topic.model_copy(update={"name": Text((("en", text),))}))
    assert "<script>" not in html
    assert "{{ 7*7 }}" in html


def test_a_fact_prints_value_year_and_reference() -> None:
    """A fact in a sentence is its value with unit, its year, and a mark of its source."""
    fact = next(f for f in VIEW.catalogue.facts.values() if f.value is not None and f.year)
    html = render_fact(VIEW, fact)
    assert str(fact.value) in html.replace(",", "")
    assert f"({VIEW.date(fact.year)})" in html
    assert "<ne-ref" in html
