"""The bytes of a file -> which kind of file they are, whatever its name says, or why they are none whole."""

import zipfile
from io import BytesIO

MEDIA_TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "odt": "application/vnd.oasis.opendocument.text",
    "odp": "application/vnd.oasis.opendocument.presentation",
    "csv": "text/csv",
    "txt": "text/plain",
    "zip": "application/zip",
    "epub": "application/epub+zip",
}
OFFICE = {"word/": "docx", "ppt/": "pptx", "xl/": "xlsx"}
SAID_INSIDE = {MEDIA_TYPES[ending]: ending for ending in ("odt", "odp", "epub")}
LONGEST_TYPE = 100
TEXT = ("csv", "txt")
# What else is often saved under one of our names, by the bytes that it begins with.
STRANGE = {
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "a file of an old Office, or one locked by a password",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"<!doctype html": "a web page",
    b"<html": "a web page",
    b"{\\rtf": "a file in RTF",
    b"Rar!": "an archive in RAR",
    b"7z\xbc\xaf": "an archive in 7z",
}
NAMES = {
    "pdf": "a PDF",
    "docx": "a Word document",
    "pptx": "a PowerPoint presentation",
    "xlsx": "an Excel workbook",
    "odt": "a text in OpenDocument",
    "odp": "a presentation in OpenDocument",
    "epub": "an e-book",
    "zip": "an archive",
    "txt": "a plain text",
}
CUT = "is cut off or damaged; copy it there again from where it is whole"
OTHERWISE = "not what its name says"
LOCKED = "is locked by a password; save it without one"


def fault_of(content: bytes, ending: str) -> str:
    """Return why bytes cannot be a file with an ending such as 'pdf', or nothing where they can."""
    found = _ending_of(content)
    if found == ending or (found == "txt" and ending in TEXT):
        return ""
    if found in NAMES and ending != "zip":
        return f"holds {NAMES[found]}, {OTHERWISE}; name it so, with .{found} at its end, or save it anew"
    if content[:2] == b"PK" and not found:
        return CUT
    if found in OFFICE.values() or found in SAID_INSIDE.values():
        return ""  # an archive of any kind is one
    strange = _strange(content)
    said = f"holds {strange}, {OTHERWISE}" if strange else f"is no file of the kind .{ending} inside"
    return f"{said}; save it anew as .{ending}" + (" in UTF-8" if ending in TEXT else "")


def locked(content: bytes) -> bool:
    """Return whether an archive can be opened only with a password."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return any(entry.flag_bits & 1 for entry in archive.infolist())


def _ending_of(content: bytes) -> str:
    """Return the ending by which a file of such bytes would be named, or nothing."""
    if b"%PDF-" in content[:1024]:
        return "pdf"
    if content[:2] == b"PK":
        return _of_archive(content)
    if _strange(content):
        return ""
    try:
        return "" if "\0" in content.decode() else "txt"
    except UnicodeDecodeError:
        return ""


def _strange(content: bytes) -> str:
    """Return what else a file is that is often saved under one of our names, or nothing."""
    begins = content[:20].lower()
    return next((name for start, name in STRANGE.items() if begins.startswith(start.lower())), "")


def _of_archive(content: bytes) -> str:
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            names = archive.namelist()
            if "mimetype" in names:
                with archive.open("mimetype") as stream:
                    said = stream.read(LONGEST_TYPE).decode("ascii", "replace").strip()
                return SAID_INSIDE.get(said, "zip")
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError, ValueError, EOFError):
        return ""
    if "[Content_Types].xml" not in names:
        return "zip"
    return next((ending for top, ending in OFFICE.items() if any(n.startswith(top) for n in names)), "zip")
