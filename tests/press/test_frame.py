"""The frame of every page: its title is text, its ways lead from where it stands, its place is marked."""

import re

import pytest
from lxml import html as lxml_html
from markupsafe import Markup

from macros.press.frame import Frame, Framed
from macros.press.links import localized, way
from macros.settings import Folders, Look, Script, Section, Site

SITE = Site("https://example.org/dunes/", "Sand", "Dunes & reeds.", "Dune Network")
LOOK = Look(
    (
        Section("Home", (("", "Home"),)),
        Section("Studies", (("studies/", "Studies"),)),
        Section("More", (("about/", "About"), ("plan/2026/", "Plan"))),
    ),
    ("assets/site.css",),
    (Script("assets/site.js", "module"), Script("assets/states.js", defer=True)),
    "assets/mark.svg",
)
TITLE = re.compile("<title>.*</title>")


@pytest.fixture(scope="module")
def frame(real: Folders) -> Frame:
    """Return the frame of the site."""
    return Frame(real.overrides, SITE, LOOK)


@pytest.mark.parametrize(
    ("title", "printed"),
    [
        ("<TBD>", "&lt;TBD&gt; · Sand"),
        ("a < b & c", "a &lt; b &amp; c · Sand"),
        ("R&D;", "R&amp;D; · Sand"),
        ("", "Sand"),
    ],
)
def test_a_title_is_printed_as_the_words_it_is(frame: Frame, title: str, printed: str) -> None:
    """What looks like a tag or an entity stays whole."""
    document = frame.page(Framed("a/", title, Markup("<p>x</p>")))
    assert TITLE.findall(document) == [f"<title>{printed}</title>"]


def test_the_entry_of_the_navigation_is_marked(frame: Frame) -> None:
    """The page itself as the page, its section as where the reader is, any page of a group the group."""
    marked = {}
    for path in ("studies/", "studies/a/", "plan/2026/", "topics/sand/", ""):
        tree = lxml_html.fromstring(frame.page(Framed(path, "x", Markup("x"))))
        links = tree.xpath("//nav[@id='ne-nav']//a")
        marked[path] = [(a.text, a.get("aria-current")) for a in links if a.get("aria-current")]
    assert marked == {
        "studies/": [("Studies", "page")],
        "studies/a/": [("Studies", "true")],
        "plan/2026/": [("More", "page")],
        "topics/sand/": [],
        "": [],
    }


def test_the_page_for_lost_readers_leads_from_the_top_of_the_server(frame: Frame) -> None:
    """It is shown at any address, so that no way of it may begin there."""
    tree = lxml_html.fromstring(frame.lost(Framed("", "", Markup())))
    ways = [
        *tree.xpath("//a/@href"),
        *tree.xpath("//script/@src"),
        *tree.xpath("//link[@rel='stylesheet']/@href"),
    ]
    assert all(one.startswith(("/dunes/", "#content")) for one in ways), ways


def test_what_is_made_once_for_pages_that_lie_alike_is_right_on_each(real: Folders, frame: Frame) -> None:
    """Whatever pages came before, a page is as if it were the only one."""
    paths = (
        "",
        "studies/",
        "studies/a/",
        "studies/b/",
        "plan/2026/",
        "plan/2025/",
        "plan/",
        "about/",
        "x/",
        "x/y/z/",
    )
    for path in (*paths, *reversed(paths)):
        page = Framed(path, "x", Markup("x"))
        assert frame.page(page) == Frame(real.overrides, SITE, LOOK).page(page), path
        assert frame.lost(page) == Frame(real.overrides, SITE, LOOK).lost(page), path


def test_scripts_are_loaded_as_the_settings_say(frame: Frame) -> None:
    """A module is one, and what waits for the page waits."""
    document = frame.page(Framed("a/b/", "x", Markup("x")))
    assert '<script src="../../assets/site.js" type="module"></script>' in document
    assert '<script src="../../assets/states.js" defer></script>' in document


@pytest.mark.parametrize(
    ("to", "here", "found"),
    [
        ("", "", "."),
        ("", "a/b/", "../.."),
        ("a/", "a/", "./"),
        ("a/", "a/b/", "../"),
        ("a/c/", "a/b/", "../c/"),
        ("x.png", "a/", "../x.png"),
        ("a/b/", "", "a/b/"),
    ],
)
def test_a_way_leads_from_a_page_to_an_address(to: str, here: str, found: str) -> None:
    """As short as it can be, and a folder keeps its slash."""
    assert way(to, here) == found


def test_links_named_by_their_address_get_the_way_from_their_page() -> None:
    """Anchors stay, and what only looks like such a link in words is left."""
    html = (
        '<a href="site:a/#x">A</a> <img src="site:p.png"> href=site:a/ <code>href=&quot;site:a/&quot;</code>'
    )
    made = localized(html, "b/")
    assert made == (
        '<a href="../a/#x">A</a> <img src="../p.png"> href=site:a/ <code>href=&quot;site:a/&quot;</code>'
    )
