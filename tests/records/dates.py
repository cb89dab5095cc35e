"""Partial dates for property tests: every unit, single and in ranges."""

import calendar
from datetime import date

from hypothesis import strategies as st

from macros.records.when import MONTHS_OF, PartialDate, Precision, Span

PRECISIONS: tuple[Precision, ...] = ("day", "month", "quarter", "half", "year")


def span_at(year: int, month: int, day: int, precision: Precision) -> Span:
    """Return the unit of a precision that a day belongs to."""
    if precision == "day":
        return Span(date(year, month, min(day, calendar.monthrange(year, month)[1])), "day")
    length = MONTHS_OF[precision]
    return Span(date(year, (month - 1) // length * length + 1, 1), precision)


def _in_order(start: Span, end: Span) -> bool:
    return start.first <= end.first and start.last <= end.last


spans = st.builds(
    span_at, st.integers(1900, 2099), st.integers(1, 12), st.integers(1, 31), st.sampled_from(PRECISIONS)
)
singles = st.builds(lambda span: PartialDate(span, span), spans)
ranges = (
    st.tuples(spans, spans)
    .filter(lambda pair: _in_order(*pair))
    .map(lambda pair: PartialDate(pair[0], pair[1]))
)
partial_dates = singles | ranges
