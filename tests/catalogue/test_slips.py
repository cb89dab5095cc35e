"""Texts that YAML takes in another way than they were meant, and marks that Git left in a file."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.catalogue.kinds import KINDS
from macros.catalogue.reading.conflicts import CONFLICT, conflict_line
from macros.catalogue.reading.cut_texts import cut_texts
from macros.catalogue.reading.data_files import Raw, read_data
from macros.catalogue.reading.plain import plain_values
from macros.releases.moves import read_moves

ROOT = Path(__file__).parents[2]
MARKS = ("<<<<<<< HEAD", "||||||| 1a2b3c4", "=======", ">>>>>>> a-branch")
STUDY = "title: {}\nkind: {}\nsummary: {}\naims:\n  - {}\n"


def _cut(text: str) -> list[tuple[str | int, ...]]:
    plain = plain_values(text)
    assert plain.faults == []
    return [keys for keys, _ in cut_texts(Raw(KINDS["studies"], "one", plain.value, "one.yml", text))]


@pytest.mark.parametrize("remark", ["# 5", "# checked by A. B.", "#", "#  "])
def test_a_remark_after_a_text_is_told_and_after_anything_else_is_one(remark: str) -> None:
    """Nobody can tell it from the text's own end; two spaces, quotes, a word of a list make it plain."""
    assert _cut(STUDY.format(f"Report {remark}", "study", "What.", "To ask.")) == [("title",)]
    assert _cut(STUDY.format("Report", "study", "What.", f"To ask. {remark}")) == [("aims", 0)]
    assert _cut(STUDY.format("Report", f"study {remark}", "What.", "To ask.")) == []
    assert _cut(STUDY.format(f"Report  {remark}", "study", f"What.\t{remark}", "To ask.")) == []
    assert _cut(STUDY.format(f'"Report" {remark}', "study", f"'What.' {remark}", "To ask.")) == []
    assert _cut(STUDY.format("Report", "study", f">- {remark}\n  What.", f"|- {remark}\n    To ask.")) == []
    assert _cut(STUDY.format("Report", "study", "What.", "To ask.") + f"{remark}\n") == []


def test_a_remark_is_told_in_each_language_on_its_line() -> None:
    """The key path ends in the language, and the message shows what is left out."""
    text = "title:\n  en: Report # 5\n  ko: 보고서 # 5\nkind: study\n"
    raw = Raw(KINDS["studies"], "one", plain_values(text).value, "one.yml", text)
    told = [str(raw.problem(keys, message)) for keys, message in cut_texts(raw)]
    assert [line.partition(": what")[0] for line in told] == [
        "one.yml:2: '# 5' is left out",
        "one.yml:3: '# 5' is left out",
    ]


@pytest.mark.parametrize("folder", ["data", "tests/sample_data/data"])
def test_no_record_of_ours_is_told_without_cause(folder: str) -> None:
    """The real records and the sample have no text that is cut."""
    assert [keys for raw in read_data(ROOT / folder).raws for keys, _ in cut_texts(raw)] == []


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("“Report”", True), ("„Report“", True), ("‘Report’", True), ("“Report” and “note”", False),
        ("a “report”", False), ("“Report” of 2015", False), ('"“Report”"', False), ("the people’s", False),
        ("“Report", False), ("«Отчёт»", False),
    ],
)  # fmt: skip
def test_curly_quotes_round_a_whole_value_are_told(value: str, told: bool) -> None:
    """They are letters to YAML; whoever wants them puts them between straight ones."""
    faults = plain_values(f"kind: study\ntitle: {value}\n").faults
    assert [line for line, message in faults if "curly quotes" in message] == ([2] if told else [])


@given(
    st.lists(st.sampled_from(("title: A study", "  - one", "", "# remark")), max_size=6),
    st.lists(st.sampled_from(MARKS), min_size=1, max_size=4),
    st.sampled_from(("\n", "\r\n")),
)
def test_the_first_mark_of_a_conflict_is_all_told(above: list[str], marks: list[str], end: str) -> None:
    """Whatever stands around it, one line, at the first mark."""
    text = end.join([*above, *marks, "title: Another", ""])
    ((line, message),) = plain_values(text).faults
    assert line == len(above) + 1 == conflict_line(text)
    assert message.startswith(f"{CONFLICT}: two versions stand here; keep what is right of both")


@pytest.mark.parametrize("words", ["a =======", " =======", "<<<<<< six", "======== eight", "->>>>>>>"])
def test_what_is_no_mark_of_a_conflict_is_none(words: str) -> None:
    """Only seven signs at the beginning of a line, with nothing or a space after them, are one."""
    assert conflict_line(f"text: |\n{words}\n") is None


def test_a_conflict_in_the_table_of_moves_is_told_by_its_name(tmp_path: Path) -> None:
    """As in a record."""
    (tmp_path / "moves.yml").write_text("studies/a/: studies/b/\n" + "\n".join(MARKS), encoding="utf-8")
    (told,) = read_moves(tmp_path)[1]
    assert str(told).startswith(f"data/moves.yml:2: {CONFLICT}: ")
