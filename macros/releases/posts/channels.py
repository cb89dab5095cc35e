"""The channels that posts are made for: how much each takes, how it counts, and what is customary there."""

from dataclasses import dataclass
from typing import Literal

Unit = Literal["weighted characters", "graphemes", "UTF-16 units"]
Tags = Literal["none", "open", "closed"]


@dataclass(frozen=True, slots=True)
class Channel:
    """A channel: limit in its unit, what a link counts where that is fixed, and how it writes hashtags.

    takes_text is False where people share the link alone: the post is then a message for a chat.
    """

    id: str
    name: str
    limit: int
    unit: Unit
    link: int | None = None
    most_bytes: int | None = None
    takes_text: bool = True
    short: bool = False
    tags: Tags = "open"


# X by twitter-text 3.1, Mastodon by its StatusLengthValidator, Bluesky by its lexicon (app.bsky.feed.post).
# The others do not say what a character is to them: UTF-16 units are never fewer, whatever they mean.
# WeChat, KakaoTalk and LINE give no limit that a headline reaches: 500 is ours, what a chat shows unfolded.
CHANNELS = {
    channel.id: channel
    for channel in (
        Channel("x", "X", 280, "weighted characters", link=23, short=True),
        Channel("bluesky", "Bluesky", 300, "graphemes", most_bytes=3000, short=True),
        Channel("mastodon", "Mastodon", 500, "graphemes", link=23, short=True),
        Channel("linkedin", "LinkedIn", 3000, "UTF-16 units"),
        Channel("facebook", "Facebook", 63206, "UTF-16 units"),
        Channel("telegram", "Telegram", 4096, "UTF-16 units"),
        Channel("vk", "VK", 15895, "UTF-16 units"),
        Channel("weibo", "Weibo", 2000, "UTF-16 units", tags="closed"),
        Channel("wechat", "WeChat", 500, "UTF-16 units", takes_text=False, tags="none"),
        Channel("kakaotalk", "KakaoTalk", 500, "UTF-16 units", takes_text=False, tags="none"),
        Channel("line", "LINE", 500, "UTF-16 units", takes_text=False, tags="none"),
    )
}
