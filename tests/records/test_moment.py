"""Moments: which forms there are, that a zone is never guessed, and that what is written is read back."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from macros.records.moment import day_of, moment_from, spoken, utc_words

SEOUL = timezone(timedelta(hours=9))
MORNING = datetime(2027, 3, 1, 9, 0, tzinfo=SEOUL)

zones = st.builds(
    lambda sign, hours, minutes: timezone(sign * timedelta(hours=hours, minutes=minutes)),
    st.sampled_from((1, -1)),
    st.integers(0, 13),
    st.sampled_from((0, 30, 45)),
) | st.just(timezone(timedelta(hours=14)))
moments = st.datetimes(datetime(1990, 1, 2), datetime(2199, 12, 30), timezones=zones).map(
    lambda moment: moment.replace(microsecond=0)
)


@pytest.mark.parametrize(
    "text",
    [
        "2027-03-01 09:00 +09:00",
        "2027-03-01 09:00+09:00",
        "2027-03-01T09:00+09:00",
        "2027-03-01T09:00:00 +09:00",
        "  2027-03-01   09:00\n +09:00 ",
        "2027-03-01 00:00 Z",
        "2027-03-01T00:00:00Z",
        "2027-03-01 00:00 UTC",
        "2027-02-28 18:30 -05:30",
    ],
)
def test_each_form_is_the_same_moment(text: str) -> None:
    """A moment may be written as editors or as programs write it."""
    assert moment_from(text) == MORNING


@pytest.mark.parametrize("text", ["2027-03-01 09:00", "2027-03-01T09:00:00"])
def test_a_moment_without_a_zone_is_refused_with_the_mend(text: str) -> None:
    """I4: the zone is never guessed; the message shows where to write it, and those of the region."""
    said = _refusal(text)
    assert said.startswith(f"'{text}' has no time zone; write it after the time: {text} +09:00 (")
    assert "+08:00 Beijing and Ulaanbaatar" in said


def test_a_day_without_a_time_is_refused_with_the_mend() -> None:
    """The message has the editor's own day with a time and a zone."""
    mend = "'2027-03-01' has no time; write both and a zone, such as 2027-03-01 09:00 +09:00"
    assert _refusal("2027-03-01") == mend


@pytest.mark.parametrize(
    "value",
    [
        "",
        "soon",
        "1 March 2027",
        "2027-3-1 9:00 +09:00",
        "2027-03-01 09:00 KST",
        "2027-03-01 09:00 +9",
        20270301,
        "2027-03-01 09:00 +0900",
        "2027-03-01 09:00:00.5 Z",
        "２０２７-03-01 09:00 Z",
        None,
        ["2027-03-01 09:00 Z"],
        datetime(2027, 3, 1, 9),
        "2027-W09-1 09:00 Z",
        "2027-03-01 +09:00",
        "2027-03-01 09:00 z",
        1.5,
        {},
    ],
)
def test_what_is_no_moment_is_refused_with_an_example(value: object) -> None:
    """Zone names, other orders and clocks without a zone are not read, and an example is given."""
    assert _refusal(value) == "must be a day, a time and a zone, such as 2027-03-01 09:00 +09:00"


@pytest.mark.parametrize(
    "text",
    [
        "2027-02-29 09:00 Z",
        "2027-13-01 09:00 Z",
        "2027-03-00 09:00 Z",
        "2027-03-01 24:00 Z",
        "2027-03-01 09:60 Z",
        "2027-03-01 23:59:60 Z",
        "2027-03-01 09:00 +14:30",
        "2027-03-01 09:00 +09:15",
        "2027-03-01 09:00 -99:00",
        "1989-12-31 23:59 Z",
        "2200-01-01 00:00 Z",
        "0000-00-00 00:00 Z",
    ],
)
def test_a_moment_that_cannot_be_is_refused(text: str) -> None:
    """Days that no calendar has, hours that no clock has and zones that no place has are told as such."""
    assert _refusal(text).startswith(
        f"'{text}' is no moment there can be; write one such as 2027-03-01 09:00"
    )


@given(moments)
def test_what_is_spoken_is_read_back_in_its_own_zone(moment: datetime) -> None:
    """An editor's day and hour stay as they were written."""
    again = moment_from(spoken(moment))
    assert (again, again.utcoffset()) == (moment, moment.utcoffset())
    assert spoken(again) == spoken(moment)


@given(moments)
def test_what_is_sent_out_is_the_same_moment_in_utc(moment: datetime) -> None:
    """The ledger and the feeds say in UTC what the editor said in a zone."""
    words = utc_words(moment)
    assert words.endswith("Z")
    assert moment_from(words) == moment == datetime.fromisoformat(words)
    assert moment_from(words).tzinfo is UTC


@pytest.mark.parametrize("text", ["1990-01-01 00:00 +09:00", "2199-12-31 23:00 -05:00"])
def test_a_moment_that_the_ledger_could_not_hold_is_refused(text: str) -> None:
    """The first and the last year are counted in UTC, as the ledger writes them."""
    assert "is no moment there can be" in _refusal(text)


@given(st.text(max_size=30))
def test_any_text_is_a_moment_with_a_zone_or_an_editors_message(text: str) -> None:
    """No text breaks the reading."""
    try:
        zone = moment_from(text).tzinfo
    except PydanticCustomError as refused:
        said = refused.message()
        zone = UTC if said else None
    assert zone is not None


def test_words_of_a_moment_are_those_that_editors_write() -> None:
    """Seconds are shown only where there are some, and UTC is Z."""
    assert spoken(MORNING) == "2027-03-01 09:00 +09:00"
    assert spoken(datetime(2027, 3, 1, 0, 0, 5, tzinfo=UTC)) == "2027-03-01 00:00:05 Z"
    assert utc_words(MORNING) == "2027-03-01T00:00:00Z"


def _refusal(value: object) -> str:
    with pytest.raises(PydanticCustomError) as refused:
        moment_from(value)
    return refused.value.message()


@given(st.datetimes(datetime(1990, 1, 2), datetime(2199, 12, 30)), st.integers(-14, 14))
def test_a_moment_is_on_one_day_in_whatever_zone_it_is_said(moment: datetime, hours: int) -> None:
    """What is due, late or out of date today does not depend on where the command is given."""
    known = moment.replace(tzinfo=UTC)
    said = known.astimezone(timezone(timedelta(hours=hours)))
    assert day_of(said) == day_of(known) == moment.date()
