"""The files of docs/files/ that records name -> what each is, or in its place what is wrong with it."""

from collections.abc import Iterable
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path

from ...settings import Keep
from ..problems import nearest
from ..stored import StoredFile
from .files import content_of, there
from .media import LOCKED, MEDIA_TYPES, fault_of, locked

LARGEST = 25 * 2**20
ARCHIVES = ("zip", "docx", "pptx", "xlsx", "odt", "odp", "epub")
ELSEWHERE = (
    "make it smaller, or put it where large files lie and write 'link: https://...' in place of 'file'"
)


def read_downloads(folder: Path, names: Iterable[str], keep: Keep) -> dict[str, StoredFile | str]:
    """Return each named file of a folder docs/files/, or in its place what is wrong with it.

    keep gives back what was read of a PDF before.
    """
    return {name: _read(folder, name, keep) for name in sorted(set(names))}


def shown(name: str) -> str:
    """Return how messages name a file for readers."""
    return f"docs/files/{name}"


def _read(folder: Path, name: str, keep: Keep) -> StoredFile | str:
    if not there(folder / name):
        near = _near(name, folder)
        mend = f"did you mean '{near}'?" if near else "put it there, or correct the name"
        return f"there is no file {shown(name)}; {mend}"
    content, fault = content_of(folder / name, folder.parent, LARGEST)
    fault = fault or _fault_of(content, folder / name)
    if fault:
        return f"{shown(name)} {fault}"
    ending = name.rpartition(".")[2]
    digest = sha256(content).hexdigest()
    stored = StoredFile(name, MEDIA_TYPES[ending], len(content), digest)
    return stored if ending != "pdf" else _read_pdf(stored, content, keep)


def _fault_of(content: bytes, file: Path) -> str:
    if not content:
        return "is empty; copy it there again from where it is whole"
    if len(content) > LARGEST:
        return f"has {file.stat().st_size:,} bytes, more than {LARGEST:,} (25 MiB); {ELSEWHERE}"
    ending = file.suffix[1:]
    wrong = fault_of(content, ending)
    return wrong or (LOCKED if ending in ARCHIVES and locked(content) else "")


def _read_pdf(stored: StoredFile, content: bytes, keep: Keep) -> StoredFile | str:
    from .pdfs import UnfitPdf, pdf_facts  # PDFium takes its time to load

    try:
        facts = pdf_facts(content, stored.digest, keep)
    except UnfitPdf as wrong:
        return f"{shown(stored.name)} {wrong}"
    known = {**asdict(stored), **asdict(facts)}
    return StoredFile(**known)


def _near(name: str, folder: Path) -> str:
    """Return the file of a folder that a name is a slip of, whatever both end in, or nothing."""
    files = sorted(path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    by_stem = {file.with_suffix("").as_posix(): file.as_posix() for file in files}
    return by_stem.get(nearest(name.rpartition(".")[0], by_stem) or "", "")
