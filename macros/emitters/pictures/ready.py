"""A picture as it comes from a camera or a designer -> one that the site takes: turned, bare, smaller."""

import struct
import warnings
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageCms, UnidentifiedImageError
from PIL.JpegImagePlugin import JpegImageFile

from ...catalogue.reading.picture_headers import READY_PIXELS, TURNED, other_format
from .opening import Pixels, orientation_of, plain_pixels, turned

LARGEST = 4_000  # pixels on the longer side
FORMATS = ("PNG", "JPEG", "WEBP", "TIFF", "BMP", "GIF")
QUALITY = 90
DEEP = ("I", "F", "I;16", "I;16B", "I;16L", "I;16N")
HEIC = "is HEIC, as phones save it; open it in a program for photographs, export it as JPEG, and give that"
TOO_MANY = "more than can be read here; make it smaller in a program for photographs"
NO_PICTURE = "is no picture that can be read; save it again as JPEG or PNG"


class Unready(Exception):
    """Why a picture cannot be made ready, and what to do."""


@dataclass(frozen=True, slots=True)
class Ready:
    """A picture for docs/pictures/: bytes, ending, size in pixels now and before."""

    content: bytes = field(repr=False)
    ending: str
    size: tuple[int, int]
    was: tuple[int, int]


def made_ready(file: Path) -> Ready:
    """Return the picture of a file: turned, bare, not too large, in the colours of screens.

    Raises Unready in words that follow the file's name.
    """
    with file.open("rb") as begun:
        first = begun.read(64)
    if other_format(first) in ("HEIC", "AVIF"):
        raise Unready(HEIC)
    if not first:
        raise Unready("is empty; copy the picture anew")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _made(file, jpeg=first.startswith(b"\xff\xd8\xff"))
    except (Image.DecompressionBombError, MemoryError):
        raise Unready(f"has too many pixels, {TOO_MANY}") from None
    except (UnidentifiedImageError, SyntaxError, ValueError, EOFError, struct.error):
        raise Unready(NO_PICTURE) from None
    except OSError as wrong:
        if wrong.errno is not None:
            raise
        raise Unready("is damaged or not whole; copy it anew") from None


def _made(file: Path, jpeg: bool) -> Ready:
    with JpegImageFile(file) if jpeg else Image.open(file, formats=FORMATS) as image:
        width, height = image.size
        if width * height > READY_PIXELS[jpeg]:
            raise Unready(f"is {width:,} by {height:,} pixels, {TOO_MANY}")
        if getattr(image, "is_animated", False):
            raise Unready("moves; save one picture of it, and give that")
        turn = orientation_of(image)
        scale = min(1.0, LARGEST / max(width, height))
        wanted = (max(1, round(width * scale)), max(1, round(height * scale)))
        if jpeg:
            image.draft(None, wanted)
        image.load()
        pixels = plain_pixels(_for_screens(image))
        small = pixels.image
        if small.size != wanted:
            small = small.resize(wanted, Image.Resampling.LANCZOS)
        shown = turned(small, turn)
        was = (height, width) if turn in TURNED else (width, height)
        return _ready(Pixels(shown, pixels.profile), was)


def _for_screens(image: Image.Image) -> Image.Image:
    """Return an image in 8 bits a colour, and in red, green and blue where it had the colours of print."""
    if image.mode in DEEP:
        return image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if image.mode not in ("CMYK", "LAB", "YCbCr"):
        return image
    profile = image.info.get("icc_profile")
    if image.mode == "CMYK" and profile:
        try:
            printed, screen = ImageCms.ImageCmsProfile(BytesIO(profile)), ImageCms.createProfile("sRGB")
            found = ImageCms.profileToProfile(image, printed, screen, outputMode="RGB")
        except (ImageCms.PyCMSError, OSError, ValueError):
            found = None
        if found:
            found.info.clear()
            return found
    plain = image.convert("RGB")
    plain.info.clear()
    return plain


def _ready(pixels: Pixels, was: tuple[int, int]) -> Ready:
    image, out = pixels.image, BytesIO()
    transparent = image.mode == "RGBA" and image.getchannel("A").getextrema()[0] != 255
    if transparent:
        image.save(out, format="PNG", optimize=True, icc_profile=pixels.profile)
    else:
        plain = image.convert("RGB") if image.mode == "RGBA" else image
        plain.save(out, format="JPEG", quality=QUALITY, optimize=True, icc_profile=pixels.profile)
    return Ready(out.getvalue(), ".png" if transparent else ".jpg", image.size, was)
