"""What is shared -> a feed for each channel whose items read as its posts, for tools that repost them."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from markupsafe import Markup, escape

from ..releases.feeds import Feed
from ..releases.posts.channels import CHANNELS, Channel
from ..releases.sharing import Shared
from ..settings import Site
from .items import Enclosure, Item
from .share import released
from .syndication import encode_feed


def encode_post_feeds(
    shared: Sequence[Shared], site: Site, pictures: Mapping[str, Enclosure], changed: datetime
) -> dict[str, bytes]:
    """Return the feed of posts of each channel as RSS 2.0, by address; it is there even while empty.

    An item has the guid, date, link and picture that it has in every feed; pictures are by announcement,
    changed is when something was last released or taken back.
    """
    return {
        feed.path("xml"): encode_feed(feed, _items(shared, channel, site, pictures), site, changed, {})[0]
        for channel, feed in ((channel, post_feed(channel)) for channel in CHANNELS.values())
    }


def post_feed(channel: Channel) -> Feed:
    """Return the feed of a channel's posts: 'feeds/posts/bluesky.xml'."""
    return Feed(
        f"posts/{channel.id}",
        "everything",
        f"Posts for {channel.name}",
        f"Each update as a post that {channel.name} takes whole, for a tool that reposts it as it is.",
        "share/",
    )


def _items(
    shared: Sequence[Shared], channel: Channel, site: Site, pictures: Mapping[str, Enclosure]
) -> list[Item]:
    texts = [next(post.text for post in one.posts if post.channel.id == channel.id) for one in shared]
    return [_item(one, text, site, pictures) for one, text in zip(shared, texts, strict=True)]


def _item(shared: Shared, text: str, site: Site, pictures: Mapping[str, Enclosure]) -> Item:
    """Return an item; corrections enter no feed that is meant for posting, so nothing updates it."""
    moment = released(shared).astimezone(UTC)
    return Item(
        guid=shared.announcement.guid,
        url=shared.link,
        title=shared.told.headline,
        summary=text,
        content=str(Markup("<br>\n").join(escape(text).split("\n"))),
        published=moment,
        updated=moment,
        enclosure=pictures.get(shared.announcement.id),
    )
