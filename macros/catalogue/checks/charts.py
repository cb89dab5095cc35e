"""Charts of countries -> bars that cannot be drawn: less than nothing, longer than full, or of nothing."""

from collections.abc import Iterator, Mapping

from ...records.base import Record
from ...records.country import Chart, Country
from ...records.fact import Fact
from ..shape import KeyPath

NOTHING = "a full bar of 0 is nothing to draw; write a number above 0, such as 100 for %"


def check_bars(record: Record, records: Mapping[str, Mapping[str, Record]]) -> Iterator[tuple[KeyPath, str]]:
    """Yield each figure of a country's charts that has no bar, and each full bar that is too short."""
    for number, chart in enumerate(record.charts if isinstance(record, Country) else ()):
        for keys, message in _of_chart(chart, records["facts"]):
            yield ("charts", number, *keys), message


def _of_chart(chart: Chart, facts: Mapping[str, Record]) -> Iterator[tuple[KeyPath, str]]:
    lengths = {
        id: fact.value_to or fact.value for id in chart.facts if isinstance(fact := facts.get(id), Fact)
    }
    for place, id in enumerate(chart.facts):
        length = lengths.get(id)
        if length is not None and length < 0:
            yield ("facts", place), f"'{id}' is less than 0 and has no bar; leave it out"
        elif length is not None and chart.maximum and length > chart.maximum > 0:
            wrong = f"'{id}' is {length:,}, more than a full bar of {chart.maximum:,}"
            yield ("facts", place), f"{wrong}; correct one of them"
    if chart.maximum is not None and chart.maximum <= 0:
        yield ("maximum",), NOTHING
    elif chart.maximum is None and lengths and not any(lengths.values()):
        yield ("facts",), "these are all 0, which is nothing to draw; add 'maximum', the value of a full bar"
