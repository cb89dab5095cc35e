"""Periods: one end or two, in one line or in keys, and a message for each that has no order."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from macros.records.period import Period, When
from macros.records.when import PartialDate, parse_date

from .dates import partial_dates, ranges, singles


class Work(BaseModel):
    """Something that has a period."""

    period: When


@pytest.mark.parametrize(
    ("written", "starts", "ends"),
    [
        ("2015-2024", "2015", "2024"),
        ("2015", "2015", "2015"),
        ("May 2019 to Q2 2021", "May 2019", "Q2 2021"),
        ("7-8 July 2015", "7 July 2015", "8 July 2015"),
        ({"starts": "2008"}, "2008", None),
        ({"ends": "H1 2024"}, None, "H1 2024"),
        ({"starts": "2024", "ends": "May 2024"}, "2024", "May 2024"),
        ({"starts": "May 2024", "ends": "2024"}, "May 2024", "2024"),
    ],
)
def test_a_period_is_written_in_a_line_or_by_its_ends(
    written: Any, starts: str | None, ends: str | None
) -> None:
    """Either way each end keeps the precision of its source, and no end is made up."""
    period = Work.model_validate({"period": written}).period
    assert (period.starts, period.ends) == tuple(parse_date(end) if end else None for end in (starts, ends))


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ({}, "says neither when it starts nor when it ends; write {starts: 2008}, {ends: 2024} or 2015-2024"),
        ({"starts": "2024", "ends": "2019"}, "2019 is before 2024, when it starts; correct one of them"),
        ({"starts": "2 May 2024", "ends": "1 May 2024"}, "1 May 2024 is before 2 May 2024, when it starts; "),
        ({"starts": "2015-2024"}, "'2015 to 2024' is two dates; write the first in 'starts', the other in "),
        ({"starts": "2015", "ends": "2020-2024"}, "'2020 to 2024' is two dates; "),
        ("2024-2019", "'2024-2019' ends before it starts; change the order or the years"),
        ("since 2008", "'since 2008' names one end of a period; write {starts: 2008}"),
        ("Until  May 2024", "'Until  May 2024' names one end of a period; write {ends: May 2024}"),
        ("ongoing", "'ongoing' is not a date; write "),
        ("31 February 2020", "'31 February 2020' is not in the calendar; "),
    ],
)
def test_a_period_that_cannot_be_is_refused_with_what_to_write(written: Any, message: str) -> None:
    """The message says what is wrong and how it is mended."""
    with pytest.raises(ValidationError) as refused:
        Work.model_validate({"period": written})
    (error,) = refused.value.errors()
    assert error["ctx"]["message"].startswith(message)


@pytest.mark.parametrize("written", [[], ["2008"], 7, None, {"begins": "2008"}, {"starts": ["2008"]}])
def test_what_is_no_period_is_refused(written: Any) -> None:
    """A list, a number or a key of another name never becomes a period."""
    with pytest.raises(ValidationError):
        Work.model_validate({"period": written})


@given(partial_dates)
def test_a_date_is_a_period_from_its_first_day_to_its_last(when: PartialDate) -> None:
    """Whatever a line can say, its period spans the same days and reads the same."""
    period = Work.model_validate({"period": str(when)}).period
    assert period.both == when
    assert period.starts is not None
    assert period.ends is not None
    assert (period.starts.first, period.ends.last) == (when.first, when.last)


@given(singles, singles)
def test_two_ends_are_a_period_unless_the_last_day_comes_before_the_first(
    starts: PartialDate, ends: PartialDate
) -> None:
    """Dates of different precision may overlap: 2024 to May 2024 is a period."""
    try:
        period = Period(starts=starts, ends=ends)
    except ValidationError:
        assert ends.last < starts.first
        return
    assert starts.first <= ends.last
    assert period.both == PartialDate(starts.start, ends.end)


@given(ranges.filter(lambda when: not when.single), st.sampled_from(("starts", "ends")))
def test_an_end_is_one_date(when: PartialDate, name: str) -> None:
    """A range in one of the keys is refused at that key."""
    with pytest.raises(ValidationError) as refused:
        Period.model_validate({name: when})
    assert refused.value.errors()[0]["ctx"]["field"] == name


@given(singles)
def test_half_a_period_is_no_whole_one(when: PartialDate) -> None:
    """Where one end is not known there is no date that says both."""
    assert Period(starts=when).both is None
    assert Period(ends=when).both is None
    assert Period(starts=when, ends=when).both == when


def test_a_whole_period_spans_its_outer_days() -> None:
    """From the first day of its first unit to the last day of its last."""
    both = Period(starts=parse_date("Q2 2019"), ends=parse_date("February 2024")).both
    assert both is not None
    assert (both.first, both.last) == (date(2019, 4, 1), date(2024, 2, 29))
