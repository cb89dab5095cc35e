"""The folder docs/ -> the files that go to the site, and those that cannot."""

import os
import re
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from ..addresses import no_page, page_address
from ..problems import Problem
from .refusals import unread

PAGE = ".md"
LIKE_PAGES = (".markdown", ".mdown", ".mkdn", ".mkd")
PICTURES = "pictures/"
SHOWN = (".png", ".jpg", ".jpeg", ".webp", ".svg")
DRAWN = (*SHOWN, ".gif", ".avif", ".heic", ".heif", ".bmp", ".tif", ".tiff")
KINDS = (
    *(".pdf", ".docx", ".pptx", ".xlsx", ".odt", ".odp", ".csv", ".txt", ".zip", ".json", ".geojson"),
    ".epub",
)
BARE = ("CNAME",)
NAME = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*", re.ASCII)
MEANT = re.compile(r"(?:[a-z0-9_-]+/)*[a-z0-9_-]+", re.ASCII)
TAKEN = ("assets", "calendar", "cards", "citations", "contact", "desk", "embed", "posts", "share")
TAKEN_FILES = ("404.html", "robots.txt", "sitemap.xml")
MADE_BELOW = "by"
FOR_READERS = "files/"
NO_DOCS = "there is no folder that can be read; bring it back, the site needs its pages"


@dataclass(slots=True)
class DocsFiles:
    """The pages and the other files of docs/, by their path below it, and what is wrong with the rest."""

    pages: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def hidden(path: str) -> bool:
    """Return whether engines leave a file or folder out, whatever the settings say."""
    parts = path.split("/")
    return parts[0] == "templates" or any(part.startswith(".") for part in parts)


def docs_files(docs: Path, left_out: Callable[[str], bool] = hidden) -> DocsFiles:
    """Return what stands in a folder docs/, in order; what is left out is looked at by nobody.

    Links that lead out of the folder, and what is no plain file, are mistakes: an engine would publish
    files of the machine that builds, or wait for ever.
    """
    found = DocsFiles()
    for path, mode in _walk(docs, "", left_out, found.problems):
        wrong = _unfit(docs, path, mode)
        if wrong:
            found.problems.append(Problem(f"{docs.name}/{path}", 1, wrong))
        elif not stat.S_ISDIR(mode):
            (found.pages if path.endswith(PAGE) else found.others).append(path)
    found.problems = _instead_of_others(found.problems)
    found.problems.extend(_same_address(docs.name, found.pages))
    return found


def _instead_of_others(problems: list[Problem]) -> list[Problem]:
    """Return problems of files, each with the cause of what misses the page or file that is meant."""
    meant = [MEANT.match(problem.path.partition("/")[2]) for problem in problems]
    causes = [no_page(page_address(name[0])) if name else "" for name in meant]
    return [
        replace(problem, cause=_cause(problem, cause if causes.count(cause) == 1 else ""))
        for cause, problem in zip(causes, problems, strict=True)
    ]


def _cause(problem: Problem, page: str) -> str:
    """Return what misses a file: who names a picture or a download names it itself, others the page."""
    below = problem.path.partition("/")[2]
    if below.startswith(FOR_READERS) or below.lower().endswith(DRAWN):
        return problem.path
    return page if PAGE in problem.path else ""


def _walk(
    docs: Path, below: str, left_out: Callable[[str], bool], problems: list[Problem]
) -> Iterator[tuple[str, int]]:
    """Yield each file, and each folder that cannot be one of ours, by its path below docs/ and its mode."""
    try:
        entries = sorted(os.scandir(docs / below), key=lambda entry: entry.name)
    except OSError as error:
        problems.append(Problem(f"{docs.name}/{below}".rstrip("/"), 1, unread(error) if below else NO_DOCS))
        return
    for entry in entries:
        path = f"{below}/{entry.name}" if below else entry.name
        if left_out(path):
            continue
        mode = entry.stat(follow_symlinks=False).st_mode
        if stat.S_ISDIR(mode) and not path.endswith(PAGE):
            yield from _walk(docs, path, left_out, problems)
        else:
            yield path, mode


def _unfit(docs: Path, path: str, mode: int) -> str:
    """Return why a file cannot go to the site, or nothing."""
    name = path.rpartition("/")[2]
    stem, dot, ending = name.rpartition(".")
    if stat.S_ISDIR(mode):
        return f"is a folder; a page is a file, so name the folder without '{PAGE}'"
    if path.startswith(PICTURES) or f"{dot}{ending.lower()}" in DRAWN:
        wrong = _unfit_picture(path, f"{dot}{ending.lower()}")
        if wrong or not stat.S_ISLNK(mode):
            return wrong
    if stat.S_ISLNK(mode):
        return _unfit_link(docs, path)
    if not stat.S_ISREG(mode):
        return "is no plain file; delete it"
    if f"{dot}{ending}" in LIKE_PAGES:
        return f"is taken for a page; rename it to {stem}{PAGE}"
    if f"{dot}{ending}" == PAGE:
        return _unfit_page(path)
    if path in TAKEN_FILES or path.partition("/")[0] in TAKEN or MADE_BELOW in path.split("/")[:-1]:
        return "stands where the site makes a page or file itself; give it another name"
    if f"{dot}{ending.lower()}" not in KINDS and name not in BARE:
        return f"is of no kind that we publish; use one of {', '.join(KINDS)}, or move it out of docs/"
    return "" if name.isprintable() else "has an invisible character in its name; rename it"


def _unfit_picture(path: str, ending: str) -> str:
    """Return why a picture cannot be where it is, or why what lies among pictures is none."""
    if not path.startswith(PICTURES):
        return "is a picture; move it into docs/pictures/, where it is made to fit screens"
    if ending in (".heic", ".heif"):
        return "is HEIC, as phones save it; open it in a program for photographs and export it as JPEG"
    if ending not in SHOWN:
        return f"is no picture that we show; use one of {', '.join(SHOWN)}, or move it out of docs/pictures/"
    return ""


def _unfit_link(docs: Path, path: str) -> str:
    file = docs / path
    try:
        target = file.resolve(strict=True)
    except (OSError, RuntimeError):
        return "is a link that leads nowhere; delete it"
    if not target.is_relative_to(docs.resolve()):
        return "is a link that leads out of docs/; put the file itself there"
    return "is a link to a folder; put the files themselves there" if target.is_dir() else ""


def _unfit_page(path: str) -> str:
    """Return why a page cannot have its name, which becomes its address."""
    parts = path.removesuffix(PAGE).split("/")
    odd = next((part for part in parts if not NAME.fullmatch(part)), None)
    if odd is not None:
        return f"'{odd}' becomes part of an address; write lower-case letters, digits and hyphens"
    if parts[0] in TAKEN or MADE_BELOW in parts:
        return "stands where the site makes a page itself; give it another name"
    return ""


def _same_address(shown: str, pages: list[str]) -> Iterator[Problem]:
    """Yield each page at an address that another has: a.md and a/index.md."""
    for page in pages:
        folder = page.removesuffix(PAGE)
        if f"{folder}/index{PAGE}" in pages:
            wrong = f"has the same address as '{folder}/index{PAGE}'; delete one of them"
            yield Problem(f"{shown}/{page}", 1, wrong)
