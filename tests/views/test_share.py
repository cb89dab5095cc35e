"""The share kit: every announcement with its posts as they are, readable without JavaScript."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from lxml import html as lxml_html
from markupsafe import Markup

from macros.records.text import Text
from macros.releases.posts.channels import CHANNELS
from macros.releases.posts.composing import Said, compose
from macros.releases.sharing import Shared
from macros.views.page import Page
from macros.views.share import SANDBOX, share_page
from tests.emitters.announced import announcement, texts

from .goldens import SITE, sample_view

VIEW = sample_view("")
LONG = "A summary that goes on. " * 30


def told(n: int, headline: str = "A dune moved", **words: str) -> Shared:
    """Return announcement number n as it is shared, with own words for some channels."""
    record = announcement(n, words=words or None).model_copy(update={"headline": Text((("en", headline),))})
    said = Said(headline, f"{SITE.url}updates/news-{n}/", LONG, words=words)
    posts = tuple(compose(channel, said) for channel in CHANNELS.values())
    card = f"share/cards/news-{n}-abc.png"
    return Shared(record, said.link, posts, card, f"Card: {headline}", VIEW.told(record))


def page_of(*shared: Shared) -> Page:
    """Return the share kit of some announcements, with a code that is easily found for each."""
    codes = {one.announcement.id: Markup('<svg class="code-{}"></svg>').format(one.link) for one in shared}
    return share_page(VIEW, shared, codes)


def read(page: Page) -> Any:
    """Return a page's elements."""
    return lxml_html.fragment_fromstring(str(page.html), create_parent="div")


def texts_shown(page: Page) -> list[str]:
    """Return the text of each post as a browser would copy it."""
    return [element.text_content() for element in read(page).find_class("ne-post__text")]


def links(elements: Sequence[Any]) -> list[str]:
    """Return where links lead."""
    return [element.get("href") for element in elements]


def test_the_kit_is_a_page_that_search_finds() -> None:
    """It is listed, has a description, and search knows what it is rather than every post."""
    page = page_of(told(1))
    assert (page.path, page.title, page.listed) == ("share/", "Share kit", True)
    (found,) = page.search
    assert page.description in found.text
    assert "dune" not in found.text


def test_an_announcement_has_its_headline_date_card_link_and_code() -> None:
    """The card has its size and its words, is loaded late, and can be downloaded."""
    kit = read(page_of(told(1))).find_class("ne-kit")[0]
    assert kit.xpath("string(.//h3)") == "A dune moved"
    assert kit.xpath(".//time/@datetime") == ["2026-12-01T01:00:00+00:00"]
    (image,) = kit.xpath(".//img")
    assert dict(image.attrib) == {
        "src": "../share/cards/news-1-abc.png",
        "alt": "Card: A dune moved",
        "width": "1200",
        "height": "630",
        "loading": "lazy",
    }
    codes = [f"../share/codes/000000000001.{ending}" for ending in ("svg", "png")]
    assert set(links(kit.xpath(".//a[@download]"))) == {"../share/cards/news-1-abc.png", *codes}
    assert links(kit.find_class("ne-kit__address")) == [f"{SITE.url}updates/news-1/"]
    assert kit.xpath(".//svg")


def test_the_newest_three_are_open_and_the_others_folded() -> None:
    """They keep their order; a folded one opens without JavaScript."""
    kits = read(page_of(*(told(n) for n in range(5)))).find_class("ne-kit")
    assert [kit.tag for kit in kits] == ["article", "article", "article", "details", "details"]
    assert [kit.xpath("string(.//h3/@id)") for kit in kits] == [f"kit-news-{n}" for n in range(5)]


def test_each_post_stands_there_to_the_letter_with_its_count() -> None:
    """Line breaks are kept; what is the same for several channels is shown once, with each one's count."""
    one = told(1)
    shown = texts_shown(page_of(one))
    posts = [post for post in one.posts if post.channel.takes_text]
    assert shown == list(dict.fromkeys(post.text for post in posts))
    counts = [" ".join(e.text_content().split()) for e in read(page_of(one)).find_class("ne-post__channel")]
    assert sorted(counts) == sorted(f"{p.channel.name} {p.count:,} of {p.limit:,}" for p in posts)


