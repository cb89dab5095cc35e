"""The folder docs/ -> the Markdown pages that people wrote, and what is wrong with them."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from posixpath import normpath

from .addresses import named_at
from .catalogue import Catalogue
from .kinds import KINDS, Kind
from .plain import line_of, plain_values
from .problems import Problem, suggestion

FENCE = "---"
TO_PAGE = re.compile(r"\]\(([^):\s#]+\.md)(?:#[^)\s]*)?\)")
RUNS = re.compile(
    r"""(?:\]\(\s*<?|(?:href|src)\s*=\s*["']?\s*|^\s*\[[^\]]+\]:\s*<?)((?:javascript|vbscript|data):[^\s)"'>]*)""",
    re.IGNORECASE,
)
UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
INDEX = "index"


@dataclass(frozen=True, slots=True)
class WrittenPage:
    """A Markdown page: how problems name it, its address on the site, its text."""

    shown: str
    path: str
    text: str = field(repr=False)


def read_pages(docs: Path) -> tuple[list[WrittenPage], list[Problem]]:
    """Return the Markdown pages of a folder in order, and those that cannot be read."""
    pages: list[WrittenPage] = []
    problems: list[Problem] = []
    for file in sorted(docs.rglob("*.md")):
        relative = file.relative_to(docs)
        shown = f"{docs.name}/{relative.as_posix()}"
        try:
            text = file.read_text(encoding="utf-8-sig")
        except UnicodeDecodeError as error:
            line = error.object.count(b"\n", 0, error.start) + 1
            problems.append(Problem(shown, line, "is not UTF-8; save the file again with the encoding UTF-8"))
        else:
            pages.append(WrittenPage(shown, _address(relative), text))
    return pages, problems


def check_pages(
    pages: Iterable[WrittenPage], catalogue: Catalogue, macros: Iterable[str]
) -> Iterator[Problem]:
    """Yield pages of records that do not exist, and front matter that hides a macro."""
    names = set(macros)
    pages = list(pages)
    shown = {page.shown for page in pages}
    for page in pages:
        yield from _links_lead_somewhere(page, shown)
        yield from _fit_to_publish(page)
        yield from _record_exists(page, catalogue)
        yield from _front_matter(page, names)


def check_hidden(pages: Iterable[WrittenPage], hidden: Collection[str]) -> Iterator[Problem]:
    """Yield each link to the page of an announcement that is not shown yet, or no more."""
    for page in pages:
        folder = PurePosixPath(page.shown).parent
        for number, line in enumerate(page.text.split("\n"), 1):
            for target in TO_PAGE.findall(line):
                found = PurePosixPath(normpath(folder / target))
                if found.parent.name == "updates" and found.stem in hidden:
                    message = (
                        f"the link to '{target}' leads to an update that is not released; "
                        "take the link out, or release the update first"
                    )
                    yield Problem(page.shown, number, message)


def _links_lead_somewhere(page: WrittenPage, shown: set[str]) -> Iterator[Problem]:
    folder = PurePosixPath(page.shown).parent
    for number, line in enumerate(page.text.split("\n"), 1):
        for target in TO_PAGE.findall(line):
            found = normpath(folder / target)
            if found not in shown:
                message = f"the link to '{target}' leads to no page; correct it, or write that page"
                yield Problem(page.shown, number, message)


def _fit_to_publish(page: WrittenPage) -> Iterator[Problem]:
    """Yield links that run something, and characters that neither pages nor feeds can carry."""
    for number, line in enumerate(page.text.split("\n"), 1):
        for target in RUNS.findall(line):
            message = f"'{target}' is not a link we publish; write an address that begins with https://"
            yield Problem(page.shown, number, message)
        bad = UNFIT.search(line)
        if bad:
            wrong = f"holds an invisible control character (U+{ord(bad[0]):04X}); delete it"
            yield Problem(page.shown, number, wrong)


def _record_exists(page: WrittenPage, catalogue: Catalogue) -> Iterator[Problem]:
    named = named_at(page.path)
    if named and named[1] not in catalogue.ids(named[0]):
        kind, id = KINDS[named[0]], named[1]
        near = suggestion(id, catalogue.ids(kind.name)) or f"; write its record in {_place(kind, id)} first"
        yield Problem(page.shown, 1, f"there is no {kind.noun} '{id}' for this page{near}")


def _place(kind: Kind, id: str) -> str:
    return f"data/{kind.name}/{id}.yml" if kind.in_folder else f"data/{kind.name}.yml"


def _front_matter(page: WrittenPage, names: set[str]) -> Iterator[Problem]:
    lines = page.text.split("\n")
    if lines[0].rstrip() != FENCE:
        return
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == FENCE), None)
    if end is None:
        yield Problem(page.shown, 1, "the block that '---' opens is never closed; add a line '---' below it")
        return
    block = "\n".join(lines[1:end])
    if not block.strip():
        return
    plain = plain_values(block)
    yield from (Problem(page.shown, line + 1, message) for line, message in plain.faults)
    for key in plain.value if isinstance(plain.value, dict) else ():
        if key in names:
            message = f"the key '{key}' at the top hides the macro of that name; rename the key"
            yield Problem(page.shown, line_of(block, (key,)) + 1, message)


def _address(relative: Path) -> str:
    parts = relative.with_suffix("").parts
    if parts[-1] == INDEX:
        parts = parts[:-1]
    return "".join(f"{part}/" for part in parts)
