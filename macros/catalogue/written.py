"""The folder docs/ -> the Markdown pages that people wrote, and what is wrong with them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from .catalogue import Catalogue
from .kinds import KINDS
from .plain import plain_values
from .problems import Problem, suggestion

FENCE = "---"
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
        except UnicodeDecodeError:
            problems.append(Problem(shown, 1, "is not UTF-8; save the file again with the encoding UTF-8"))
        else:
            pages.append(WrittenPage(shown, _address(relative), text))
    return pages, problems


def check_pages(
    pages: Iterable[WrittenPage], catalogue: Catalogue, macros: Iterable[str]
) -> Iterator[Problem]:
    """Yield pages of records that do not exist, and front matter that hides a macro."""
    names = set(macros)
    for page in pages:
        yield from _record_exists(page, catalogue)
        yield from _front_matter(page, names)


def _record_exists(page: WrittenPage, catalogue: Catalogue) -> Iterator[Problem]:
    kind, _, id = page.path.rstrip("/").partition("/")
    if kind in KINDS and id and "/" not in id and id not in catalogue.ids(kind):
        near = suggestion(id, catalogue.ids(kind)) or f"; write data/{kind}/{id}.yml first"
        yield Problem(page.shown, 1, f"is the page of a {KINDS[kind].noun} '{id}' that does not exist{near}")


def _front_matter(page: WrittenPage, names: set[str]) -> Iterator[Problem]:
    lines = page.text.splitlines()
    if not lines or lines[0].rstrip() != FENCE:
        return
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == FENCE), None)
    if end is None:
        yield Problem(page.shown, 1, "the block that '---' opens is never closed; add a line '---' below it")
        return
    plain = plain_values("\n".join(lines[1:end]))
    yield from (Problem(page.shown, line + 1, message) for line, message in plain.faults)
    for key in plain.value if isinstance(plain.value, dict) else ():
        if key in names:
            yield Problem(
                page.shown, 1, f"the key '{key}' at the top hides the macro of that name; rename the key"
            )


def _address(relative: Path) -> str:
    parts = relative.with_suffix("").parts
    if parts[-1] == INDEX:
        parts = parts[:-1]
    return "".join(f"{part}/" for part in parts)
