"""What docs/files/ and docs/pictures/ hold for the records: files and pictures as they lie on the disk."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PictureFile:
    """A picture as readers see it, turned by its orientation, width and height in pixels.

    name is its path below docs/pictures/, or that of a PDF below docs/files/ whose first page it is;
    digest is the SHA-256 of the file in hexadecimal, length its bytes, media_type that of the file.
    exif tells whether the file holds what the camera or a program noted: where, when, with what.
    """

    name: str
    media_type: str
    length: int
    width: int
    height: int
    digest: str = ""
    transparent: bool = False
    exif: bool = False


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file for readers; name is its path below docs/files/, length its bytes, digest its SHA-256.

    pages and all below are those of a PDF; what is not known is None or empty. first_page is the size of
    the first page in points (1/72 inch); searchable tells whether its first pages hold text.
    """

    name: str
    media_type: str
    length: int
    digest: str
    pages: int | None = None
    title: str = ""
    language: str = ""
    tagged: bool | None = None
    searchable: bool | None = None
    first_page: tuple[float, float] | None = None

    @property
    def path(self) -> str:
        """Return its address under the site's."""
        return f"files/{self.name}"
