"""Events at moments: coming, under way or over to the second, reckoned in the event's own zone."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.catalogue.timing import State, closing, end_of, is_open, span, timing, unreported, zone_of
from macros.records.country import Country
from macros.records.event import Event
from macros.records.when import parse_date

from ..records.dates import partial_dates

SECOND = timedelta(seconds=1)
UB, NY, SEOUL = "Asia/Ulaanbaatar", "America/New_York", "Asia/Seoul"
SOURCE = {"document": "report", "paragraph": "1"}
SOUND: dict[str, Any] = {
    "id": "x",
    "title": "A",
    "kind": "forum",
    "standing": "confirmed",
    "basis": {"words": "the words", "source": SOURCE},
    "summary": "A",
    "topics": ["sand"],
    "sources": [SOURCE],
}
COUNTRY = {"name": "A", "short": "A", "summary": "A", "sources": [SOURCE]}
COUNTRIES = {
    "altan": Country.model_validate({**COUNTRY, "id": "altan", "zone": UB}),
    "sora": Country.model_validate({**COUNTRY, "id": "sora"}),
}
HOURS = {"starts": "09:30", "ends": "17:00"}
# Dates and hours -> the first second of the event and the first second after it, in UTC.
DAYS: list[tuple[dict[str, Any], str, str]] = [
    ({"date": "5 May 2027", "zone": UB, **HOURS}, "2027-05-05T01:30:00", "2027-05-05T09:00:00"),
    ({"date": "5 May 2027", "zone": UB, "starts": "09:30"}, "2027-05-05T01:30:00", "2027-05-05T16:00:00"),
    ({"date": "5 May 2027", "zone": UB}, "2027-05-04T16:00:00", "2027-05-05T16:00:00"),
    ({"date": "5 May 2027", "zone": "UTC", **HOURS}, "2027-05-05T09:30:00", "2027-05-05T17:00:00"),
    ({"date": "5 May 2027"}, "2027-05-05T00:00:00", "2027-05-06T00:00:00"),
    ({"date": "5-7 May 2027", "zone": UB, **HOURS}, "2027-05-05T01:30:00", "2027-05-07T09:00:00"),
    ({"date": "31 December 2027", "zone": UB}, "2027-12-30T16:00:00", "2027-12-31T16:00:00"),
    ({"date": "28 February 2028"}, "2028-02-28T00:00:00", "2028-02-29T00:00:00"),
    ({"date": "31 May 2027 to 1 June 2027"}, "2027-05-31T00:00:00", "2027-06-02T00:00:00"),
    # Clocks in New York go from 02:00 to 03:00 on 14 March 2027, and back again on 7 November.
    ({"date": "13-14 March 2027", "zone": NY, **HOURS}, "2027-03-13T14:30:00", "2027-03-14T21:00:00"),
    ({"date": "14 March 2027", "zone": NY}, "2027-03-14T05:00:00", "2027-03-15T04:00:00"),
    ({"date": "6-7 November 2027", "zone": NY, **HOURS}, "2027-11-06T13:30:00", "2027-11-07T22:00:00"),
    ({"date": "7 November 2027", "zone": NY}, "2027-11-07T04:00:00", "2027-11-08T05:00:00"),
    # The zone is that of the country where the event has none, and UTC where the country has none.
    ({"date": "5 May 2027", "place": {"country": "altan"}}, "2027-05-04T16:00:00", "2027-05-05T16:00:00"),
    ({"date": "5 May 2027", "place": {"country": "sora"}}, "2027-05-05T00:00:00", "2027-05-06T00:00:00"),
    (
        {"date": "5 May 2027", "place": {"country": "altan"}, "zone": SEOUL},
        "2027-05-04T15:00:00",
        "2027-05-05T15:00:00",
    ),
]
# Dates that name no day -> the first second after them, in UTC.
UNITS: list[tuple[dict[str, Any], str]] = [
    ({"date": "May 2027"}, "2027-06-01T00:00:00"),
    ({"date": "May 2027", "zone": UB}, "2027-05-31T16:00:00"),
    ({"date": "May 2027", "place": {"country": "altan"}}, "2027-05-31T16:00:00"),
    ({"date": "October 2027", "zone": NY}, "2027-11-01T04:00:00"),
    ({"date": "November 2027", "zone": NY}, "2027-12-01T05:00:00"),
    ({"date": "Q2 2027"}, "2027-07-01T00:00:00"),
    ({"date": "Q4 2027", "zone": SEOUL}, "2027-12-31T15:00:00"),
    ({"date": "H1 2027"}, "2027-07-01T00:00:00"),
    ({"date": "2027"}, "2028-01-01T00:00:00"),
    ({"date": "Q3 2026 to Q2 2027"}, "2027-07-01T00:00:00"),
    ({"date": "May to June 2027"}, "2027-07-01T00:00:00"),
]
LONG_AGO, FAR_AHEAD = datetime(1990, 1, 1, tzinfo=UTC), datetime(2199, 12, 31, tzinfo=UTC)

zones = st.sampled_from((UB, NY, SEOUL, "UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Kathmandu"))
hours = st.none() | st.times().map(lambda clock: clock.replace(second=0, microsecond=0))
standings = st.sampled_from(("planned", "confirmed", "held", "cancelled", "postponed"))


def event(**values: Any) -> Event:
    """Return an event with some values of its own."""
    return Event.model_validate({**SOUND, **values})


@st.composite
def drawn_events(draw: st.DrawFn) -> Event:
    """Return an event with any date, hours, zone, country and standing."""
    values = {
        "date": draw(partial_dates),
        "starts": draw(hours),
        "ends": draw(hours),
        "zone": draw(st.none() | zones),
        "place": draw(st.none() | st.sampled_from(({"country": "altan"}, {"country": "sora"}))),
        "standing": draw(standings),
    }
    return event(**values)


@st.composite
def moments_near(draw: st.DrawFn, held: Event) -> list[datetime]:
    """Return moments in order, most of them at the edges of an event and in its middle."""
    edges = [moment for moment in span(held, COUNTRIES) if moment]
    away = st.sampled_from((0, 1, 60, 3600, 86_400, 40_000_000)) | st.integers(0, 10**8)
    near = st.builds(
        lambda edge, seconds, side: edge + side * timedelta(seconds=seconds),
        st.sampled_from(edges),
        away,
        st.sampled_from((1, -1)),
    )
    return sorted(draw(st.lists(near, min_size=2, max_size=8)))


@pytest.mark.parametrize("standing", ["planned", "confirmed"])
@pytest.mark.parametrize(("values", "starts", "ends"), DAYS)
def test_an_event_with_days_changes_its_state_at_the_second(
    values: dict[str, Any], starts: str, ends: str, standing: str
) -> None:
    """It is coming until it starts, under way from that second on, nights included, and then over."""
    held = event(standing=standing, **values)
    first, after = _utc(starts), _utc(ends)
    told: list[tuple[datetime, State]] = [
        (LONG_AGO, "coming"),
        (first - SECOND, "coming"),
        (first, "under way"),
        (first + (after - first) / 2, "under way"),
        (after - SECOND, "under way"),
        (after, "over"),
        (FAR_AHEAD, "over"),
    ]
    assert [(moment, timing(held, COUNTRIES, moment).state) for moment, _ in told] == told
    assert span(held, COUNTRIES) == (first, after)


@pytest.mark.parametrize("standing", ["planned", "confirmed"])
@pytest.mark.parametrize(("values", "ends"), UNITS)
def test_an_event_without_days_is_over_when_its_month_or_quarter_is(
    values: dict[str, Any], ends: str, standing: str
) -> None:
    """No day is known, so that it is never under way; after the last day that it may mean it is over."""
    held = event(standing=standing, **values)
    after = _utc(ends)
    told: list[tuple[datetime, State]] = [
        (LONG_AGO, "date to be confirmed"),
        (after - timedelta(days=10), "date to be confirmed"),
        (after - SECOND, "date to be confirmed"),
        (after, "over"),
    ]
    assert [(moment, timing(held, COUNTRIES, moment).state) for moment, _ in told] == told
    assert span(held, COUNTRIES) == (None, after)


@pytest.mark.parametrize("now", [LONG_AGO, datetime(2027, 5, 5, tzinfo=UTC), FAR_AHEAD])
def test_an_event_without_any_date_is_never_over(now: datetime) -> None:
    """Where it belongs in lists says nothing of when it is."""
    held = event(date_note="No date is given.", sort_as="Q2 2020")
    assert timing(held, COUNTRIES, now).state == "date to be confirmed"
    assert span(held, COUNTRIES) == (None, None)
    assert not unreported(held, COUNTRIES, now)


@pytest.mark.parametrize(
    ("standing", "state"), [("held", "over"), ("cancelled", "cancelled"), ("postponed", "postponed")]
)
@pytest.mark.parametrize("date", ["5 May 2027", "May 2027", "Q2 2027"])
def test_what_the_record_settles_no_clock_changes(standing: str, state: State, date: str) -> None:
    """An event that is held or called off stays so before, during and after its date."""
    settled = event(standing=standing, date=date)
    moments = [LONG_AGO, datetime(2027, 5, 5, 12, tzinfo=UTC), FAR_AHEAD]
    found = [timing(settled, COUNTRIES, moment) for moment in moments]
    assert {one.state for one in found} == {state}
    assert not any(unreported(settled, COUNTRIES, moment) for moment in moments)


def test_an_announced_event_is_unreported_from_the_second_it_is_over() -> None:
    """That its date has passed is known at once, and says nothing of whether it took place."""
    held = event(date="5 May 2027", zone=UB, **HOURS)
    after = _utc("2027-05-05T09:00:00")
    assert [unreported(held, COUNTRIES, now) for now in (after - SECOND, after)] == [False, True]


@pytest.mark.parametrize(
    ("values", "after"),
    [
        ({"zone": UB}, "2027-04-20T16:00:00"),
        ({"zone": NY}, "2027-04-21T04:00:00"),
        ({"place": {"country": "altan"}}, "2027-04-20T16:00:00"),
        ({}, "2027-04-21T00:00:00"),
    ],
)
def test_one_can_register_through_the_whole_last_day(values: dict[str, Any], after: str) -> None:
    """Registration closes at midnight in the event's zone, when the day that is named is over."""
    link = "https://example.org/register"
    open_ = event(date="5 May 2027", registration={"link": link, "closes": "20 April 2027"}, **values)
    assert closing(open_, COUNTRIES) == _utc(after)
    assert closing(event(date="5 May 2027", registration={"link": link}), COUNTRIES) == _utc(
        "2027-05-06T00:00:00"
    )
    month = event(date="5 May 2027", registration={"link": link, "closes": "May 2027"})
    assert closing(month, COUNTRIES) == _utc("2027-05-06T00:00:00")
    assert is_open(month, COUNTRIES, _utc("2027-05-06T00:00:00") - SECOND)
    assert not is_open(month, COUNTRIES, _utc("2027-05-06T00:00:00"))
    assert closing(event(date=None, date_note="None.", sort_as="2027", uid=None), COUNTRIES) is None


