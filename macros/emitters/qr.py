"""A link -> its QR code: as SVG that stands in a page, and as files for posters."""

from io import BytesIO

import segno

from ..palette import INK

QUIET = 4  # modules of light around the code (ISO/IEC 18004)
ERROR = "q"  # a quarter of it may be lost to folds and stains, and it is still read
WIDE = 1200  # pixels at least, for a hand's breadth in print
TITLE = "QR code of the link"
DARK, LIGHT = INK, "#fff"  # in both schemes: many cameras read no code that is light on dark


def encode_qr(link: str) -> str:
    """Return the QR code of a link as inline SVG, which takes the size that its place gives it."""
    code = segno.make_qr(link, error="m")
    return code.svg_inline(
        border=QUIET, dark=DARK, light=LIGHT, title=TITLE, svgclass="ne-qr", lineclass=None, omitsize=True
    )


def encode_poster_svg(link: str) -> bytes:
    """Return the QR code of a link as a file that any size of print can be made of."""
    content = BytesIO()
    segno.make_qr(link, error=ERROR).save(
        content, kind="svg", border=QUIET, dark="#000", light="#fff", scale=10, title=f"QR code of {link}"
    )
    return content.getvalue()


def encode_poster_png(link: str, wide: int = WIDE) -> bytes:
    """Return the QR code of a link as a picture in black and white, at least so many pixels wide."""
    code = segno.make_qr(link, error=ERROR)
    scale = -(-wide // code.symbol_size(border=QUIET)[0])
    content = BytesIO()
    code.save(content, kind="png", scale=scale, border=QUIET)
    return content.getvalue()
