"""The catalogue at a moment -> every feed file of the site, by its address."""

from collections.abc import Mapping
from typing import Any

from ..catalogue import Catalogue
from ..records.release import FIRST_DAY
from ..releases.feed_dates import feed_dates
from ..releases.feeds import GENERAL, OPML, feeds
from ..settings import Site
from .items import NO_CARDS, Enclosure, items_by_feed
from .json_feed import encode_json_feed
from .opml import encode_opml
from .syndication import encode_feed


def encode_feeds(
    catalogue: Catalogue, site: Site, contents: Mapping[str, str], cards: Mapping[str, Enclosure] = NO_CARDS
) -> dict[str, bytes]:
    """Return RSS, Atom and JSON of every feed, and the OPML that lists them, by address.

    The catalogue is that of a moment (releasing.as_of); contents holds the HTML of each announcement,
    cards the picture of each that has none of its own.
    """
    everything = feeds(catalogue, site.language)
    items = items_by_feed(catalogue, everything, site, contents, cards)
    made: dict[str, Any] = {}
    dates = feed_dates(catalogue)
    files = {OPML: encode_opml(everything, site, dates.get(GENERAL[0].name, FIRST_DAY))}
    for feed in everything:
        rss, atom = encode_feed(feed, items[feed.name], site, dates.get(feed.name, FIRST_DAY), made)
        files[feed.path("xml")] = rss
        files[feed.path("atom")] = atom
        files[feed.path("json")] = encode_json_feed(feed, items[feed.name], site)
    return files