def test_a_country_that_is_not_there_has_no_zone() -> None:
    """A country that is misspelt is told elsewhere, and breaks nothing here."""
    assert zone_of(event(date="2027", place={"country": "nowhere"}), COUNTRIES) is UTC
    assert zone_of(event(date="2027", place={"country": "altan"}), COUNTRIES) is COUNTRIES["altan"].zone


@given(st.data(), drawn_events())
def test_a_state_never_goes_backwards(data: st.DataObject, held: Event) -> None:
    """Coming, under way, over: whatever date, hours and zone are drawn, time only takes it forward."""
    order: dict[State, int] = {"coming": 0, "date to be confirmed": 0, "under way": 1, "over": 2}
    states = [timing(held, COUNTRIES, now).state for now in data.draw(moments_near(held))]
    if states[0] in ("cancelled", "postponed"):
        assert len(set(states)) == 1
        return
    assert all(order[before] <= order[after] for before, after in pairwise(states))
    assert not ({"under way", "coming"} & set(states) and "date to be confirmed" in states)


PARTS = [
    ("Q3 to Q4 2026", "August 2026", "planned", "2026-08-31T16:00:00"),
    ("2026", "3 to 5 August 2026", "held", "2026-08-05T16:00:00"),
    ("July 2026", "August 2026", "planned", "2026-08-01T00:00:00"),
    (None, "August 2026", "planned", "2026-08-31T16:00:00"),
    ("Q3 to Q4 2026", "August 2026", "postponed", "2027-01-01T00:00:00"),
    ("Q3 to Q4 2026", "August 2026", "cancelled", "2027-01-01T00:00:00"),
    ("August 2026", None, "planned", "2026-09-01T00:00:00"),
]


