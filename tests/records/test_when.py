"""Dates as the documents give them: the forms that are read, and what never happens to a date."""

from datetime import date
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from macros.records.when import PartialDate, Span, parse_date, partial_date_from

from .dates import partial_dates, ranges, spans

READ = {
    "22 September 2025": ("22 September 2025", "2025-09-22", "2025-09-22"),
    "2 sep 2025": ("2 September 2025", "2025-09-02", "2025-09-02"),
    "2025-09-22": ("22 September 2025", "2025-09-22", "2025-09-22"),
    "August 2026": ("August 2026", "2026-08-01", "2026-08-31"),
    "february 2024": ("February 2024", "2024-02-01", "2024-02-29"),
    "2026-08": ("August 2026", "2026-08-01", "2026-08-31"),
    "Q3 2025": ("Q3 2025", "2025-07-01", "2025-09-30"),
    "2025-Q3": ("Q3 2025", "2025-07-01", "2025-09-30"),
    "H1 2026": ("H1 2026", "2026-01-01", "2026-06-30"),
    "second half of 2026": ("H2 2026", "2026-07-01", "2026-12-31"),
    "2026": ("2026", "2026-01-01", "2026-12-31"),
    "7-8 July 2015": ("7 July 2015 to 8 July 2015", "2015-07-07", "2015-07-08"),
    "7–8 July 2015": ("7 July 2015 to 8 July 2015", "2015-07-07", "2015-07-08"),
    "30 June - 2 July 2015": ("30 June 2015 to 2 July 2015", "2015-06-30", "2015-07-02"),
    "2015-07-07/2015-07-08": ("7 July 2015 to 8 July 2015", "2015-07-07", "2015-07-08"),
    "March to May 2018": ("March 2018 to May 2018", "2018-03-01", "2018-05-31"),
    "Q3 to Q4 2026": ("Q3 2026 to Q4 2026", "2026-07-01", "2026-12-31"),
    "Q3 2025 to Q2 2026": ("Q3 2025 to Q2 2026", "2025-07-01", "2026-06-30"),
    "first to second half of 2026": ("H1 2026 to H2 2026", "2026-01-01", "2026-12-31"),
    "2011 TO 2013": ("2011 to 2013", "2011-01-01", "2013-12-31"),
    "q3 2025": ("Q3 2025", "2025-07-01", "2025-09-30"),
    "First Half of 2026": ("H1 2026", "2026-01-01", "2026-06-30"),
    "2011-2013": ("2011 to 2013", "2011-01-01", "2013-12-31"),
    " 2011  to   2013 ": ("2011 to 2013", "2011-01-01", "2013-12-31"),
}
REFUSED = {
    "31 February 2025": "not in the calendar",
    "0 May 2025": "not in the calendar",
    "2025-13": "not in the calendar",
    "2025-00": "not in the calendar",
    "2025-00-05": "not in the calendar",
    "2025-05-00": "not in the calendar",
    "30-31 February 2025": "not in the calendar",
    "20025": "is not a date",
    "10:00": "is not a date",
    "10:30": "is not a date",
    "1 Auguſt 2025": "is not a date",
    "Q5 2025": "is not a date",
    "": "is not a date",
    "soon": "is not a date",
    "7-8-9 July 2015": "is not a date",
    "8-7 July 2015": "ends before it starts",
    "Q3 2025 to Q2 2025": "ends before it starts",
    "5 May 2024 to 2024": "ends before it starts",
    "2024 to January 2024": "ends before it starts",
}


@pytest.mark.parametrize("text", READ)
def test_a_date_is_read_in_the_forms_of_documents(text: str) -> None:
    """Each form gives its date, from its first day to its last."""
    when = parse_date(text)
    assert (str(when), str(when.first), str(when.last)) == READ[text]


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_no_date_is_refused(text: str) -> None:
    """The message says why, in an editor's words."""
    with pytest.raises(ValidationError, match=REFUSED[text]):
        TypeAdapter(PartialDate).validate_python(text)


@pytest.mark.parametrize("value", [2025, date(2025, 1, 1), ["2025"], None])
def test_a_date_is_a_text(value: object) -> None:
    """A number, a list or nothing is not taken for a date."""
    with pytest.raises(ValidationError, match="must be a date in words"):
        TypeAdapter(PartialDate).validate_python(value)


@given(partial_dates)
def test_a_date_written_out_reads_back_as_itself(when: PartialDate) -> None:
    """What a date is written as means the same date."""
    assert parse_date(str(when)) == when
    assert partial_date_from(when) is when
    assert TypeAdapter(PartialDate).dump_python(when) == str(when)


@given(partial_dates)
def test_a_date_starts_before_it_ends(when: PartialDate) -> None:
    """The first day is never after the last, and both lie in the years it touches."""
    assert when.first <= when.last
    assert {when.first.year, when.last.year} <= set(when.years())


@given(partial_dates)
def test_a_date_is_never_more_exact_than_given(when: PartialDate) -> None:
    """Only days make a date exact; a month covers its month, a year its year."""
    read = parse_date(str(when))
    assert [read.start.precision, read.end.precision] == [when.start.precision, when.end.precision]
    assert read.exact == ({when.start.precision, when.end.precision} == {"day"})


@given(ranges)
def test_a_range_covers_both_its_ends(when: PartialDate) -> None:
    """A range begins where its start begins and ends where its end ends."""
    assert (when.first, when.last) == (when.start.first, when.end.last)
    assert when.single == (when.start == when.end)


@given(st.lists(partial_dates, max_size=8), st.randoms())
def test_dates_sort_into_one_order(dates: list[PartialDate], chance: Random) -> None:
    """Whatever order they come in, they sort the same; of two different ones, one comes first."""
    ordered = sorted(dates)
    chance.shuffle(dates)
    assert sorted(dates) == ordered
    assert all(one == two or one < two for one, two in pairwise(ordered))
    assert all(one.first <= two.first for one, two in pairwise(ordered))


@given(partial_dates, partial_dates)
def test_of_two_dates_one_is_first(one: PartialDate, two: PartialDate) -> None:
    """Exactly one holds: before, the same, after."""
    assert [one < two, one == two, one > two].count(True) == 1


@given(spans)
def test_a_unit_knows_its_number_in_the_year(span: Span) -> None:
    """A quarter is one of four, a half one of two, a year the only one."""
    most = {"day": 12, "month": 12, "quarter": 4, "half": 2, "year": 1}
    assert 1 <= span.number <= most[span.precision]


@given(st.text(max_size=40))
def test_no_text_makes_the_reader_of_dates_fail(text: str) -> None:
    """Any text at all is a date or a problem."""
    _read(text)


@given(partial_dates, st.text("0123456789 -–/toQH", max_size=3), st.integers(0, 40))
def test_a_date_with_a_slip_of_the_pen_is_a_date_or_a_problem(when: PartialDate, slip: str, at: int) -> None:
    """Digits, dashes and letters put into a date never make the reader fail."""
    _read(str(when)[:at] + slip + str(when)[at:])


def _read(text: str) -> None:
    try:
        when = TypeAdapter(PartialDate).validate_python(text)
    except ValidationError:
        return
    assert when.first <= when.last
