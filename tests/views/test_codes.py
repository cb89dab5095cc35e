"""QR codes in pages: cameras read them, and they weigh little."""

import re

import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.catalogue import Catalogue
from macros.views.codes import QUIET, TITLE, paper_code, qr_code
from macros.views.fragments import Fragments
from macros.views.view import View

from ..emitters.announced import SITE
from .scanned import scanned


@pytest.mark.parametrize("link", [f"{SITE.url}updates/a/", f"{SITE.url}updates/{'long-' * 30}name/"])
def test_a_camera_reads_the_link_in_its_code(link: str) -> None:
    """A decoder of another make finds the link, and the code has light around it on each side."""
    (found,) = zxingcpp.read_barcodes(scanned(qr_code(link), QUIET))
    assert found.text == link
    assert f"<title>{TITLE}</title>" in qr_code(link)


def test_a_code_is_small_and_holds_no_markup_of_the_link() -> None:
    """The SVG is two paths: nothing of the link but its modules stands in it."""
    svg = qr_code("https://example.org/?a=<script>&b")
    assert len(qr_code(f"{SITE.url}updates/policy-paper-begun/")) < 2500
    assert re.findall(r"<(\w+)", svg) == ["svg", "title", "path", "path"]


@settings(max_examples=40)
@given(id=st.text("abcdefghijklmnopqrstuvwxyz0123456789-", min_size=1, max_size=60))
def test_a_camera_reads_the_code_of_a_printed_page(
    catalogue: Catalogue, fragments: Fragments, id: str
) -> None:
    """It is made without weighing masks, which changes nothing for a camera; the address stands beside it."""
    html = paper_code(View(catalogue, fragments, site=SITE), "studies", id)
    (found,) = zxingcpp.read_barcodes(scanned(html, 0))
    assert found.text == f"{SITE.url}studies/{id}/"
    assert f"neaspec.org/<wbr>dld/<wbr>studies/<wbr>{id}</figcaption>" in html
    assert len(html) < 3500