@pytest.mark.parametrize(("when", "of_whole", "standing", "ends"), PARTS)
def test_what_is_part_of_another_is_over_when_that_is_over(
    when: str | None, of_whole: str | None, standing: str, ends: str
) -> None:
    """A side event of a conference does not stay to come; what is called off says nothing of its parts."""
    whole = event(id="whole", standing=standing, place={"country": "altan"}, **_dated(of_whole))
    between = event(id="between", part_of="whole", **_dated(None))
    for above in ("whole", "between"):
        events = {"whole": whole, "between": between}
        held = event(part_of=above, registration={"link": "https://example.org/"}, **_dated(when))
        after = datetime.fromisoformat(ends).replace(tzinfo=UTC)
        assert end_of(held, COUNTRIES, events) == after
        assert timing(held, COUNTRIES, after - SECOND, events).state == "date to be confirmed"
        assert timing(held, COUNTRIES, after, events).state == "over"
        assert unreported(held, COUNTRIES, after, events)
        assert closing(held, COUNTRIES, events) == after
        assert not is_open(held, COUNTRIES, after, events)


def test_events_that_are_part_of_each_other_end_all_the_same() -> None:
    """A circle in the records does not hang the build."""
    events = {"a": event(id="a", date="2027", part_of="b"), "b": event(id="b", date="2028", part_of="a")}
    assert end_of(events["b"], COUNTRIES, events) == datetime(2028, 1, 1, tzinfo=UTC)


