"""Bars of charts that cannot be drawn are told where the records are read."""

from decimal import Decimal

import pytest

from macros.catalogue import Catalogue
from macros.catalogue.checks.charts import check_bars
from macros.records.country import Chart


@pytest.mark.parametrize(
    ("values", "maximum", "told"),
    [
        (["3", "0"], None, []),
        (["3", "7"], "7", []),
        (["3", "8"], "7", [("charts", 0, "facts", 1)]),
        (["3", "-1"], None, [("charts", 0, "facts", 1)]),
        (["0", "0"], None, [("charts", 0, "facts")]),
        (["0", "0"], "5", []),
        (["3", "7"], "0", [("charts", 0, "maximum")]),
        (["3", "7"], "-5", [("charts", 0, "maximum")]),
    ],
)
def test_every_bar_has_a_length_that_fits(
    catalogue: Catalogue, values: list[str], maximum: str | None, told: list[object]
) -> None:
    """From nothing to the full bar, and a full bar is more than nothing."""
    fact = next(fact for fact in catalogue.facts.values() if fact.value is not None)
    lengths = {f"f{n}": Decimal(value) for n, value in enumerate(values)}
    facts = {
        id: fact.model_copy(update={"id": id, "value": v, "value_to": None}) for id, v in lengths.items()
    }
    chart = Chart.model_validate({"title": "A chart", "facts": list(facts), "maximum": maximum})
    country = next(iter(catalogue.countries.values())).model_copy(update={"charts": (chart,)})
    assert [keys for keys, _ in check_bars(country, {"facts": facts})] == told
