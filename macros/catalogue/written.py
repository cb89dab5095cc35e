"""The folder docs/ -> the Markdown pages that people wrote, and what is wrong with them."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from posixpath import normpath

from ..records.kind import Kind
from .addresses import named_at, page_address
from .catalogue import Catalogue
from .kinds import KINDS
from .problems import Problem, suggestion
from .reading.docs_files import docs_files
from .reading.refusals import unread

TO_PAGE = re.compile(r"\]\(([^):\s#]+\.md)(?:#[^)\s]*)?\)")
UNFIT = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]"
)


@dataclass(frozen=True, slots=True)
class WrittenPage:
    """A Markdown page: how problems name it, its address on the site, its text."""

    shown: str
    path: str
    text: str = field(repr=False)


def read_pages(docs: Path, paths: Iterable[str] | None = None) -> tuple[list[WrittenPage], list[Problem]]:
    """Return the Markdown pages of a folder in order, and those that cannot be read.

    paths are those of its pages; by default they are looked for.
    """
    pages: list[WrittenPage] = []
    problems: list[Problem] = []
    for path in docs_files(docs).pages if paths is None else paths:
        shown = f"{docs.name}/{path}"
        try:
            text = (docs / path).read_text(encoding="utf-8-sig")
        except UnicodeDecodeError as error:
            line = error.object.count(b"\n", 0, error.start) + 1
            problems.append(Problem(shown, line, "is not UTF-8; save the file again with the encoding UTF-8"))
        except OSError as error:
            problems.append(Problem(shown, 1, unread(error)))
        else:
            pages.append(WrittenPage(shown, page_address(path), text))
    return pages, problems


def check_pages(pages: Iterable[WrittenPage], catalogue: Catalogue) -> Iterator[Problem]:
    """Yield pages of records that do not exist, and characters that no page can carry."""
    for page in pages:
        yield from _fit_to_publish(page)
        yield from _record_exists(page, catalogue)


def visible(text: str) -> str:
    """Return a text without the characters that no page can carry, as its editor sees it."""
    return UNFIT.sub("", text)


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


def _fit_to_publish(page: WrittenPage) -> Iterator[Problem]:
    """Yield characters that neither pages nor feeds can carry."""
    for number, line in enumerate(page.text.split("\n"), 1):
        bad = UNFIT.search(line)
        if bad:
            wrong = f"holds an invisible character (U+{ord(bad[0]):04X}); delete it"
            yield Problem(page.shown, number, wrong)


def _record_exists(page: WrittenPage, catalogue: Catalogue) -> Iterator[Problem]:
    kind_name, id = named_at(page.path) or ("", "")
    cause = catalogue.why_gone(kind_name, id) if kind_name else ""
    if cause:
        kind = KINDS[kind_name]
        near = suggestion(id, catalogue.ids(kind.name)) or f"; write its record in {_place(kind, id)} first"
        yield Problem(page.shown, 1, f"there is no {kind.noun} '{id}' for this page{near}", cause)


def _place(kind: Kind, id: str) -> str:
    return f"data/{kind.name}/{id}.yml" if kind.in_folder else f"data/{kind.name}.yml"
