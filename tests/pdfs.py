"""Words for a PDF -> its bytes, the same each time, for tests of files."""

from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZipFile, ZipInfo

from fpdf import FPDF

MADE = datetime(2026, 1, 1, tzinfo=UTC)


def pdf(title: str = "A study", language: str = "en", words: str = "Words to read.", pages: int = 1) -> bytes:
    """Return a small PDF; without title, language or words it has none."""
    return _document(title, language, words, pages)


def locked_pdf() -> bytes:
    """Return a PDF that opens only with a password."""
    return _document("Secret", "en", "Words.", 1, password="sesame")  # noqa: S106 - of a file nobody keeps


def office(ending: str) -> bytes:
    """Return the least that is a file of Word ('docx'), PowerPoint ('pptx') or Excel ('xlsx')."""
    folder = {"docx": "word", "pptx": "ppt", "xlsx": "xl"}[ending]
    held = BytesIO()
    with ZipFile(held, "w") as archive:
        for name in ("[Content_Types].xml", f"{folder}/main.xml"):
            archive.writestr(ZipInfo(name), "<x/>")
    return held.getvalue()


def _document(title: str, language: str, words: str, pages: int, password: str = "") -> bytes:
    made = FPDF()
    made.set_creation_date(MADE)
    if password:
        made.set_encryption(owner_password=password, user_password=password)
    if title:
        made.set_title(title)
    if language:
        made.set_lang(language)
    for _ in range(pages):
        made.add_page()
        if words:
            made.set_font("helvetica")
            made.cell(text=words)
    return bytes(made.output())
