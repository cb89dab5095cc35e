"""Facts -> values in words, lines in a table, bars in a chart."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any, get_args

from markupsafe import Markup

from ..records.country import Chart
from ..records.fact import Fact, FactKind
from .view import View

FULL_BAR = 1000
SCOPES = {"world": "The world", "programme": "The subregion and the programme"}


def value_words(view: View, fact: Fact) -> str:
    """Return the value with its unit as the document has it: '78.2%', '1.6 to 3.3 million hectares'."""
    if fact.value is None:
        return ""
    words = view.number(fact.value)
    if fact.value_to is not None:
        words += f" to {view.number(fact.value_to)}"
    if fact.qualifier:
        words = f"{fact.qualifier} {words}"
    unit = view.text(fact.unit)
    return f"{words}{unit}" if unit == "%" else f"{words} {unit}"


def render_fact_index(view: View) -> Markup:
    """Return every fact once: by the first member State it is about, then the world and the programme."""
    facts = view.catalogue.facts.values()
    groups = [
        (
            country.id,
            view.text(view.catalogue.countries[country.id].name),
            [f for f in facts if f.about[:1] == (country.id,)],
        )
        for country in view.records("countries")
    ]
    for scope, label in SCOPES.items():
        groups.append((scope, label, [f for f in facts if not f.about and f.scope == scope]))
    shown = [
        {"id": id, "label": label, "table": render_fact_table(view, found, f"Facts: {label}")}
        for id, label, found in groups
    ]
    return view.render("fact_index", groups=shown)


def year_words(view: View, fact: Fact) -> str:
    """Return the year of a fact in words; where there is none, its note says why."""
    return view.date(fact.year) if fact.year else "Not stated"


def render_fact(view: View, fact: Fact) -> Markup:
    """Return value and year of a fact, with its reference, to stand inside a sentence."""
    words = value_words(view, fact) or view.text(fact.statement)
    year = f" ({view.date(fact.year)})" if fact.year else ""
    return Markup('<span class="ne-fact">{}{}</span>{}').format(words, year, view.cite(*fact.sources))


def render_fact_table(view: View, facts: Iterable[Fact], caption: str) -> Markup:
    """Return a table with a line for each fact, or nothing where there are none."""
    entries = [
        {
            "fact": fact,
            "value": value_words(view, fact),
            "year": year_words(view, fact),
            "note": view.text(fact.year_note),
        }
        for fact in sorted(facts, key=_kind_then_year)
    ]
    return view.render("fact_table", entries=entries, caption=caption) if entries else Markup("")


def render_key_figures(view: View, facts: Sequence[Fact]) -> Markup:
    """Return facts as large figures for the head of a page."""
    entries = [
        {
            "fact": fact,
            "value": value_words(view, fact) or view.text(fact.statement),
            "year": view.date(fact.year),
        }
        for fact in facts
    ]
    return view.render("key_figures", entries=entries)


def render_chart(view: View, chart: Chart, id: str) -> Markup:
    """Return a bar chart as inline SVG, with the same figures as a table."""
    facts = [view.catalogue.facts[fact] for fact in chart.facts]
    full = chart.maximum or max(_length(fact) for fact in facts)
    bars = [_bar(view, fact, full) for fact in facts]
    return view.render("chart", id=id, title=view.text(chart.title), bars=bars, note=view.text(chart.note))


def _bar(view: View, fact: Fact, full: Decimal) -> dict[str, Any]:
    when = view.date(fact.year)
    return {
        "fact": fact,
        "kind": fact.kind,
        "label": f"{view.text(fact.label)}{f' ({when})' if when else ''}",
        "value": value_words(view, fact),
        "year": year_words(view, fact),
        "width": round(_length(fact) / full * FULL_BAR),
    }


def _kind_then_year(fact: Fact) -> tuple[int, int, str]:
    """Order figures before targets, pledges and the rest, and within each the newest first."""
    return get_args(FactKind).index(fact.kind), -fact.year.first.toordinal() if fact.year else 0, fact.id


def _length(fact: Fact) -> Decimal:
    return fact.value_to or fact.value or Decimal(0)
