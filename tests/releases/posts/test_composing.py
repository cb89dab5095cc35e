"""Posts: never too long, never cut where they must not be, the link whole and last, own words obeyed."""

from dataclasses import replace
from functools import partial

import pytest
from hypothesis import given, settings

from macros.releases.posts.channels import CHANNELS, Channel
from macros.releases.posts.composing import Said, TooLong, compose
from macros.releases.posts.counting import byte_count, clusters, count, fits
from macros.releases.posts.hashtags import HASHTAG, hashtag
from macros.releases.posts.links import mastodon_links, x_links
from macros.releases.posts.shortening import words_that_fit

from .scripts import LINK, said, texts

X, BLUESKY, MASTODON, LINKEDIN = (CHANNELS[id] for id in ("x", "bluesky", "mastodon", "linkedin"))
SHORT = (X, BLUESKY, MASTODON)
FORUM = Said(
    "Save the date: Forum on Land Degradation",
    LINK,
    "The forum reviews progress, e.g. on No. 5 of the plan. A side event shows results. Registration opens.",
    "22–23 September 2025",
    "Ulaanbaatar, Mongolia",
    ("#LandDegradation", "#Mongolia"),
)


@pytest.mark.parametrize("channel", CHANNELS.values(), ids=CHANNELS)
@given(what=said())
@settings(max_examples=60, deadline=None)
def test_no_post_is_longer_than_its_channel_takes(channel: Channel, what: Said) -> None:
    """Whatever is said, the post fits, says what it counts, and ends with the whole link on its own line."""
    post = compose(channel, what)
    assert fits(channel, post.text)
    assert (post.count, post.limit, post.own) == (count(channel, post.text), channel.limit, False)
    assert post.text.splitlines()[-1] == LINK
    assert compose(channel, what) == post
    assert "  " not in post.text


@given(text=texts(600))
@settings(max_examples=150, deadline=None)
def test_nothing_is_cut_inside_a_character_a_link_or_a_hashtag(text: str) -> None:
    """What is left of a text ends where a character, a link and a hashtag of it end."""
    for most in (8, 33, 140, 280):
        cut = words_that_fit(text, partial(_within, most))
        kept = cut.removesuffix("…").rstrip() if cut != text else text
        assert text.startswith(kept)
        assert "".join(clusters(text)[: len(clusters(kept))]) == kept
        whole = [*x_links(text), *mastodon_links(text), *(match.span() for match in HASHTAG.finditer(text))]
        assert not [span for span in whole if span[0] < len(kept) < span[1]]


def test_a_post_says_all_where_there_is_room() -> None:
    """Headline, date and place, summary, hashtags and link, in paragraphs."""
    assert compose(LINKEDIN, FORUM).text.split("\n\n") == [
        f"{FORUM.headline}\n22–23 September 2025 · Ulaanbaatar, Mongolia",
        FORUM.summary,
        "#LandDegradation #Mongolia",
        LINK,
    ]


def test_a_short_post_keeps_whole_sentences() -> None:
    """Where the whole summary does not fit, its last sentences go, and an abbreviation ends none."""
    first = "The forum reviews progress, e.g. on No. 5 of the plan."
    long = replace(FORUM, summary=f"{first} A side event shows results{' from all of the region' * 5}.")
    assert compose(X, long).text.split("\n")[2:] == [first, "#LandDegradation #Mongolia", LINK]


def test_a_long_sentence_is_shortened_at_a_word() -> None:
    """No punctuation is left before the dots."""
    long = replace(FORUM, summary="Scientists, practitioners – and policymakers, " * 9)
    lines = compose(X, long).text.split("\n")
    assert lines[2].endswith(("Scientists…", "practitioners…", "and…", "policymakers…"))
    assert lines[3:] == ["#LandDegradation #Mongolia", LINK]


def test_ideographs_are_shortened_between_them() -> None:
    """Chinese has no spaces; no closing mark begins and no opening one ends what is left."""
    text = "荒漠化防治（蒙古），研讨会"
    assert words_that_fit(text, lambda words: len(words) <= 7) == "荒漠化防治…"
    assert words_that_fit(text, lambda words: len(words) <= 9) == "荒漠化防治（蒙…"


