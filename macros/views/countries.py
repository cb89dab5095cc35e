"""A country -> the body of its page: figures, pledges, and what is linked with it."""

from markupsafe import Markup

from ..records.country import Country
from .facts import render_chart, render_fact_table
from .view import View


def render_country(view: View, country: Country, related: str = "") -> Markup:
    """Return a member State's summary, charts, facts and links."""
    facts = [fact for fact in view.catalogue.facts.values() if country.id in fact.about]
    name = view.text(country.short)
    return view.render(
        "country",
        country=country,
        charts=[
            render_chart(view, chart, f"chart-{number}") for number, chart in enumerate(country.charts, 1)
        ],
        facts=render_fact_table(view, facts, f"{name}: what the documents record"),
        related=related,
    )