def test_own_words_are_marked_and_stand_alone() -> None:
    """A post in the announcement's own words says so, even where another channel's reads the same."""
    (own,) = [
        post
        for post in read(page_of(told(1, x="Our own words"))).find_class("ne-post")
        if "own words" in post.text_content()
    ]
    assert own.get("aria-label") == "Post for X"
    assert own.find_class("ne-post__text")[0].text.startswith("Our own words")


def test_channels_that_share_the_link_alone_are_told_in_one_line() -> None:
    """No post is made to look needed where people share the link."""
    kit = read(page_of(told(1))).find_class("ne-kit")[0]
    assert "WeChat, KakaoTalk and LINE: share the link alone." in kit.text_content()
    assert "WeChat" not in " ".join(e.text_content() for e in kit.find_class("ne-post"))


def test_copy_buttons_wait_for_javascript_and_know_what_they_copy() -> None:
    """Each is hidden until a script shows it, names what it copies, and points to one element."""
    whole = read(page_of(*(told(n) for n in range(5))))
    ids = whole.xpath(".//@id")
    assert len(ids) == len(set(ids))
    buttons = whole.xpath(".//button")
    assert buttons
    for button in buttons:
        assert "hidden" in button.attrib
        assert button.get("data-copy") in ids
        assert " ".join(button.text_content().split()) == f"Copy {button.get('data-what')}"


def test_the_feeds_of_posts_are_listed_with_a_caution() -> None:
    """Every channel's feed is there, and whoever takes one is told what would post everything twice."""
    feeds = read(page_of()).find_class("ne-share__feeds")[0]
    expected = [f"../feeds/posts/{id}.xml" for id in CHANNELS]
    assert links(feeds.xpath(".//li/a")) == expected
    assert [a.text for a in feeds.xpath(".//li/a")] == [SITE.url + path[3:] for path in expected]
    assert "everything is posted twice" in feeds.text_content()


def test_the_code_to_embed_is_one_frame_whatever_the_site_is_called() -> None:
    """Pasted elsewhere, quotes and angles in the site's title stay in the frame's title."""
    title = 'Land <b> & "sand"'
    page = share_page(replace(VIEW, site=replace(SITE, title=title)), [], {})
    (code,) = read(page).xpath(".//code[@id='embed-code']")
    (frame,) = lxml_html.fragments_fromstring(code.text)
    assert dict(frame.attrib) == {
        "src": f"{SITE.url}embed/updates/",
        "title": f"Updates from {title}",
        "width": "100%",
        "height": "420",
        "loading": "lazy",
    }


def test_the_words_that_let_links_out_of_a_sandbox_stand_beside_the_code() -> None:
    """Without them a click does nothing, and nobody says why."""
    (section,) = read(page_of()).find_class("ne-share__embed")
    assert SANDBOX in [code.text for code in section.iter("code")]


def test_every_topic_and_country_has_an_address_to_embed() -> None:
    """They are links that one can look at first."""
    found = links(read(page_of()).xpath(".//details[@class='ne-share__group']//a"))
    topics = [f"../embed/topics/{id}/" for id in VIEW.catalogue.topics]
    countries = [f"../embed/countries/{id}/" for id in VIEW.catalogue.countries]
    assert sorted(found) == sorted([*topics, *countries])


def test_a_kit_without_announcements_says_so() -> None:
    """Before the first announcement the page says what will stand there."""
    assert "Nothing has been announced yet." in page_of().html


@settings(max_examples=8)
@given(texts)
def test_words_of_a_headline_stay_words(words: str) -> None:
    """No headline adds an element or runs in a template, and each post is copied to the letter."""
    headline = f'<script>x</script>{{{{ 7*7 }}}}" {words}'
    shared = [told(n, headline) for n in range(4)]
    page = page_of(*shared)
    assert "script" not in {element.tag for element in read(page).iter()}
    assert "{{ 7*7 }}" in page.html
    wanted = {post.text for one in shared for post in one.posts if post.channel.takes_text}
    assert set(texts_shown(page)) == wanted
