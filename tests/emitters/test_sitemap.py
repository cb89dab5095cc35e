"""What search engines are told first: every page, and that they may read all of them."""

from urllib.robotparser import RobotFileParser

import pytest
from lxml import etree

from macros.emitters.sitemap import encode_robots, encode_sitemap

URL = "https://example.org/sand/"
NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.mark.parametrize("path", ["", "studies/", "register/page/2/", "feeds/updates.xml", "assets/x.css"])
def test_robots_may_read_every_page(path: str) -> None:
    """A reader of robots.txt finds nothing that it may not fetch, whatever it is called."""
    parser = RobotFileParser()
    parser.parse(encode_robots(URL).decode().splitlines())
    for robot in ("Googlebot", "bingbot", "Baiduspider", "YandexBot", "*"):
        assert parser.can_fetch(robot, URL + path)
    assert parser.site_maps() == [f"{URL}sitemap.xml"]


def test_the_sitemap_holds_each_address_whole_and_in_order() -> None:
    """Each page once, under the site's address, with what XML would read as its own escaped."""
    content = encode_sitemap(URL, ["", "studies/", "a&b/"])
    assert content.endswith(b"</loc>\n  </url>\n</urlset>\n")
    urlset = etree.fromstring(content)
    assert urlset.tag == f"{NAMESPACE}urlset"
    found = [[(part.tag, part.text) for part in url] for url in urlset.findall(f"{NAMESPACE}url")]
    assert found == [[(f"{NAMESPACE}loc", URL + path)] for path in ("", "studies/", "a&b/")]
