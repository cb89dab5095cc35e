"""Announcements as partners share them -> how each channel will show post and link: for the desk alone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal
from urllib.parse import urlsplit

from markupsafe import Markup

from ..releases.posts.composing import Post
from ..releases.posts.counting import clusters
from ..releases.sharing import Shared
from .view import View

Layout = Literal["over", "below", "strip", "bar", "beside", "bubble"]
Fold = tuple[int, str]
SHORT = "…"


@dataclass(frozen=True, slots=True)
class Look:
    """How a channel draws a link: layout, crop, lines of title and description before it cuts them.

    link is how many characters of the address a post shows (None all, 0 none once there is a card);
    folds are after how many characters readers see 'more', and where.
    """

    layout: Layout
    crop: Literal["wide", "double", "square"] = "wide"
    title: int = 2
    description: int = 0
    link: int | None = None
    folds: tuple[Fold, ...] = ()


# Measured by eye: none of them documents its cuts, and each changes them.
LOOKS = {
    "x": Look("over", title=0, link=0),
    "linkedin": Look("below", folds=((140, "on a phone"), (210, "on a computer"))),
    "facebook": Look("strip", description=1, folds=((125, "on a phone"), (480, "on a computer"))),
    "mastodon": Look("below", description=1, link=30),
    "bluesky": Look("below", title=3, description=2, link=30),
    "telegram": Look("bar", title=3, description=4),
    "vk": Look("below"),
    "wechat": Look("beside", "square", description=2),
    "kakaotalk": Look("bubble", "double", description=2),
    "line": Look("bubble", description=2),
}


def channel_previews(view: View, shared: Sequence[Shared]) -> Markup:
    """Return how each channel will show the announcements given: count, cuts, card and crop."""
    return view.render("channels", shared=[_previewed(view, one) for one in shared])


def _previewed(view: View, one: Shared) -> dict[str, Any]:
    posts = {post.channel.id: post for post in one.posts}
    return {
        "announcement": one.announcement,
        "title": view.text(one.announcement.headline),
        "description": " ".join(view.text(one.announcement.summary).split()),
        "domain": _domain(one.link),
        "card": view.to(one.card) if one.card else "",
        "alt": one.alt,
        "channels": [_channel(posts[id], look, one.link) for id, look in LOOKS.items() if id in posts],
    }


def _channel(post: Post, look: Look, link: str) -> dict[str, Any]:
    text = _shown(post.text, link, look)
    return {"post": post, "look": look, "pieces": list(_folded(text, look.folds))}


def _shown(text: str, link: str, look: Look) -> str:
    """Return a post with the link as the channel writes it: whole, short, or left to the card."""
    if look.link is None:
        return text
    if look.link == 0:
        return text.removesuffix(link).rstrip()
    bare = link.partition("://")[2]
    return text.replace(link, bare if len(bare) <= look.link else bare[: look.link] + SHORT)


def _folded(text: str, folds: Sequence[Fold]) -> Iterator[tuple[str, str]]:
    """Yield the parts of a text between its folds, each with where 'more' follows it; the last with ''."""
    letters, start = clusters(text), 0
    for fold, where in folds:
        if fold < len(letters):
            yield "".join(letters[start:fold]), where
            start = fold
    yield "".join(letters[start:]), ""


def _domain(link: str) -> str:
    return (urlsplit(link).hostname or "").removeprefix("www.")
