"""A QR code as SVG -> the picture that a camera takes of it."""

import re

from PIL import Image, ImageOps

PAPER = 32


def scanned(svg: str, quiet: int) -> Image.Image:
    """Return what a code shows on white paper, four dots a module; so many modules of it must be light."""
    (size,) = re.findall(r'viewBox="0 0 (\d+) \d+"', svg)
    drawn = re.findall(r'd="([^"]+)"', svg)[-1]
    image = Image.new("L", (int(size), int(size)), 255)
    x = y = 0.0
    for command, first, second in re.findall(r"([Mmh])(-?[\d.]+)(?:[ ,]?(-?[\d.]+))?", drawn):
        if command == "h":
            image.paste(0, (int(x), int(y), int(x) + int(first), int(y) + 1))
            x += int(first)
        else:
            x, y = (float(first), float(second)) if command == "M" else (x + float(first), y + float(second))
    assert Image.eval(image, lambda v: 255 - v).getbbox() == (
        quiet,
        quiet,
        int(size) - quiet,
        int(size) - quiet,
    )
    return ImageOps.expand(image.resize((int(size) * 4, int(size) * 4)), PAPER, 255)
