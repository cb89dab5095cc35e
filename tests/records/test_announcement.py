"""Announcements: plain words, one date, one record, and a guid and a picture with names that hold."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from macros.records.announcement import Announcement

SOUND = {
    "id": "forum-2027",
    "guid": "tag:neaspec.org,2026:4f9c2b7e01d3",
    "standing": "ready",
    "kind": "news",
    "about": {"event": "forum"},
    "released": "2027-03-01 09:00 +09:00",
    "headline": "A forum",
    "summary": "On land.",
}
MARKUP = ["<b>bold</b>", "a <br> b", "</p>", "<!-- x -->", "<?xml?>", "&amp;", "&#160;", "&#xA0;", "&nbsp;"]
PLAIN = ["1 < 2", "a <3", "R&D", "a > b", "A & B; C", "<-", "5 <= 6", "&c."]


@pytest.mark.parametrize("key", ["headline", "summary"])
@pytest.mark.parametrize("words", MARKUP)
def test_markup_is_refused(key: str, words: str) -> None:
    """Headlines and summaries are plain words: feeds show them as they are."""
    (message,) = _refusals(**{key: f"One {words} two"})
    assert message.startswith("holds HTML ('")
    assert message.endswith("'); write plain words")


@pytest.mark.parametrize("words", ["Laws&regulations", "a&lt3", "R&amp", "1&#38 2"])
def test_what_browsers_read_as_a_sign_is_refused_without_its_semicolon_too(words: str) -> None:
    """RSS readers show summaries as HTML, in which 'Laws&regulations' is 'Laws®ulations'."""
    (message,) = _refusals(summary=words)
    assert message.startswith("holds HTML ('&")


@pytest.mark.parametrize("key", ["headline", "summary"])
@pytest.mark.parametrize("words", PLAIN)
def test_signs_that_are_no_markup_are_words(key: str, words: str) -> None:
    """Less, more and 'and' may be written as signs."""
    assert str(getattr(_made(**{key: words}), key)) == words


def test_markup_is_refused_in_the_language_where_it_stands() -> None:
    """The problem is placed at the translation, not at the whole headline."""
    error = _errors(headline={"en": "A forum", "mn": "<i>Форум</i>"})[0]
    assert error["ctx"]["field"] == "mn"


def test_a_link_may_not_hold_markup_in_its_label() -> None:
    """Labels are shown in feeds as well."""
    (message,) = _refusals(links=[{"label": "<b>Register</b>", "url": "https://example.org/"}])
    assert message.startswith("holds HTML ('<b>')")


def test_a_headline_is_one_line() -> None:
    """A line break in a headline is refused; a summary may have paragraphs."""
    assert _refusals(headline="A\nforum") == ["runs over several lines; write it on one, or after '>-'"]
    assert str(_made(summary="One.\n\nTwo.").summary) == "One.\n\nTwo."


def test_what_is_released_needs_a_moment() -> None:
    """Without a moment there is no date that a feed could carry."""
    assert _refusals(released=None) == [
        "has no moment; add a line 'released: 2027-03-01 09:00 +09:00' with its time zone"
    ]


@pytest.mark.parametrize("released", [None, SOUND["released"]])
def test_a_day_without_a_moment_is_for_old_news_alone(released: str | None) -> None:
    """'dated' cannot stand in place of a moment, or beside it."""
    (message,) = _refusals(released=released, dated="June 2018")
    assert message == "is for old news alone; write 'released', or add the line 'archive: true'"


@pytest.mark.parametrize(("released", "dated"), [(None, None), (SOUND["released"], "June 2018")])
def test_old_news_has_one_date(released: str | None, dated: str | None) -> None:
    """Old news says when it was, by a day or by a moment."""
    (message,) = _refusals(archive=True, released=released, dated=dated)
    assert message == "is old news and needs one date; write 'dated: June 2018'"


def test_the_date_is_the_day_in_the_zone_it_was_written_in() -> None:
    """Early morning in Seoul is that day, though it is still the day before in London."""
    early = _made(released="2027-03-01 00:30 +09:00").date
    assert early.first.isoformat() == early.last.isoformat() == "2027-03-01"
    old = _made(archive=True, released=None, dated="June 2018").date
    assert (old.first.isoformat(), old.last.isoformat()) == ("2018-06-01", "2018-06-30")


@pytest.mark.parametrize(("kind", "corrects"), [("correction", None), ("news", "forum-2026")])
def test_a_correction_and_what_it_corrects_go_together(kind: str, corrects: str | None) -> None:
    """A correction names what it corrects, and nothing else does."""
    message = "'correction' and the key corrects go together; give both or neither"
    assert _refusals(kind=kind, corrects=corrects) == [message]
    assert _made(kind="correction", corrects="forum-2026").corrects == "forum-2026"


@pytest.mark.parametrize("guid", ["tag:neaspec.org,2026:4f9c2b7e01d3", "tag:a-b.example,2026-03-01:x/y?z=1"])
def test_a_tag_uri_is_a_guid(guid: str) -> None:
    """RFC 4151: an authority, a date on which it was ours, and anything after it."""
    assert _made(guid=guid).guid == guid


@pytest.mark.parametrize(
    "guid",
    [
        "",
        "forum-2027",
        "https://neaspec.org/dld/updates/forum/",
        "tag:neaspec.org,2026:",
        "tag:neaspec.org:4f9c",
        "tag:neaspec.org,26:4f",
        "tag:neaspec.org,2026:a b",
        "tag:neaspec.org,2026:é",
        "tag:neaspec.org,2026:<b>",
        "tag:neaspec.org,2026:a\n",
        " tag:neaspec.org,2026:a",
        "TAG:neaspec.org,2026:a",
        "tag:neaspec.org,２０２６:a",
        "tag:neaspec.org,2026:a#b",
    ],
)
def test_anything_else_is_no_guid(guid: str) -> None:
    """An address or a name of one's own is refused, and the message says what makes guids."""
    (message,) = _refusals(guid=guid)
    assert message.startswith(
        f"'{guid}' is not a guid; 'outreach announce' makes one, such as tag:neaspec.org,"
    )