@given(st.data(), drawn_events())
def test_only_what_has_its_days_is_under_way(data: st.DataObject, held: Event) -> None:
    """A month or a year is never under way."""
    for now in data.draw(moments_near(held)):
        found = timing(held, COUNTRIES, now)
        assert (found.state == "under way") <= bool(found.starts and held.date and held.date.exact)


@given(drawn_events())
def test_an_event_lies_within_its_days_everywhere_on_earth(held: Event) -> None:
    """Start and end are never more than a zone's distance away from the days of the record."""
    assert held.date is not None
    starts, ends = span(held, COUNTRIES)
    first = datetime.combine(held.date.first, datetime.min.time(), UTC)
    after = datetime.combine(held.date.last, datetime.min.time(), UTC) + timedelta(days=1)
    assert ends is not None
    assert after - timedelta(hours=38) <= ends <= after + timedelta(hours=12)
    assert (starts is not None) == held.date.exact
    assert starts is None or first - timedelta(hours=14) <= starts <= first + timedelta(hours=36)


def test_the_dates_of_these_tests_are_of_every_precision() -> None:
    """The tables hold days, months, quarters, halves, years and ranges."""
    values = [*(row[0] for row in DAYS), *(row[0] for row in UNITS)]
    dates = [parse_date(one["date"]) for one in values]
    assert {date.start.precision for date in dates} == {"day", "month", "quarter", "half", "year"}
    assert {date.single for date in dates} == {True, False}


def _dated(when: str | None) -> dict[str, Any]:
    return {"date": when} if when else {"date_note": "No date is given.", "sort_as": "2026"}


def _utc(words: str) -> datetime:
    return datetime.fromisoformat(words).replace(tzinfo=UTC)
