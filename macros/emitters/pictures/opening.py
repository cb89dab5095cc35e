"""The file of a picture -> its pixels, turned, no larger than they are needed, and its colour profile."""

from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from threading import Lock

import pypdfium2
from PIL import Image, ImageCms
from PIL.JpegImagePlugin import JpegImageFile

from ...catalogue.reading.picture_headers import TURNED, orientation_in
from ...catalogue.renditions import PDF
from ...catalogue.stored import PictureFile

FORMATS = ("PNG", "JPEG", "WEBP")
TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
LARGEST_PROFILE = 4096  # bytes; a longer one weighs more than it does in a small copy
DAMAGED = (OSError, SyntaxError, ValueError, EOFError, MemoryError, pypdfium2.PdfiumError)
_one_pdf_at_a_time = Lock()  # PDFium has no threads


@dataclass(frozen=True, slots=True)
class Pixels:
    """A picture that is decoded, in greys, RGB or RGBA, and the colour profile that its copies carry."""

    image: Image.Image = field(repr=False)
    profile: bytes | None = field(default=None, repr=False)


def open_pixels(picture: PictureFile, file: Path, width: int) -> Pixels:
    """Return a picture at least so wide, where it is; raises one of DAMAGED where it cannot be decoded."""
    if picture.media_type == PDF:
        return Pixels(_first_page(file, picture.width))
    with Image.open(file, formats=FORMATS) as image:
        turn = orientation_of(image)
        height = round(picture.height * width / picture.width)
        if isinstance(image, JpegImageFile):
            image.draft(None, (height, width) if turn in TURNED else (width, height))
        image.load()
        return plain_pixels(turned(image, turn))


def orientation_of(image: Image.Image) -> int:
    """Return how an image is to be turned (1 to 8), by what its header says before it is decoded."""
    return orientation_in(image.info.get("exif"))


def turned(image: Image.Image, turn: int) -> Image.Image:
    """Return an image as its camera was held; what it says of itself stays with it."""
    return image.transpose(TURNS[turn]) if turn in TURNS else image


def plain_pixels(image: Image.Image) -> Pixels:
    """Return an image without anything but pixels and profile."""
    profile = image.info.get("icc_profile")
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        image = image.convert("RGBA")
    elif image.mode not in ("L", "RGB"):
        image = image.convert("L" if image.mode == "1" else "RGB")
    image, profile = _with_profile(image, profile)
    bare = image.copy()
    bare.info.clear()
    bare.getexif().clear()
    return Pixels(bare, profile)


def _with_profile(image: Image.Image, profile: object) -> tuple[Image.Image, bytes | None]:
    """Return an image and its profile, where that is short and says more than sRGB, which all assume."""
    if not isinstance(profile, bytes) or image.mode == "L":
        return image, None
    try:
        given = ImageCms.ImageCmsProfile(BytesIO(profile))
        if "sRGB" in ImageCms.getProfileDescription(given):
            return image, None
        if len(profile) <= LARGEST_PROFILE:
            return image, profile
        found = ImageCms.profileToProfile(image, given, ImageCms.createProfile("sRGB"))
    except (ImageCms.PyCMSError, OSError, ValueError):
        return image, None
    return found or image, None


def _first_page(file: Path, width: int) -> Image.Image:
    with _one_pdf_at_a_time, pypdfium2.PdfDocument(file) as document:
        page = document[0]
        bitmap = page.render(scale=width / page.get_width(), rev_byteorder=True)
        drawn: Image.Image = bitmap.to_pil()
        return drawn.convert("RGB").copy()
