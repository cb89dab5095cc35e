"""What is shared -> the share kit: posts, pictures, links and codes for partners' communications staff."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from markupsafe import Markup

from ..releases.feeds import subjects
from ..releases.posts.channels import CHANNELS
from ..releases.posts.composing import Post
from ..releases.sharing import Shared, code_path
from .downloads import described
from .page import Indexed, Page
from .search import titled
from .view import View

PATH = "share/"
TITLE = "Share kit"
DESCRIPTION = (
    "Ready posts, pictures, links and QR codes for each announcement, for partners who want to pass it on."
)
OPEN = 3
MOST = 12  # the rest is in posts.json: a page stays light
EMBED = "embed/updates/"
SANDBOX = "allow-popups allow-popups-to-escape-sandbox"  # HTML, 4.8.5: links out of it, to a whole page
FRAME = Markup('<iframe src="{}" title="{}" width="100%" height="420" loading="lazy"></iframe>')


def share_page(view: View, shared: Sequence[Shared], codes: Mapping[str, Markup]) -> Page:
    """Return the share kit; codes are the QR codes of the links, as SVG, by announcement."""
    here = view.at(PATH)
    html = here.render(
        "share",
        kits=[_kit(here, one, codes[one.announcement.id]) for one in shared[:MOST]],
        open=OPEN,
        lead=DESCRIPTION,
        links_alone=_listed([channel.name for channel in CHANNELS.values() if not channel.takes_text]),
        feeds=[(channel.name, f"feeds/posts/{channel.id}.xml") for channel in CHANNELS.values()],
        frame=str(FRAME.format(here.site.url + EMBED, f"Updates from {here.site.title}")),
        sandbox=SANDBOX,
        embeds=_embeds(here),
        embed=EMBED,
    )
    return Page(PATH, TITLE, DESCRIPTION, html, search=_search())


def _search() -> tuple[Indexed, ...]:
    """Return what search knows of the page: what it is for, and no announcement a second time."""
    words = "Feeds of posts, put our updates on your site"
    return titled(TITLE, DESCRIPTION, words)


def _kit(view: View, shared: Shared, code: Markup) -> dict[str, Any]:
    return {
        "announcement": shared.announcement,
        "link": shared.link,
        "card": shared.card,
        "alt": shared.alt,
        "width": shared.width,
        "height": shared.height,
        "form": shared.type.rpartition("/")[2].upper(),
        "code": code,
        "poster": code_path(shared),
        "texts": list(_texts(shared.offered)),
        "told": shared.told,
        "newer": shared.newer,
        "files": list(described(view, shared.files)),
    }


def _texts(posts: Sequence[Post]) -> Iterator[dict[str, Any]]:
    """Yield each different text once, with the channels that take it, in the channels' order."""
    found: dict[tuple[str, bool], list[Post]] = {}
    for post in posts:
        if post.channel.takes_text:
            found.setdefault((post.text, post.own), []).append(post)
    for (text, own), same in found.items():
        names = [post.channel.name for post in same]
        yield {"id": same[0].channel.id, "names": _listed(names), "text": text, "own": own, "posts": same}


def _listed(names: Sequence[str]) -> str:
    """Return names as a sentence says them: 'X, VK and Weibo'."""
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last


def _embeds(view: View) -> list[dict[str, Any]]:
    topics, countries = subjects(view.catalogue, view.language)
    return [
        {"label": "By topic", "of": [(name, f"embed/topics/{id}/") for id, name in topics]},
        {"label": "By country", "of": [(name, f"embed/countries/{id}/") for id, name in countries]},
    ]
