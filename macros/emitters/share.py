"""What is shared -> the posts as JSON, for partners' own tools."""

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from ..catalogue.file_words import what_words
from ..records.moment import utc_words
from ..releases.posts.composing import Post
from ..releases.sharing import Shared
from ..settings import Site

PATH = "share/posts.json"


def encode_posts(shared: Iterable[Shared], site: Site, changed: datetime) -> dict[str, bytes]:
    """Return the posts of each announcement with its link and card, newest first, by address.

    Every address in it is absolute, every moment in UTC; it changes when what is shared does.
    """
    values: dict[str, Any] = {
        "site": {"title": site.title, "url": site.url, "author": site.author},
        "language": site.language,
        "updated": utc_words(changed),
        "items": [_item(one, site) for one in shared],
    }
    if site.licence.url:
        values["licence"] = {"name": site.licence.name, "url": site.licence.url}
    return {PATH: json.dumps(values, ensure_ascii=False, indent=1).encode() + b"\n"}


def released(shared: Shared) -> datetime:
    """Return the moment at which an announcement went out; what is shared always has one."""
    moment = shared.announcement.released
    assert moment is not None  # noqa: S101 - old news is not shared
    return moment


def _item(shared: Shared, site: Site) -> dict[str, Any]:
    return {
        "guid": shared.announcement.guid,
        "link": shared.link,
        "headline": shared.told.headline,
        "released": utc_words(released(shared)),
        **_changed(shared),
        "card": {
            "url": site.url + shared.card,
            "width": shared.width,
            "height": shared.height,
            "alt": shared.alt,
        },
        **_files(shared, site),
        "posts": [_post(post) for post in shared.offered],
    }


def _changed(shared: Shared) -> dict[str, str]:
    """Return what became of words that no longer hold: state, since when (UTC), a sentence, what is newer."""
    found = shared.told.holding
    if found.holds:
        return {}
    values = {"state": found.state, "notice": shared.told.notice}
    if found.since:
        values["changed"] = utc_words(found.since)
    return {**values, "newer": shared.newer} if shared.newer else values


def _files(shared: Shared, site: Site) -> dict[str, Any]:
    """Return what readers may download: address, title, kind, language, and what it is in words."""
    files = [
        {
            "url": offered.url(site.url),
            "title": offered.file.title.to(site.language),
            "kind": offered.file.kind,
            "language": offered.file.language,
            "description": what_words(offered, site.language),
        }
        for offered in shared.files
    ]
    return {"files": files} if files else {}


def _post(post: Post) -> dict[str, Any]:
    return {
        "channel": post.channel.id,
        "name": post.channel.name,
        "text": post.text,
        "count": post.count,
        "limit": post.limit,
        "unit": post.channel.unit,
        "own": post.own,
    }
