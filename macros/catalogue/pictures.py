"""The pictures of docs/pictures/ that announcements name -> what they are, and those that are none."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, UnidentifiedImageError

MEDIA_TYPES = {"PNG": "image/png", "JPEG": "image/jpeg"}
LARGEST = 2_000_000
WIDEST = 6_000


@dataclass(frozen=True, slots=True)
class PictureFile:
    """A picture as it stands on the disk: media type, length in bytes, width and height in pixels."""

    name: str
    media_type: str
    length: int
    width: int
    height: int

    @property
    def path(self) -> str:
        """Return its address under the site's."""
        return f"pictures/{self.name}"


def read_pictures(folder: Path, names: Iterable[str]) -> dict[str, PictureFile | str]:
    """Return each named picture, or in its place what is wrong with it."""
    return {name: _read(folder / name) for name in sorted(set(names))}


def sound(pictures: dict[str, PictureFile | str]) -> Iterator[tuple[str, PictureFile]]:
    """Yield the pictures that are in order."""
    for name, picture in pictures.items():
        if isinstance(picture, PictureFile):
            yield name, picture


def _read(file: Path) -> PictureFile | str:
    shown = f"docs/pictures/{file.name}"
    if not file.is_file():
        return f"there is no picture {shown}; put it there, or correct the name"
    length = file.stat().st_size
    if length > LARGEST:
        return f"{shown} has {length:,} bytes; make it smaller than {LARGEST:,} for readers on slow lines"
    try:
        with Image.open(file, formats=list(MEDIA_TYPES)) as picture:
            found = PictureFile(file.name, MEDIA_TYPES[str(picture.format)], length, *picture.size)
            picture.verify()
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return f"{shown} is not a picture; save it again as PNG or JPEG"
    if max(found.width, found.height) > WIDEST:
        return f"{shown} is {found.width} by {found.height} pixels; make it at most {WIDEST} wide and high"
    suffixes = (".png",) if found.media_type == "image/png" else (".jpg", ".jpeg")
    if file.suffix not in suffixes:
        return f"{shown} is {found.media_type[6:].upper()} by its content; name it {file.stem}{suffixes[0]}"
    return found
