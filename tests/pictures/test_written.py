"""Pictures in the words of a page: the same copies as those of records, whatever stands around them."""

from lxml import html as lxml_html

from macros.catalogue import Catalogue
from macros.catalogue.renditions import JPEG
from macros.catalogue.stored import PictureFile
from macros.press.links import LinkExtension
from macros.press.markup import converter
from macros.press.pictures import with_pictures
from macros.views.fragments import Fragments
from macros.views.view import View

HERD = PictureFile("events/herd.jpg", JPEG, 9, 4000, 3000, "ab" * 32)


def made(text: str, catalogue: Catalogue, fragments: Fragments) -> tuple[str, list[str]]:
    """Return the HTML of a page docs/about/x.md, and the pictures that it shows."""
    links = LinkExtension({})
    links.file = "about/x.md"
    html = converter({"attr_list": {}, "md_in_html": {}}, links).convert(text)
    names: list[str] = []
    pictures = {HERD.name: HERD}
    return with_pictures(html, pictures, View(catalogue, fragments, "../../"), True, names.append), names


def test_a_picture_alone_in_its_paragraph_is_a_figure(catalogue: Catalogue, fragments: Fragments) -> None:
    """Its title is its caption; the first of a page is there at once, others when a reader comes near."""
    picture = '![Goats & "sheep"](../pictures/events/herd.jpg "Spring, <2026>"){ .wide #herd }'
    html, names = made(f"Words.\n\n{picture}\n\n{picture.replace('#herd', '')}\n", catalogue, fragments)
    first, second = lxml_html.fragment_fromstring(html, create_parent="div").iter("figure")
    assert (first.get("id"), first.get("class")) == ("herd", "ne-picture wide")
    assert first.findtext("figcaption") == "Spring, <2026>"
    image = first.find(".//img")
    assert image.get("alt") == 'Goats & "sheep"'
    assert image.get("src").startswith("../../pictures/events/herd-")
    assert (image.get("width"), image.get("height"), image.get("loading")) == ("1600", "1200", None)
    assert second.find(".//img").get("loading") == "lazy"
    assert "1600w" in first.find(".//source").get("srcset")
    assert names == [HERD.name, HERD.name]
    assert "herd.jpg" not in html


def test_a_picture_among_words_or_in_a_link_stays_there(catalogue: Catalogue, fragments: Fragments) -> None:
    """A figure inside a sentence would break it."""
    goats = "![goats](../pictures/events/herd.jpg)"
    html, _ = made(f"See {goats} here.\n\n[{goats}](x.md)\n", catalogue, fragments)
    tree = lxml_html.fragment_fromstring(html, create_parent="div")
    assert not list(tree.iter("figure"))
    assert [found.getparent().getparent().tag for found in tree.iter("picture")] == ["p", "a"]


def test_words_about_pictures_are_left_as_they_are(catalogue: Catalogue, fragments: Fragments) -> None:
    """Code shows how a picture is written."""
    text = '`![a](../pictures/events/herd.jpg)` and `<img src="site:pictures/events/herd.jpg">`\n'
    html, names = made(text, catalogue, fragments)
    assert names == []
    assert "<picture" not in html
