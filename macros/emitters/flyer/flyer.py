"""What a flyer says: its words, its picture, its address."""

from dataclasses import dataclass
from datetime import datetime

from ..pictures.opening import Pixels


@dataclass(frozen=True, slots=True)
class Shown:
    """The picture of a flyer: its pixels, what it shows, whose it is.

    One that is upright, or the cover of a publication, is shown whole; others fill the width of the page.
    """

    pixels: Pixels
    alt: str
    credit: str = ""
    cover: bool = False


@dataclass(frozen=True, slots=True)
class Flyer:
    """The words of a flyer, in a language (BCP 47), and what stands beside them.

    design names the drawing that takes the place of a picture. notice says first what no longer takes
    place as it was announced: a word, and a sentence. date, hours and place stand below the title. rows
    are labels with what is said under them. points follow the summary where there is room, under heading.
    author and rights are who speaks, and the programme's full name.
    made is a moment of its content, which the document gives as that of its making.
    """

    title: str
    label: str
    link: str
    site: str
    author: str
    rights: str
    made: datetime
    design: str
    language: str = "en"
    notice: tuple[str, str] = ("", "")
    date: str = ""
    hours: str = ""
    place: str = ""
    summary: tuple[str, ...] = ()
    heading: str = ""
    points: tuple[str, ...] = ()
    rows: tuple[tuple[str, str], ...] = ()
    contact: tuple[str, ...] = ()
    picture: Shown | None = None
