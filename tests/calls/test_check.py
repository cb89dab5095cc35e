"""A wrong macro call is named with its line and the nearest valid name, before any page is made."""

import pytest

from macros.calls.check import check_calls
from macros.releases.loading import load_catalogue
from tests.built.building import ROOT

CATALOGUE = load_catalogue(ROOT / "data")
WRONG = {
    '{{ fact("mn-desertified-2013") }}': "did you mean 'mn-desertified-2014'?",
    '{{ fct("mn-desertified-2014") }}': "there is no macro 'fct'; did you mean 'fact'?",
    "{{ fact() }}": "fact() lacks its 'id'; write {{ fact(\"id\") }}",
    '{{ fact("mn-desertified-2014", "2") }}': 'is given too much; write {{ fact("id") }}',
    '{{ fact("mn-desertified-2014", 2) }}': 'put the id in quotes: {{ fact("...") }}',
    "{{ fact(mn-desertified-2014) }}": 'put the id in quotes: {{ fact("...") }}',
    "{{ fact(page.url) }}": "nothing that is worked out",
    "{{ fact(9 ** 9 ** 9 ** 9) }}": "nothing that is worked out",
    "{{ fact(*page) }}": "nothing that is worked out",
    "{{ 1/0 }}": "nothing that is worked out",
    "{{ page.nope }}": "to show braces, put {% raw %} before",
    "{{ fact('mn-desertified-2014') | upper }}": "nothing that is worked out",
    "{% set id = 'x' %}": "nothing that is worked out",
    "{% include 'x' %}": "nothing that is worked out",
    "{% nonsense %}": "nothing that is worked out",
    "{{ fact(“mn-desertified-2014”) }}": "curly quotes stand in a macro call",
    "{#why}": "the id of a heading has a space: { #id }",
    '{{ fact("mn-desertified-2014") ': "the braces cannot be read",
    '{{ fact(name="mn-desertified-2014") }}': "lacks its 'id'",
    "{{ timeline }}": "'timeline' stands without brackets",
    '{{ fact("mn-desertified-2014" }}': "the braces cannot be read",
    '{{ cite("dld-review-2018", "22") }}': "has paragraphs 1 to 21",
    '{{ cite("neaspec-approach", "3") }}': "has no numbered paragraphs",
    '{{ cite("dld-review-2018", "9-7") }}': "ends before it starts",
    '{{ key_figures("world-people-2017", "mn-affected") }}': "did you mean 'mn-affected-2015'?",
    "{{ " + "[" * 2000: "brackets are nested too deep",
    "{{ fact('mn-desertified-2014') ": "the braces cannot be read",
    "{{ now() }}": "there is no macro 'now'",
}


@pytest.mark.parametrize("call", WRONG)
def test_a_wrong_call_is_named_with_its_line(call: str) -> None:
    """Each wrong call gives one line that says what to do."""
    found = list(check_calls(f"# Title\n\nWords {call}\n", CATALOGUE))
    assert [wrong.line for wrong in found] == [3]
    assert WRONG[call] in found[0].message


def test_right_calls_pass() -> None:
    """Calls as the editors' guide shows them are in order, and braces that are only shown."""
    text = '{# a remark #}{% raw %}{{ x }}{% endraw %} {{ cite("dld-review-2018", place="6-14") }}'
    assert list(check_calls(text, CATALOGUE)) == []


@pytest.mark.parametrize("broken", ["{{ fact('x') ", "{{ fact('x') }", '{{ fact(x") }}', "{{ fact('x }}"])
def test_braces_are_told_where_they_were_broken(broken: str) -> None:
    """And not at the next call, where reading them fails."""
    text = f'# Title\n\nWords {broken} words\n\n{{{{ fact("y") }}}} the {{{{ fact("y") }}}}\n'
    assert [wrong.line for wrong in check_calls(text, CATALOGUE)] == [3]
