"""The embed is a small document that asks nothing of any server and cannot be styled into anything else."""

import gzip
import re
from types import MappingProxyType
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from macros.records.announcement import Announcement
from macros.records.text import Text
from macros.releases.feeds import feeds, window
from macros.views.embed import EmbedStyle, embed_files, style_from
from macros.views.view import View

from .goldens import SITE, sample_view

VIEW = sample_view("")
UPDATES = "embed/updates/index.html"
HOSTILE = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Co", "Zl", "Zp")), min_size=1, max_size=60
)


def test_there_is_one_for_all_updates_for_each_topic_and_for_each_country() -> None:
    """The addresses that partners put into their pages are there, even while nothing has been said."""
    topics = {f"embed/topics/{id}/index.html" for id in VIEW.catalogue.topics}
    countries = {f"embed/countries/{id}/index.html" for id in VIEW.catalogue.countries}
    assert set(embed_files(VIEW, EmbedStyle())) == {UPDATES} | topics | countries


def test_it_carries_what_its_feed_carries() -> None:
    """Each shows the announcements of its feed's window, newest first, without what was withdrawn."""
    files = embed_files(VIEW, EmbedStyle(items=30))
    present = {announcement.guid for announcement in VIEW.catalogue.announcements.values()}
    for feed in feeds(VIEW.catalogue):
        if feed.group != "kinds":
            carried = [r for r in window(VIEW.catalogue, feed) if r.guid in present]
            expected = [SITE.url + release.path for release in carried]
            assert links(files[f"embed/{feed.name}/index.html"], "//li//a") == expected


def test_it_shows_no_more_than_the_style_says() -> None:
    """The number of announcements is the partner's to choose."""
    newest = links(embed_files(VIEW, EmbedStyle(items=1))[UPDATES], "//li//a")
    assert newest == [f"{SITE.url}updates/hedge-study-begun/"]


def test_it_says_when_nothing_was_announced() -> None:
    """An empty embed is no empty frame, and leads to the site."""
    files = embed_files(VIEW, EmbedStyle())
    empty = [name for name, document in files.items() if not links(document, "//li//a")]
    assert empty
    for name in empty:
        assert b"Nothing has been announced here yet." in files[name]
        folder = name.removeprefix("embed/").removesuffix("index.html")
        assert links(files[name], "//main//a")[0] == SITE.url + folder


def test_it_asks_nothing_of_any_server() -> None:
    """There is no script, font, picture, frame or form, and a policy that lets none in."""
    for document in embed_files(VIEW, EmbedStyle()).values():
        tree = html.document_fromstring(document)
        assert not tree.xpath("//script|//img|//iframe|//form|//object|//embed|//svg|//@style|//@src")
        assert tree.xpath("//link/@href") == ["data:,"]
        assert not re.search(rb"url\(|@import|@font-face", document)
        assert not tree.xpath("//@*[starts-with(name(), 'on')]")
        policy = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
        assert policy.startswith("default-src 'none';")


def test_links_leave_every_frame() -> None:
    """Each is absolute, opens a page of its own however deep the frame stands, and hands over no window."""
    for document in embed_files(VIEW, EmbedStyle()).values():
        tree = html.document_fromstring(document)
        assert tree.xpath("//base/@target") == ["_blank"]
        for link in tree.iter("a"):
            assert urlsplit(link.get("href")).scheme == "https"
            assert link.get("href").startswith(SITE.url)
            assert link.get("rel") == "noopener"
            assert link.get("target") is None


def test_it_is_a_whole_document_that_search_engines_leave_out() -> None:
    """It has a language, a title, a heading, and fits the width of its frame."""
    tree = html.document_fromstring(embed_files(VIEW, EmbedStyle())[UPDATES])
    assert tree.get("lang") == "en"
    assert tree.findtext("head/title") == "All updates · Land"
    assert [heading.text for heading in tree.iter("h1")] == ["All updates"]
    assert tree.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert tree.xpath("//meta[@name='viewport']/@content") == ["width=device-width,initial-scale=1"]


def test_it_weighs_little_even_when_full() -> None:
    """Thirty headlines of 300 characters stay far below 20 KB compressed."""
    document = embed_files(with_headline("Land, " * 50), EmbedStyle(items=30))[UPDATES]
    item = document[document.index(b"<li>") : document.index(b"</li>") + 5]
    full = document.replace(item, item * 30)
    assert len(gzip.compress(full, mtime=0)) < 20_000
    assert len(gzip.compress(document, mtime=0)) < 3_000


