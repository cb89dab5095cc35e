"""Addresses of pages -> sitemap.xml (sitemaps.org protocol 0.9) and robots.txt (RFC 9309)."""

from collections.abc import Iterable
from xml.etree import ElementTree

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def encode_sitemap(site_url: str, paths: Iterable[str]) -> bytes:
    """Return the sitemap of a site's pages; it carries no dates, so that only content changes it."""
    urlset = ElementTree.Element("urlset", xmlns=NAMESPACE)
    for path in paths:
        url = ElementTree.SubElement(urlset, "url")
        ElementTree.SubElement(url, "loc").text = f"{site_url}{path}"
    ElementTree.indent(urlset)
    xml: bytes = ElementTree.tostring(urlset, encoding="utf-8", xml_declaration=True)
    return xml + b"\n"


def encode_robots(site_url: str) -> bytes:
    """Return a robots.txt that lets everything be read and names the sitemap."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {site_url}sitemap.xml\n".encode()
