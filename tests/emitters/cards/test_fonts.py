"""The typefaces of cards stand in the repository, whole for the six languages, each with its licence."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from macros.emitters.cards.card import draw_card
from macros.emitters.cards.typefaces import CHARACTERS, FONTS, face_of, faces_for

from ...typefaces import FACES, OUTPUT, characters, encode_characters
from .pictures import EVENT

FILES = sorted(file for file in FONTS.iterdir() if file.suffix in {".ttf", ".ttc"})
MOST_BYTES = 13_000_000
MONGOLIAN = "АБВГДЕЁЖЗИЙКЛМНОӨПРСТУҮФХЦЧШЩЪЫЬЭЮЯ"
FORMS = {"zh": "gb2312", "ja": "shift_jis", "ko": "euc_kr"}


def test_what_the_typefaces_have_is_what_is_written_beside_them() -> None:
    """As fontTools reads it; mend with python -m tests.typefaces."""
    assert CHARACTERS.read_text(encoding="ascii") == encode_characters(characters())


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_each_typeface_has_its_licence_beside_it(file: Path) -> None:
    """The SIL Open Font License, which the file itself names too."""
    said = (FONTS / f"{file.stem}-OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in said
    assert "Reserved Font Name" in said.partition("This Font Software")[0]
    assert "SIL Open Font License" in TTFont(file, fontNumber=0)["name"].getDebugName(13)


def test_a_part_does_not_bear_the_reserved_name() -> None:
    """'Source' is for what is unmodified; the copyright of what was cut is kept."""
    for index in FACES:
        name = TTFont(OUTPUT, fontNumber=index)["name"]
        assert "Adobe" in name.getDebugName(0)
        assert not any("Source" in name.getDebugName(number) for number in (1, 3, 4, 6))


def test_all_together_are_light() -> None:
    """The repository bears every one for ever."""
    assert sum(file.stat().st_size for file in FONTS.iterdir()) < MOST_BYTES


@pytest.mark.parametrize("voice", ["title", "strong", "plain"])
@pytest.mark.parametrize("language", FORMS)
def test_the_common_han_characters_have_their_languages_own_forms(language: str, voice: str) -> None:
    """Hanzi of GB 2312, kanji of JIS X 0208, hanja of KS X 1001, in the first typeface."""
    first, *_ = faces_for(voice, "", language)
    common = [char for char in map(chr, range(0x4E00, 0xA000)) if char.encode(FORMS[language], "ignore")]
    assert len(common) > 4500
    assert [char for char in common if not first.covers(char)] == []


def test_every_syllable_of_korean_and_every_letter_of_cyrillic_can_be_written() -> None:
    """11,172 of Hangul; Russian and Mongolian in the site's own typefaces."""
    hangul, *_ = faces_for("title", "", "ko")
    assert all(hangul.covers(chr(code)) for code in range(0xAC00, 0xD7A4))
    for language in ("mn", "ru"):
        first, *_ = faces_for("title", "", language)
        assert all(first.covers(char) for char in MONGOLIAN + MONGOLIAN.lower())


@pytest.mark.parametrize("language", ["en", "zh", "ja", "ko"])
@pytest.mark.parametrize("char", "漢国國国简簡가あ")
def test_what_one_form_lacks_another_has(char: str, language: str) -> None:
    """Traditional characters in a simplified text, kana in a Korean one: never a box."""
    assert face_of(char, faces_for("title", "", language))


def test_only_files_of_the_repository_are_used() -> None:
    """Whatever typefaces a machine has."""
    used = {face.file for voice in ("title", "plain") for face in faces_for(voice, "", "en")}
    assert used == {file.name for file in FILES}


def test_cards_are_drawn_where_letters_cannot_be_kerned(tmp_path: Path) -> None:
    """Pillow kerns with FriBiDi, if the machine has it: one whose FriBiDi is no library has not."""
    (tmp_path / "libfribidi.so.0").write_text("none")
    script = (
        "import sys\nfrom tests.emitters.cards.pictures import EVENT\n"
        "from macros.emitters.cards.card import draw_card\nsys.stdout.buffer.write(draw_card(EVENT))"
    )
    environment = {**os.environ, "LD_LIBRARY_PATH": str(tmp_path)}
    run = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, check=True)
    assert run.stdout.startswith(b"\x89PNG")
    assert len(run.stdout) == pytest.approx(len(draw_card(EVENT)), rel=0.1)
