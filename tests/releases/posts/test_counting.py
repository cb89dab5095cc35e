"""Counting against the channels' own counters, by vectors that make_vectors.mjs made with them."""

import json
from pathlib import Path

import pytest

from macros.releases.posts.channels import CHANNELS
from macros.releases.posts.counting import byte_count, count, fits

VECTORS = json.loads(Path(__file__).with_name("vectors.json").read_text("utf-8"))["vectors"]
X, BLUESKY, MASTODON = (CHANNELS[id] for id in ("x", "bluesky", "mastodon"))
FAMILY = "👨‍👩‍👧‍👦"


def test_there_are_a_thousand_texts_of_thirteen_kinds() -> None:
    """The vectors are all there."""
    assert (len(VECTORS), len({kind for kind, *_ in VECTORS})) == (1000, 13)


def test_x_counts_as_twitter_text_does() -> None:
    """Every text has the weighted length that twitter-text gives it, without exception."""
    assert [(text, n, count(X, text)) for _, text, n, _, _ in VECTORS if count(X, text) != n] == []


def test_bluesky_counts_as_its_own_library_does() -> None:
    """Every text has the graphemes and the bytes that @atproto/api gives it, without exception."""
    counted = [(text, count(BLUESKY, text), byte_count(text)) for _, text, *_ in VECTORS]
    assert counted == [(text, graphemes, size) for _, text, _, graphemes, size in VECTORS]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("See https://neaspec.org/a/very/long/address/that/goes/on/", 27),
        ("见https://neaspec.org/页面/荒漠化。", 24),
        ("example.org is not a link there", 31),
        ("Thanks @unep@mastodon.social and @unccd", 23),
        (FAMILY * 3 + "e\u0301", 4),
    ],
)
def test_mastodon_counts_graphemes_links_as_23_and_mentions_without_their_server(
    text: str, counted: int
) -> None:
    """Mastodon's server shortens links with a scheme, in any script, and mentions, then counts graphemes."""
    assert count(MASTODON, text) == counted


def test_other_channels_count_utf_16_units() -> None:
    """An emoji beyond the basic plane counts two, so that no counter of theirs can find more."""
    assert count(CHANNELS["telegram"], "Land 荒漠 😀") == 10


def test_a_text_fits_up_to_the_limit() -> None:
    """The last character that fits is the one at the limit."""
    for channel in CHANNELS.values():
        assert fits(channel, "a" * channel.limit)
        assert not fits(channel, "a" * (channel.limit + 1))


def test_bluesky_limits_bytes_too() -> None:
    """Two hundred families are 200 graphemes, and 5,000 bytes."""
    assert count(BLUESKY, FAMILY * 200) == 200
    assert not fits(BLUESKY, FAMILY * 200)
    assert fits(BLUESKY, FAMILY * 120)
