"""What a link shows when it is shared, the kit to share with, and our list on other people's pages."""

import gzip
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from statistics import median
from typing import Any

import pytest
from lxml import etree
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from macros.emitters.cards.choosing import DATED
from macros.publish import SEAL
from macros.releases.posts.channels import CHANNELS
from macros.settings import Folders
from macros.views.share import MOST, SANDBOX
from tests.copies import copied

from .building import site_of
from .reading import HtmlPage
from .serving import serving
from .test_reproducible import IN_2031, differences

HOME = "https://neaspec.org/dld/"
CARDS = "share/cards/"
CARD_NAME = re.compile(r"[a-z0-9-]+-[0-9a-f]{10}\.png", re.ASCII)
CARD = ("image/png", "1200", "630")
LARGEST_CARD = 500_000  # WhatsApp shows none above 600 KB
USUAL_CARD = 80_000
HEAD = 4_000  # characters; some preview makers read little more of a page
LIGHT, LIGHT_EMBED = 100_000, 20_000
PACKED = {".woff2", ".png", ".jpg"}
PROMISED_FILES = ("share/posts.json", "embed/updates/index.html", "feeds/posts/x.xml")
ONCE = (
    "og:type", "og:url", "og:site_name", "og:title", "og:description", "og:image", "og:image:type",
    "og:image:width", "og:image:height", "og:image:alt", "twitter:card", "twitter:title",
    "twitter:description", "twitter:image", "twitter:image:alt",
)  # fmt: skip
FOREIGN = """<!doctype html><html lang="en"><head><title>A partner</title><link rel="icon" href="data:,">
<meta http-equiv="Content-Security-Policy" content="script-src 'none'"></head>
<body><iframe src="%s" title="Updates" %s width="100%%" height="420"></iframe></body></html>
"""
Items = list[dict[str, Any]]
Pages = dict[str, HtmlPage]


@pytest.fixture(scope="module")
def previewed(pages: Pages) -> Pages:
    """Return the pages that people share: all but the lists that stand in other people's pages."""
    return {address: page for address, page in pages.items() if not address.startswith("/embed/")}


@pytest.fixture(scope="module")
def posts(site: Path) -> Items:
    """Return the items of posts.json."""
    items: Items = json.loads((site / "share" / "posts.json").read_bytes())["items"]
    return items


def test_what_is_promised_is_there_and_the_desk_is_not(site: Path) -> None:
    """Posts as data and as a feed and the list for partners go out; the desk and its style do not."""
    assert [path for path in PROMISED_FILES if not (site / path).is_file()] == []
    assert [file for file in site.rglob("*") if file.name in ("desk", "desk.css")] == []


def test_every_page_says_once_what_its_preview_shows(previewed: Pages) -> None:
    """Each page has each tag once, with words in it, and X's large picture."""
    wanting = []
    for page in previewed.values():
        tags = _tags(page)
        said = {name for name, values in tags.items() if len(values) == 1 and values[0]}
        wanting += [(page.address, name) for name in ONCE if name not in said]
        if tags.get("twitter:card") != ["summary_large_image"]:
            wanting.append((page.address, "twitter:card"))
    assert wanting == []


def test_a_preview_leads_to_the_canonical_address(previewed: Pages) -> None:
    """Shares of a page and of its repeats count as shares of one; a page not found leads home."""
    other = []
    for page in previewed.values():
        canonical = [link.get("href") for link in page.all("link") if link.get("rel") == "canonical"]
        if _tags(page)["og:url"] != (canonical or [HOME]):
            other.append(page.address)
    assert other == []


def test_previews_stand_where_preview_makers_look(previewed: Pages) -> None:
    """All tags stand in the first 4,000 characters of the head."""
    late = []
    for page in previewed.values():
        head = page.text.split("<head>", 1)[1].split("</head>", 1)[0]
        last = max(head.rindex("og:"), head.rindex("twitter:"))
        if head.index(">", last) >= HEAD:
            late.append(page.address)
    assert late == []


def test_a_previews_picture_is_there_and_as_told(previewed: Pages, site: Path) -> None:
    """Each picture is a file of the site with the size and type that the tags tell, the same on X."""
    wrong = []
    for page in previewed.values():
        tags = {name: values[0] for name, values in _tags(page).items()}
        told = (tags["og:image:type"], tags["og:image:width"], tags["og:image:height"])
        same = tags["twitter:image"] == tags["og:image"] and tags["twitter:image:alt"] == tags["og:image:alt"]
        if not same or told != _look(site / tags["og:image"].removeprefix(HOME)):
            wrong.append(page.address)
    assert wrong == []


