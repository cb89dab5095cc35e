"""Cards: their format, that the same words give the same bytes, and that nothing is cut or left out."""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields, replace
from time import process_time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from macros.emitters.cards.card import Card, card_hash, draw_card, left_out, missing_glyphs
from macros.emitters.cards.dress import KINDS

from .pictures import COLUMN, EVENT, LEAF, TITLES, outside, picture, written

ALPHABETS = (
    "abcdefghij klmnop qrstuvwxyzÄßñ ",
    "абвгдежзөүӨҮ щъыэюя ",
    "荒漠化和土地退化问题直骨角。」「，",
    "さばくか土地ワークショップ。」「ー",
    "동북아시아의 사막화 ",
    "تقرير عن التصحر 2025 ",
    "שלום עולם ",
    "ไทยกินข้าว नमस्ते ",
    "🌾👩‍🔬🇲🇳é́́́́́́́́",
    "\ue000\u0378\u2029\t\u202e‑–-/.",
)
titles = st.lists(
    st.sampled_from(ALPHABETS).flatmap(lambda letters: st.text(letters, max_size=80)), max_size=5
)


@pytest.mark.parametrize("kind", KINDS)
def test_a_card_is_a_picture_of_the_size_that_every_channel_takes(kind: str) -> None:
    """1200 x 630, PNG, with room to spare below the 500 KB of WeChat and WhatsApp."""
    content = draw_card(replace(EVENT, kind=kind))
    assert content.startswith(b"\x89PNG\r\n\x1a\n")
    assert picture(replace(EVENT, kind=kind)).size == (1200, 630)
    assert len(content) < 80_000


def test_each_kind_has_its_own_design() -> None:
    """The same words on each look different."""
    assert len({draw_card(replace(EVENT, kind=kind)) for kind in KINDS}) == len(KINDS)


def test_an_unknown_kind_is_refused_with_the_kinds_there_are() -> None:
    """The message says what to write."""
    with pytest.raises(ValueError, match="no kind 'poster'; write one of study, event"):
        draw_card(replace(EVENT, kind="poster"))


def test_the_same_card_has_the_same_bytes_and_name_everywhere() -> None:
    """In another process with another hash seed, time zone and locale."""
    script = (
        "import sys, hashlib\n"
        "from tests.emitters.cards.pictures import EVENT\n"
        "from macros.emitters.cards.card import card_hash, draw_card\n"
        "sys.stdout.write(hashlib.sha256(draw_card(EVENT)).hexdigest() + card_hash(EVENT))"
    )
    said = set()
    for seed, zone, locale in (("1", "Asia/Seoul", "C"), ("2", "America/Lima", "tr_TR.UTF-8")):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale}
        run = subprocess.run(
            [sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=True
        )
        said.add(run.stdout)
    assert len(said) == 1
    assert said.pop().endswith(card_hash(EVENT))
    assert draw_card(EVENT) == draw_card(EVENT)


@pytest.mark.parametrize("name", [field.name for field in fields(Card)])
def test_the_hash_changes_with_every_field(name: str) -> None:
    """Ten hexadecimal digits, so that a changed picture gets another name."""
    changed = replace(EVENT, **{name: "study" if name == "kind" else "ko" if name == "language" else "Other"})
    assert card_hash(changed) != card_hash(EVENT)
    assert len(bytes.fromhex(card_hash(EVENT))) == 5


@settings(max_examples=60, deadline=None)
@example(title="a" * 80, language="en", day="22–23 Sep")
@example(title="Ж" * 300, language="mn", day="1")
@example(title="漠" * 300, language="zh", day="")
@example(title="Land degradation neutrality " * 11, language="en", day="30 Sep–2 Oct")
@example(title="﷽" * 4, language="ar", day="٢٢")
@given(titles.map("".join), st.sampled_from([*TITLES, "ar", "zh-Hant"]), st.text("0123456789–", max_size=12))
def test_nothing_is_written_outside_its_place(title: str, language: str, day: str) -> None:
    """All words stand 60 px inside the central 2:1 area, whatever their length or script."""
    card = replace(EVENT, title=title, label=title, place=title, date=title, language=language, day=day)
    assert outside(written(card), COLUMN, LEAF if day else COLUMN) is None


@pytest.mark.parametrize("language", TITLES)
def test_a_long_title_of_any_language_is_light_and_fast(language: str) -> None:
    """300 characters weigh under 80 KB, and cost at most six times what 40 do, once the ground is there."""
    card = replace(EVENT, title=(TITLES[language] * 8)[:300], language=language)
    assert len(draw_card(card)) < 80_000
    long, short = (min(_costs(replace(card, title=card.title[:length]))) for length in (300, 40))
    assert long < 6 * short


def _costs(card: Card) -> Iterator[float]:
    """Yield the processor time of a card, drawn a few times with another title each."""
    for turn in range(5):
        start = process_time()
        draw_card(replace(card, title=card.title[turn:] + card.title[:turn]))
        yield process_time() - start


def test_shared_characters_have_the_forms_of_their_language() -> None:
    """The same code points look different in Chinese, Japanese and Korean."""
    cards = [Card("study", "", "直骨角", language) for language in ("zh", "ja", "ko")]
    assert len({draw_card(card) for card in cards}) == 3


def test_mongolian_letters_are_the_typefaces_own() -> None:
    """Ө and Ү are no box and no substitute."""
    assert missing_glyphs(replace(EVENT, title="Өө Үү", language="mn")) == ()


def test_a_character_that_no_typeface_has_is_named_and_drawn_as_a_box() -> None:
    """Once each, wherever it stands, and never silently left out."""
    card = replace(EVENT, title="A\ue000B\ue000", place="\u0378")
    assert missing_glyphs(card) == ("\ue000", "\u0378")
    lone = written(Card("study", "", "\ue000", foot=""))
    left, top, right, bottom = lone.getbbox() or (0, 0, 0, 0)
    assert right - left > 30
    assert bottom - top > 30
    assert lone.crop((left + 10, top + 10, right - 10, bottom - 10)).getbbox() is None


@pytest.mark.parametrize("language", TITLES)
def test_ordinary_titles_miss_nothing(language: str) -> None:
    """In each of the site's languages."""
    assert missing_glyphs(replace(EVENT, title=TITLES[language], language=language)) == ()


@pytest.mark.parametrize(
    ("title", "gone"),
    [
        ("التصحر", ("title",)),
        ("शुष्क भूमि", ("title",)),
        ("Forum 🌾", ()),
        ("Report تقرير on land", ()),
        ("2026!", ()),
    ],
)
def test_a_card_goes_without_words_of_a_script_that_no_typeface_has(
    title: str, gone: tuple[str, ...]
) -> None:
    """It is plain then, not full of boxes; a sign or a word among others is drawn as boxes."""
    card = replace(EVENT, title=title)
    assert left_out(card) == gone
    assert (draw_card(card) == draw_card(replace(card, title=""))) == bool(gone)
    assert bool(missing_glyphs(card)) == any(ord(char) > 0x500 for char in title)
