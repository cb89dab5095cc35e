"""A file that is offered -> what it is, in words: 'PDF, 3.2 MB, 84 pages, English'."""

from urllib.parse import urlsplit

from ..records.file import ENDINGS
from ..records.language import language_names
from ..records.text import DEFAULT_LANGUAGE
from .downloads import Offered

FORMS = {
    "pdf": "PDF",
    "docx": "Word",
    "pptx": "PowerPoint",
    "xlsx": "Excel",
    "odt": "OpenDocument text",
    "odp": "OpenDocument slides",
    "csv": "CSV",
    "txt": "plain text",
    "zip": "ZIP",
    "epub": "EPUB",
}
KILO, MEGA = 1_000, 1_000_000


def what_words(offered: Offered, language: str = DEFAULT_LANGUAGE) -> str:
    """Return form, size, length and language of a file; of one elsewhere the site that it lies on."""
    stored = offered.stored
    parts = [
        form_words(offered),
        size_words(stored.length) if stored else "",
        pages_words(stored.pages) if stored and stored.pages else "",
        language_names(language)[offered.file.language],
        "" if stored else f"on {urlsplit(str(offered.file.link)).hostname}",
    ]
    return ", ".join(filter(None, parts))


def form_words(offered: Offered) -> str:
    """Return what kind of file it is, by the end of its name; nothing where an address tells none."""
    path = offered.stored.path if offered.stored else urlsplit(str(offered.file.link)).path
    ending = path.rpartition(".")[2].lower()
    return FORMS[ending] if ending in ENDINGS else ""


def size_words(length: int) -> str:
    """Return a number of bytes as operating systems show it, by thousands: '640 bytes', '3.2 MB'."""
    if length < KILO:
        return f"{length} bytes"
    if round(length / KILO) < KILO:
        return f"{round(length / KILO)} kB"
    megabytes = length / MEGA
    return f"{megabytes:.1f} MB" if round(megabytes, 1) < 10 else f"{round(megabytes)} MB"


def pages_words(pages: int) -> str:
    """Return how many pages there are."""
    return "1 page" if pages == 1 else f"{pages:,} pages"