def test_cards_are_light_and_of_the_size_that_channels_show(site: Path) -> None:
    """Every card is a PNG of 1200 x 630 under 500 KB, most under 80 KB, its name ASCII with a hash."""
    cards = sorted((site / CARDS).iterdir())
    assert [card.name for card in cards if not CARD_NAME.fullmatch(card.name)] == []
    assert [card.name for card in cards if _look(card) != CARD] == []
    sizes = [card.stat().st_size for card in cards]
    print(f"{len(cards)} cards: median {median(sizes):,.0f} bytes, largest {max(sizes):,}")  # noqa: T201
    assert max(sizes) < LARGEST_CARD
    assert median(sizes) < USUAL_CARD


def test_no_card_is_drawn_for_nothing(previewed: Pages, site: Path, posts: Items) -> None:
    """Each card is that of a page, of a kind of page, or of an announcement with a picture of its own."""
    shown = {_tags(page)["og:image"][0].removeprefix(HOME + CARDS) for page in previewed.values()}
    shown |= {item["card"]["url"].removeprefix(HOME + CARDS) for item in posts}
    unseen = {card.name for card in (site / CARDS).iterdir()} - shown
    assert {name.rpartition("-")[0] for name in unseen} <= set(DATED)


def test_feeds_carry_the_picture_of_the_page(previewed: Pages, site: Path) -> None:
    """The enclosure of each item is the picture of its page's preview, with its true length."""
    found, wrong = 0, []
    for feed in sorted((site / "feeds").rglob("*.xml")):
        for item in etree.parse(feed).iter("item"):
            found += 1
            link, enclosure = item.findtext("link"), item.find("enclosure")
            page = previewed["/" + link.removeprefix(HOME).partition("#")[0]]
            picture = _tags(page)["og:image"][0]
            length = (site / picture.removeprefix(HOME)).stat().st_size
            if enclosure is None or (enclosure.get("url"), enclosure.get("length")) != (picture, str(length)):
                wrong.append((feed.name, link))
    assert found
    assert wrong == []


def test_every_post_is_copied_exactly(served: str, browser: Browser, posts: Items) -> None:
    """Each button of a post puts on the clipboard what posts.json holds, by mouse, and says so."""
    with _share(browser, served, viewport={"width": 1280, "height": 900}) as page:
        buttons = page.locator("[data-copy^='post-']").all()
        assert buttons
        for button in buttons:
            button.click()
            expect(button).to_have_text(re.compile("^Copied"))
            copied = page.evaluate("navigator.clipboard.readText()")
            assert copied == _post(posts, str(button.get_attribute("data-copy")))
        expect(page.get_by_role("status")).to_contain_text("Copied: the post for")


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_a_post_is_copied_by_keyboard(served: str, browser: Browser, posts: Items, key: str) -> None:
    """Tab reaches a Copy button, a key presses it, and the focus stays there."""
    with _share(browser, served) as page:
        page.locator(".ne-kit").first.locator(".ne-kit__codes a").last.focus()
        page.keyboard.press("Tab")
        page.keyboard.press(key)
        button = page.locator("[data-copy^='post-']").first
        expect(button).to_be_focused()
        expect(button).to_have_text(re.compile("^Copied"))
        assert page.evaluate("navigator.clipboard.readText()") == posts[0]["posts"][0]["text"]


def test_posts_are_read_without_javascript(served: str, browser: Browser, posts: Items) -> None:
    """Without JavaScript every post can be read as it is, and no Copy button stands there in vain."""
    told = [post for item in posts[:MOST] for post in item["posts"]]
    with _share(browser, served, java_script_enabled=False) as page:
        texts = page.locator(".ne-post__text").all()
        for text in texts:
            expect(text).to_be_visible()
        shown = {text.text_content() for text in texts}
        assert shown == {post["text"] for post in told if CHANNELS[post["channel"]].takes_text} != set()
        assert page.locator(".ne-copy").count() > len(texts)
        expect(page.locator(".ne-copy:visible")).to_have_count(0)


def test_the_kit_opened_out_does_not_scroll_sideways(served: str, browser: Browser) -> None:
    """At 360 px the share kit stays within the screen, with every part unfolded."""
    with _share(browser, served, viewport={"width": 360, "height": 800}) as page:
        for summary in page.locator("main summary").all():
            if not summary.evaluate("summary => summary.parentElement.open"):
                summary.click()
        assert page.locator("main details:not([open])").count() == 0
        assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_the_kit_is_light_at_first_view(served: str, site: Path, browser: Browser) -> None:
    """What the share kit fetches, but for pictures that wait to be scrolled to, is at most 100 KB."""
    asked: list[str] = []
    with browser.new_page() as page:
        page.on("request", lambda request: asked.append(request.url))
        page.goto(served + "share/", wait_until="networkidle")
        lazy = page.eval_on_selector_all("img[loading=lazy]", "images => images.map(image => image.src)")
    weights = {url: _weight(site, url.removeprefix(served)) for url in set(asked) - set(lazy)}
    print(f"first view: {sum(weights.values()):,} bytes in {len(weights)} files")  # noqa: T201
    assert sum(weights.values()) <= LIGHT, weights


