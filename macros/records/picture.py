"""Pictures of docs/pictures/: what each shows, for those who do not see it, and whose it is."""

import re
from typing import Annotated

from pydantic import AfterValidator, Field, WithJsonSchema

from .base import Flag, Part, problem
from .licence import ShortLicence
from .plain_text import Line, at_most
from .text import Text

ALT = 1000  # characters of alternative text that X takes; Mastodon takes 1,500, Bluesky 2,000
NAME = re.compile(
    r"(?:[a-z0-9]+(?:[-_][a-z0-9]+)*/)*[a-z0-9]+(?:[-_][a-z0-9]+)*\.(?:png|jpe?g|webp)", re.ASCII
)

UNFIT_NAME = (
    "cannot be a picture's name; write lower-case letters, digits and hyphens that end in .png, .jpg, .jpeg "
    "or .webp ('outreach picture FILE' makes such a picture)"
)
PHONES = (".heic", ".heif")
HEIC = "is HEIC, as phones save it; open it in a program for photographs and export it as JPEG"


def _picture(value: str) -> str:
    if not NAME.fullmatch(value):
        raise problem(f"'{value}' {HEIC if value.lower().endswith(PHONES) else UNFIT_NAME}")
    return value


PictureName = Annotated[
    str, AfterValidator(_picture), WithJsonSchema({"type": "string", "pattern": f"^{NAME.pattern}$"})
]
LOGO = re.compile(rf"{NAME.pattern.rpartition('(?:png')[0]}(?:svg|png)", re.ASCII)


def _logo(value: str) -> str:
    if not LOGO.fullmatch(value):
        raise problem(
            f"'{value}' cannot be a logo's name; write lower-case letters, digits and hyphens that end in "
            ".svg or .png"
        )
    return value


LogoName = Annotated[
    str, AfterValidator(_logo), WithJsonSchema({"type": "string", "pattern": f"^{LOGO.pattern}$"})
]


class Picture(Part):
    """A picture of docs/pictures/, what it shows, and whose it is."""

    file: Annotated[PictureName, Field(description="Its path below docs/pictures/")]
    alt: Annotated[
        Text, AfterValidator(at_most(ALT)), Field(description="What it shows, for those who do not see it")
    ]
    caption: Annotated[Line | None, Field(description="What stands below it")] = None
    credit: Annotated[Line | None, Field(description="Who made it")] = None
    licence: ShortLicence | None = None
    original: Annotated[Flag, Field(description="Whether readers may download the file as it is")] = False


class Cover(Part):
    """The cover of a study or a document, where it is not the first page of its full text."""

    file: Annotated[PictureName, Field(description="Its path below docs/pictures/")]
    credit: Annotated[Line | None, Field(description="Who made it")] = None
    licence: ShortLicence | None = None


Gallery = Annotated[tuple[Picture, ...], Field(description="Pictures, in the order in which they are shown")]
