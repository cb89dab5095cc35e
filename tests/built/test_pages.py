"""What every page of the real site must hold."""

from itertools import pairwise
from pathlib import Path

from macros.catalogue.addresses import address_of
from macros.catalogue.kinds import PAGED
from macros.releases.loading import load_catalogue

from .building import ROOT
from .reading import HtmlPage

LARGEST_PAGE = 1_000_000
PROMISED = (
    "/", "/studies/", "/events/", "/approach/", "/plan/2026/", "/countries/", "/organizations/",
    "/topics/", "/documents/", "/facts/", "/about/", "/register/", "/register/gaps/", "/register/seeking/",
    "/open-data/", "/share/", "/404.html",
)  # fmt: skip
LEFT_OVER = ("<ne-ref", "{{", "}}", "{%", "Macro", "Undefined", "Traceback")


def test_every_promised_address_is_there(pages: dict[str, HtmlPage]) -> None:
    """The addresses that people type and link to exist."""
    assert [address for address in PROMISED if address not in pages] == []


def test_every_record_has_its_page(pages: dict[str, HtmlPage]) -> None:
    """Each study, event, country, organization, topic, document and plan has a page with its title."""
    catalogue = load_catalogue(ROOT / "data")
    for kind in PAGED:
        for id in catalogue.ids(kind):
            page = pages["/" + address_of(kind, id)]
            heading = " ".join("".join(page.all("h1")[0].itertext()).split())
            assert heading.startswith(str(getattr(catalogue.record(kind, id), "title"))[:30]), page.address  # noqa: B009


def test_the_desk_is_in_no_site(pages: dict[str, HtmlPage], site: Path) -> None:
    """What waits for staff is for the preview; the site has neither the page nor a link to it."""
    assert "desk/" not in pages
    assert not (site / "desk").exists()
    assert not [page.address for page in pages.values() if "desk/" in page.file.read_text(encoding="utf-8")]


def test_links_inside_the_site_lead_somewhere(pages: dict[str, HtmlPage], site: Path) -> None:
    """Every link and every anchor that it names exists."""
    broken = set()
    ids = {address: {*page.ids, ""} for address, page in pages.items()}
    for page in pages.values():
        if page.address == "/404.html":
            continue
        for path, fragment in page.links():
            if path in ids:
                if fragment not in ids[path]:
                    broken.add(f"{page.address} -> {path}#{fragment}")
            elif not any((site / path.lstrip("/") / name).is_file() for name in ("", "index.html")):
                broken.add(f"{page.address} -> {path}")
    assert sorted(broken) == []


def test_ids_are_unique_in_a_page(pages: dict[str, HtmlPage]) -> None:
    """No page gives an id twice."""
    twice = {
        page.address: sorted({id for id in page.ids if page.ids.count(id) > 1})
        for page in pages.values()
        if len(page.ids) != len(set(page.ids))
    }
    assert twice == {}


def test_every_page_has_one_heading_and_describes_itself(pages: dict[str, HtmlPage]) -> None:
    """Each page has one h1, a title, a description, a canonical address and a language."""
    wanting = []
    for page in pages.values():
        described = [m for m in page.all("meta") if m.get("name") == "description" and m.get("content")]
        canonical = [link for link in page.all("link") if link.get("rel") == "canonical"]
        complete = len(page.all("h1")) == 1 and page.all("title")[0].text and described
        if not complete or (not canonical and page.address != "/404.html") or not page.root.get("lang"):
            wanting.append(page.address)
    assert wanting == []


def test_headings_go_down_one_level_at_a_time(pages: dict[str, HtmlPage]) -> None:
    """No heading skips a level, so that a screen reader's outline holds."""
    skipped = []
    for page in pages.values():
        main = next(page.root.iter("main"), page.root)
        levels = [
            int(element.tag[1]) for element in main.iter() if str(element.tag) in ("h1", "h2", "h3", "h4")
        ]
        for before, after in pairwise(levels):
            if after > before + 1:
                skipped.append(f"{page.address}: h{before} to h{after}")
    assert skipped == []


def test_a_list_of_terms_names_each_once(pages: dict[str, HtmlPage]) -> None:
    """What goes with a term several times stands below it, not below the same term again (Nu checker)."""
    found = []
    for address, page in pages.items():
        for terms in page.all("dl"):
            names = [" ".join("".join(term.itertext()).split()) for term in terms.iter("dt")]
            found += [(address, name) for name in sorted({name for name in names if names.count(name) > 1})]
    assert found == []


def test_a_table_in_a_figure_has_one_caption(pages: dict[str, HtmlPage]) -> None:
    """A figure with a caption of its own holds no table with another (Nu checker)."""
    found = [
        address
        for address, page in pages.items()
        for figure in page.all("figure")
        if figure.find("figcaption") is not None and figure.find("table/caption") is not None
    ]
    assert found == []


def test_no_page_shows_what_was_meant_for_the_machine(pages: dict[str, HtmlPage]) -> None:
    """No template marks, no unnumbered reference and no error text is left in a page."""
    found = [(page.address, mark) for page in pages.values() for mark in LEFT_OVER if mark in _body(page)]
    assert found == []


def test_pages_stay_small_enough_for_previews(pages: dict[str, HtmlPage]) -> None:
    """No page reaches the size at which preview makers stop reading."""
    assert [p.address for p in pages.values() if len(p.text.encode()) >= LARGEST_PAGE] == []


def test_the_navigation_holds_only_written_pages(pages: dict[str, HtmlPage]) -> None:
    """Pages made from records stay out of the navigation, which every page repeats."""
    navigation = [nav for nav in pages["/"].all("nav") for a in nav.iter("a") if "/by/" in a.get("href", "")]
    assert navigation == []


def test_sitemap_and_robots_name_the_pages(pages: dict[str, HtmlPage], site: Path) -> None:
    """The sitemap lists each page once, without the narrowed lists, and robots.txt names it."""
    sitemap = (site / "sitemap.xml").read_text()
    listed = {a for a in pages if f"<loc>https://neaspec.org/dld{a}</loc>" in sitemap}
    assert listed == {a for a in pages if "/by/" not in a and a != "/404.html"}
    assert "Sitemap: https://neaspec.org/dld/sitemap.xml" in (site / "robots.txt").read_text()


def _body(page: HtmlPage) -> str:
    """Return the page without the script that configures the theme, which has braces of its own."""
    return page.text.split("<main", 1)[-1].split("</main>", 1)[0]
