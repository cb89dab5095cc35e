"""Pixels -> the picture that a flyer shows, as large as print needs it."""

from dataclasses import replace
from functools import cache
from io import BytesIO

from PIL import Image, ImageOps

from ..cards import motifs
from ..cards.dress import dress
from ..cards.landscape import mark
from ..cards.sketch import Sketch
from ..pictures.opening import Pixels

DOTS = 220 / 72  # pixels for a point
QUALITY, OF_DRAWINGS = 86, 94
MARK, EDGE = 144, 3
Room = tuple[float, float]


def filling(pixels: Pixels, room: Room) -> bytes:
    """Return a picture cut to the shape of a room (width and height in points): its middle fills it."""
    size = (round(room[0] * DOTS), round(room[1] * DOTS))
    cut = ImageOps.fit(_on_white(pixels.image), size, Image.Resampling.LANCZOS, centering=(0.5, 0.45))
    return _encoded(replace(pixels, image=cut))


def within(pixels: Pixels, room: Room) -> tuple[bytes, float, float]:
    """Return a whole picture, and the width and height at which it just fits into a room, in points."""
    picture = _on_white(pixels.image)
    scale = min(room[0] / picture.width, room[1] / picture.height)
    width, height = picture.width * scale, picture.height * scale
    picture.thumbnail((round(width * DOTS) or 1, round(height * DOTS) or 1), Image.Resampling.LANCZOS)
    return _encoded(replace(pixels, image=picture)), width, height


def upright(pixels: Pixels) -> bool:
    """Return whether a picture is not clearly wider than high, so that it cannot fill a page's width."""
    return pixels.image.width < 1.2 * pixels.image.height


@cache
def drawing(design: str) -> bytes:
    """Return the drawing of a kind of card, without words."""
    return _encoded(Pixels(motifs.panel(design, dress(design).panel, marked=False)), OF_DRAWINGS)


@cache
def emblem() -> bytes:
    """Return the programme's mark on white."""
    sketch = Sketch(MARK + 2 * EDGE, MARK + 2 * EDGE, "#ffffff")
    mark(sketch, EDGE, EDGE, MARK)
    return _encoded(Pixels(sketch.done()), OF_DRAWINGS)


def _on_white(picture: Image.Image) -> Image.Image:
    if picture.mode != "RGBA":
        return picture.copy()
    paper = Image.new("RGB", picture.size, "#ffffff")
    paper.paste(picture, mask=picture.getchannel("A"))
    return paper


def _encoded(pixels: Pixels, quality: int = QUALITY) -> bytes:
    content = BytesIO()
    pixels.image.save(content, "JPEG", quality=quality, optimize=True, icc_profile=pixels.profile)
    return content.getvalue()
