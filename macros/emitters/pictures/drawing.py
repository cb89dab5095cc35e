"""Pixels and the copy that is to be made of them -> the bytes of the copy, the same for the same pixels."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from hashlib import sha256
from io import BytesIO
from typing import Any

from PIL import Image, ImageFilter, features

from ...catalogue.renditions import JPEG, PNG, WEBP, Rendition
from .opening import Pixels

SETTINGS: Mapping[str, Mapping[str, Any]] = {
    WEBP: {"format": "WEBP", "quality": 72, "method": 4, "alpha_quality": 90},
    JPEG: {"format": "JPEG", "quality": 76, "optimize": True, "progressive": True, "subsampling": "4:2:0"},
    PNG: {"format": "PNG", "optimize": True},
}
LOWEST, STEP = 22, 10
SOFTER = (0.5, 1, 2, 4, 8)  # pixels
PAPER = (255, 255, 255)
_CODECS = ("webp", "libjpeg_turbo", "zlib", "littlecms2")


@cache
def tools() -> str:
    """Return a mark of what draws: the versions of Pillow and its codecs, and how they are set."""
    versions = [features.version(codec) for codec in _CODECS]
    said = f"{features.version('pil')} {versions} {SETTINGS} {LOWEST} {STEP} {SOFTER}"
    return sha256(said.encode()).hexdigest()[:10]


def draw_copy(pixels: Pixels, copy: Rendition) -> bytes:
    """Return the bytes of a copy; one that may have only so many is made plainer until it fits."""
    ready = _sized(_on_paper(pixels) if copy.media_type == JPEG else pixels, copy)
    settings = dict(SETTINGS[copy.media_type])
    content = _saved(ready, settings)
    while copy.most and len(content) > copy.most and settings["quality"] > LOWEST:
        settings["quality"] -= STEP
        content = _saved(ready, settings)
    return _softened(ready, settings, copy.most) if copy.most and len(content) > copy.most else content


def _softened(pixels: Pixels, settings: Mapping[str, Any], most: int) -> bytes:
    """Return the bytes of what has too much in it at any quality, such as noise: softer until it fits."""
    content = b""
    for radius in SOFTER:
        soft = pixels.image.filter(ImageFilter.GaussianBlur(radius))
        content = _saved(replace(pixels, image=soft), settings)
        if len(content) <= most:
            break
    return content


def _sized(pixels: Pixels, copy: Rendition) -> Pixels:
    size = (copy.width, copy.height)
    if pixels.image.size == size:
        return pixels
    return replace(pixels, image=pixels.image.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0))


def _on_paper(pixels: Pixels) -> Pixels:
    """Return pixels without transparency, as JPEG has none: on white."""
    if pixels.image.mode != "RGBA":
        return pixels
    paper = Image.new("RGB", pixels.image.size, PAPER)
    paper.paste(pixels.image, mask=pixels.image.getchannel("A"))
    return replace(pixels, image=paper)


def _saved(pixels: Pixels, settings: Mapping[str, Any]) -> bytes:
    out = BytesIO()
    pixels.image.save(out, icc_profile=pixels.profile, exif=b"", **settings)
    return out.getvalue()