@pytest.mark.parametrize("frame", ["", f'sandbox="{SANDBOX}"'])
def test_our_list_works(served: str, browser: Browser, posts: Items, tmp_path: Path, frame: str) -> None:
    """On another site, sandboxed or not, it shows headlines, asks for nothing else, and leads here."""
    (tmp_path / "index.html").write_text(FOREIGN % (f"{served}embed/updates/", frame), encoding="utf-8")
    asked: list[str] = []
    with serving(tmp_path) as partner, browser.new_page() as page:
        page.on("request", lambda request: asked.append(request.url))
        page.context.route(f"{HOME}**", lambda route: route.fulfill(body="Here"))
        page.goto(partner, wait_until="networkidle")
        headlines = page.frame_locator("iframe").get_by_role("heading", level=2).get_by_role("link")
        assert headlines.all_text_contents() == [p["headline"] for p in posts[: headlines.count()]] != []
        assert asked == [partner, f"{served}embed/updates/"]
        with page.expect_popup(timeout=5_000) as opened:
            headlines.first.click()
        opened.value.wait_for_url(posts[0]["link"], timeout=5_000)
        assert page.url == partner


def test_our_lists_are_light_and_ask_for_nothing(site: Path) -> None:
    """Each list for other people's pages is one document of at most 20 KB, without script or file."""
    files = sorted((site / "embed").rglob("*.html"))
    assert len(files) > len(PROMISED_FILES)
    assert [str(file) for file in files if len(gzip.compress(file.read_bytes(), 9)) > LIGHT_EMBED] == []
    loading = re.compile(r"<(script|img|iframe|object|embed)\b|@import|url\(|=\"?//", re.IGNORECASE)
    assert [str(file) for file in files if loading.search(file.read_text(encoding="utf-8"))] == []


def test_cards_are_drawn_once_and_drawn_again_the_same(sample: Folders, tmp_path: Path) -> None:
    """A build takes each kept card as it is, here with another end, and draws the lost ones as before."""
    project = copied(sample, tmp_path / "copy")
    first = site_of(project.root, tmp_path / "first", IN_2031)
    cards = _drawn(project)
    lost, kept = cards[::2], cards[1::2]
    for card in lost:
        card.unlink()
    for card in kept:
        other = card.read_bytes()[: -SEAL - 1] + b"."
        card.write_bytes(other + sha256(other).digest())
    second = site_of(project.root, tmp_path / "second", IN_2031)
    assert _drawn(project) == cards
    assert differences(first, second) == [CARDS + card.name.partition("-")[2] for card in kept] != []


def _drawn(project: Folders) -> list[Path]:
    """Return the cards that are kept; copies of pictures lie beside them."""
    return sorted(file for file in project.cards.iterdir() if "-pictures-" not in file.name)


def _tags(page: HtmlPage) -> dict[str, list[str]]:
    """Return what the tags of a page's preview say, by name."""
    found: dict[str, list[str]] = {}
    for meta in page.all("meta"):
        name = meta.get("property") or meta.get("name") or ""
        found.setdefault(name, []).append(meta.get("content", ""))
    return found


def _look(file: Path) -> tuple[str, str, str]:
    """Return media type, width and height of a picture."""
    with Image.open(file) as image:
        return Image.MIME[str(image.format)], str(image.width), str(image.height)


@contextmanager
def _share(browser: Browser, served: str, **options: Any) -> Iterator[Page]:
    """Yield the share kit with its announcements unfolded, in a window that may use the clipboard."""
    with browser.new_context(permissions=["clipboard-read", "clipboard-write"], **options) as context:
        page = context.new_page()
        page.goto(served + "share/")
        for summary in page.locator(".ne-kit--folded > summary").all():
            summary.click()
        yield page


def _post(posts: Items, name: str) -> str:
    """Return the text of a post by the name that the share kit gives it: 'post-ANNOUNCEMENT-CHANNEL'."""
    id, _, channel = name.removeprefix("post-").rpartition("-")
    item = next(item for item in posts if item["link"] == f"{HOME}updates/{id}/")
    text: str = next(post["text"] for post in item["posts"] if post["channel"] == channel)
    return text


def _weight(site: Path, path: str) -> int:
    """Return the bytes of a file on the wire: fonts and pictures as they are, all else compressed."""
    file = site / path / "index.html" if path.endswith("/") else site / path
    raw = file.read_bytes()
    return len(raw) if file.suffix in PACKED else len(gzip.compress(raw, 9))
