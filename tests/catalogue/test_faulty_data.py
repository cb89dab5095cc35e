"""One deliberately faulty project, and the exact list of problems that one run finds in it."""

import re

from macros.releases.loading import check_data

from ..faulty import FAULTY, difference, expected_lines, problem_lines

LEAST = 55
# Two files of the faulty project hold nothing wrong: they name what others have wrong.
SOUND = ("data/events/sound-that-names-faulty.yml", "docs/index.md")


def test_the_problems_are_exactly_those_expected() -> None:
    """Every mistake is told, in order, once, and nothing else is."""
    differs = difference(problem_lines())
    assert not differs, differs


def test_there_are_many_different_mistakes() -> None:
    """The faulty project stays a broad one: messages that differ in more than names."""
    assert len({re.sub(r"'[^']*'|\d+", "", line.split(": ", 1)[1]) for line in expected_lines()}) >= LEAST


def test_no_mistake_is_told_again_where_its_record_is_named() -> None:
    """Records that only name faulty ones are not reported themselves."""
    assert [line for line in problem_lines() if line.startswith(SOUND)] == []


def test_problems_are_the_same_each_time() -> None:
    """Two runs find the same problems in the same order."""
    first, second = (check_data(FAULTY.data)[1] for _ in range(2))
    assert first == second


def test_every_problem_names_a_file_and_a_line_in_it() -> None:
    """An editor can jump to each mistake: the file is there, and it has that line."""
    for line in problem_lines():
        path, number, _ = line.split(":", 2)
        place = FAULTY.root / path
        assert place.exists(), line
        if place.is_file():
            assert 1 <= int(number) <= max(1, place.read_bytes().count(b"\n")), line


def test_every_message_about_a_record_says_what_to_do() -> None:
    """A message either says what must stand there, or tells the mend behind a semicolon."""
    of_records = [line for line in problem_lines() if line.startswith("data/")]
    assert [line for line in of_records if ";" not in line and "must be " not in line] == []
