"""Answers of thousands of characters, or of mere signs and spaces: told soon, and not looked into."""

import time

import pytest

from macros.catalogue import Catalogue
from macros.intake.proposals import Intake, propose
from macros.intake.tables import read_table

from .questionnaires import HEADINGS, as_csv, row


def _intake(catalogue: Catalogue, **answers: object) -> Intake:
    return propose(catalogue, read_table(as_csv([row(**answers)])))


@pytest.mark.parametrize("key", ["name", "places", "starts", "received", "latitude", "partner"])
def test_what_is_far_too_long_is_told_once_and_not_looked_into(catalogue: Catalogue, key: str) -> None:
    """A name, a place, a date or a number of thousands of characters has one line, and no other."""
    said = {"places": "P", "latitude": "1", "longitude": "2", key: "1" * 9000}
    heading = HEADINGS[key]
    (proposal,) = _intake(catalogue, **said).proposals
    assert proposal.says == (f"'{heading}': holds an answer of 9,000 characters; write at most 400",)


def test_spaces_count_as_one_but_in_prose(catalogue: Catalogue) -> None:
    """Names, places and dates lose doubled spaces of any kind; a summary keeps its own."""
    said = {"name": "Reed\u3000 \t roofs", "places": "A   B ;\n C", "starts": "March   2015"}
    (project,) = _intake(catalogue, **said, summary="a  b\n  c").projects.values()
    assert project.period
    assert (str(project.name), str(project.period.starts)) == ("Reed roofs", "March 2015")
    assert [str(place.name) for place in project.places] == ["A B", "C"]
    assert str(project.summary) == "a  b\n  c"


@pytest.mark.parametrize("shape", [" ", "1", "\u3000", "(", " (", "2015 -", "a,", "<", "since \n"])
def test_ten_times_the_characters_take_at_most_some_thirty_times_as_long(
    catalogue: Catalogue, shape: str
) -> None:
    """Whatever fills a cell, under whichever heading, the time grows with its length and not its square."""

    def seconds(length: int) -> float:
        cell = f"a{shape * length}"[:length] + "b"
        tables = [
            read_table(as_csv([row(**{"places": "P", "latitude": "1", "longitude": "2", key: cell})]))
            for key in HEADINGS
        ]
        begun = time.perf_counter()
        for table in tables:
            propose(catalogue, table)
        return time.perf_counter() - begun

    assert min(seconds(9_900) for _ in range(3)) < 30 * min(seconds(990) for _ in range(3))
