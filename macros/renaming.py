"""A record, its old and its new id -> every file that changes with them, worked out before one is written."""

import codecs
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from posixpath import normpath

from .calls.renaming import named_in_calls
from .catalogue import Catalogue, suggestion
from .catalogue.addresses import address_of
from .catalogue.kinds import KINDS
from .catalogue.reading.data_files import RESERVED
from .catalogue.references import renamed_references, replaced
from .catalogue.written import TO_PAGE, WrittenPage
from .press.contents import Project
from .publish import write_all
from .records.base import ID_PATTERN
from .releases.moves import MOVES
from .settings import Folders

HEAD = "# Old address: new address. outreach rename writes it; add a line by hand when a page moves.\n"


@dataclass(frozen=True, slots=True)
class Renaming:
    """What a renaming writes, file by file, and which files it leaves behind."""

    written: Mapping[Path, bytes] = field(repr=False)
    left: tuple[Path, ...]


def unfit_name(catalogue: Catalogue, kind: str, old: str, new: str) -> str:
    """Return why a record cannot be renamed so, in a line, or nothing where it can."""
    noun, ids = KINDS[kind].noun, catalogue.ids(kind)
    if old not in ids:
        return f"there is no {noun} '{old}'{suggestion(old, ids)}"
    if not re.fullmatch(ID_PATTERN, new):
        return f"'{new}' cannot be an id; write lower-case letters and digits joined by single hyphens"
    if new in (*RESERVED, *KINDS[kind].reserved):
        return f"'{new}' is a word that addresses of the site use; choose another id"
    if new in ids:
        return f"data/{kind}/{new}.yml is there already; choose another id"
    former = (p.id for p in catalogue.projects.values() if kind == "projects" and new in p.formerly)
    other = next(former, None)
    if other:
        return f"'{new}' is a former id of '{other}'; take it out of 'formerly' there, or choose another id"
    return ""


def renaming_of(folders: Folders, project: Project, kind: str, old: str, new: str) -> Renaming:
    """Return what renaming a record writes; raises ProblemsFound where a name cannot be replaced."""
    move = {f"{folders.data.name}/{kind}/{old}.yml": f"{folders.data.name}/{kind}/{new}.yml"}
    address = address_of(kind, old)
    page = next((page.shown for page in project.written if page.path == address), None)
    if page:
        move[page] = _page_at(page, old, new)
    texts = {
        f"{folders.data.name}/{p}": t for p, t in renamed_references(folders.data, kind, old, new).items()
    }
    texts |= _pages(folders, project.written, (kind, old, new), page)
    if page:
        texts |= _navigation(folders, page, move[page])
    written = {
        folders.root / move.get(path, path): _bytes(folders.root / path, text) for path, text in texts.items()
    }
    for path, to in move.items():
        written.setdefault(folders.root / to, (folders.root / path).read_bytes())
    moves = folders.data / MOVES
    written[moves] = moves_text(_text(moves), address, address_of(kind, new)).encode()
    return Renaming(written, tuple(folders.root / path for path in move))


def rename_files(renaming: Renaming) -> int:
    """Write the files of a renaming and take away those it leaves behind, all or none; return how many."""
    write_all(renaming.written, renaming.left)
    return len(renaming.written)


def moves_text(text: str, old: str, new: str) -> str:
    """Return the table of moves with one more; a line from what is a page again goes."""
    again = re.compile(rf"""["']?{re.escape(new)}["']?\s*:""")
    lines = [line for line in (text or HEAD).splitlines(keepends=True) if not again.match(line)]
    kept = "".join(lines)
    return f"{kept}{'' if kept.endswith(chr(10)) else chr(10)}{old}: {new}\n"


def _page_at(page: str, old: str, new: str) -> str:
    """Return where a page stands under its new id: 'docs/studies/old.md' or 'docs/studies/old/index.md'."""
    path = PurePosixPath(page)
    if path.stem == old:
        return str(path.with_name(f"{new}.md"))
    return str(path.parent.with_name(new) / path.name)


def _pages(
    folders: Folders, pages: tuple[WrittenPage, ...], named: tuple[str, str, str], moved: str | None
) -> dict[str, str]:
    """Return the pages that name a record in their macro calls, or link to its page."""
    kind, old, new = named
    found = {}
    for page in pages:
        text = _text(folders.root / page.shown)
        spans = set(named_in_calls(text, kind, old))
        if moved:
            spans.update(_links(text, page.shown, moved, old))
        if spans:
            found[page.shown] = replaced(text, spans, new)
    return found


def _links(text: str, shown: str, moved: str, old: str) -> Iterator[tuple[int, int]]:
    folder = PurePosixPath(shown).parent
    for link in TO_PAGE.finditer(text):
        if normpath(folder / link[1]) == moved:
            start = link.start(1) + link[1].rindex(old)
            yield start, start + len(old)


def _navigation(folders: Folders, page: str, to: str) -> dict[str, str]:
    """Return the site's settings where their navigation names a page that moves."""
    file = folders.root / "mkdocs.yml"
    name, other = page.partition("/")[2], to.partition("/")[2]
    text = _text(file)
    changed = re.sub(rf"(?m)^(\s*-\s.*?)(?<![\w./-]){re.escape(name)}(?![\w./-])", rf"\g<1>{other}", text)
    return {file.name: changed} if changed != text else {}


def _text(file: Path) -> str:
    """Return the text of a file with the line ends that it has, or nothing where there is none."""
    return file.read_bytes().decode("utf-8-sig") if file.is_file() else ""


def _bytes(file: Path, text: str) -> bytes:
    """Return a text as it goes in the place of a file: with the mark of UTF-8 where that had one."""
    mark = codecs.BOM_UTF8 if file.read_bytes().startswith(codecs.BOM_UTF8) else b""
    return mark + text.encode()
