"""Flyers: one page whatever a record says, real text, tagged, with a code that leads to the record."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from macros.catalogue import Catalogue
from macros.emitters.flyer.choosing import KINDS, flyer_of
from macros.emitters.flyer.document import encode_flyer, undrawn
from macros.emitters.flyer.flyer import Flyer, Shown
from macros.emitters.flyer.page import laid_out
from macros.emitters.pictures.opening import Pixels
from macros.releases.loading import load_catalogue
from macros.settings import Folders

from ..announced import SITE, texts
from .boxes import faults
from .reading import read, squeezed

LONG = "A sentence that says how land is used, and how its use changes over the years. "
FLYER = Flyer(
    title="A forum of the steppe",
    label="Forum",
    link="https://neaspec.org/dld/events/steppe-forum-2027/",
    site="NEASPEC on Land",
    author="NEASPEC Secretariat",
    rights="North-East Asian Subregional Programme for Environmental Cooperation",
    made=datetime(2027, 3, 1, tzinfo=UTC),
    design="event",
    date="22–23 September 2027",
    hours="09:30–17:00, Ulaanbaatar Time (UTC+8)",
    place="Ulaanbaatar, Mongolia",
    summary=("It brings together who keeps the steppe.",),
    rows=(("Organized by", "The Pasture Institute"),),
    contact=("Kim Min-jun, office@example.org",),
)
TITLES = {
    "zh": "东北亚荒漠化与土地退化防治区域论坛：从知识到行动",
    "ja": "北東アジアにおける砂漠化と土地劣化に関する研究報告書の発表会",
    "ko": "동북아시아 사막화와 토지황폐화에 관한 지역 포럼",
    "mn": "Зүүн хойд Азийн цөлжилт, газрын доройтлын асуудлаарх бүс нутгийн чуулган",
    "ru": "Региональный форум по борьбе с опустыниванием и деградацией земель",
}
SHAPES = [(1600, 900), (900, 1600), (1000, 1000), (4000, 40), (40, 4000), (1, 1)]


def test_every_record_has_a_flyer_of_one_page_on_which_nothing_runs_over(
    real: Folders, catalogue: Catalogue
) -> None:
    """So it is for each event and study of the repository and of the sample."""
    for each in (catalogue, load_catalogue(real.data)):
        nodes = [(kind, id) for kind in KINDS for id in each.ids(kind)]
        assert nodes
        for kind, id in nodes:
            flyer = flyer_of(each, kind, id, SITE)
            assert list(faults(laid_out(flyer))) == [], (kind, id)
            found = read(encode_flyer(flyer))
            assert (found.facts.pages, found.codes) == (1, (flyer.link,)), (kind, id)
            assert squeezed(flyer.title) in found.words, (kind, id)


def test_a_flyer_is_searched_and_read_aloud() -> None:
    """It has real text, title, language, author, tags; its day of making comes from what it says."""
    found = read(encode_flyer(FLYER))
    assert (found.facts.title, found.facts.language) == (FLYER.title, "en")
    assert (found.author, found.created) == (FLYER.author, "D:20270301000000Z")
    assert found.facts.tagged
    assert found.tags == ("H1", "P", "Figure")
    said = (FLYER.title, FLYER.date, FLYER.hours, FLYER.place, *FLYER.summary, *FLYER.contact, *FLYER.rows[0])
    for words in (*said, FLYER.rights, "neaspec.org/dld/events/steppe-forum-2027"):
        assert squeezed(words) in found.words
    assert found.codes == (FLYER.link,)


@pytest.mark.parametrize("language", TITLES)
def test_titles_are_real_text_in_every_language_of_the_subregion(language: str) -> None:
    """What is drawn in Chinese, Japanese, Korean, Mongolian and Russian can be searched."""
    flyer = replace(FLYER, title=TITLES[language], language=language)
    found = read(encode_flyer(flyer))
    assert squeezed(flyer.title) in found.words
    assert found.facts.language == language


def test_words_in_a_script_that_no_typeface_has_are_left_out_and_told() -> None:
    """Traditional Mongolian is no row of boxes; the document keeps it as its title."""
    flyer = replace(FLYER, title="ᠴᠥᠯᠵᠢᠯᠲᠡ ᠶᠢᠨ ᠡᠰᠡᠷᠭᠦᠦ")
    assert undrawn(flyer) == "title"
    assert read(encode_flyer(flyer)).facts.title == flyer.title
    assert undrawn(FLYER) == ""


def test_a_notice_is_seen_before_the_facts() -> None:
    """A cancelled event says so in large letters, whatever else it says."""
    words = ("Cancelled", "This event was cancelled, as said on 3 March 2027.")
    flyer = replace(FLYER, notice=words, date="", hours="")
    assert list(faults(laid_out(flyer))) == []
    found = read(encode_flyer(flyer)).words
    assert -1 < found.index(squeezed(words[1])) < found.index(squeezed(flyer.summary[0]))


def test_a_summary_is_cut_at_the_end_of_a_sentence() -> None:
    """Nothing runs over, and nothing stops in the middle."""
    parts = ("First. " + LONG * 30, LONG * 30)
    elements = laid_out(replace(FLYER, summary=tuple(part.strip() for part in parts)))
    assert list(faults(elements)) == []
    found = read(encode_flyer(replace(FLYER, summary=parts))).words
    assert found.count(squeezed(LONG)) > 5
    assert found.count("Asentencethat") == found.count(squeezed(LONG))


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("cover", [True, False])
def test_a_picture_of_any_shape_has_its_place(shape: tuple[int, int], cover: bool) -> None:
    """One that is wide fills the page, others stand beside the title."""
    shown = Shown(Pixels(Image.new("RGB", shape, "#336655")), "A field", "Photo: A. Photographer", cover)
    assert list(faults(laid_out(replace(FLYER, picture=shown)))) == []
    assert read(encode_flyer(replace(FLYER, picture=shown))).facts.pages == 1


def test_a_picture_with_transparency_stands_on_white() -> None:
    """PDF readers show no black where there was nothing."""
    shown = Shown(Pixels(Image.new("RGBA", (400, 100), (0, 0, 0, 0))), "Nothing")
    assert read(encode_flyer(replace(FLYER, picture=shown))).facts.pages == 1


@settings(max_examples=12)
@given(
    title=texts,
    words=st.lists(texts.map(lambda t: t * 9), max_size=6),
    rows=st.lists(st.tuples(texts, texts), max_size=9),
)
def test_nothing_runs_over_whatever_the_words(
    title: str, words: list[str], rows: list[tuple[str, str]]
) -> None:
    """Words of any script and length have their place, or are left out whole."""
    flyer = replace(
        FLYER,
        title=title,
        summary=tuple(words),
        rows=tuple(rows),
        notice=(title, title * 9),
        place=title,
    )
    assert list(faults(laid_out(flyer))) == []
    assert read(encode_flyer(flyer)).facts.pages == 1


def test_a_title_and_an_address_of_any_length_have_their_place() -> None:
    """Both are shown whole as long as they can be, then cut."""
    title = "Land " * 120
    link = f"https://neaspec.org/dld/events/{'a-long-name-' * 9}2027/"
    flyer = replace(FLYER, title=title, link=link, notice=("Postponed", LONG * 5), summary=(LONG * 20,))
    assert list(faults(laid_out(flyer))) == []
    assert read(encode_flyer(flyer)).codes == (link,)
