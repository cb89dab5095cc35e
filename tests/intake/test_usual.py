"""The commonest characters of each language tell which encoding a file is in."""

import pytest
from babel import Locale

from macros.intake.decoding import NAMES, Decoded, decode
from macros.intake.usual import USUAL_CHARACTERS

LANGUAGES = [("zh", "gb18030"), ("ja", "cp932"), ("ko", "cp949"), ("ru", "cp1251"), ("mn", "cp1251")]
CLASSIC = {"gb18030": "gbk", "cp932": "shift_jis", "cp949": "euc_kr", "cp1251": "cp1251"}


@pytest.mark.parametrize("codec", USUAL_CHARACTERS)
def test_each_character_is_one_of_its_encoding(codec: str) -> None:
    """Of the oldest standard that has it: what is rare enough to come later is not usual."""
    written = "".join(USUAL_CHARACTERS[codec].characters)
    assert written.encode(CLASSIC[codec]).decode(CLASSIC[codec]) == written
    assert not any(character.isascii() for character in written)


@pytest.mark.parametrize(("language", "codec"), LANGUAGES)
def test_ten_names_tell_the_encoding(language: str, codec: str) -> None:
    """Names of countries and territories, as CLDR has them, in any ten that stand together."""
    named = [name for _, name in sorted(Locale(language).territories.items())]
    names = [name for name in named if _fits(name, codec)]
    assert len(names) > 200
    for start in range(0, len(names) - 9):
        text = "\n".join(names[start : start + 10])
        assert decode(text.encode(codec)) == Decoded(text, NAMES[codec])


def test_what_is_common_surprises_less() -> None:
    """A Chinese sentence, in the characters of Chinese and in those that Korean bytes would make of it."""
    chinese = USUAL_CHARACTERS["gb18030"]
    assert chinese.surprise("沙漠化防治项目") < 0.8 * chinese.surprise("槐拇鳃乩厩鳖捺")
    assert chinese.surprise("Project 7") == 0


def _fits(name: str, codec: str) -> bool:
    return name.encode(codec, "ignore").decode(codec) == name
