"""Files that records name -> notes on what is in order, and yet would serve readers better otherwise."""

from collections.abc import Iterator
from pathlib import Path

from ...records.file import File
from ...records.language import language_names
from ..addresses import file_of
from ..catalogue import Catalogue
from ..reading.downloads import shown
from ..reading.plain import line_of
from ..shape import parts_of
from ..stored import StoredFile

OFFICE = {"docx": "Word document", "pptx": "PowerPoint presentation"}


def file_notes(data: Path, catalogue: Catalogue) -> Iterator[str]:
    """Yield a line for each thing worth knowing of a file, with where its record names it."""
    for kind, record in catalogue.everything():
        for keys, file in parts_of(record, File):
            stored = catalogue.downloads.get(file.file or "")
            for note in _notes(file, stored) if stored else ():
                path = file_of(kind, record.id, data.name)
                text = (data.parent / path).read_text(encoding="utf-8-sig")
                yield f"{path}:{line_of(text, (*keys, 'file'))}: {shown(str(file.file))} {note}"


def _notes(file: File, stored: StoredFile) -> Iterator[str]:
    ending = stored.name.rpartition(".")[2]
    if ending in OFFICE:
        yield (
            f"is a {OFFICE[ending]}: not everybody can open it, and it looks different elsewhere; "
            "offer it as PDF, if it is to be read and not filled in"
        )
    if stored.pages is None:
        return
    if not stored.title:
        yield (
            "has no title inside, by which browsers and search engines call it; "
            "give it one where it was made (in Word: File, Info, Title) and save it anew"
        )
    if not stored.searchable:
        yield (
            "has no words on its first pages, as scans have none: nobody can search it or have it read "
            "aloud; recognize its text (OCR) and save it anew"
        )
    if stored.language and stored.language != file.language:
        names = language_names()
        said = names.get(stored.language, f"'{stored.language}'")
        yield (
            f"says inside that it is in {said}, and its record in {names[file.language]}; "
            "correct the one that is wrong"
        )
