"""YAML is read as it was typed, and its traps are mistakes."""

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from macros.catalogue.reading.plain import line_of, plain_values

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
nested = st.recursive(
    texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=12,
)
words = st.text(st.characters(categories=["L", "N"], max_codepoint=0x4FF), min_size=1, max_size=8)
TYPED = [
    "NO",
    "yes",
    "on",
    "10:00",
    "10:30:15",
    "2025-09-22",
    "012",
    "0x1F",
    "1e3",
    "12.50",
    "1_000",
    ".inf",
    "=",
    "-5",
]

DEEP = [
    "[" * 200_000,
    "a: " + "[" * 5000 + "]" * 5000,
    "{a: " * 5000,
    "- " * 5000,
    "? " * 5000,
    "".join(f"{' ' * depth}a:\n" for depth in range(1200)),
]


class _Dumper(yaml.SafeDumper):
    """Writes everything out."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


@given(nested)
def test_texts_come_back_as_they_were_typed(value: Any) -> None:
    """Whatever is written in quotes is read as the same texts, lists and groups."""
    text = yaml.dump(value, Dumper=_Dumper, default_style='"', allow_unicode=True)
    plain = plain_values(text)
    assert (plain.value, plain.faults) == (value, [])


@pytest.mark.parametrize("typed", TYPED)
def test_yaml_makes_nothing_else_of_a_word(typed: str) -> None:
    """NO stays NO (Norway), 10:00 is no number of seconds, 12.50 keeps its zero."""
    plain = plain_values(f"a: {typed}\nb: [{typed}]\n{typed}: c\n")
    assert (plain.value, plain.faults) == ({"a": typed, "b": [typed], typed: "c"}, [])


@pytest.mark.parametrize("nothing", ["", "~", "null", "Null", "NULL"])
def test_a_value_that_is_not_there_is_a_mistake(nothing: str) -> None:
    """A key or an item without a value is told with its line; in quotes such a word is a text."""
    plain = plain_values(f"a: b\nc: {nothing}\nd:\n  - {nothing}\n")
    assert [line for line, _ in plain.faults] == [2, 4]
    assert plain_values(f"a: '{nothing}'\n").value == {"a": nothing}


def test_every_key_that_stands_twice_is_told() -> None:
    """All of them are found in one run, at any depth."""
    plain = plain_values("a: 1\nb:\n  c: 1\n  c: 2\na: 2\n")
    assert [line for line, _ in plain.faults] == [4, 5]


@pytest.mark.parametrize("text", DEEP)
def test_what_is_nested_too_deep_is_a_mistake(text: str) -> None:
    """A file that would bring the reader down is refused with its line."""
    faults = plain_values(text).faults
    assert len(faults) == 1
    assert "nested too deep" in faults[0][1]


@pytest.mark.parametrize("sign", ["\r", "\x85", "\u2028", "\u2029"])
def test_a_line_break_that_editors_do_not_show_is_a_mistake(sign: str) -> None:
    """What YAML would take for the end of a line, and an editor would not, is told with its line."""
    faults = plain_values(f"a: b\nc: d{sign}e\n").faults
    assert faults == [(2, f"holds an invisible line break (U+{ord(sign):04X}); delete it")]
    assert plain_values("a: b\r\nc: d\r\n").value == {"a": "b", "c": "d"}


def test_many_lists_are_not_nested_too_deep() -> None:
    """A long file with thousands of short lists is read."""
    assert len(plain_values("".join(f"k{n}: [[a]]\n" for n in range(3000))).value) == 3000


def test_the_line_of_a_mistake_is_counted_in_lines_whatever_their_letters() -> None:
    """Letters of more than one byte do not move the line."""
    assert plain_values("é: " + "漢" * 500 + "\nb: c\nd: \x07\n").faults[0][0] == 3


@given(st.dictionaries(words, st.lists(words, min_size=1, max_size=3), min_size=1, max_size=6))
def test_the_line_of_each_key_and_item_is_found(value: dict[str, list[str]]) -> None:
    """A key path leads to the line where its last part stands."""
    text = yaml.safe_dump(value, allow_unicode=True, sort_keys=False, default_style='"')
    lines = text.splitlines()
    for key, items in value.items():
        assert f'"{key}":' in lines[line_of(text, (key,)) - 1]
        for number, item in enumerate(items):
            assert f'- "{item}"' in lines[line_of(text, (key, number)) - 1]


def test_the_line_of_a_missing_key_is_that_of_its_group() -> None:
    """Where nothing stands, the nearest part above is shown."""
    assert line_of("a: b\nc:\n  d: e\n", ("c", "x", "y")) == 2
    assert line_of("a: b\n", ("x",)) == 1
    assert line_of("a: [", ("a",)) == 1
    assert line_of("a: b\nc: d\n", ("x", "c")) == 1
    assert line_of("a:\n  - b\nc: d\n", ("a", 5, 0)) == 1


@given(st.text(st.sampled_from("ab:-?[]{}&*!|>'\"%@`#,\n \t~0"), max_size=60))
def test_no_text_makes_the_reader_of_yaml_fail(text: str) -> None:
    """Any jumble of YAML's signs is values or mistakes with lines."""
    plain = plain_values(text)
    assert plain.faults or plain.value is not None
    assert all(1 <= line <= text.count("\n") + 1 for line, _ in plain.faults)
