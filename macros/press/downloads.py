"""What records offer and pages link to -> which files of docs/files/ go out, under which addresses."""

from collections.abc import Iterable, Iterator
from urllib.parse import unquote, urlsplit

from ..catalogue import Catalogue, Problem
from ..catalogue.downloads import awaited_files, copies_for_scholars, offered_files
from .allowed import ELEMENTS, external
from .links import joined
from .markup import Extensions, Tag, markup_of
from .pages import Prose

FOLDER = "files/"


def public_files(catalogue: Catalogue, pages: Iterable[Prose], extensions: Extensions) -> dict[str, str]:
    """Return the files that go out, by address, each with its path below docs/.

    They stand at old addresses too, and full texts of studies beside their pages.
    """
    found = {path: path for prose in pages for path in linked_files(prose, extensions)}
    for placed in offered_files(catalogue):
        if stored := placed.offered.stored:
            found |= dict.fromkeys((stored.path, *placed.offered.former_paths), stored.path)
    for study in catalogue.studies.values():
        found |= copies_for_scholars(catalogue, study)
    return found


def unnamed_files(
    catalogue: Catalogue, paths: Iterable[str], pages: Iterable[Prose], extensions: Extensions
) -> Iterator[str]:
    """Yield a line for each file of docs/files/ that no record names and no page links to.

    paths are those of all files of docs/; the catalogue and the pages are whole, with what waits.
    """
    named = {file.path for file in catalogue.downloads.values()}
    named.update(path for prose in pages for path in linked_files(prose, extensions))
    for path in sorted(set(paths) - named):
        if path.startswith(FOLDER):
            unknown = "no record names this file and no page links to it, so it is not published"
            yield f"docs/{path}:1: {unknown}; name it under 'files' in a record, or delete it"


def linked_files(prose: Prose, extensions: Extensions) -> Iterator[str]:
    """Yield the files of docs/files/ that a page links to or shows, by their path below docs/."""
    text = prose.words.text if prose.words else ""
    if not prose.words or not (FOLDER in text or prose.file.startswith(FOLDER)):
        return
    for tag in markup_of(text, extensions, prose.words.mark, ELEMENTS).tags:
        path = _target(tag, prose)
        if path.startswith(FOLDER) and not path.endswith(".md"):
            yield path


def check_awaited(
    catalogue: Catalogue, everything: Catalogue, pages: Iterable[Prose], extensions: Extensions
) -> Iterator[Problem]:
    """Yield each page that links to a file which its record holds back until a moment still to come."""
    awaited = {f"{FOLDER}{file.file}" for _, _, file in awaited_files(everything, catalogue.now)}
    for prose in pages if awaited else ():
        for path in dict.fromkeys(linked_files(prose, extensions)):
            if path in awaited:
                name = path.rpartition("/")[2]
                lines = prose.page.text.split("\n")
                line = next((number for number, line in enumerate(lines, 1) if name in line), 1)
                message = (
                    f"the link to '{name}' leads to a file that is not released yet; "
                    "take the link out until then, or change 'released' in its record"
                )
                yield Problem(prose.page.shown, line, message)


def _target(tag: Tag, prose: Prose) -> str:
    """Return the path below docs/ that a link or picture leads to, or nothing where it leads elsewhere."""
    target = tag.get({"a": "href", "img": "src"}.get(tag.name, "")) or ""
    path = unquote(urlsplit(target).path) if not external(target) else ""
    base = prose.file if tag.by_markdown else f"{prose.page.path}x"
    return joined(base, path) if path and not path.startswith("/") else ""