def test_what_the_headline_says_is_not_said_again() -> None:
    """Date, place and summary are left out where the headline has them already."""
    headline = "Forum in Ulaanbaatar, 22–23 September 2025"
    post = compose(LINKEDIN, replace(FORUM, headline=headline, summary=headline, hashtags=()))
    assert post.text == f"{headline}\n\n{LINK}"


def test_a_chat_gets_headline_and_link() -> None:
    """WeChat, KakaoTalk and LINE show the page's own preview."""
    for id in ("wechat", "kakaotalk", "line"):
        assert compose(CHANNELS[id], FORUM).text == f"{FORUM.headline}\n{LINK}"


def test_hashtags_are_three_at_most_and_closed_on_weibo() -> None:
    """A fourth hashtag is left out; Weibo writes them between two signs."""
    many = replace(FORUM, hashtags=("#A", "#B", "#B", "#C", "#D"))
    assert compose(LINKEDIN, many).text.split("\n\n")[2] == "#A #B #C"
    assert compose(CHANNELS["weibo"], many).text.split("\n\n")[2] == "#A# #B# #C#"


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("Come!", f"Come!\n{LINK}"),
        (f"Read {LINK} and come.", f"Read {LINK} and come."),
        (f"Read {LINK}.", f"Read {LINK}."),
        (f"Read {LINK}agenda/", f"Read {LINK}agenda/\n{LINK}"),
    ],
)
def test_own_words_are_obeyed_and_get_the_link_unless_they_hold_it(words: str, text: str) -> None:
    """A longer link that begins alike is another link."""
    post = compose(X, replace(FORUM, words={"x": words}))
    assert (post.text, post.own) == (text, True)


@given(words=texts(700).filter(bool))
@settings(max_examples=150, deadline=None)
def test_own_words_are_whole_or_refused(words: str) -> None:
    """Own words are posted as they are with the link after them, or refused with what they count."""
    whole = f"{words}\n{LINK}"
    for channel in SHORT:
        said = replace(FORUM, words={channel.id: words})
        if fits(channel, whole):
            assert compose(channel, said).text == whole
        else:
            with pytest.raises(TooLong) as refused:
                compose(channel, said)
            counted = byte_count(whole) if refused.value.in_bytes else count(channel, whole)
            assert (refused.value.channel, refused.value.count) == (channel, counted)
            assert refused.value.count > refused.value.limit


@pytest.mark.parametrize(
    ("id", "words", "message"),
    [
        ("x", "a" * 288, "has 312 of at most 280 for X (a link counts 23); shorten it by 32"),
        ("linkedin", "a" * 3000, "has 3,051 of at most 3,000 for LinkedIn; shorten it by 51"),
        ("bluesky", "👨‍👩‍👧‍👦" * 200, "has 5,050 bytes of at most 3,000 for Bluesky; shorten it by 2,050"),
    ],
)
def test_own_words_that_do_not_fit_are_refused_with_the_count(id: str, words: str, message: str) -> None:
    """The message says how much, of how much, where, and what to do."""
    with pytest.raises(TooLong) as refused:
        compose(CHANNELS[id], replace(FORUM, words={id: words}))
    assert str(refused.value) == message


def _within(most: int, words: str) -> bool:
    return count(X, words) <= most


@pytest.mark.parametrize(
    ("name", "tag"),
    [
        ("land degradation", "#LandDegradation"),
        ("Democratic People’s Republic of Korea", "#DemocraticPeoplesRepublicOfKorea"),
        ("sand- and dust storms", "#SandAndDustStorms"),
        ("UNCCD COP16", "#UNCCDCOP16"),
        ("цөлжилт ба ган", "#ЦөлжилтБаГан"),
        ("土地退化", "#土地退化"),
        ("사막화 방지", "#사막화방지"),
        ("2030 Agenda", None),
        ("—", None),
    ],
)
def test_a_hashtag_is_its_name_in_camel_case(name: str, tag: str | None) -> None:
    """Letters and digits of any script, no digit first."""
    assert hashtag(name) == tag
