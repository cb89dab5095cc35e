"""Mistakes are told in one line each, sorted, once, with the nearest valid name."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.catalogue import Problem, ProblemsFound, suggestion
from macros.catalogue.problems import looks_like
from macros.catalogue.reading.data_files import read_data

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


UNSEEN = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u180e\ufe0f\u180b"


@given(st.sampled_from(["green-belt", "sand", "a1"]), st.data())
def test_a_word_that_looks_the_same_is_told_by_what_it_holds(word: str, data: st.DataObject) -> None:
    """Signs without a width, other dashes and letters of another script: each by its number."""
    place = data.draw(st.integers(0, len(word)))
    sign = data.draw(st.sampled_from(UNSEEN))
    wrong = word[:place] + sign + word[place:]
    assert looks_like(wrong) == (word, sign)
    told = f"; it looks the same as '{word}', but holds U+{ord(sign):04X}; type it anew"
    assert suggestion(wrong, [word, "other"]) == told


@pytest.mark.parametrize(
    ("wrong", "seen", "odd"),
    [
        ("green‑belt", "green-belt", "‑"), ("green–belt", "green-belt", "–"), ("sаnd", "sand", "а"),
        ("save\u00a0it", "save it", "\u00a0"), ("sand\u00a0", "sand", "\u00a0"), ("sand", "sand", ""),
        ("沙", "沙", ""), ("sänd", "sänd", ""),
    ],
)  # fmt: skip
def test_only_what_looks_like_something_else_is_called_odd(wrong: str, seen: str, odd: str) -> None:
    """A letter of another script that looks like none of ours is a letter."""
    assert looks_like(wrong) == (seen, odd)


def test_a_file_named_with_a_sign_that_nobody_sees_is_told(tmp_path: Path) -> None:
    """The name to give it is said, and which sign is to go."""
    (tmp_path / "topics.yml").write_text("sa\u200bnd:\n  name: Sand\n", encoding="utf-8")
    told = [str(problem) for problem in read_data(tmp_path).problems if problem.path == "data/topics.yml"]
    assert told == [
        "data/topics.yml:1: 'sa\\u200bnd' holds U+200B, which nobody can see or tell apart, "
        "and cannot be an id; change the key to 'sand', or to other "
        "lower-case letters and digits joined by single hyphens"
    ]
