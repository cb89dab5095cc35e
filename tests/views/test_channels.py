"""The desk shows each announcement as each channel will: text, count, cuts, card and crop."""

import re

from lxml import html
from lxml.html import HtmlElement

from macros.catalogue.addresses import address_of
from macros.records.text import Text
from macros.releases.posts.channels import CHANNELS
from macros.releases.posts.composing import Said, compose
from macros.releases.sharing import Shared, posts_of
from macros.views.channels import LOOKS, channel_previews

from .goldens import ROOT, SITE, sample_view

VIEW = sample_view("../")
ID = "forum-2024-outcome"
LONG = "Herders plant hedges against the sand that covers their road. " * 12


def test_each_channel_is_shown_with_its_count() -> None:
    """Ten channels stand beside each other, each with what the post counts and what it may count."""
    tree = previews(shared())
    assert [heading.text for heading in tree.iter("h4")] == [CHANNELS[id].name for id in LOOKS]
    for post in shared().posts:
        if post.channel.id in LOOKS:
            said = preview(tree, post.channel.id).findtext("p")
            own = " · own words" if post.own else ""
            assert said == f"{post.count} of {post.limit:,} {post.channel.unit}{own}"


def test_the_card_is_cropped_as_the_channel_crops() -> None:
    """Every channel shows the one picture, WeChat a square of it and KakaoTalk twice as wide as high."""
    tree = previews(shared())
    pictures = {id: preview(tree, id).xpath(".//img")[0] for id in LOOKS}
    assert {picture.get("src") for picture in pictures.values()} == {"../share/cards/forum-1a2b.png"}
    crops = {id: picture.get("class").rpartition("--")[2] for id, picture in pictures.items()}
    assert {id for id, crop in crops.items() if crop == "square"} == {"wechat"}
    assert {id for id, crop in crops.items() if crop == "double"} == {"kakaotalk"}


def test_without_a_card_there_is_no_broken_picture() -> None:
    """An announcement whose card is not drawn yet shows its words alone."""
    assert not previews(shared(card="")).xpath("//img")


def test_a_mark_stands_where_readers_have_to_ask_for_more() -> None:
    """LinkedIn shows some 140 characters on a phone and 210 on a computer; the whole text stays there."""
    one = shared(LONG)
    text = preview(previews(one), "linkedin").xpath(".//p[contains(@class, '__text')]")[0]
    marks = text.xpath("span[contains(@class, '__more')]")
    words = [span.text for span in text.xpath("span[not(contains(@class, '__more'))]")]
    assert [mark.text_content() for mark in marks] == ["… more, on a phone", "… more, on a computer"]
    assert [len(part) for part in words[:2]] == [140, 70]
    assert "".join(words) == next(post.text for post in one.posts if post.channel.id == "linkedin")


def test_a_short_post_has_no_mark() -> None:
    """What is seen whole is not marked."""
    assert not preview(previews(shared("Dunes move")), "facebook").xpath(".//*[contains(@class, '__more')]")


def test_x_leaves_the_link_to_the_card_and_mastodon_shortens_it() -> None:
    """The text is what readers see of it, not what is sent."""
    tree, link = previews(shared()), SITE.url + address_of("announcements", ID)
    assert link not in preview(tree, "x").text_content()
    assert "example.org" in preview(tree, "x").text_content()
    assert "example.org/land/updates/forum…" in preview(tree, "mastodon").text_content()
    assert link in preview(tree, "telegram").text_content()


def test_words_of_a_record_stay_words() -> None:
    """Tags in a headline or in a post are shown and do nothing."""
    tree = previews(
        shared("<script>x</script><img src=//x.example>"),
    )
    assert not tree.xpath("//script")
    assert {picture.get("src") for picture in tree.iter("img")} == {"../share/cards/forum-1a2b.png"}
    assert "<script>x</script>" in tree.text_content()


def test_it_says_when_there_is_nothing_to_show() -> None:
    """No announcement, no empty frames."""
    assert "There is nothing to show" in channel_previews(VIEW, [])


def test_every_class_is_drawn() -> None:
    """Each class of a channel's card that the fragment makes for layout has its rule in the sheet."""
    sheet = (ROOT / "overrides/assets/stylesheets/desk.css").read_text()
    known = set(re.findall(r"\.(ne-[\w-]+)", sheet))
    used = {name for names in previews(shared()).xpath("//@class") for name in names.split()}
    plain = {"ne-group", "ne-group__note", "ne-linkcard__picture--wide", "ne-cut--1", "ne-linkcard--below"}
    bare = {f"ne-preview--{id}" for id in LOOKS} | {f"ne-linkcard--{id}" for id in LOOKS}
    assert used - known - plain - bare == set()


def previews(one: Shared) -> HtmlElement:
    """Return the previews of an announcement, parsed."""
    return html.fromstring(channel_previews(VIEW, [one]))


def preview(tree: HtmlElement, id: str) -> HtmlElement:
    """Return what is shown of a channel."""
    found: list[HtmlElement] = tree.xpath(f"//li[contains(@class, 'ne-preview--{id}')]")
    return found[0]


def shared(words: str = "", card: str = "share/cards/forum-1a2b.png") -> Shared:
    """Return an announcement of the sample as it is shared, or one with other words."""
    announcement = VIEW.catalogue.announcements[ID]
    link = SITE.url + address_of("announcements", ID)
    if not words:
        posts = posts_of(VIEW.catalogue, announcement, SITE)
        return Shared(announcement, link, posts, card, "Hedges", VIEW.told(announcement))
    changed = announcement.model_copy(update={"headline": Text((("en", words),))})
    posts = tuple(compose(channel, Said(words, link, words)) for channel in CHANNELS.values())
    return Shared(changed, link, posts, card, "Hedges", VIEW.told(changed))