@pytest.mark.parametrize("name", ["dune.png", "dune-2027_a.jpg", "2027.jpeg", "a-b-c.png"])
def test_a_plain_file_name_is_a_pictures_name(name: str) -> None:
    """ASCII, lower case, and an ending that says what it is."""
    made = _made(picture={"file": name, "alt": "A dune"})
    assert made.picture is not None
    assert made.picture.file == name


@pytest.mark.parametrize(
    "name",
    [
        "",
        "dune",
        "dune.gif",
        "dune.svg",
        "Dune.png",
        "dune.PNG",
        "my dune.png",
        "дюна.png",
        "../dune.png",
        "a//dune.png",
        "/dune.png",
        "a/../dune.png",
        "a\\dune.png",
        ".png",
        "-dune.png",
        "dune-.png",
        "dune.png\n",
        "dune.png?x=1",
        "dune.jpg.exe",
        "https://example.org/dune.png",
        "dune..png",
        "du%6ee.png",
    ],
)
def test_any_other_name_is_refused(name: str) -> None:
    """Other letters, other formats and ways out of the folder never reach an address."""
    (message,) = _refusals(picture={"file": name, "alt": "A dune"})
    assert message.startswith(f"'{name}' cannot be a picture's name; write lower-case letters")


def test_alternative_text_is_no_longer_than_channels_take() -> None:
    """X takes 1,000 characters, fewer than Mastodon and Bluesky; in any language."""
    assert _made(picture={"file": "dune.png", "alt": "砂" * 1000}).picture
    (message,) = _refusals(picture={"file": "dune.png", "alt": "x" * 1001})
    assert message == "has 1,001 characters; write at most 1,000"


def test_a_picture_needs_words_for_those_who_do_not_see_it() -> None:
    """A picture without 'alt' is refused."""
    (error,) = _errors(picture={"file": "dune.png"})
    assert (error["loc"], error["type"]) == (("picture", "alt"), "missing")


@pytest.mark.parametrize(
    ("about", "node"),
    [
        ({"study": "a"}, ("studies", "a")),
        ({"event": "a"}, ("events", "a")),
        ({"plan": "2026"}, ("plans", "2026")),
        ({"country": "mn"}, ("countries", "mn")),
        ({"page": "approach"}, ("pages", "approach")),
        ("approach", ("pages", "approach")),
    ],
)
def test_an_announcement_is_about_one_record_or_the_approach(about: object, node: tuple[str, str]) -> None:
    """Each kind of record that can be announced is named by its own key; the page also by its name alone."""
    assert _made(about=about).about.node == node


@pytest.mark.parametrize("about", [{}, {"study": "a", "event": "b"}, {"country": "mn", "page": "approach"}])
def test_about_none_or_two_is_refused(about: dict[str, str]) -> None:
    """Two records are two announcements."""
    message = "names no one record; write one, such as 'event: dld-forum-2025', or 'page: approach'"
    assert _refusals(about=about) == [message]


@given(st.text(max_size=40))
def test_any_headline_is_taken_as_it_is_or_refused_with_a_message(words: str) -> None:
    """No text breaks the reading, and none is changed beyond its ends and its composed letters."""
    try:
        made = _made(headline=words)
    except ValidationError as refused:
        types = {error["type"] for error in refused.errors()}
    else:
        types = {"editor"}
        assert "\n" not in str(made.headline)
        assert _made(headline=str(made.headline)) == made
    assert types == {"editor"}


def _made(**values: object) -> Announcement:
    return Announcement.model_validate({**SOUND, **values})


def _errors(**values: object) -> list[dict[str, Any]]:
    with pytest.raises(ValidationError) as refused:
        _made(**values)
    return [dict(error) for error in refused.value.errors()]


def _refusals(**values: object) -> list[str]:
    return [error["msg"] for error in _errors(**values)]
