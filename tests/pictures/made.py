"""What a test asks for -> the bytes of a small picture, with what a camera notes where it is to."""

from io import BytesIO
from typing import Any

from PIL import Image

CAMERA = "Secretcam"
SIZE = (64, 40)


def scene(mode: str = "RGB", size: tuple[int, int] = SIZE) -> Image.Image:
    """Return an image whose left upper corner is light and the rest dark, so that turns are seen."""
    image = Image.new(mode, size)
    light: Any = {"RGB": (250, 240, 90), "RGBA": (250, 240, 90, 200), "L": 240, "CMYK": (5, 10, 200, 0)}[mode]
    image.paste(light, (0, 0, size[0] // 2, size[1] // 2))
    return image


def noted(orientation: int = 1) -> Image.Exif:
    """Return what a camera notes: its name, how it was held, and where in the world."""
    exif = Image.Exif()
    exif[0x010F], exif[0x0112] = CAMERA, orientation
    place = exif.get_ifd(0x8825)
    place[1], place[2], place[3], place[4] = "N", (47.0, 55.0, 12.0), "E", (106.0, 55.0, 1.0)
    return exif


def saved(image: Image.Image, format: str = "JPEG", **options: Any) -> bytes:
    """Return the bytes of an image in a format."""
    out = BytesIO()
    image.save(out, format=format, **options)
    return out.getvalue()


def photograph(orientation: int = 1, format: str = "JPEG", size: tuple[int, int] = SIZE) -> bytes:
    """Return a picture as a camera gives it, with all that it noted."""
    more = {"comment": CAMERA.encode()} if format == "JPEG" else {}
    xmp = f"<x:xmpmeta xmlns:x='adobe:ns:meta/'>{CAMERA}</x:xmpmeta>".encode()
    more |= {"xmp": xmp} if format != "PNG" else {}
    return saved(scene(size=size), format, exif=noted(orientation), **more)


def moving(format: str) -> bytes:
    """Return two pictures in one file."""
    other = scene().transpose(Image.Transpose.ROTATE_180)
    return saved(scene(), format, save_all=True, append_images=[other], duration=100)
