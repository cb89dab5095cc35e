"""Mistakes are told in one line each, sorted, once, with the nearest valid name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.catalogue import Problem, ProblemsFound, suggestion

problems = st.builds(
    Problem, st.sampled_from(["data/a.yml", "data/b.yml"]), st.integers(1, 99), st.text(min_size=1)
)


def test_a_problem_is_told_as_editors_and_terminals_link_it() -> None:
    """Path, line and message stand in one line."""
    assert (
        str(Problem("data/events/x.yml", 7, "is empty; write it"))
        == "data/events/x.yml:7: is empty; write it"
    )


@given(st.lists(problems))
def test_problems_are_sorted_and_told_once(found: list[Problem]) -> None:
    """Files come in order, lines by number, and nothing stands twice."""
    told = ProblemsFound([*found, *found]).problems
    assert list(told) == sorted(set(found))


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ("titel", "; did you mean 'title'?"),
        ("Title", "; did you mean 'title'?"),
        ("SUMARY", "; did you mean 'summary'?"),
        ("colour", ""),
        ("", ""),
    ],
)
def test_the_nearest_name_is_suggested(wrong: str, told: str) -> None:
    """A slip of the pen finds its word, whatever its case; a far word finds none."""
    assert suggestion(wrong, ["title", "summary"]) == told
