"""Columns are told by their headings, wherever they stand."""

import pytest

from macros.catalogue.questionnaire import COLUMNS
from macros.intake.decoding import Unreadable
from macros.intake.headings import Headings, match_headings
from macros.intake.tables import Table

NEEDED = ["Project name", "Summary", "Lead organization", "Countries", "Activity areas"]


def _matched(*headings: str) -> Headings:
    return match_headings(Table(headings, (), ""))


def _refused(*headings: str) -> tuple[str, ...]:
    with pytest.raises(Unreadable) as raised:
        _matched(*headings)
    return raised.value.problems


def test_columns_may_stand_in_any_order() -> None:
    """Every heading of the questionnaire is found, from the last to the first."""
    headings = [column.heading for column in reversed(COLUMNS)]
    found = _matched(*headings)
    assert {key: headings[place] for key, (place,) in found.places.items()} == {
        column.key: column.heading for column in COLUMNS
    }
    assert found.notes == ()


@pytest.mark.parametrize(
    "heading", ["COUNTRIES", "countries *", "Countries 1*", " Coun-tries\n", "Countries_2"]
)
def test_case_signs_and_numbers_do_not_matter(heading: str) -> None:
    """A heading is the same with other capitals, a star, a number at its end, or a line break."""
    assert _matched(*NEEDED[:3], heading, NEEDED[4]).places["countries"] == (3,)


def test_a_question_may_have_several_columns() -> None:
    """'Countries 2' is a second answer to 'Countries'."""
    found = _matched("Countries 1*", *NEEDED[:3], "Countries 2", "Activity areas", "Countries 3")
    assert found.places["countries"] == (0, 4, 6)


def test_a_question_with_one_answer_has_one_column() -> None:
    """Two names of a project are refused, and both columns are named."""
    assert _refused(*NEEDED, "Project name 2") == (
        "the columns 'Project name' and 'Project name 2' answer the same question; keep one of them",
    )


def test_a_column_of_somebody_else_is_left_out_and_said() -> None:
    """What the questionnaire does not ask stays out of the register, and the report says so."""
    found = _matched(*NEEDED, "Телефон")
    assert found.notes == ("the column 'Телефон' is not of the questionnaire and is left out",)


def test_a_misspelt_heading_is_told_with_what_was_meant() -> None:
    """A column that is nearly one of ours is not left out in silence."""
    assert _refused(*NEEDED, "Webiste") == (
        "the column 'Webiste' is not of the questionnaire; did you mean 'Website'?",
    )


def test_all_columns_that_are_missing_are_told_at_once() -> None:
    """One line names each column that the questionnaire cannot do without."""
    assert _refused("Project name", "Summary") == (
        "the columns are missing: 'Lead organization', 'Countries', 'Activity areas'; "
        "use the questionnaire's own headings",
    )


def test_a_table_that_names_its_entries_may_lack_columns() -> None:
    """A row that says its 'Register id' may say only what has changed; misspelt headings are told."""
    assert _matched("Register id", "Status").places == {"id": (0,), "status": (1,)}
    assert _refused("Register id", "Webiste") == (
        "the column 'Webiste' is not of the questionnaire; did you mean 'Website'?",
    )
