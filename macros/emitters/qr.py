"""A link -> its QR code as a file for posters: SVG, PNG."""

from collections.abc import Iterable
from io import BytesIO

import segno

from ..releases.sharing import Shared, code_path

QUIET = 4  # modules of light around the code (ISO/IEC 18004)
ERROR = "q"  # a quarter of it may be lost to folds and stains, and it is still read
WIDE = 1200  # pixels at least, for a hand's breadth in print


def encode_posters(link: str) -> tuple[bytes, bytes]:
    """Return the QR code of a link as SVG, for print of any size, and as PNG at least WIDE pixels wide."""
    code = segno.make_qr(link, error=ERROR)
    drawn = BytesIO()
    title = f"QR code of {link}"
    code.save(drawn, kind="svg", border=QUIET, dark="#000", light="#fff", scale=10, title=title)
    return drawn.getvalue(), _png(code, WIDE)


def encode_png(link: str, wide: int) -> bytes:
    """Return the QR code of a link as PNG at least so many pixels wide."""
    return _png(segno.make_qr(link, error=ERROR), wide)


def encode_shared(shared: Iterable[Shared]) -> dict[str, bytes]:
    """Return the codes of the links of what is shared, as SVG and PNG, by address."""
    files = {}
    for one in shared:
        base = code_path(one)
        files[f"{base}.svg"], files[f"{base}.png"] = encode_posters(one.link)
    return files


def _png(code: segno.QRCode, wide: int) -> bytes:
    scale = -(-wide // code.symbol_size(border=QUIET)[0])
    content = BytesIO()
    code.save(content, kind="png", scale=scale, border=QUIET)
    return content.getvalue()
