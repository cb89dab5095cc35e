"""A flyer as PDF -> what a program reads in it: its pages, words, code, properties."""

from dataclasses import dataclass

import pypdfium2
import zxingcpp

from macros.catalogue.reading.pdfs import PdfFacts, pdf_facts
from macros.settings import made_anew


@dataclass(frozen=True)
class Read:
    """What stands in a PDF of one page; words without spaces, as lines break where they must."""

    facts: PdfFacts
    author: str
    created: str
    words: str
    codes: tuple[str, ...]
    tags: tuple[str, ...]


def read(content: bytes) -> Read:
    """Return what a PDF holds."""
    with pypdfium2.PdfDocument(content) as document:
        return _read(document, content)


def _read(document: pypdfium2.PdfDocument, content: bytes) -> Read:
    page = document[0]
    words = page.get_textpage().get_text_range()
    codes = zxingcpp.read_barcodes(page.render(scale=2).to_pil())
    author, created = (document.get_metadata_value(name) for name in ("Author", "CreationDate"))
    return Read(
        pdf_facts(content, "", made_anew),
        author,
        created,
        squeezed(words),
        tuple(code.text for code in codes),
        tuple(tag for tag in ("H1", "P", "Figure") if f"/S /{tag}\n".encode() in content),
    )


def squeezed(words: str) -> str:
    """Return words without spaces and without what marks a break inside one."""
    return "".join(words.replace("\ufffe", "").replace("\u200b", "").split())
