"""The bytes of a PDF -> its pages, title, language and whether it can be searched, by PDFium."""

import ctypes
import json
from dataclasses import asdict, dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from ...settings import Keep
from .media import CUT, LOCKED

TAIL = 2048  # a PDF ends with %%EOF; viewers look for it in about that many bytes
FIRST = 5  # pages in which words are looked for
FORM = f"1-{pdfium.version.PDFIUM_INFO.build}"  # what is read anew when it, or PDFium, changes


class UnfitPdf(Exception):
    """A PDF that readers cannot open; its text says why, and what to do."""


@dataclass(frozen=True, slots=True)
class PdfFacts:
    """What a PDF says of itself; first_page is the size of the first page in points (1/72 inch)."""

    pages: int
    title: str
    language: str
    tagged: bool
    searchable: bool
    first_page: tuple[float, float]


def pdf_facts(content: bytes, digest: str, keep: Keep) -> PdfFacts:
    """Return the facts of a PDF; raises UnfitPdf. keep gives back those read before, by its digest."""
    made = json.loads(keep(f"{digest}-{FORM}.json", lambda: json.dumps(asdict(_read(content))).encode()))
    width, height = made.pop("first_page")
    return PdfFacts(**made, first_page=(width, height))


def _read(content: bytes) -> PdfFacts:
    if b"%%EOF" not in content[-TAIL:]:
        raise UnfitPdf(CUT)
    try:
        document = pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        locked = error.err_code in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY)
        raise UnfitPdf(LOCKED if locked else CUT) from None
    try:
        return _facts(document)
    except pdfium.PdfiumError:
        raise UnfitPdf(CUT) from None
    finally:
        document.close()


def _facts(document: pdfium.PdfDocument) -> PdfFacts:
    if not len(document):
        raise UnfitPdf("has no pages; save it anew")
    width, height = document[0].get_size()
    title = document.get_metadata_value("Title")
    return PdfFacts(
        pages=len(document),
        title=" ".join("".join(c if c.isprintable() else " " for c in title).split()),
        language=_language(document),
        tagged=bool(document.is_tagged()),
        searchable=any(_has_words(document, n) for n in range(min(FIRST, len(document)))),
        first_page=(round(width, 2), round(height, 2)),
    )


def _language(document: pdfium.PdfDocument) -> str:
    """Return the language of a document's catalog (/Lang), as 'en' for en-US, or nothing."""
    length = raw.FPDFCatalog_GetLanguage(document, None, 0)
    held = ctypes.create_string_buffer(max(length, 2))
    raw.FPDFCatalog_GetLanguage(document, ctypes.cast(held, ctypes.POINTER(raw.FPDF_WCHAR)), length)
    said = held.raw[:length].decode("utf-16-le", "ignore").strip("\0 ")
    return said.replace("_", "-").partition("-")[0].lower()


def _has_words(document: pdfium.PdfDocument, number: int) -> bool:
    page = document[number]
    words = page.get_textpage()
    found = bool(words.get_text_range().strip())
    words.close()
    page.close()
    return found
