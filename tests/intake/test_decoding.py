"""The encoding of a file is told from its bytes, or a person is asked."""

import codecs
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.intake.decoding import Decoded, Unreadable, decode

HEADING = "Project name,Organization,Country,Start\r\n"
WRITTEN = {
    "GB18030": ("gb18030", ["沙漠化防治项目", "库布其沙漠生态治理", "中国林业科学研究院", "退牧还草工程"]),
    "Shift-JIS": (
        "cp932",
        ["砂漠化対策", "鳥取大学乾燥地研究センター", "国際協力機構", "日本沙漠緑化実践協会"],
    ),
    "EUC-KR": ("cp949", ["사막화 방지", "한국국제협력단", "푸른아시아", "몽골 그린벨트 조성사업"]),
    "Windows-1251": ("cp1251", ["Проект", "Степи Забайкалья", "Борьба с опустыниванием", "Ногоон хэрэм"]),
}
ONE = [(name, codec, text) for name, (codec, texts) in WRITTEN.items() for text in texts]
MANY = [(name, codec, texts) for name, (codec, texts) in WRITTEN.items()]


@pytest.mark.parametrize(("name", "codec", "text"), ONE)
def test_one_short_name_tells_the_encoding(name: str, codec: str, text: str) -> None:
    """A single name of a project is enough for most names."""
    assert decode(text.encode(codec)) == Decoded(text, name)


@pytest.mark.parametrize(("name", "codec", "text"), ONE)
def test_english_columns_do_not_hide_the_encoding(name: str, codec: str, text: str) -> None:
    """A name between English cells tells as much as the name alone."""
    whole = f'{HEADING}{text},"Institute of Forests",China,2015\r\n'
    assert decode(whole.encode(codec)) == Decoded(whole, name)


@pytest.mark.parametrize(("name", "codec", "texts"), MANY)
@pytest.mark.parametrize("times", [1, 5, 50])
@pytest.mark.parametrize("separator", ",;\t")
def test_a_few_rows_tell_the_encoding(
    name: str, codec: str, texts: list[str], times: int, separator: str
) -> None:
    """Four rows, twenty and two hundred are told for certain, whatever separates their cells."""
    rows = [separator.join([text, "desertification", "2015", "2019"]) for text in texts * times]
    whole = HEADING.replace(",", separator) + "\r\n".join(rows)
    assert decode(whole.encode(codec)) == Decoded(whole, name)


@pytest.mark.parametrize(
    ("text", "codec"), [("숲", "cp949"), ("Ой", "cp1251"), ("ПРОЕКТ", "cp1251"), ("赤峰市敖汉旗", "gb18030")]
)
def test_where_two_are_about_as_likely_a_person_is_asked(text: str, codec: str) -> None:
    """Bytes too few to choose by are never guessed at."""
    with pytest.raises(Unreadable, match=r"may be .+ or .+; save the file as UTF-8 .+ with --encoding"):
        decode(text.encode(codec))


@pytest.mark.parametrize(("name", "codec", "text"), ONE)
def test_what_is_said_is_obeyed(name: str, codec: str, text: str) -> None:
    """A said encoding decides, also where the bytes alone would be too few."""
    assert decode(text[:1].encode(codec), codec) == Decoded(text[:1], name)


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("UTF8", "UTF-8"),
        ("gbk", "GB18030"),
        ("Shift_JIS", "Shift-JIS"),
        ("euc_kr", "EUC-KR"),
        ("CP949", "EUC-KR"),
        ("windows1251", "Windows-1251"),
    ],
)
def test_names_are_taken_as_people_write_them(said: str, name: str) -> None:
    """Capitals, hyphens and underscores in an encoding's name do not matter."""
    assert decode(b"Project", said) == Decoded("Project", name)


def test_what_is_said_must_fit() -> None:
    """Bytes that a said encoding does not have are refused, not replaced."""
    with pytest.raises(Unreadable, match="the file is not in UTF-8; leave --encoding out"):
        decode("沙漠化防治".encode("gb18030"), "utf-8")


def test_an_unknown_name_is_answered_with_the_nearest() -> None:
    """A slip in an encoding's name is answered with the name that was meant, another one with all."""
    with pytest.raises(Unreadable, match="no such encoding; did you mean 'shift-jis'"):
        decode(b"", "shift-jsi")
    with pytest.raises(Unreadable, match="no such encoding; use one of: utf-8, utf-16, gb18030"):
        decode(b"", "morse")


@given(st.text())
def test_utf_8_comes_back(text: str) -> None:
    """Every text in UTF-8 is read as it is, with a mark or without."""
    assert decode(codecs.BOM_UTF8 + text.encode()) == Decoded(text, "UTF-8 with BOM")
    assert decode(text.encode(), "utf-8").text == text.removeprefix("\ufeff")


@given(st.text())
def test_utf_16_comes_back(text: str) -> None:
    """Every text in UTF-16 with its mark is read as it is, from either end."""
    assert decode(codecs.BOM_UTF16_LE + text.encode("utf-16-le")) == Decoded(text, "UTF-16")
    assert decode(codecs.BOM_UTF16_BE + text.encode("utf-16-be")) == Decoded(text, "UTF-16")


def test_ascii_is_utf_8() -> None:
    """A file in English alone is UTF-8."""
    assert decode(b"Project name") == Decoded("Project name", "UTF-8")


def test_a_mark_must_be_true() -> None:
    """A file that begins as UTF-16 and breaks off within a character is refused."""
    with pytest.raises(Unreadable, match="begins as UTF-16 and goes on as something else"):
        decode(codecs.BOM_UTF16_LE + b"a")


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        ("Gérard Müller, Universität", "cp1252"),
        ("Борьба с опустыниванием в степи", "koi8-r"),
        ("Борьба с опустыниванием в степи", "cp866"),
        ("沙漠化防治計畫與造林", "big5"),
        ("モンゴルの草原再生プロジェクト", "euc-jp"),
    ],
)
def test_other_encodings_are_not_taken_for_one_of_ours(text: str, codec: str) -> None:
    """An encoding that is not among ours is refused with what to do, not read as gibberish."""
    with pytest.raises(Unreadable, match="save the file as UTF-8"):
        decode(text.encode(codec))


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    """No bytes make the reading fail in another way."""
    with suppress(Unreadable):
        decode(content)


def test_many_problems_are_cut_short() -> None:
    """Of a hundred problems, twenty are told, and how many more there are."""
    told = Unreadable(*(f"row {number}: wrong" for number in range(100)))
    assert str(told).splitlines()[-2:] == ["row 19: wrong", "and 80 more"]
