"""A link -> its QR code, as SVG that stands in a page: shown there, or only where the page is printed."""

import segno
from markupsafe import Markup

from ..catalogue.addresses import address_of
from ..palette import INK
from .view import View

QUIET = 4  # modules of light around the code (ISO/IEC 18004)
TITLE = "QR code of the link"
DARK, LIGHT = INK, "#fff"  # in both schemes: many cameras read no code that is light on dark
MASK = 2  # weighing all eight takes five times as long, on every page of a large site


def qr_code(link: str) -> Markup:
    """Return the QR code of a link, which takes the size that its place gives it."""
    code = segno.make_qr(link, error="m")
    svg = code.svg_inline(
        border=QUIET, dark=DARK, light=LIGHT, title=TITLE, svgclass="ne-qr", lineclass=None, omitsize=True
    )
    return Markup(svg)  # noqa: S704 - ours


def paper_code(view: View, kind: str, id: str) -> Markup:
    """Return what leads from a printed page of a record back to it: a code, and the address in words."""
    link = view.site.url + address_of(kind, id)
    code = segno.make_qr(link, error="m", mask=MASK)
    svg = code.svg_inline(border=0, dark="#000", title=TITLE, svgclass=None, lineclass=None, omitsize=True)
    words = link.partition("://")[2].rstrip("/")
    return view.render("paper_code", code=Markup(svg), words=words)  # noqa: S704 - ours
