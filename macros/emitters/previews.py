"""A page -> the tags by which channels preview its link: Open Graph (ogp.me) and X's cards."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from ..records.words import LOCALES
from ..settings import Site
from .cards.choosing import Placed
from .cards.layout import SIZE

WIDTH, HEIGHT = SIZE


@dataclass(frozen=True, slots=True)
class Picture:
    """The picture of a preview: its address under the site's, media type, size in pixels, what it shows."""

    path: str
    type: str
    width: int
    height: int
    alt: str


@dataclass(frozen=True, slots=True)
class Linked:
    """A page as it is previewed; path is that of its canonical address, published None where it has none."""

    path: str
    title: str
    description: str
    article: bool
    published: datetime | None = None


def card_picture(placed: Placed) -> Picture:
    """Return a card as the picture of a preview."""
    return Picture(placed.path, "image/png", WIDTH, HEIGHT, placed.alt)


def preview_tags(site: Site, page: Linked, picture: Picture) -> Iterator[tuple[str, str, str]]:
    """Yield the attribute, name and content of each tag, in the order in which readers meet them."""
    url, image = site.url + page.path, site.url + picture.path
    graph = {
        "og:type": "article" if page.article else "website",
        "og:url": url,
        "og:site_name": site.title,
        "og:locale": LOCALES[site.language],
        "og:title": page.title,
        "og:description": page.description,
        "og:image": image,
        "og:image:secure_url": image if image.startswith("https:") else "",
        "og:image:type": picture.type,
        "og:image:width": str(picture.width),
        "og:image:height": str(picture.height),
        "og:image:alt": picture.alt,
        "article:published_time": page.published.isoformat() if page.article and page.published else "",
    }
    card = {
        "twitter:card": "summary_large_image",
        "twitter:title": page.title,
        "twitter:description": page.description,
        "twitter:image": image,
        "twitter:image:alt": picture.alt,
    }
    yield from (("property", name, content) for name, content in graph.items() if content)
    yield from (("name", name, content) for name, content in card.items())