@given(HOSTILE)
def test_a_headline_never_becomes_markup(words: str) -> None:
    """A headline with tags, braces or the end of a style sheet is read as it was written."""
    headline = f"</style><script>x</script>{{{{ 7*7 }}}}<img src=//x.example>\"'{words}".strip()
    document = embed_files(with_headline(headline), EmbedStyle())[UPDATES]
    tree = html.document_fromstring(document.decode())
    assert not tree.xpath("//script|//img")
    assert len(tree.xpath("//style")) == 1
    assert headline in [link.text for link in tree.xpath("//li//a")]


def test_the_same_records_make_the_same_bytes() -> None:
    """Nothing in it comes from the clock or from the order of a set."""
    assert embed_files(VIEW, EmbedStyle()) == embed_files(sample_view("../../"), style_from({}))


def test_a_style_reaches_the_document() -> None:
    """Colours and letters are those that the partner chose, by night made readable on dark."""
    style = style_from({"accent": "#811", "background": "#FFF8E7", "text": "#222", "font": "serif"})
    document = embed_files(VIEW, style)[UPDATES].decode()
    assert "--a:#811;--b:#FFF8E7;--t:#222" in document
    assert "Georgia" in document
    assert "prefers-color-scheme:dark" in document


def test_a_dark_style_is_the_same_by_night() -> None:
    """A partner whose page is dark gets no second set of colours."""
    style = style_from({"accent": "#ffd27a", "background": "#10203a", "text": "#fff"})
    document = embed_files(VIEW, style)[UPDATES].decode()
    assert "color-scheme:dark;--a:#ffd27a;--b:#10203a;--t:#fff" in document
    assert "prefers-color-scheme" not in document


@given(st.integers(0, 0xFFFFFF))
def test_a_colour_that_can_be_read_by_day_can_be_read_by_night(number: int) -> None:
    """Whatever accent is accepted, the one made from it for dark pages is accepted there."""
    try:
        style = EmbedStyle(accent=f"#{number:06x}")
    except ValueError as wrong:
        assert "accent is" in str(wrong)  # noqa: PT017 - both outcomes are right
    else:
        assert EmbedStyle(style.by_night.accent, style.by_night.background, style.by_night.text).dark


MISTAKES = [
    ({"accent": "red"}, "accent is 'red'; write a colour as # and six digits or letters a-f: '#0b5d52'"),
    ({"text": "#14241f;}body{x"}, "text is '#14241f;}body{x'; write a colour as #"),
    ({"background": "#fff\n"}, "background is '#fff\\n'; write a colour as #"),
    ({"background": 14}, "background is 14; write a colour as #"),
    (
        {"text": "#999999"},
        "text is '#999999', which on the background '#fdfcf9' has a contrast of 2.77:1; "
        "make it darker, until it has 4.5:1",
    ),
    ({"background": "#000", "text": "#fff"}, "accent is '#0b5d52', which on the background '#000' has a "),
    ({"background": "#000", "text": "#fff"}, "make it lighter, until it has 4.5:1"),
    ({"font": "Comic Sans"}, "font is 'Comic Sans'; write system or serif"),
    ({"items": 0}, "items is 0; write a whole number from 1 to 30"),
    ({"items": True}, "items is True; write a whole number from 1 to 30"),
    ({"items": "6"}, "items is '6'; write a whole number from 1 to 30"),
    ({"colour": "#000"}, "colour is no part of the embed's style; use accent, background, text, font, items"),
]


@pytest.mark.parametrize(("values", "message"), MISTAKES)
def test_a_mistake_in_the_style_is_one_sentence(values: dict[str, object], message: str) -> None:
    """Key, value and mend are named, and nothing but a colour comes near the style sheet."""
    with pytest.raises(ValueError, match=re.escape(message)):
        style_from(values)


def links(document: bytes, path: str) -> list[str]:
    """Return the addresses of the links at a path in a document, in order."""
    return [link.get("href") for link in html.document_fromstring(document.decode()).xpath(path)]


def with_headline(words: str) -> View:
    """Return the sample view in which every announcement has a headline."""
    view = sample_view("")
    changed = {id: headed(a, words) for id, a in view.catalogue.announcements.items()}
    view.catalogue.announcements = MappingProxyType(changed)
    return view


def headed(announcement: Announcement, words: str) -> Announcement:
    """Return an announcement with another headline, unchecked."""
    return announcement.model_copy(update={"headline": Text((("en", words),))})
