"""A link -> its QR code, as SVG that stands in a page."""

import segno

from ..palette import INK

QUIET = 4  # modules of light around the code (ISO/IEC 18004)
TITLE = "QR code of the link"
DARK, LIGHT = INK, "#fff"  # in both schemes: many cameras read no code that is light on dark


def encode_qr(link: str) -> str:
    """Return the QR code of a link as inline SVG, which takes the size that its place gives it."""
    code = segno.make_qr(link, error="m")
    return code.svg_inline(
        border=QUIET, dark=DARK, light=LIGHT, title=TITLE, svgclass="ne-qr", lineclass=None, omitsize=True
    )
