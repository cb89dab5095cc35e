"""Dates of questionnaires: in figures of any width, read where they mean one day, month or year."""

import pytest

from macros.catalogue import Catalogue
from macros.intake.answers import day_of

from .test_answers import project_of


def test_full_width_figures_are_dates_and_names_keep_their_letters(catalogue: Catalogue) -> None:
    """What Japanese and Chinese keyboards write is read; how a project is called is not ours to change."""
    dates = {"starts": "２０１５", "ends": "２０１６年３月", "received": "２０２５／７／１"}
    project = project_of(catalogue, name="緑化２０２６", **dates)
    assert project.period
    assert (str(project.period.starts), str(project.period.ends)) == ("2015", "March 2016")
    assert str(project.last_confirmed) == "1 July 2025"
    assert str(project.name) == "緑化２０２６"


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("2015/3/7", "2015-03-07"),
        ("2015.03.07", "2015-03-07"),
        ("2015. 3. 7.", "2015-03-07"),
        ("2015年3月7日", "2015-03-07"),
        ("2015년 3월 7일", "2015-03-07"),
        ("7.3.2015", "2015-03-07"),
        ("2015-03-07 09:30:00", "2015-03-07"),
        ("2021年3月", "2021-03"),
        ("2021년 3월", "2021-03"),
        ("2027.12", "2027-12"),
        ("2027. 1.", "2027-01"),
        ("2027/1", "2027-01"),
        ("2027.1", "2027.1"),
        ("２０１５年３月７日", "2015-03-07"),
        ("２０１５／３／７", "2015-03-07"),
        ("２０２１年３月", "2021-03"),
        ("２０２１．１２", "2021-12"),
        ("７．３．２０１５", "2015-03-07"),
        ("２０１５", "2015"),
        ("March ２０１５", "March 2015"),
        ("２０２７．１", "2027.1"),
        ("3/7/2015", "3/7/2015"),
        ("March 2015", "March 2015"),
        ("2015/2016", "2015/2016"),
    ],
)
def test_dates_in_figures_are_read_where_they_mean_one_day_or_month(cell: str, day: str) -> None:
    """People of the subregion write the year first; what may be two days or months is left as it is."""
    assert day_of(cell) == day


def test_dates_are_as_exact_as_they_were_given(catalogue: Catalogue) -> None:
    """A year stays a year and a month a month."""
    period = project_of(catalogue, starts="2015", ends="March 2031").period
    assert period
    assert (str(period.starts), str(period.ends)) == ("2015", "March 2031")
