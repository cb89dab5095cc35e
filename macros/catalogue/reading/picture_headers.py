"""The bytes of a picture -> its format, size and what keeps it from being shown; nothing is decoded.

Pillow's own readers are asked for the header alone: Image.open() refuses the largest before it gives a size.
"""

import struct
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from PIL import Image
from PIL.ExifTags import Base
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile

TURNED = (5, 6, 7, 8)  # orientations by which width and height change places (Exif 2.32, 4.6.4)
PNG, JPEG, WEBP = "image/png", "image/jpeg", "image/webp"
SIGNATURES = {b"\x89PNG\r\n\x1a\n": PNG, b"\xff\xd8\xff": JPEG}
OTHERS = {b"GIF8": "GIF", b"BM": "BMP", b"II*\0": "TIFF", b"MM\0*": "TIFF", b"%PDF": "PDF", b"8BPS": "PSD"}
HEIC = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1")
NOTES = ("exif", "xmp", "XML:com.adobe.xmp", "Raw profile type exif", "photoshop")
READY_PIXELS = {True: 500_000_000, False: 120_000_000}  # of a JPEG, which is decoded small, and of others
DAMAGED = "is damaged or not whole; copy it anew, or save it again as JPEG"


@dataclass(frozen=True, slots=True)
class Header:
    """What a picture says of itself: media type, width and height as it lies, orientation (1 to 8).

    exif tells whether a camera's or program's notes are in it; fault is why it is not shown, or nothing.
    """

    media_type: str
    width: int
    height: int
    orientation: int = 1
    transparent: bool = False
    exif: bool = False
    fault: str = ""

    @property
    def size(self) -> tuple[int, int]:
        """Return width and height as readers see it, turned."""
        turned = self.orientation in TURNED
        return (self.height, self.width) if turned else (self.width, self.height)


def media_type_of(content: bytes) -> str:
    """Return the media type of a picture by its first bytes, or nothing where it is none that we show."""
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return WEBP
    return next((found for begins, found in SIGNATURES.items() if content.startswith(begins)), "")


def other_format(content: bytes) -> str:
    """Return the name of a format that we do not show, or nothing where the first bytes tell of none."""
    if content[4:8] == b"ftyp":
        return "HEIC" if content[8:12] in HEIC else "AVIF" if content[8:12] in (b"avif", b"avis") else ""
    return next((name for begins, name in OTHERS.items() if content.startswith(begins)), "")


def header_of(content: bytes) -> Header | None:
    """Return the header of a PNG, JPEG or WebP, or None where it cannot be read."""
    read = {PNG: _png, JPEG: _jpeg, WEBP: _webp}.get(media_type_of(content))
    try:
        return read(content) if read else None
    except (OSError, SyntaxError, ValueError, TypeError, IndexError, OverflowError, struct.error):
        return None


def orientation_in(noted: Any) -> int:
    """Return how a picture is to be turned, by the EXIF data of its file; 1 where nothing is said."""
    if not isinstance(noted, bytes):
        return 1
    exif = Image.Exif()
    try:
        exif.load(noted)
        said = exif.get(Base.Orientation, 1)
    except (OSError, SyntaxError, ValueError, TypeError, KeyError, struct.error):
        return 1
    return said if said in range(1, 9) else 1


def _png(content: bytes) -> Header:
    picture = PngImageFile(BytesIO(content))
    fault = ""
    if content[24] == 16:
        fault = "has 16 bits a colour, which browsers do not show"
    elif getattr(picture, "is_animated", False):
        fault = "moves; take one picture of it"
    elif b"IEND" not in content[-64:]:
        fault = DAMAGED
    else:
        picture.verify()
    transparent = picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info
    late = b"eXIf" in content[-70_000:]  # it may stand behind the picture, where Pillow would decode first
    return _header(PNG, picture, transparent, fault, late)


def _jpeg(content: bytes) -> Header:
    picture = JpegImageFile(BytesIO(content))
    fault = ""
    if picture.mode == "CMYK":
        fault = "is in the colours of print (CMYK), which browsers show wrongly"
    elif content.rfind(b"\xff\xd9") < content.rfind(b"\xff\xda"):  # its end, the start of its last scan
        fault = DAMAGED
    return _header(JPEG, picture, False, fault)


def _header(kind: str, picture: Image.Image, transparent: bool, fault: str, late: bool = False) -> Header:
    noted = late or any(name in picture.info for name in NOTES)
    orientation = orientation_in(picture.info.get("exif"))
    return Header(kind, *picture.size, orientation, transparent, noted, fault)


def _webp(content: bytes) -> Header:
    """Read the header of a WebP (RFC 9649, section 2) without Pillow, which makes room for its pixels."""
    chunk, flags = content[12:16], 0
    alpha = False
    if chunk == b"VP8X":
        flags, alpha = content[20], bool(content[20] & 0x10)
        width, height = (int.from_bytes(content[at : at + 3], "little") + 1 for at in (24, 27))
    elif chunk == b"VP8L":
        bits = int.from_bytes(content[21:25], "little")
        width, height, alpha = (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1, bool(bits >> 28 & 1)
    elif chunk == b"VP8 " and content[23:26] == b"\x9d\x01\x2a":
        width, height = (int.from_bytes(content[at : at + 2], "little") & 0x3FFF for at in (26, 28))
    else:
        raise ValueError(chunk)
    whole = len(content) >= int.from_bytes(content[4:8], "little") + 8
    fault = "moves; take one picture of it" if flags & 0x02 else "" if whole else DAMAGED
    noted = _webp_chunk(content, b"EXIF") if flags & 0x08 else None
    marked = bool(flags & 0x0C)
    return Header(WEBP, width, height, orientation_in(noted), alpha, marked, fault)


def _webp_chunk(content: bytes, name: bytes) -> bytes | None:
    """Return what a chunk of a WebP holds, or None where it has none of that name."""
    at = 12
    while at + 8 <= len(content):
        length = int.from_bytes(content[at + 4 : at + 8], "little")
        if content[at : at + 4] == name:
            return content[at + 8 : at + 8 + length]
        at += 8 + length + length % 2
    return None
