"""The folder docs/pictures/ -> the pictures that records and pages name, and why others cannot be shown."""

import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from PIL import Image

from ...settings import Keep, made_anew
from ..problems import suggestion
from ..stored import PictureFile
from .picture_headers import (
    DAMAGED,
    JPEG,
    PNG,
    READY_PIXELS,
    WEBP,
    Header,
    header_of,
    media_type_of,
    other_format,
)
from .refusals import unread
from .vectors import SVG, Unfit, clean_svg, size_of

MOST_BYTES = 15_000_000
MOST_PIXELS = 50_000_000
LONGEST = 16_000  # pixels on a side; a WebP has at most 16,383
ENDINGS = {PNG: (".png",), JPEG: (".jpg", ".jpeg"), WEBP: (".webp",), SVG: (".svg",)}
MOST_LOGO = 200_000
Read = PictureFile | str


def picture_names(folder: Path) -> list[str]:
    """Return every file of a folder of pictures, by its path below it; hidden ones are not looked at."""
    found = []
    for top, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        below = Path(top).relative_to(folder)
        found += [(below / name).as_posix() for name in files if not name.startswith(".")]
    return sorted(found)


def read_pictures(folder: Path, names: Iterable[str], keep: Keep = made_anew) -> dict[str, Read]:
    """Return each named picture, or in its place what is wrong with it.

    By its header alone; a PNG or WebP within the limits is decoded once, as its header does not tell that
    the rest is whole, and keep gives back what came of it.
    """
    wanted = sorted(set(names))
    there = frozenset(picture_names(folder)) if wanted else frozenset()
    return {name: _read(folder, name, there, keep) for name in wanted}


def sound(pictures: Mapping[str, Read]) -> Iterator[tuple[str, PictureFile]]:
    """Yield the pictures that are in order."""
    for name, picture in pictures.items():
        if isinstance(picture, PictureFile):
            yield name, picture


def _read(folder: Path, name: str, there: Collection[str], keep: Keep) -> Read:
    shown = f"docs/pictures/{name}"
    if name not in there:
        near = suggestion(name, there) or "; put it there, or correct the name"
        return f"there is no picture {shown}{near}"
    file = folder / name
    try:
        length = file.stat().st_size
        most = MOST_LOGO if name.endswith(".svg") else MOST_BYTES
        if not length:
            return f"{shown} is empty; copy the picture anew"
        if length > most:
            return f"{shown} has {length:,} bytes, and {most:,} are the most; {_ready(name)}"
        content = file.read_bytes()
    except OSError as error:
        return f"{shown} {unread(error)}"
    return _vector(name, content) if name.endswith(".svg") else _pixels(name, content, keep)


def _ready(name: str) -> str:
    """Return how to make a picture that fits."""
    if name.endswith(".svg"):
        return "save it simpler, without pictures inside"
    stem = name.rpartition("/")[2].rpartition(".")[0]
    return f"'outreach picture docs/pictures/{name} --name {stem}-web' makes one that fits, to name here"


def _pixels(name: str, content: bytes, keep: Keep) -> Read:
    shown, header = f"docs/pictures/{name}", header_of(content)
    if header is None:
        return f"{shown} {_strange(content)}"
    wrong = _too_large(name, header)
    if not wrong and header.fault:
        mend = "" if ";" in header.fault else f"; {_ready(name)}"
        wrong = f"{header.fault}{mend}"
    endings = ENDINGS[header.media_type]
    if not wrong and not name.endswith(endings):
        kind = header.media_type.partition("/")[2].upper()
        wrong = f"is {kind} by its content; name it {name.rpartition('.')[0]}{endings[0]}"
    digest = sha256(content).hexdigest()
    if not wrong and header.media_type != JPEG:
        wrong = keep(f"picture-{digest}", lambda: _undecoded(content)).decode()
    if wrong:
        return f"{shown} {wrong}"
    return PictureFile(
        name,
        header.media_type,
        len(content),
        *header.size,
        digest=digest,
        transparent=header.transparent,
        exif=header.exif,
    )


def _undecoded(content: bytes) -> bytes:
    """Return why a PNG or WebP cannot be decoded, or nothing where it can."""
    try:
        with Image.open(BytesIO(content), formats=("PNG", "WEBP")) as image:
            image.load()
    except (OSError, SyntaxError, ValueError, EOFError, MemoryError):
        return DAMAGED.encode()
    return b""


def _strange(content: bytes) -> str:
    other = other_format(content)
    if other == "HEIC":
        return "is HEIC, as phones save it; open it in a program for photographs and export it as JPEG"
    if other:
        return f"is {other}, which we do not show; save it again as PNG or JPEG"
    if media_type_of(content):
        return DAMAGED
    return "is not a picture; save it again as PNG or JPEG"


def _too_large(name: str, header: Header) -> str:
    width, height = header.size
    if not width or not height:
        return "has no pixels; copy it anew"
    if max(width, height) <= LONGEST and width * height <= MOST_PIXELS:
        return ""
    most = (
        f"{LONGEST:,} a side"
        if max(width, height) > LONGEST
        else f"{MOST_PIXELS // 1_000_000} million in all"
    )
    can = width * height <= READY_PIXELS[header.media_type == JPEG]
    mend = _ready(name) if can else "make it smaller in a program for photographs"
    return f"is {width:,} by {height:,} pixels, and {most} are the most; {mend}"


def _vector(name: str, content: bytes) -> Read:
    try:
        width, height = size_of(clean_svg(content))
    except Unfit as wrong:
        return f"docs/pictures/{name} {wrong}"
    digest = sha256(content).hexdigest()
    return PictureFile(name, SVG, len(content), width, height, digest=digest, transparent=True)
