"""Events and studies on paper: the first page says what, when and where, and its code leads back."""

import pypdfium2
import pytest
import zxingcpp
from playwright.sync_api import Page

from macros.settings import Folders

from .reading import HtmlPage

USUAL = ("events/som-28/", "events/dld-forum-2025/", "events/unccd-cop17/", "studies/causes-drivers-impacts/")


@pytest.mark.parametrize("path", USUAL)
def test_a_page_that_is_printed_leads_back_to_the_site(served: str, page: Page, path: str) -> None:
    """One page of A4, on which a camera reads the address, with the title beside it."""
    page.goto(served + path, wait_until="networkidle")
    title = page.locator("h1").inner_text()
    address = page.locator("link[rel=canonical]").get_attribute("href")
    with pypdfium2.PdfDocument(page.pdf(format="A4")) as document:
        first = document[0]
        words = " ".join(first.get_textpage().get_text_range().split())
        codes = zxingcpp.read_barcodes(first.render(scale=3).to_pil())
        blank = [n for n in range(len(document)) if not _words(document[n])]
        count = len(document)
    assert [code.text for code in codes] == [address]
    assert " ".join(title.split()) in words
    assert (blank, count) == ([], 1)


@pytest.mark.parametrize("path", USUAL)
def test_the_code_is_for_paper_alone(served: str, page: Page, path: str) -> None:
    """On a screen nobody sees it, and it weighs little."""
    page.goto(served + path, wait_until="networkidle")
    code = page.locator(".ne-code")
    assert not code.is_visible()
    assert len(code.evaluate("e => e.outerHTML")) < 3000


def test_every_event_and_study_has_its_own_code(pages: dict[str, HtmlPage], real: Folders) -> None:
    """No page of a record is printed without one."""
    files = [file for kind in ("events", "studies") for file in (real.data / kind).glob("*.yml")]
    assert files
    for file in files:
        path = f"{file.parent.name}/{file.stem}"
        figures = pages[f"/{path}/"].all("figure")
        (code,) = ("".join(one.itertext()) for one in figures if one.get("class") == "ne-code")
        assert code.strip().endswith(path)


def _words(page: pypdfium2.PdfPage) -> str:
    return str(page.get_textpage().get_text_range()).strip()
