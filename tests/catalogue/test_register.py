"""The register across its projects: filters, gaps and age, counted again by hand."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.catalogue import Catalogue
from macros.catalogue.entries import line_of
from macros.catalogue.register import UNKNOWN, board, choices, facets, is_stale, stale_from
from macros.records.when import PartialDate, parse_date
from macros.releases.agenda import agenda
from macros.releases.loading import load_catalogue
from macros.settings import Folders

from ..records.dates import partial_dates
from ..registered import INSTITUTE, NETWORK, NOW, WEST, entries, numbered, project, registered

DAY = timedelta(days=1)


@given(entries)
def test_the_gap_board_is_what_counting_by_hand_gives(
    catalogue: Catalogue, values: list[dict[str, Any]]
) -> None:
    """Each field has the projects of that area in that country, and each of their organizations once."""
    known = registered(catalogue, *numbered(values))
    for area in known.areas:
        for country in known.countries:
            found = board(known)[area, country]
            here = [n for n, v in enumerate(values) if area in v["areas"] and country in v["countries"]]
            who = {i["organization"] for n in here for i in values[n]["organizations"]}
            assert found.projects == tuple(f"belt-{n}" for n in here)
            assert found.organizations == tuple(sorted(who))


def test_who_only_reviews_does_not_take_part(catalogue: Catalogue) -> None:
    """Reviewers stand in the record and in no field; who also leads is counted once."""
    reviewing = {**INSTITUTE, "role": "reviewing"}
    one = project(countries=["altan"], organizations=[NETWORK, reviewing, {**NETWORK, "role": "funding"}])
    assert one.taking_part() == ("dune-network",)
    assert board(registered(catalogue, one))["planting", "altan"].organizations == ("dune-network",)


def test_a_supporter_or_a_place_abroad_fills_no_field(catalogue: Catalogue) -> None:
    """Who runs a project elsewhere, and a place without a country, say nothing of where the work is done."""
    funded = project(supported_by=["sora"], places=[{"name": "Somewhere"}], countries=["altan"])
    known = registered(catalogue, funded)
    assert [board(known)["planting", id].projects for id in ("altan", "sora")] == [("belt",), ()]


@given(entries)
def test_every_value_of_a_project_has_a_label_in_its_filter(
    catalogue: Catalogue, values: list[dict[str, Any]]
) -> None:
    """No filter lacks a value that some project has, and no value stands twice."""
    projects = numbered(values)
    known = registered(catalogue, *projects)
    labels = choices(known)
    for one in projects:
        found = facets(known, one)
        assert list(found) == list(labels)
        for name, of in found.items():
            assert len(of) == len(set(of))
            assert all(labels[name][value] for value in of), (name, of)


@pytest.mark.parametrize("kind", ["area", "country", "topic", "organization", "seeking"])
def test_filters_know_every_value_even_where_no_project_has_it(catalogue: Catalogue, kind: str) -> None:
    """Empty fields are the point, so that nothing depends on what is filled."""
    assert choices(registered(catalogue))[kind] == choices(catalogue)[kind]


def test_a_project_without_country_or_period_can_be_found_as_such(catalogue: Catalogue) -> None:
    """What is not told is a value of its own, and is called so."""
    found = facets(catalogue, project())
    assert (found["country"], found["period"], found["place"]) == ((UNKNOWN,), (UNKNOWN,), ())
    labels = choices(catalogue)
    assert (labels["country"][UNKNOWN], labels["period"][UNKNOWN]) == ("Not named", "Not given")


def test_years_are_labelled_with_a_dash_and_stand_in_order(catalogue: Catalogue) -> None:
    """Whatever the order of the projects; addresses keep the hyphen."""
    periods = ("2014-2016", "2003", "2011")
    known = registered(catalogue, *numbered([{"period": period} for period in periods]))
    assert list(choices(known)["period"].items()) == [
        ("2000-2004", "2000–2004"),
        ("2010-2014", "2010–2014"),
        ("2015-2019", "2015–2019"),
        (UNKNOWN, "Not given"),
    ]


@pytest.mark.parametrize(
    ("values", "bands"),
    [
        ({"period": "2003"}, ["2000-2004"]),
        ({"period": "2004-2005"}, ["2000-2004", "2005-2009"]),
        ({"period": {"starts": "2008"}}, ["2005-2009"]),
        ({"period": {"ends": "Q1 2010"}}, ["2010-2014"]),
        ({"period": {"starts": "2014"}, "status": "under way"}, ["2010-2014", "2015-2019", "2020-2024"]),
        ({"period": {"starts": "2014"}, "status": "completed"}, ["2010-2014"]),
        ({"period": {"starts": "2028"}, "status": "under way"}, ["2025-2029"]),
        ({"period": "2014-2016", "status": "under way"}, ["2010-2014", "2015-2019"]),
    ],
)
def test_a_project_is_filed_under_the_years_in_which_it_is_known_to_run(
    catalogue: Catalogue, values: dict[str, Any], bands: list[str]
) -> None:
    """One that is under way ran until it was last confirmed; of any other only the known ends count."""
    one = project(last_confirmed="May 2024", **values)
    known = registered(catalogue, one)
    assert list(facets(known, one)["period"]) == bands
    assert list(choices(known)["period"]) == [*bands, UNKNOWN]


@pytest.mark.parametrize(
    ("confirmed", "last_day"),
    [
        ("15 May 2023", "2026-05-15"),
        ("28 February 2024", "2027-02-28"),
        ("29 February 2024", "2027-03-01"),
        ("February 2024", "2027-03-01"),
        ("28 February 2021", "2024-02-28"),
        ("February 2021", "2024-02-28"),
        ("March 2024", "2027-03-31"),
        ("Q2 2023", "2026-06-30"),
        ("2023", "2026-12-31"),
        ("2019-2023", "2026-12-31"),
        ("31 December 2023", "2026-12-31"),
        ("1 January 2024", "2027-01-01"),
    ],
)
def test_an_entry_is_out_of_date_when_three_years_are_over_to_the_day(confirmed: str, last_day: str) -> None:
    """On the day itself it is not yet; a month or a year counts from its last day."""
    one = project(last_confirmed=confirmed)
    last = date.fromisoformat(last_day)
    assert stale_from(one) == last
    assert [is_stale(one, day) for day in (last - DAY, last, last + DAY)] == [False, False, True]


@given(partial_dates, st.integers(0, 1500))
def test_an_entry_never_becomes_fresh_again(when: PartialDate, days: int) -> None:
    """Less than three years is never out of date, more than three years and a day always is."""
    one = project().model_copy(update={"last_confirmed": when})
    if days < 3 * 365:
        assert not is_stale(one, when.last + days * DAY)
    if days > 3 * 365 + 2:
        assert is_stale(one, when.last + days * DAY)


def test_staff_are_told_of_what_is_out_of_date_the_longest_first(catalogue: Catalogue) -> None:
    """The list of what waits for them has a section for it, in the order of its dates."""
    dates = ("2020", "1 June 2026", "March 2019", "31 December 2023", "1 January 2024")
    known = registered(catalogue, *numbered([{"last_confirmed": when} for when in dates]))
    (section,) = [s for s in agenda(known, NOW) if "three years" in s.label]
    assert [task.id for task in section.tasks] == ["belt-2", "belt-0", "belt-3"]
    assert {task.kind for task in section.tasks} == {"projects"}
    assert section.tasks[0].when == "March 2019"


def test_nobody_is_asked_about_what_is_completed(catalogue: Catalogue) -> None:
    """A project that is over has nothing new to tell; one that is suspended may have."""
    states = ("completed", "suspended", "under way", "planned")
    known = registered(catalogue, *numbered([{"last_confirmed": "2019", "status": s} for s in states]))
    (section,) = [s for s in agenda(known, NOW) if "three years" in s.label]
    assert [task.id for task in section.tasks] == ["belt-1", "belt-2", "belt-3"]


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({}, {"meta": "Project", "who": "", "where": "", "when": ""}),
        ({"status": "under way"}, {"meta": "Project · under way"}),
        ({"organizations": [NETWORK, {**NETWORK, "role": "funding"}]}, {"who": "DN"}),
        ({"supported_by": ["sora"]}, {"who": "Sora", "where": ""}),
        ({"places": [WEST, WEST], "countries": ["altan"]}, {"where": "West dune; Altan"}),
        ({"places": [{"name": "Somewhere"}]}, {"where": "Somewhere"}),
        ({"areas": ["teaching", "planting"]}, {"what": "Teaching, Planting"}),
        ({"period": "2015-2024"}, {"when": "2015–2024"}),
        ({"period": {"starts": "2008"}}, {"when": "since 2008"}),
        ({"period": {"starts": "2027"}, "status": "planned"}, {"when": "from 2027"}),
        ({"period": {"starts": "2008"}, "status": "under way"}, {"when": "since 2008"}),
        ({"period": {"starts": "2008"}, "status": "completed"}, {"when": "began 2008"}),
        ({"period": {"starts": "2008"}, "status": "suspended"}, {"when": "began 2008"}),
        ({"period": {"ends": "May 2024"}}, {"when": "until May 2024"}),
        ({"last_confirmed": "March 2024"}, {"confirmed": "March 2024", "stale_from": date(2027, 3, 31)}),
    ],
)
def test_a_line_says_what_is_known_and_leaves_the_rest_empty(
    catalogue: Catalogue, values: dict[str, Any], said: dict[str, Any]
) -> None:
    """The words of a line are those of the record; nothing stands there twice."""
    line = line_of(catalogue, project(**values))
    assert {name: getattr(line, name) for name in said} == said


def test_the_real_register_is_filed_whole(real: Folders) -> None:
    """Each project has an area and a country or 'not named', and its values all have labels."""
    catalogue = load_catalogue(real.data)
    labels = choices(catalogue)
    for one in catalogue.projects.values():
        found = facets(catalogue, one)
        assert found["area"], one.id
        assert found["country"], one.id
        assert all(value in labels[name] for name, values in found.items() for value in values), one.id


def test_the_dates_of_these_tests_are_of_every_precision() -> None:
    """The table of ages holds days, months, quarters and years."""
    dates = ("15 May 2023", "March 2024", "Q2 2023", "2023")
    assert [parse_date(words).end.precision for words in dates] == ["day", "month", "quarter", "year"]
