"""A picture -> the copies in which readers get it: addresses, sizes, media types; nothing is drawn here.

An address depends on the bytes of the source and on RECIPE alone, so that addresses that are out never
change with a package. RECIPE changes only where copies are to look otherwise.
"""

from dataclasses import dataclass
from hashlib import sha256

from .stored import PictureFile, StoredFile

RECIPE = 1
WIDTHS, HIGHEST = (320, 480, 1120, 1600), 2000  # pixels
OLDER = range(480, 1200)  # widths in a format that every program reads too
NEAR = 1.2  # no copy that is hardly narrower than the widest
MOST = {320: 16_000, 480: 24_000, 1120: 120_000}  # bytes; tiles of a gallery are light, so that many are
PREVIEW, LEAST_WIDTH, LEAST_HEIGHT = 1200, 600, 315  # pixels; channels show smaller ones as thumbs, or not
PREVIEW_BYTES = 500_000  # half of what the strictest channel takes
COVER = 1280  # pixels: how wide the first page of a PDF is drawn
SLIMMEST = 3  # times as high as wide, or the other way: the first page of a PDF that is no cover
WEBP, JPEG, PNG, SVG, PDF = "image/webp", "image/jpeg", "image/png", "image/svg+xml", "application/pdf"
ENDINGS = {WEBP: "webp", JPEG: "jpg", PNG: "png", SVG: "svg"}


@dataclass(frozen=True, slots=True)
class Rendition:
    """A copy of a picture: its address under the site's, media type, width and height in pixels.

    most is how many bytes it may have, or 0 where its quality decides alone.
    """

    path: str
    media_type: str
    width: int
    height: int
    most: int = 0


def renditions(picture: PictureFile) -> tuple[Rendition, ...]:
    """Return the copies that a page offers: WebP, then what older programs read; each by width."""
    if picture.media_type == SVG:
        return (Rendition(_path(picture, "svg"), SVG, picture.width, picture.height),)
    widths = widths_of(picture)
    older = [width for width in widths if width in OLDER] or widths[-1:]
    other = PNG if picture.transparent else JPEG
    return (
        *(_sized(picture, WEBP, width, MOST.get(width, 0)) for width in widths),
        *(_sized(picture, other, width) for width in older),
    )


def widths_of(picture: PictureFile) -> list[int]:
    """Return how wide its copies are: never wider than itself, and the widest as wide as is of use."""
    widest = max(1, min(picture.width, WIDTHS[-1], round(HIGHEST * picture.width / picture.height)))
    return [*(width for width in WIDTHS if width * NEAR <= widest), widest]


def preview_copy(picture: PictureFile) -> Rendition | None:
    """Return the copy for previews and feeds, or None where the picture is too small or too slim for them."""
    if picture.media_type == SVG:
        return None
    scale = min(1.0, PREVIEW / picture.width, PREVIEW / picture.height)
    width, height = round(picture.width * scale), round(picture.height * scale)
    if width < LEAST_WIDTH or height < LEAST_HEIGHT:
        return None
    return Rendition(_path(picture, "preview.jpg"), JPEG, width, height, PREVIEW_BYTES)


def original_copy(picture: PictureFile) -> Rendition:
    """Return the file as it is, for readers where its record offers it."""
    path = _path(picture, f"original.{ENDINGS[picture.media_type]}")
    return Rendition(path, picture.media_type, picture.width, picture.height, picture.length)


def cover_of(file: StoredFile) -> PictureFile | None:
    """Return the first page of a PDF as a picture, or None where it has none that makes a cover."""
    width, height = file.first_page or (0.0, 0.0)
    if min(width, height) <= 0 or max(width, height) > SLIMMEST * min(width, height):
        return None
    tall = round(COVER * height / width)
    return PictureFile(file.name, PDF, file.length, COVER, tall, digest=file.digest)


def _sized(picture: PictureFile, media_type: str, width: int, most: int = 0) -> Rendition:
    height = max(1, round(picture.height * width / picture.width))
    return Rendition(_path(picture, f"{width}.{ENDINGS[media_type]}"), media_type, width, height, most)


def _path(picture: PictureFile, ending: str) -> str:
    mark = sha256(f"{RECIPE} {picture.digest}".encode()).hexdigest()[:10]
    joined = "." if ending == "svg" else "-"
    return f"pictures/{picture.name.rpartition('.')[0]}-{mark}{joined}{ending}"
